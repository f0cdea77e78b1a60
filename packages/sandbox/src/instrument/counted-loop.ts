import type { Code } from './code.js'
import { Op } from './opcodes.js'

/** How counter and bound compare while the loop goes on. */
export type Relation = 'lt' | 'le' | 'gt' | 'ge' | 'ne'

export type Bound = { local: number } | { constant: number }

/** A loop that a counter (an i32 local) takes through a number of turns that is known before the first. */
export interface CountedLoop {
  counter: number
  /** Added once in each turn; never 0. */
  step: number
  bound: Bound
  relation: Relation
  isSigned: boolean
  /** Whether the test stands behind the step, at the end of each turn. */
  testsLast: boolean
  /** What the counter starts with, where that is known. */
  start: number | undefined
}

/** What `findLoops` has collected about a function, for one loop of it. */
export interface LoopFacts {
  code: Code
  /** How many of the locals are parameters. */
  params: number
  loop: number
  guard: number | undefined
  /** The innermost block around each instruction. */
  parent: Int32Array
  /** How many branches lead to each block. */
  targeted: Int32Array
  /** Writes of each local, in order. */
  writes: readonly (readonly number[] | undefined)[]
}

const MAX_I32 = 2 ** 31 - 1
const MIN_I32 = -(2 ** 31)
const MAX_U32 = 2 ** 32 - 1

/** Longest step towards a bound: a bound this close to the end of its numbers counts as one that is missed. */
const MAX_STEP = 65_536

/** How far back the start of a counter is looked for. */
const START_SEARCH = 64

interface Comparison {
  relation: Relation
  isSigned: boolean
}

const comparisons = new Map<number, Comparison>(
  (
    [
      ['ne', true],
      ['lt', true],
      ['lt', false],
      ['gt', true],
      ['gt', false],
      ['le', true],
      ['le', false],
      ['ge', true],
      ['ge', false]
    ] as const
  ).map(([relation, isSigned], position) => [Op.i32Ne + position, { relation, isSigned }])
)

const swapped: Record<Relation, Relation> = { lt: 'gt', gt: 'lt', le: 'ge', ge: 'le', ne: 'ne' }
const negated: Partial<Record<Relation, Relation>> = { lt: 'ge', gt: 'le', le: 'gt', ge: 'lt' }

/**
 * Recognises a counted loop. The caller has made sure that it has one way back and no way out but its test. Three
 * shapes are known: `loop test if … br end end`, `block loop test br_if … br end end`, `loop … test br_if end`.
 */
export function findCounter(facts: LoopFacts): CountedLoop | undefined {
  const { code, loop, guard } = facts
  const end = code.close[loop] ?? 0
  if (guard === undefined) {
    if (code.op[end - 1] !== Op.brIf || code.opener[end - 1] !== loop) return undefined
    return readTest(facts, end - 1, loop, true, false)
  }
  if (code.op[guard] === Op.if) {
    const back = (code.close[guard] ?? 0) - 1
    if (code.op[back] !== Op.br || code.opener[back] !== loop || facts.targeted[guard] !== 0) return undefined
    return readTest(facts, guard, guard, false, false)
  }
  if (code.op[end - 1] !== Op.br || code.opener[end - 1] !== loop) return undefined
  return readTest(facts, guard, loop, false, true)
}

type Test = Pick<CountedLoop, 'counter' | 'bound' | 'relation' | 'isSigned'>

/** Reads the test before the branch at `branch`; the step must stand directly in the block `body`. */
function readTest(
  facts: LoopFacts,
  branch: number,
  body: number,
  testsLast: boolean,
  leaves: boolean
): CountedLoop | undefined {
  const { code } = facts
  const negates = code.op[branch - 1] === Op.i32Eqz
  const last = negates ? branch - 2 : branch - 1
  const inverted = leaves !== negates
  const comparison = comparisons.get(code.op[last] ?? 0)
  let found: Test | undefined
  let operands: Operand[]
  if (comparison === undefined && code.op[last] !== Op.i32Eq) {
    // The counter itself: go on while it is not 0.
    const own = readOperand(code, last)
    if (inverted || own === undefined || !('local' in own.bound)) return undefined
    operands = [own]
    found = { counter: own.bound.local, bound: { constant: 0 }, relation: 'ne', isSigned: true }
  } else {
    const right = readOperand(code, last - 1)
    const left = right && readOperand(code, right.first - 1)
    const relation = relationOf(comparison?.relation, inverted)
    if (right === undefined || left === undefined || relation === undefined) return undefined
    operands = [left, right]
    found = orient(facts, left.bound, right.bound, relation, comparison?.isSigned ?? true)
  }
  if (found === undefined) return undefined
  const write = findStep(facts, found.counter, body)
  if (write === undefined) return undefined
  // A step in or before the test, and in every turn, where the test comes last; else one behind the test.
  const before = write < (operands[0]?.first ?? 0) || operands.some((operand) => operand.last === write)
  if (testsLast ? !before : write < branch) return undefined
  const step = readStep(facts, found.counter, write)
  if (step === undefined || !ends(found, step)) return undefined
  return { ...found, step, testsLast, start: findStart(facts, found.counter) }
}

/** `undefined` as a comparison is equality, which goes on only where it is negated. */
function relationOf(relation: Relation | undefined, inverted: boolean): Relation | undefined {
  if (relation === undefined) return inverted ? 'ne' : undefined
  return inverted ? negated[relation] : relation
}

/** The counter is the operand that the loop writes; the other one must stay as it is. */
function orient(
  facts: LoopFacts,
  left: Bound,
  right: Bound,
  relation: Relation,
  isSigned: boolean
): Test | undefined {
  if ('local' in left && writesIn(facts, left.local).length === 1 && isFixed(facts, right)) {
    return { counter: left.local, bound: right, relation, isSigned }
  }
  if ('local' in right && writesIn(facts, right.local).length === 1 && isFixed(facts, left)) {
    return { counter: right.local, bound: left, relation: swapped[relation], isSigned }
  }
  return undefined
}

function isFixed(facts: LoopFacts, bound: Bound): boolean {
  return 'constant' in bound || writesIn(facts, bound.local).length === 0
}

/** The indices in the loop that write a local: two at most are looked at. */
function writesIn({ code, loop, writes }: LoopFacts, local: number): number[] {
  const list = writes[local] ?? []
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle] ?? 0) < loop) low = middle + 1
    else high = middle
  }
  const end = code.close[loop] ?? 0
  return list.slice(low, low + 2).filter((index) => index < end)
}

interface Operand {
  bound: Bound
  /** Its first and its last instruction. */
  first: number
  last: number
}

/** A constant, a local, or a local that is stepped just there, which ends at `last`. */
function readOperand(code: Code, last: number): Operand | undefined {
  const value = code.value[last] ?? 0
  switch (code.op[last]) {
    case Op.i32Const:
      return { bound: { constant: value }, first: last, last }
    case Op.localGet:
      return { bound: { local: value }, first: last, last }
    case Op.localTee:
      return { bound: { local: value }, first: last - 3, last }
    default:
      return undefined
  }
}

/** The only write of the counter, which must stand directly in the block `body`. */
function findStep(facts: LoopFacts, counter: number, body: number): number | undefined {
  const [write, more] = writesIn(facts, counter)
  return write === undefined || more !== undefined || facts.parent[write] !== body ? undefined : write
}

/** What a write adds to the counter, if it is such a write. */
function readStep({ code, loop }: LoopFacts, counter: number, write: number): number | undefined {
  const [get, constant, add] = [write - 3, write - 2, write - 1]
  if (get <= loop || code.op[get] !== Op.localGet || code.value[get] !== counter) return undefined
  if (code.op[constant] !== Op.i32Const) return undefined
  const amount = code.value[constant] ?? 0
  if (amount === 0 || amount === MIN_I32) return undefined
  if (code.op[add] === Op.i32Add) return amount
  return code.op[add] === Op.i32Sub ? -amount : undefined
}

/** Whether it can be said when the test fails; a constant bound must not let the counter wrap. */
function ends({ relation, bound, isSigned }: Test, step: number): boolean {
  if (relation === 'ne') return Number.isInteger(Math.log2(Math.abs(step)))
  const rises = relation === 'lt' || relation === 'le'
  if (rises !== step > 0 || Math.abs(step) > MAX_STEP) return false
  if ('local' in bound) return true
  const value = isSigned ? bound.constant : bound.constant >>> 0
  const last = wrapLimit({ relation, isSigned }, step)
  return rises ? value <= last : value >= last
}

/** The greatest bound (the least, if the counter falls) up to which the counter cannot wrap before the test fails. */
export function wrapLimit(test: Pick<Test, 'relation' | 'isSigned'>, step: number): number {
  const inclusive = test.relation === 'le' || test.relation === 'ge' ? 1 : 0
  const room = Math.abs(step) - 1 + inclusive
  if (step > 0) return (test.isSigned ? MAX_I32 : MAX_U32) - room
  return (test.isSigned ? MIN_I32 : 0) + room
}

/** The constant that the counter has where the loop begins, if only one way leads there from where it is set. */
function findStart({ code, loop, writes, params }: LoopFacts, counter: number): number | undefined {
  const first = Math.max(0, loop - START_SEARCH)
  for (let index = loop - 1; index >= first; index--) {
    const op = code.op[index] ?? 0
    if ((op === Op.localSet || op === Op.localTee) && code.value[index] === counter) {
      return code.op[index - 1] === Op.i32Const ? code.value[index - 1] : undefined
    }
    if (joins.has(op)) return undefined
  }
  // Locals start with 0, parameters do not.
  return first === 0 && counter >= params && (writes[counter]?.[0] ?? 0) > loop ? 0 : undefined
}

/** Behind these, or in them, other ways may have come in. */
const joins: ReadonlySet<number> = new Set([Op.loop, Op.else, Op.end])
