import { hash } from 'node:crypto'
import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { assemble } from './fixtures/assemble.js'
import { meter, trapText } from './fixtures/metered-run.js'
import { randomModule } from './fixtures/random-module.js'
import { referenceOf } from './fixtures/reference.js'
import type { RunnerTask } from './fixtures/runner.js'
import { runUnder } from './fixtures/tiers.js'

/** More with a longer run by hand: DIFFERENTIAL_MODULES=5000. */
const MODULES = Number(process.env.DIFFERENTIAL_MODULES ?? 400)
const seed = Number(process.env.DIFFERENTIAL_SEED ?? 20_261_123)
const VALUES = [3, 5n, 1.5, Number.NaN] as const

/** Bytes to choose by, evenly distributed: fast-check's own arrays are full of zeros. Shrinking makes them fewer. */
const supply = fc
  .record({ state: fc.noBias(fc.integer()), length: fc.noBias(fc.integer({ min: 100, max: 4_000 })) })
  .map(({ state, length }) => {
    let next = state | 1
    return Uint8Array.from({ length }, () => {
      next ^= next << 13
      next ^= next >>> 17
      next ^= next << 5
      return next >>> 16
    })
  })

interface PlainRun {
  trap: string
  result: unknown
  memory: string
  cost: bigint
}

function runReference(bytes: Uint8Array): PlainRun {
  const source = referenceOf(randomModule(bytes))
  const reference = { ...source, functions: source.functions.map((own) => own) }
  const instance = new WebAssembly.Instance(
    new WebAssembly.Module(withExports(assemble(reference), source.globals?.length ?? 0))
  )
  let result: unknown
  let trap = ''
  try {
    result = (instance.exports.f as (...values: unknown[]) => unknown)(...VALUES)
  } catch (error) {
    trap = trapText(error)
  }
  const memory = new Uint8Array((instance.exports.memory as WebAssembly.Memory).buffer)
  return {
    trap,
    result,
    memory: hash('sha256', memory),
    cost: (instance.exports.cost as WebAssembly.Global).value
  }
}

/** Exports the memory and the last global as well; the export section has one entry, `f`. */
function withExports(module: Uint8Array<ArrayBuffer>, globals: number): Uint8Array<ArrayBuffer> {
  const entry = [7, 5, 1, 1, 0x66, 0, 0]
  const at = module.findIndex((_, index) => entry.every((byte, offset) => module[index + offset] === byte))
  const text = (name: string): number[] => [name.length, ...new TextEncoder().encode(name)]
  const content = [3, 1, 0x66, 0, 0, ...text('memory'), 2, 0, ...text('cost'), 3, globals - 1]
  return Uint8Array.from([
    ...module.subarray(0, at),
    7,
    content.length,
    ...content,
    ...module.subarray(at + entry.length)
  ])
}

test('random modules do what they do plain, and pay no less than their instructions', () => {
  let trapped = 0
  fc.assert(
    fc.property(supply, (bytes) => {
      const module = assemble(randomModule(bytes))
      assert.ok(WebAssembly.validate(module), 'the generator makes valid modules')
      const plain = runReference(bytes)
      const run = meter(module, 'f', VALUES)
      assert.is(run.trap, plain.trap)
      assert.equal(run.result, plain.result)
      assert.is(hash('sha256', run.memory), plain.memory)
      if (run.trap !== '') {
        trapped++
        return
      }
      assert.is(run.code, 'SUCCESS')
      assert.ok(run.fuel >= plain.cost, `${run.fuel} paid, ${plain.cost} due`)
      assert.ok(run.fuel <= 100n + 4n * plain.cost, `${run.fuel} paid, ${plain.cost} due`)
      assert.is(meter(module, 'f', VALUES, { fuel: run.fuel }).code, 'SUCCESS')
      assert.is(meter(module, 'f', VALUES, { fuel: run.fuel - 1n }).code, 'FUEL_EXHAUSTED')
    }),
    { numRuns: MODULES, seed }
  )
  assert.ok(trapped < MODULES / 2, `${trapped} of ${MODULES} trapped`)
})

test('both compilers agree on results, traps, fuel and memory', () => {
  const values = VALUES.map((value) => (typeof value === 'bigint' ? String(value) : value))
  // JSON has no NaN.
  const tasks = fc.sample(supply, { numRuns: MODULES, seed: seed + 1 }).map((bytes): RunnerTask => {
    return {
      module: Buffer.from(assemble(randomModule(bytes))).toString('base64'),
      values: [...values.slice(0, 3), 0]
    }
  })
  assert.equal(runUnder(['--liftoff', '--liftoff-only'], tasks), runUnder(['--no-liftoff'], tasks))
})

test.run()
