import { MIB } from '@ailee/core'
import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { prepareModule } from '../../src/module/prepare.js'
import { ModuleRefusal } from '../../src/module/refusal.js'
import { addModule } from '../fixtures/build-module.js'
import { example } from '../fixtures/examples.js'
import { request, withSandbox } from '../fixtures/harness.js'

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

const originals = [addModule, example('hello'), example('primes'), example('stdout-flood')]

/** Real modules with some bytes changed, cut out or repeated. */
const mutated = fc
  .record({
    original: fc.constantFrom(...originals),
    changes: fc.array(fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), value: fc.nat(255) }), {
      maxLength: 6
    }),
    // Most changes of a large module hit its code, which is V8's to judge: aim at the front as well.
    front: fc.boolean(),
    cut: fc.option(fc.double({ min: 0, max: 1, noNaN: true }))
  })
  .map(({ original, changes, front, cut }) => {
    const bytes = Uint8Array.from(original)
    for (const { at, value } of changes) {
      bytes[Math.floor(at * (front ? Math.min(200, bytes.length) : bytes.length))] = value
    }
    return cut === null ? bytes : bytes.subarray(0, Math.floor(cut * bytes.length))
  })

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
