import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { instrumentModule } from '../../src/instrument/index.js'
import { assemble, type ModuleSource } from './fixtures/assemble.js'
import { MeteredInstance, meter, OPTIONS } from './fixtures/metered-run.js'

const countdown = 'local.get 0 i32.eqz if void return end local.get 0 i32.const 1 i32.sub'

const recursive: Record<string, ModuleSource> = {
  direct: { functions: [{ params: ['i32'], code: `${countdown} call 0`, export: 'f' }] },
  mutual: {
    functions: [
      { params: ['i32'], code: `${countdown} call 1`, export: 'f' },
      { params: ['i32'], code: `${countdown} call 0` }
    ]
  },
  indirect: {
    types: [{ params: ['i32'] }],
    functions: [{ params: ['i32'], code: `${countdown} i32.const 0 call_indirect 0`, export: 'f' }],
    table: [0]
  },
  'with branches out': {
    functions: [
      {
        params: ['i32'],
        results: ['i32', 'i64'],
        code: `i32.const 1 i64.const 2 local.get 0 i32.eqz br_if 0 drop drop
          local.get 0 i32.const 1 i32.sub call 0 local.get 0 i32.const 3 i32.eq br_if 0 local.get 0 br_table 0,0`,
        export: 'f'
      }
    ]
  },
  'with a tail call': {
    functions: [
      { params: ['i32'], code: `${countdown} call 1`, export: 'f' },
      { params: ['i32'], code: 'local.get 0 return_call 0' }
    ]
  }
}

test('recursion is counted, and every way out gives back what was taken', () => {
  for (const [name, source] of Object.entries(recursive)) {
    const module = instrumentModule(assemble(source), OPTIONS)
    const run = new MeteredInstance(module)
    assert.is(run.call('f', [300]).code, 'SUCCESS', name)
    const depth = run.exports[module.exports.depth] as WebAssembly.Global
    assert.is(depth.value, 5_000, name)
    assert.is(meter(assemble(source), 'f', [100_000]).code, 'DEPTH_EXHAUSTED', name)
  }
})

test('the limit is exact', () => {
  const module = assemble(recursive.direct ?? { functions: [] })
  // A frame: 2 units and its slots, one parameter and one operand.
  assert.is(meter(module, 'f', [9], { depth: 30 }).code, 'SUCCESS')
  assert.is(meter(module, 'f', [9], { depth: 29 }).code, 'DEPTH_EXHAUSTED')
  assert.is(meter(module, 'f', [9], { depth: 29, fuel: 10n }).code, 'FUEL_EXHAUSTED')
})

test('tail calls take no depth', () => {
  const module = assemble({
    functions: [{ params: ['i32'], code: `${countdown} return_call 0`, export: 'f' }]
  })
  assert.is(meter(module, 'f', [100_000]).code, 'SUCCESS')
})

test('a chain of calls without recursion is measured, and refused if it is too long', () => {
  const chain = (length: number): Uint8Array =>
    assemble({
      functions: Array.from({ length }, (_, index) => ({
        code: index === length - 1 ? '' : `call ${index + 1}`,
        ...(index === 0 ? { export: 'f' } : {})
      }))
    })
  assert.is(instrumentModule(chain(10), OPTIONS).staticDepth, 20)
  assert.throws(
    () => instrumentModule(chain(5_000), OPTIONS),
    (error: { code: string }) => error.code === 'MODULE_TOO_COMPLEX'
  )
})

test('how deep recursion went is kept where it is asked for, and changes neither results nor fuel', () => {
  for (const [name, source] of Object.entries(recursive)) {
    const module = assemble(source)
    const options = { ...OPTIONS, measureDepth: true }
    const kept = instrumentModule(module, options)
    const deepest = (turns: number): number => {
      const instance = new MeteredInstance(kept, { depth: 5_000 })
      const global = instance.exports[kept.exports.deepest ?? ''] as WebAssembly.Global<'i32'>
      global.value = 5_000
      const run = instance.call('f', [turns])
      const plain = meter(module, 'f', [turns])
      assert.is(run.code, plain.code, name)
      assert.is(run.fuel, plain.fuel, name)
      return 5_000 - global.value
    }
    const unit = deepest(11) - deepest(10)
    assert.ok(unit >= 2, `${name}: ${unit}`)
    assert.is(deepest(110) - deepest(10), 100 * unit, name)
  }
})

test.run()
