import type { Body, Instruction } from './body.js'
import { item } from './bytes.js'

export interface CountedLoop {
  counter: number
  step: number
  bound: { local: number } | { constant: number }
  relation: string
  isSigned: boolean
  isLast: boolean
  /** Where start and bound are known. */
  turns: number | undefined
}

interface Operand {
  begin: number
  end: number
  local?: number
  constant?: number
}

const MAX_STEP = 65_536
const SEARCH = 64
const negation: Record<string, string> = { eq: 'ne', lt: 'ge', gt: 'le', le: 'gt', ge: 'lt' }
const mirror: Record<string, string> = { lt: 'gt', gt: 'lt', le: 'ge', ge: 'le', ne: 'ne' }

/** Section 7 of METERING.md, from the shape on. */
export function readCounter(
  { code, params }: Body,
  loop: number,
  guard: number | undefined
): CountedLoop | undefined {
  const { close } = item(code, loop)
  const leadsBack = (at: number, name: string): boolean =>
    code[at]?.name === name && code[at]?.targets[0] === loop
  const first = guard !== undefined && item(code, guard).name === 'if'
  const last = guard === undefined
  if (first) {
    if (!leadsBack(item(code, guard).close - 1, 'br')) return undefined
    if (code.some(({ targets }) => targets.includes(guard))) return undefined
  } else if (!leadsBack(close - 1, last ? 'br_if' : 'br')) return undefined
  const branch = guard ?? close - 1
  const writes = (local: number): number[] =>
    [...code.keys()].filter((at) => at > loop && at < close && writesLocal(item(code, at), local))

  const test = readTest(code, branch, !first && !last, writes)
  if (test === undefined) return undefined
  const { counter, relation, isSigned, operands } = test
  const bound =
    test.bound.local === undefined ? { constant: test.bound.constant ?? 0 } : { local: test.bound.local }
  const [at, more] = writes(counter)
  if (at === undefined || more !== undefined || item(code, at).inside !== (first ? guard : loop))
    return undefined
  const isBefore = at < (operands[0]?.begin ?? 0) || operands.some(({ end }) => end === at)
  if (last ? !isBefore : at < branch) return undefined
  const step = readStep(code, loop, counter, at)
  if (step === undefined || !ends(relation, isSigned, step, bound)) return undefined
  const found = { counter, step, bound, relation, isSigned, isLast: last }
  return { ...found, turns: constantTurns(found, knownStart(code, params, loop, counter)) }
}

function writesLocal({ name, value }: Instruction, local: number): boolean {
  return (name === 'local.set' || name === 'local.tee') && value === local
}

function operandAt(code: Instruction[], end: number): Operand | undefined {
  const one = code[end]
  if (one?.name === 'i32.const') return { begin: end, end, constant: one.value }
  if (one?.name === 'local.get') return { begin: end, end, local: one.value }
  return one?.name === 'local.tee' ? { begin: end - 3, end, local: one.value } : undefined
}

interface Test {
  counter: number
  bound: { local?: number; constant?: number }
  relation: string
  isSigned: boolean
  operands: Operand[]
}

function readTest(
  code: Instruction[],
  branch: number,
  ends: boolean,
  writes: (local: number) => number[]
): Test | undefined {
  const negated = code[branch - 1]?.name === 'i32.eqz'
  const at = negated ? branch - 2 : branch - 1
  const inverted = negated !== ends
  const [, name, sign] = /^i32\.(eq|ne|lt|le|gt|ge)(?:_([su]))?$/.exec(code[at]?.name ?? '') ?? []
  if (name === undefined) {
    const own = operandAt(code, at)
    if (own?.local === undefined || inverted) return undefined
    return { counter: own.local, bound: { constant: 0 }, relation: 'ne', isSigned: true, operands: [own] }
  }
  const right = operandAt(code, at - 1)
  const left = right && operandAt(code, right.begin - 1)
  const relation = inverted ? negation[name] : name
  if (left === undefined || right === undefined || relation === undefined || relation === 'eq')
    return undefined
  const isFixed = ({ local }: Operand): boolean => local === undefined || writes(local).length === 0
  const isCounter = ({ local }: Operand): boolean => local !== undefined && writes(local).length === 1
  const shared = { isSigned: sign !== 'u', operands: [left, right] }
  if (isCounter(left) && isFixed(right))
    return { counter: left.local ?? 0, bound: right, relation, ...shared }
  if (!isCounter(right) || !isFixed(left)) return undefined
  return { counter: right.local ?? 0, bound: left, relation: mirror[relation] ?? '', ...shared }
}

function readStep(code: Instruction[], loop: number, counter: number, at: number): number | undefined {
  const [get, constant, add] = [code[at - 3], code[at - 2], code[at - 1]]
  if (at - 3 <= loop || get?.name !== 'local.get' || get.value !== counter) return undefined
  if (constant?.name !== 'i32.const' || constant.value === 0 || constant.value === -(2 ** 31))
    return undefined
  if (add?.name === 'i32.add') return constant.value
  return add?.name === 'i32.sub' ? -constant.value : undefined
}

/** The limit of a bound, or undefined where nothing is compared with it. */
export function limitOf(relation: string, isSigned: boolean, step: number): number {
  const room = Math.abs(step) - 1 + (relation === 'le' || relation === 'ge' ? 1 : 0)
  if (step > 0) return (isSigned ? 2 ** 31 - 1 : 2 ** 32 - 1) - room
  return (isSigned ? -(2 ** 31) : 0) + room
}

function ends(relation: string, isSigned: boolean, step: number, bound: CountedLoop['bound']): boolean {
  const size = Math.abs(step)
  if (relation === 'ne') return (size & (size - 1)) === 0
  const rises = relation === 'lt' || relation === 'le'
  if (rises !== step > 0 || size > MAX_STEP) return false
  if ('local' in bound) return true
  const value = isSigned ? bound.constant : bound.constant >>> 0
  const limit = limitOf(relation, isSigned, step)
  return rises ? value <= limit : value >= limit
}

function knownStart(code: Instruction[], params: number, loop: number, counter: number): number | undefined {
  for (let at = loop - 1; at >= 0 && at >= loop - SEARCH; at--) {
    const one = item(code, at)
    if (writesLocal(one, counter)) {
      const before = code[at - 1]
      return before?.name === 'i32.const' ? before.value : undefined
    }
    if (one.name === 'loop' || one.name === 'else' || one.name === 'end') return undefined
  }
  return loop <= SEARCH && counter >= params ? 0 : undefined
}

function constantTurns(loop: Omit<CountedLoop, 'turns'>, start: number | undefined): number | undefined {
  const { bound, step, relation, isSigned, isLast } = loop
  if (start === undefined || 'local' in bound) return undefined
  const c = isLast ? (start + step) | 0 : start
  const b = bound.constant
  const z = isLast ? 1 : 0
  const size = Math.abs(step)
  if (relation === 'ne') {
    const way = (step > 0 ? b - c : c - b) >>> 0
    return way % size === 0 ? z + way / size : undefined
  }
  const view = (value: number): number => (isSigned ? value : value >>> 0)
  const way = step > 0 ? view(b) - view(c) : view(c) - view(b)
  const u = relation === 'le' || relation === 'ge' ? 1 : 0
  return z + Math.ceil(Math.max(0, way + u) / size)
}
