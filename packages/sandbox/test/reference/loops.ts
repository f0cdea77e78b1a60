import { type Body, FUNCTION, type Instruction } from './body.js'
import { item } from './bytes.js'
import { type CountedLoop, readCounter } from './counted.js'
import { isShared, type Program } from './program.js'

/** Sections 6 and 7 of METERING.md for one function. */
export interface Loops {
  guards: Map<number, number>
  counted: Map<number, CountedLoop>
  settled: Set<number>
}

export function findLoops(program: Program, body: Body): Loops {
  const { code } = body
  const guards = new Map<number, number>()
  const counted = new Map<number, CountedLoop>()
  for (const [loop, { name, isEmpty, close }] of code.entries()) {
    if (name !== 'loop' || !isEmpty) continue
    const guard = findGuard(code, loop)
    if (guard !== undefined) guards.set(loop, guard)
    const within = [...code.entries()].slice(loop + 1, close)
    const back = code.flatMap((one) => targetsOf(one)).filter((target) => target === loop)
    const leaving = within.flatMap(([at, one]) =>
      targetsOf(one).filter((target) => target < loop && !(at === guard && one.name === 'br_if'))
    )
    if (back.length !== 1 || leaving.length > 0 || within.some(([, one]) => isShared(program, one))) continue
    const counter = readCounter(body, loop, guard)
    if (counter !== undefined) counted.set(loop, counter)
  }
  return { guards, counted, settled: findSettled(code, guards, counted) }
}

/** Where a branch leads; equal labels each count. */
export function targetsOf({ name, targets }: Instruction): number[] {
  return name.startsWith('return') ? [FUNCTION] : targets
}

const control =
  /^(block|loop|if|else|end|br|br_if|br_table|return|return_call|return_call_indirect|unreachable)$/

function findGuard(code: Instruction[], loop: number): number | undefined {
  const offset = code.slice(loop + 1).findIndex(({ name }) => control.test(name))
  const guard = loop + 1 + offset
  const { name, isEmpty, close, otherwise, targets } = item(code, guard)
  if (name === 'if')
    return isEmpty && otherwise === 0 && item(code, loop).close === close + 1 ? guard : undefined
  const [target = FUNCTION] = targets
  if (name !== 'br_if' || target === FUNCTION || target >= loop) return undefined
  const to = item(code, target)
  return to.isEmpty && to.name !== 'loop' ? guard : undefined
}

function findSettled(
  code: Instruction[],
  guards: Map<number, number>,
  counted: Map<number, CountedLoop>
): Set<number> {
  const settled = new Set<number>()
  const guardOf = new Map([...guards].map(([loop, guard]) => [guard, loop]))
  for (const [at, { name, targets, depth }] of code.entries()) {
    const loop = guardOf.get(at)
    const from = loop !== undefined && counted.has(loop) ? item(code, loop).depth : depth
    for (const target of targets) {
      if (target === FUNCTION) continue
      const to = item(code, target)
      if (name === 'br_table' || (name === 'br_if' && to.results > 0) || to.depth < from) settled.add(target)
    }
  }
  return settled
}
