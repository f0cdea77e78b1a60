import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { instrumentModule } from '../../src/instrument/index.js'
import { assemble, type ModuleSource } from '../instrument/fixtures/assemble.js'
import { type Arguments, MeteredInstance } from '../instrument/fixtures/metered-run.js'
import { Choices, randomModule } from '../instrument/fixtures/random-module.js'
import { hostOfProgram, randomProgram } from '../instrument/fixtures/random-program.js'
import { randomLoops } from './random-loops.js'
import { rewrite, runReference } from './run.js'

/** Our instrumenter against an implementation written from proto/METERING.md alone. Longer by hand: REFERENCE_MODULES. */
const MODULES = Number(process.env.REFERENCE_MODULES ?? 60)
const PLENTY = 1_000_000_000n
const DEPTH = 5_000
const options = { memoryPages: 256, tableElements: 1_000 }
const seed = Number(process.env.REFERENCE_SEED ?? 20_261_124)

const test = suite('metering from its text')

const supply = fc
  .record({ state: fc.noBias(fc.integer()), length: fc.noBias(fc.integer({ min: 100, max: 3_000 })) })
  .map(({ state, length }) => {
    let next = state | 1
    return Uint8Array.from({ length }, () => {
      next ^= next << 13
      next ^= next >>> 17
      next ^= next << 5
      return next >>> 16
    })
  })

/** Runs both on every account and holds the ends, results and posted accounts against each other. */
function compare(
  module: Uint8Array,
  values: Arguments,
  most: bigint,
  accounts: (used: bigint) => bigint[]
): string[] {
  const own = instrumentModule(module, options)
  const other = rewrite(module, { pages: options.memoryPages, elements: options.tableElements })
  const both = (fuel: bigint, depth = DEPTH): string => {
    const left = new MeteredInstance(own, { fuel, depth, imports: hostOfProgram() }).call('f', values)
    const limits = { pages: options.memoryPages, elements: options.tableElements, fuel, depth }
    const right = runReference(other, [{ name: 'f', values }], { ...limits, imports: hostOfProgram() })
    assert.is(right.code, left.code, `with ${fuel} fuel and ${depth} units`)
    if (left.code === 'SUCCESS') assert.equal(right.result, left.result)
    if (left.code === 'SUCCESS' || left.code === 'TRAP')
      assert.is(right.posted, left.fuel, `with ${fuel} fuel`)
    if (left.code === 'TRAP') assert.is(right.trap, left.trap)
    used = left.fuel
    return left.code
  }
  let used = 0n
  const ends = [both(most)]
  for (const fuel of accounts(used)) ends.push(both(fuel))
  for (const depth of [2, 5, 11, 24, 40, 300]) ends.push(both(most, depth))
  return ends
}

interface Generator {
  name: string
  make: (bytes: Uint8Array) => ModuleSource
  values: Arguments
  /** Most fuel that is tried. */
  fuel: bigint
  runs: number
}

const generators: readonly Generator[] = [
  { name: 'modules', make: randomModule, values: [3, 5n, 1.5, Number.NaN], fuel: PLENTY, runs: MODULES },
  { name: 'programs', make: randomProgram, values: [4, 3, 5n, 1.5, Number.NaN], fuel: PLENTY, runs: MODULES },
  {
    name: 'loops',
    make: (bytes) => randomLoops(new Choices(bytes)),
    values: [4, 30],
    fuel: 20_000n,
    runs: 5 * MODULES
  }
]

for (const { name, make, values, fuel, runs } of generators) {
  test(`random ${name}: the same end, result and fuel on every account`, () => {
    const seen = new Map<string, number>()
    fc.assert(
      fc.property(
        supply,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 12, maxLength: 12 }),
        (bytes, parts) => {
          const cuts = (used: bigint): bigint[] => [
            used,
            used > 0n ? used - 1n : 0n,
            ...parts.map((part) => BigInt(Math.floor(Number(used) * part)))
          ]
          for (const end of compare(assemble(make(bytes)), values, fuel, cuts))
            seen.set(end, (seen.get(end) ?? 0) + 1)
        }
      ),
      { numRuns: runs, seed }
    )
    assert.ok(
      (seen.get('SUCCESS') ?? 0) > MODULES && (seen.get('FUEL_EXHAUSTED') ?? 0) > MODULES,
      JSON.stringify([...seen])
    )
  })
}

test.run()
