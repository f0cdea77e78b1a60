import { MIB } from '@ailee/core'
import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { prepareModule } from '../../src/module/prepare.js'
import { ModuleRefusal } from '../../src/module/refusal.js'
import { request, withSandbox } from '../fixtures/harness.js'
import { mutated } from '../fixtures/mutated.js'

const expected = new Set([
  'MODULE_INVALID',
  'MODULE_TOO_COMPLEX',
  'FEATURE_DENIED',
  'IMPORT_DENIED',
  'MEMORY_EXHAUSTED'
])

/** Prepares bytes; anything but a result or a coded refusal is thrown on and fails the test. */
function prepareOrRefuse(bytes: Uint8Array): void {
  try {
    prepareModule(bytes, { memoryBytes: MIB })
  } catch (error) {
    if (!(error instanceof ModuleRefusal)) throw error
    assert.ok(expected.has(error.code), error.code)
  }
}

test('random bytes behind a good preamble never throw anything uncoded', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      prepareOrRefuse(bytes)
      prepareOrRefuse(Uint8Array.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, ...bytes]))
    }),
    { numRuns: 2_000 }
  )
})

test('mutated real modules never throw anything uncoded', () => {
  fc.assert(fc.property(mutated, prepareOrRefuse), { numRuns: 3_000 })
})

test('mutated real modules end with an outcome in the sandbox', async () => {
  await withSandbox({ processes: 1 }, async (sandbox) => {
    await fc.assert(
      fc.asyncProperty(mutated, async (module) => {
        const limits = { wallTimeMs: 300, memoryBytes: MIB }
        const outcome = await sandbox.run(request(module, { limits }))
        assert.not.equal(outcome.code, 'KILLED', outcome.detail)
      }),
      { numRuns: 150 }
    )
  })
})

test.run()
