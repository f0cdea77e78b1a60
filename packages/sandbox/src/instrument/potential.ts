import { type Code, WHOLE_FUNCTION } from './code.js'
import { meteringParameters } from './cost-table.js'
import type { CountedLoop } from './counted-loop.js'
import type { Loops } from './loops.js'
import { Op } from './opcodes.js'
import { constantTurns } from './turns.js'

/** Where a charge is put; every amount is above 0. `checked`: end the run there if too little is left. */
export interface ChargePlaces {
  /** Behind instruction `index`. */
  after: (index: number, amount: number, checked: boolean) => void
  /** In an else arm that is made before the `end` at `index`, of an `if` without one. */
  elseBefore: (index: number, amount: number, checked: boolean) => void
  /** On the way that the `br_if` at `index` takes, and only there. */
  taken: (index: number, amount: number, checked: boolean) => void
  /** Before the counted loop at `index`, checked: the amount for each of its turns. */
  turns: (index: number, amount: number, loop: CountedLoop) => void
}

/** What instruction `index` costs, what it calls included where the caller pays that. */
export type CostOf = (index: number) => number

/**
 * Places the charges of one function, walking backwards. At every point the *potential* is what has been paid
 * in advance for instructions to come; the charge on the way from u to v is cost(u) + potential(v) −
 * potential(u), so on every path the charges add up to the costs. The potential is 0 at the function's end,
 * behind loops, and behind blocks that a `br_table` or a deeper loop leaves for. Where a branch's ways differ by at
 * most `branchSlack`, both cost the dearer; else the cheaper is paid in advance and the other pays the difference on
 * its way. So no charge is negative, and what is paid never exceeds the final total.
 *
 * Every turn of a loop crosses a checked charge: behind the test it begins with, else behind the `loop` itself. A
 * counted loop pays for all turns where it begins (or before, if they are few), and then every charge in it is checked.
 *
 * Returns what the function pays on entry.
 */
export function placeCharges(code: Code, loops: Loops, costOf: CostOf, places: ChargePlaces): number {
  const { branchSlack, foldedFuel } = meteringParameters
  const { around, guards, guarded, counted } = loops
  const atLabel = new Float64Array(code.length)
  const atElse = new Float64Array(code.length)
  const labelOf = (target: number): number => (target === WHOLE_FUNCTION ? 0 : (atLabel[target] ?? 0))
  const isChecked = (index: number): boolean => counted.has(around[index] ?? WHOLE_FUNCTION)
  /** Of each open counted loop: the potential behind it; within it potentials are counted from there. */
  const behind: number[] = []
  /** Of each open counted loop with a test at its start: what each turn costs. */
  const turnCosts = new Map<number, number>()
  let potential = 0

  /** The test that a loop begins with: the way on pays for the turn. */
  const passGuard = (index: number, loop: number, other: number): void => {
    const amount = potential - other
    if (counted.has(loop)) turnCosts.set(loop, amount)
    else if (amount > 0) places.after(index, amount, true)
    potential = other + costOf(index)
  }
  /** Of two ways the dearer pays the difference, unless it is small. */
  const branch = (index: number, other: number, payThere: (amount: number) => void): void => {
    const difference = other - potential
    if (Math.abs(difference) <= branchSlack) {
      potential = Math.max(other, potential)
    } else if (difference < 0) {
      places.after(index, -difference, isChecked(index))
      potential = other
    } else {
      payThere(difference)
    }
    potential += costOf(index)
  }

  for (let index = code.length - 1; index >= 0; index--) {
    const op = code.op[index]
    const opener = code.opener[index] ?? WHOLE_FUNCTION
    switch (op) {
      case Op.end: {
        if (opener === WHOLE_FUNCTION) break
        if (code.op[opener] === Op.loop) {
          endLoop(index, opener)
          break
        }
        if (potential > 0 && code.settled[opener] === 1) {
          places.after(index, potential, isChecked(index))
          potential = 0
        }
        atLabel[opener] = atElse[opener] = potential
        break
      }
      case Op.else:
        atElse[opener] = potential
        potential = labelOf(opener)
        break
      case Op.if: {
        const other = atElse[index] ?? 0
        const loop = guarded.get(index)
        if (loop !== undefined) {
          passGuard(index, loop, other)
          break
        }
        branch(index, other, (amount) => {
          const otherwise = code.otherwise[index] ?? 0
          if (otherwise === 0) places.elseBefore(code.close[index] ?? 0, amount, isChecked(index))
          else places.after(otherwise, amount, isChecked(index))
        })
        break
      }
      case Op.loop:
        beginLoop(index)
        break
      case Op.brIf: {
        const loop = guarded.get(index)
        if (loop !== undefined) passGuard(index, loop, counted.has(loop) ? 0 : labelOf(opener))
        else branch(index, labelOf(opener), (amount) => places.taken(index, amount, isChecked(index)))
        break
      }
      case Op.br:
        potential = labelOf(opener) + costOf(index)
        break
      case Op.brTable:
      case Op.return:
      case Op.unreachable:
      case Op.returnCall:
      case Op.returnCallIndirect:
        potential = costOf(index)
        break
      default:
        potential += costOf(index)
    }
  }
  return potential

  function endLoop(index: number, loop: number): void {
    const guard = guards.get(loop)
    if (counted.has(loop)) {
      const leaves = guard !== undefined && code.op[guard] === Op.brIf
      behind.push(leaves ? labelOf(code.opener[guard] ?? WHOLE_FUNCTION) : potential)
    } else if (potential > 0) {
      places.after(index, potential, isChecked(index))
    }
    potential = 0
    // A branch back pays for the test of the next turn.
    let test = 0
    if (guard !== undefined) for (let at = loop; at <= guard; at++) test += costOf(at)
    atLabel[loop] = test
  }

  function beginLoop(index: number): void {
    potential += costOf(index)
    const counter = counted.get(index)
    const guard = guards.get(index)
    if (counter === undefined) {
      // With a test, what has been added up is that of the test: whoever comes here pays it.
      if (guard !== undefined) return
      places.after(index, potential, true)
      potential = 0
      return
    }
    const cost = guard === undefined ? potential : (turnCosts.get(index) ?? 0)
    const turns = constantTurns(counter)
    const test = guard === undefined ? 0 : potential
    const folded = turns === undefined ? Number.POSITIVE_INFINITY : turns * cost
    potential = (behind.pop() ?? 0) + test + (folded <= foldedFuel ? folded : 0)
    if (folded > foldedFuel) places.turns(index, cost, counter)
  }
}

/** The dearest path through a function without loops, or undefined if that is above `most`. */
export function dearestPath(code: Code, costOf: CostOf, most: number): number | undefined {
  const atLabel = new Float64Array(code.length)
  const atElse = new Float64Array(code.length)
  const labelOf = (target: number): number => (target === WHOLE_FUNCTION ? 0 : (atLabel[target] ?? 0))
  let cost = 0
  let dearest = 0
  for (let index = code.length - 1; index >= 0; index--) {
    const op = code.op[index]
    const opener = code.opener[index] ?? WHOLE_FUNCTION
    if (op === Op.end && opener !== WHOLE_FUNCTION) {
      atLabel[opener] = atElse[opener] = cost
    } else if (op === Op.else) {
      atElse[opener] = cost
      cost = labelOf(opener)
    } else if (op === Op.if) {
      cost = Math.max(cost, atElse[index] ?? 0)
    } else if (op === Op.brIf) {
      cost = Math.max(cost, labelOf(opener))
    } else if (op === Op.br) {
      cost = labelOf(opener)
    } else if (op === Op.brTable) {
      const first = code.value[index] ?? 0
      cost = 0
      for (let label = 0; label < (code.close[index] ?? 0); label++) {
        cost = Math.max(cost, labelOf(code.labels[first + label] ?? WHOLE_FUNCTION))
      }
    } else if (op === Op.return || op === Op.unreachable) {
      cost = 0
    }
    cost += costOf(index)
    dearest = Math.max(dearest, cost)
  }
  return dearest > most ? undefined : cost
}
