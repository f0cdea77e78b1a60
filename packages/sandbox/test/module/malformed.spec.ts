import { MIB } from '@ailee/core'
import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { prepareModule } from '../../src/module/prepare.js'
import { ModuleRefusal } from '../../src/module/refusal.js'
import { addModule } from '../fixtures/build-module.js'
import { example } from '../fixtures/examples.js'
import { request, withSandbox } from '../fixtures/harness.js'
import { mutated } from '../fixtures/mutated.js'
import { tampered } from '../fixtures/tampered.js'
import { assemble } from '../instrument/fixtures/assemble.js'
import { randomModule } from '../instrument/fixtures/random-module.js'

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

/** Generated modules are small and use every kind of section. */
const generated = [1, 2, 3, 4, 5].map((step) =>
  assemble(randomModule(Uint8Array.from({ length: 400 }, (_, index) => (index * index * step) >> 3)))
)
const tamperedModules = tampered([addModule, example('hello'), ...generated, ...generated])

test('modules with tampered sections, lengths and counts are refused, or as valid after the rewriting as before', () => {
  let prepared = 0
  fc.assert(
    fc.property(tamperedModules, (bytes) => {
      let rewritten: Uint8Array<ArrayBuffer>
      try {
        rewritten = prepareModule(bytes, { memoryBytes: MIB }).bytes
      } catch (error) {
        if (!(error instanceof ModuleRefusal)) throw error
        assert.ok(expected.has(error.code), error.code)
        return
      }
      prepared++
      assert.is(WebAssembly.validate(rewritten), WebAssembly.validate(Uint8Array.from(bytes)))
    }),
    { numRuns: 10_000 }
  )
  // Both ways were taken often, or nothing was tested.
  assert.ok(prepared > 500 && prepared < 9_500, `${prepared} of 10000 were prepared`)
})

test('modules with tampered sections end with an outcome in the sandbox', async () => {
  await withSandbox({ processes: 1 }, async (sandbox) => {
    await fc.assert(
      fc.asyncProperty(tamperedModules, async (module) => {
        const limits = { wallTimeMs: 2_000, memoryBytes: MIB, fuel: 1_000_000n }
        const outcome = await sandbox.run(request(module, { limits }))
        assert.not.equal(outcome.code, 'KILLED', outcome.detail)
      }),
      { numRuns: 500 }
    )
  })
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
