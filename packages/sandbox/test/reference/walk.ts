import { type Body, FUNCTION } from './body.js'
import { item } from './bytes.js'
import type { Loops } from './loops.js'
import { costOf, type Program } from './program.js'
import { number } from './rules.js'

export interface Charge {
  amount: number
  checked: boolean
}

/** Section 8 of METERING.md. */
export interface Charges {
  entry: number
  after: Map<number, Charge>
  otherwise: Map<number, Charge>
  taken: Map<number, Charge>
  /** For each turn. */
  turns: Map<number, number>
}

export function walk(program: Program, { code }: Body, { guards, counted, settled }: Loops): Charges {
  const after = new Map<number, Charge>()
  const otherwise = new Map<number, Charge>()
  const taken = new Map<number, Charge>()
  const turns = new Map<number, number>()
  const label = new Map([[FUNCTION, 0]])
  const atElse = new Map<number, number>()
  const behind: number[] = []
  const turnCost = new Map<number, number>()
  const guardOf = new Map([...guards].map(([loop, guard]) => [guard, loop]))
  const labelOf = (target: number | undefined): number => label.get(target ?? FUNCTION) ?? 0
  let p = 0
  for (let i = code.length - 1; i >= 0; i--) {
    const one = item(code, i)
    const cost = costOf(program, one)
    const checked = counted.has(one.around)
    const target = one.targets[0]
    if (one.name === 'end') {
      if (one.opener === FUNCTION) continue
      if (item(code, one.opener).name !== 'loop') {
        if (p > 0 && settled.has(one.opener)) {
          after.set(i, { amount: p, checked })
          p = 0
        }
        label.set(one.opener, p)
        atElse.set(one.opener, p)
        continue
      }
      const guard = guards.get(one.opener)
      const test = guard === undefined ? undefined : item(code, guard)
      if (counted.has(one.opener)) behind.push(test?.name === 'br_if' ? labelOf(test.targets[0]) : p)
      else if (p > 0) after.set(i, { amount: p, checked: false })
      p = 0
      const tests = guard === undefined ? [] : code.slice(one.opener, guard + 1)
      label.set(
        one.opener,
        tests.reduce((sum, each) => sum + costOf(program, each), 0)
      )
    } else if (one.name === 'else') {
      atElse.set(one.opener, p)
      p = labelOf(one.opener)
    } else if (one.name === 'if' || one.name === 'br_if') {
      const loop = guardOf.get(i)
      let other = one.name === 'if' ? (atElse.get(i) ?? 0) : labelOf(target)
      if (loop !== undefined) {
        if (counted.has(loop)) {
          if (one.name === 'br_if') other = 0
          turnCost.set(loop, p - other)
        } else if (p > other) after.set(i, { amount: p - other, checked: true })
        p = other + cost
        continue
      }
      const difference = other - p
      if (Math.abs(difference) <= number('branchSlack')) p = Math.max(other, p)
      else if (difference < 0) {
        after.set(i, { amount: -difference, checked })
        p = other
      } else if (one.name === 'br_if') taken.set(i, { amount: difference, checked })
      else if (one.otherwise > 0) after.set(one.otherwise, { amount: difference, checked })
      else otherwise.set(i, { amount: difference, checked })
      p += cost
    } else if (one.name === 'loop') {
      p += cost
      const loop = counted.get(i)
      if (loop === undefined) {
        if (guards.has(i)) continue
        after.set(i, { amount: p, checked: true })
        p = 0
        continue
      }
      const turn = guards.has(i) ? (turnCost.get(i) ?? 0) : p
      const before = (behind.pop() ?? 0) + (guards.has(i) ? p : 0)
      if (loop.turns !== undefined && loop.turns * turn <= number('foldedFuel'))
        p = before + loop.turns * turn
      else {
        p = before
        turns.set(i, turn)
      }
    } else if (one.name === 'br') p = labelOf(target) + cost
    else if (/^(br_table|return|unreachable|return_call|return_call_indirect)$/.test(one.name)) p = cost
    else p += cost
  }
  return { entry: number('entryFuel') + p, after, otherwise, taken, turns }
}
