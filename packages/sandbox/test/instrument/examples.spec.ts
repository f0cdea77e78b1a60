import { readdirSync } from 'node:fs'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type InstrumentedModule, instrumentModule, Reason } from '../../src/instrument/index.js'
import { meteringHash, meteringText } from '../../src/instrument/metering-hash.js'
import { parseModule } from '../../src/module/parse.js'
import { example } from '../fixtures/examples.js'
import { assemble } from './fixtures/assemble.js'
import { MeteredInstance, meter } from './fixtures/metered-run.js'
import { runCommand } from './fixtures/wasi-command.js'

const folder = new URL('../../../../../examples/modules/', import.meta.url)
const names = readdirSync(folder).flatMap((file) => (file.endsWith('.wasm') ? [file.slice(0, -5)] : []))
const options = { memoryPages: 1_024, tableElements: 100_000 }

function fill(module: InstrumentedModule, fuel: bigint): (instance: WebAssembly.Instance) => void {
  return (instance) => {
    ;(instance.exports[module.exports.fuel] as WebAssembly.Global).value = fuel
    ;(instance.exports[module.exports.depth] as WebAssembly.Global).value = 10_000
  }
}

test('every example stays valid, and is instrumented alike every time', () => {
  for (const name of names) {
    const once = instrumentModule(example(name), options)
    assert.ok(WebAssembly.validate(once.bytes), name)
    assert.equal(instrumentModule(example(name), options).bytes, once.bytes, name)
  }
})

test('an instrumented module can be instrumented: added names are fresh', () => {
  const once = instrumentModule(example('primes'), options)
  const twice = instrumentModule(once.bytes, options)
  assert.ok(WebAssembly.validate(twice.bytes))
  assert.is(twice.exports.fuel, `${once.exports.fuel}:2`)
})

test('WASI commands do what they do plain', () => {
  // One ends never; the other takes all the memory there is.
  const endless = ['endless-loop', 'grow-memory']
  for (const name of names) {
    const info = parseModule(example(name))
    if (endless.includes(name) || !info.exports.some((entry) => entry.name === '_start')) continue
    const plain = runCommand(Uint8Array.from(example(name)), ['1', '2'])
    const module = instrumentModule(example(name), {
      memoryPages: info.memory?.max ?? 65_536,
      tableElements: 100_000
    })
    const used: bigint[] = []
    for (let turn = 0; turn < 2; turn++) {
      let left = (): bigint => 0n
      const metered = runCommand(module.bytes, ['1', '2'], (own) => {
        fill(module, 10n ** 15n)(own)
        left = () => (own.exports[module.exports.fuel] as WebAssembly.Global).value
      })
      assert.equal(metered, plain, name)
      used.push(10n ** 15n - left())
    }
    assert.is(used[0], used[1], name)
  }
})

const calls: [name: string, fn: string, values: number[]][] = [
  ['primes', 'countPrimes', [10_000]],
  ['matmul', 'multiply', [24, 7]],
  ['kmeans', 'cluster', [100, 4, 5]]
]

test('functions of the examples give the same results, for the same fuel', () => {
  for (const [name, wanted, values] of calls) {
    const info = parseModule(example(name))
    const found =
      info.exports.find((entry) => entry.kind === 'function' && entry.name === wanted) ??
      info.exports.find((entry) => entry.kind === 'function' && !entry.name.startsWith('_'))
    const arity = info.functions[found?.index ?? 0]?.params.length ?? 0
    const list = Array.from({ length: arity }, (_, at) => values[at] ?? 5)
    const imports = { env: { abort: () => undefined } }
    const plain = new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.from(example(name))), imports)
    const run = meter(example(name), found?.name ?? '', list)
    assert.is(run.code, 'SUCCESS', name)
    assert.equal(
      run.result,
      (plain.exports[found?.name ?? ''] as (...values: number[]) => unknown)(...list),
      name
    )
    assert.is(meter(example(name), found?.name ?? '', list, { fuel: run.fuel }).code, 'SUCCESS', name)
    assert.is(
      meter(example(name), found?.name ?? '', list, { fuel: run.fuel - 1n }).code,
      'FUEL_EXHAUSTED',
      name
    )
  }
})

test('endless examples end', () => {
  for (const name of ['endless-loop']) {
    const module = instrumentModule(example(name), options)
    const { trap } = runCommand(module.bytes, [], fill(module, 1_000_000n))
    assert.match(trap, /unreachable/)
  }
})

test('the start function becomes an export', () => {
  const source = assemble({
    functions: [
      { code: 'i32.const 5 global.set 0' },
      { code: 'global.get 0', results: ['i32'], export: 'f' }
    ],
    globals: ['i32'],
    start: 0
  })
  const module = instrumentModule(source, options)
  const run = new MeteredInstance(module)
  assert.is(run.call('f', []).result, 0)
  run.call(module.exports.start ?? '', [])
  assert.is(run.call('f', []).result, 5)
})

test('growth at the limit is told by the reason', () => {
  const source = assemble({
    functions: [{ params: ['i32'], code: 'local.get 0 memory.grow drop', export: 'f' }],
    memory: [1]
  })
  const module = instrumentModule(source, { memoryPages: 2, tableElements: 0 })
  assert.equal(module.memoryLimit, { initialPages: 1, limitPages: 2 })
  const run = new MeteredInstance(module)
  const reason = run.exports[module.exports.reason] as WebAssembly.Global
  run.call('f', [1])
  assert.is(reason.value, Reason.none)
  run.call('f', [1])
  assert.is(reason.value, Reason.memoryLimitMet)
})

test('the metering hash is that of a text that names version, costs and caps', () => {
  assert.is(meteringHash().length, 32)
  assert.equal(meteringHash(), meteringHash())
  const text = meteringText()
  for (const line of ['ailee-metering 2', 'simple 1', 'branchSlack 8', '0x6a i32.add simple shows']) {
    assert.ok(text.split('\n').includes(line), line)
  }
})

test.run()
