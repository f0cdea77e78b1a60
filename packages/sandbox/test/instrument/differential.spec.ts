import { hash } from 'node:crypto'
import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { assemble, type ModuleSource } from './fixtures/assemble.js'
import { type MeteredRun, meter, trapText } from './fixtures/metered-run.js'
import { randomModule } from './fixtures/random-module.js'
import { hostOfProgram, randomProgram } from './fixtures/random-program.js'
import { referenceOf } from './fixtures/reference.js'
import type { RunnerTask } from './fixtures/runner.js'
import { runUnder } from './fixtures/tiers.js'

/** More with a longer run by hand: DIFFERENTIAL_MODULES=5000, and another DIFFERENTIAL_SEED. */
const MODULES = Number(process.env.DIFFERENTIAL_MODULES ?? 100)
const seed = Number(process.env.DIFFERENTIAL_SEED ?? 20_261_123)

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

interface Generator {
  name: string
  make: (bytes: Uint8Array) => ModuleSource
  values: readonly (number | bigint)[]
  /** Most fuel for each unit that is due: what is paid for ways not taken. */
  atMost: bigint
}

const generators: readonly Generator[] = [
  { name: 'modules', make: randomModule, values: [3, 5n, 1.5, Number.NaN], atMost: 4n },
  { name: 'programs', make: randomProgram, values: [4, 3, 5n, 1.5, Number.NaN], atMost: 8n }
]

interface PlainRun {
  trap: string
  result: unknown
  memory: string
  cost: bigint
}

/** Exports the memory as well, and what the reference counts in its last global. */
function withExports(source: ModuleSource, counter: number): ModuleSource {
  return {
    ...source,
    exports: [
      { name: 'memory', kind: 'memory', index: 0 },
      { name: 'cost', kind: 'global', index: counter }
    ]
  }
}

function runReference(source: ModuleSource, values: Generator['values']): PlainRun {
  const reference = withExports(referenceOf(source), source.globals?.length ?? 0)
  const instance = new WebAssembly.Instance(new WebAssembly.Module(assemble(reference)), hostOfProgram())
  let result: unknown
  let trap = ''
  try {
    result = (instance.exports.f as (...values: unknown[]) => unknown)(...values)
  } catch (error) {
    trap = trapText(error)
  }
  const memory = new Uint8Array((instance.exports.memory as WebAssembly.Memory).buffer)
  const cost = (instance.exports.cost as WebAssembly.Global).value as bigint
  return { trap, result, memory: hash('sha256', memory), cost }
}

for (const { name, make, values, atMost } of generators) {
  test(`random ${name} do what they do plain, and pay no less than their instructions`, () => {
    let trapped = 0
    fc.assert(
      fc.property(supply, (bytes) => {
        const source = make(bytes)
        const module = assemble(source)
        assert.ok(WebAssembly.validate(module), 'the generator makes valid modules')
        const plain = runReference(source, values)
        const run = (fuel?: bigint): MeteredRun =>
          meter(module, 'f', values, { imports: hostOfProgram(), ...(fuel === undefined ? {} : { fuel }) })
        const first = run()
        assert.is(first.trap, plain.trap)
        assert.equal(first.result, plain.result)
        assert.is(hash('sha256', first.memory), plain.memory)
        if (first.trap !== '') {
          trapped++
          return
        }
        assert.is(first.code, 'SUCCESS')
        assert.ok(first.fuel >= plain.cost, `${first.fuel} paid, ${plain.cost} due`)
        assert.ok(first.fuel <= 100n + atMost * plain.cost, `${first.fuel} paid, ${plain.cost} due`)
        assert.is(run(first.fuel).code, 'SUCCESS')
        assert.is(run(first.fuel - 1n).code, 'FUEL_EXHAUSTED')
      }),
      { numRuns: MODULES, seed }
    )
    assert.ok(trapped < MODULES / 2, `${trapped} of ${MODULES} trapped`)
  })

  test(`both compilers agree on results, traps, fuel and memory of random ${name}`, () => {
    // JSON has neither i64 nor NaN.
    const given = values.map((value) =>
      Number.isNaN(value) ? 0 : typeof value === 'bigint' ? `${value}` : value
    )
    const tasks = fc.sample(supply, { numRuns: MODULES, seed: seed + 1 }).map((bytes): RunnerTask => {
      return { module: Buffer.from(assemble(make(bytes))).toString('base64'), values: given }
    })
    const optimised = runUnder(['--no-liftoff'], tasks)
    assert.equal(runUnder(['--liftoff', '--liftoff-only'], tasks), optimised)
    assert.equal(runUnder([], tasks), optimised)
  })
}

test.run()
