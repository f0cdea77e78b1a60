import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { meteringParameters } from '../../src/instrument/index.js'
import { assemble, type ModuleSource, oneFunction } from './fixtures/assemble.js'
import { meter } from './fixtures/metered-run.js'
import { referenceOf } from './fixtures/reference.js'

const RUNS = Number(process.env.COUNTED_LOOPS ?? 1_500)
const MOST_TURNS = 4_000
const FUEL = 40_000n

type Relation = 'lt' | 'le' | 'gt' | 'ge' | 'ne'

interface Case {
  shape: 'if' | 'br_if' | 'last' | 'last-set'
  relation: Relation
  sign: 's' | 'u'
  step: number
  start: number
  bound: number
  /** The start is a constant that is set before, the counter's zero, or the parameter itself. */
  startIs: 'constant' | 'zero' | 'parameter'
  boundIs: 'constant' | 'parameter'
  swap: boolean
  negate: boolean
  extra: boolean
}

const opposite: Record<Relation, string> = { lt: 'ge', le: 'gt', gt: 'le', ge: 'lt', ne: 'eq' }
const mirrored: Record<Relation, Relation> = { lt: 'gt', le: 'ge', gt: 'lt', ge: 'le', ne: 'ne' }

/** Parameters: start and bound. Locals: 2 the counter unless it is the start, 3 the turns, 4 something else. */
function codeOf(test: Case): string {
  const counter = test.startIs === 'parameter' ? 0 : 2
  const name = (relation: string): string =>
    relation === 'ne' || relation === 'eq' ? `i32.${relation}` : `i32.${relation}_${test.sign}`
  const bound = test.boundIs === 'constant' ? `i32.const ${test.bound}` : 'local.get 1'
  const compare = (own: string, goesOn: boolean): string => {
    const relation = goesOn ? test.relation : (opposite[test.relation] as Relation)
    // Mirroring goes first: the operands change places.
    const shown = test.swap && relation in mirrored ? mirrored[relation] : relation
    const operands = test.swap ? `${bound} ${own}` : `${own} ${bound}`
    return `${operands} ${name(shown)}`
  }
  const wanted = (own: string, goesOn: boolean): string =>
    test.negate ? `${compare(own, !goesOn)} i32.eqz` : compare(own, goesOn)
  const stepped = `local.get ${counter} i32.const ${test.step} i32.add`
  const extra = test.extra
    ? `local.get ${counter} i32.const 1 i32.and if void ${'i32.const 1 drop '.repeat(9)} end`
    : ''
  const body = `local.get 3 i32.const 1 i32.add local.set 3 ${extra}`
  const begin = test.startIs === 'constant' ? `i32.const ${test.start} local.set 2` : ''
  const get = `local.get ${counter}`
  const loop = {
    if: `loop void ${wanted(get, true)} if void ${body} ${stepped} local.set ${counter} br 1 end end`,
    br_if: `block void loop void ${wanted(get, false)} br_if 1 ${body} ${stepped} local.set ${counter} br 0 end end`,
    last: `loop void ${body} ${wanted(`${stepped} local.tee ${counter}`, true)} br_if 0 end`,
    'last-set': `loop void ${stepped} local.set ${counter} ${body} ${wanted(get, true)} br_if 0 end`
  }[test.shape]
  return `${begin} ${loop} local.get 3`
}

function sourceOf(test: Case): ModuleSource {
  const own = { params: ['i32', 'i32'], results: ['i32'], locals: ['i32', 'i32', 'i32'] } as const
  return { functions: [{ ...own, code: codeOf(test), export: 'f' }], globals: [], memory: [1] }
}

/** How many turns the loop takes; undefined if they are more than anybody waits for. */
function turnsOf(test: Case): number | undefined {
  const view = (value: number): number => (test.sign === 'u' ? value >>> 0 : value)
  const goesOn = (value: number): boolean => {
    const [a, b] = [view(value), view(test.bound)]
    return { lt: a < b, le: a <= b, gt: a > b, ge: a >= b, ne: a !== b }[test.relation]
  }
  let counter = test.startIs === 'zero' ? 0 : test.start
  let turns = 0
  const last = test.shape.startsWith('last')
  while (last || goesOn(counter)) {
    turns++
    counter = (counter + test.step) | 0
    if (turns > MOST_TURNS) return undefined
    if (last && !goesOn(counter)) break
  }
  return turns
}

const near = (middle: number): fc.Arbitrary<number> =>
  fc.integer({ min: -40, max: 40 }).map((offset) => (middle + offset) | 0)
const values = fc.oneof(near(0), near(2 ** 31 - 1), near(-(2 ** 31)), near(500), fc.integer())
const cases: fc.Arbitrary<Case> = fc.record({
  shape: fc.constantFrom('if', 'br_if', 'last', 'last-set'),
  relation: fc.constantFrom('lt', 'le', 'gt', 'ge', 'ne'),
  sign: fc.constantFrom('s', 'u'),
  step: fc.constantFrom(1, -1, 2, -2, 3, -3, 4, 8, -16, 7, 1_000, 65_536, 65_537, -(2 ** 31), 2 ** 30),
  start: values,
  bound: values,
  startIs: fc.constantFrom('constant', 'zero', 'parameter'),
  boundIs: fc.constantFrom('constant', 'parameter'),
  swap: fc.boolean(),
  negate: fc.boolean(),
  extra: fc.boolean()
})

function referenceCost(
  source: ModuleSource,
  start: number,
  bound: number
): { result: unknown; cost: bigint } {
  const own = referenceOf(source)
  const bytes = assemble({ ...own, exports: [{ name: 'cost', kind: 'global', index: 0 }] })
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes))
  const result = (exports.f as (...values: number[]) => unknown)(start, bound)
  return { result, cost: (exports.cost as WebAssembly.Global).value }
}

test('loops with a counter pay for exactly the turns they take', () => {
  const seen = { exact: 0, endless: 0 }
  fc.assert(
    fc.property(cases, (wanted) => {
      const source = sourceOf(wanted)
      const module = assemble(source)
      const { start, bound } = wanted
      const turns = turnsOf(wanted)
      const run = meter(module, 'f', [start, bound], { fuel: FUEL })
      if (turns === undefined) {
        assert.is(run.code, 'FUEL_EXHAUSTED')
        seen.endless++
        return
      }
      const plain = referenceCost(source, start, bound)
      assert.is(plain.result, turns)
      const slack = wanted.extra ? BigInt(turns) * BigInt(meteringParameters.branchSlack) : 0n
      const due = plain.cost + BigInt(meteringParameters.entryFuel)
      if (run.code === 'FUEL_EXHAUSTED' && due + slack > FUEL) return
      // A counter that comes close to where it wraps is taken for one that does.
      const edge = wanted.relation !== 'ne' && Math.abs(bound) > 2 ** 31 - 70_000
      const zero = wanted.sign === 'u' && Math.abs(bound) < 70_000
      if (run.code === 'FUEL_EXHAUSTED' && (edge || zero)) return
      assert.is(run.code, 'SUCCESS')
      assert.is(run.result, turns)
      assert.ok(run.fuel >= due && run.fuel <= due + slack, `${run.fuel} paid, ${due} due`)
      seen.exact++
    }),
    { numRuns: RUNS, seed: 20_261_124 }
  )
  assert.ok(seen.exact > RUNS / 4 && seen.endless > RUNS / 50, JSON.stringify(seen))
})

test('a loop that could leave otherwise, write its bound or skip its step is not counted', () => {
  const turns = 'local.get 3 i32.const 1 i32.add local.set 3'
  const step = 'local.get 2 i32.const 1 i32.add local.set 2'
  const loop = (body: string): string =>
    `loop void local.get 2 local.get 1 i32.lt_s if void ${body} br 1 end end`
  const leaves = `block void ${loop(`${turns} local.get 2 i32.const 5 i32.eq br_if 2 ${step}`)} end`
  const breaks = loop(`${turns} local.get 2 i32.const 5 i32.eq br_if 0 ${step}`)
  const moves = loop(`${turns} ${step} local.get 3 i32.const 6 i32.eq if void i32.const 0 local.set 1 end`)
  const returns = loop(`${turns} local.get 2 i32.const 5 i32.eq if void local.get 3 return end ${step}`)
  const skips = loop(`${turns} local.get 3 i32.const 1 i32.and if void ${step} end`)
  const again = loop(`${turns} ${step} local.get 3 i32.const 9 i32.eq br_if 1 ${step}`)
  const exits: [string, string, number, number][] = [
    ['leaves', leaves, 2 ** 31 - 1, 6],
    ['breaks', breaks, 2 ** 31 - 1, 6],
    ['moves its bound', moves, 2 ** 31 - 1, 6],
    ['returns', returns, 2 ** 31 - 1, 6],
    ['skips', skips, 10, 19],
    ['goes back twice', again, 20, 11]
  ]
  for (const [name, code, bound, expected] of exits) {
    const shape = { params: ['i32', 'i32'], results: ['i32'], locals: ['i32', 'i32'] } as const
    const module = oneFunction(`${code} local.get 3`, shape)
    const run = meter(module, 'f', [0, bound], { fuel: 10_000n })
    assert.is(run.code, 'SUCCESS', name)
    assert.is(run.result, expected, name)
    assert.ok(run.fuel > BigInt(expected) * 8n && run.fuel < 1_000n, `${name}: ${run.fuel}`)
  }
})

test('a trap in a counted loop takes the whole fuel, too little fuel ends it before it begins', () => {
  const code = `loop void local.get 2 local.get 1 i32.lt_s if void local.get 2 i32.const 50 i32.eq if void unreachable end
    local.get 2 i32.const 1 i32.add local.set 2 br 1 end end`
  const module = oneFunction(code, { params: ['i32', 'i32'], locals: ['i32'] })
  assert.is(meter(module, 'f', [0, 100], { fuel: 10_000n }).code, 'TRAP')
  assert.is(meter(module, 'f', [0, 100], { fuel: 500n }).code, 'FUEL_EXHAUSTED')
  assert.is(meter(module, 'f', [0, 40], { fuel: 10_000n }).code, 'SUCCESS')
})

test.run()
