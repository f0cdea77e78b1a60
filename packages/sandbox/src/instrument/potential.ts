import { type Code, WHOLE_FUNCTION } from './code.js'
import { meteringParameters } from './cost-table.js'
import { Op } from './opcodes.js'

/** Where a charge is put; every amount is above 0. */
export interface ChargePlaces {
  /** Behind instruction `index`. */
  after: (index: number, amount: number) => void
  /** In an else arm that is made before the `end` at `index`, of an `if` without one. */
  elseBefore: (index: number, amount: number) => void
  /** On the way that the `br_if` at `index` takes, and only there. */
  taken: (index: number, amount: number) => void
  /** Behind the `loop` at `index`, with a check: the whole of a turn up to its first charge. */
  loop: (index: number, amount: number) => void
}

/** What instruction `index` costs, what it calls included where the caller pays that. */
export type CostOf = (index: number) => number

/**
 * Places the charges of one function, walking backwards. At every point the *potential* is what has been paid
 * in advance for instructions to come; the charge on the way from u to v is cost(u) + potential(v) −
 * potential(u), so on every path the charges add up to the costs. The potential is 0 at the function's end, at
 * loop headers, behind loops, and behind blocks that a `br_table` or a deeper loop leaves for. Where a branch's
 * ways differ by at most `branchSlack`, both cost the dearer; else the cheaper is paid in advance and the other
 * pays the difference on its way. So no charge is negative, and what is paid never exceeds the final total.
 *
 * Returns what the function pays on entry.
 */
export function placeCharges(code: Code, costOf: CostOf, places: ChargePlaces): number {
  const { branchSlack } = meteringParameters
  const atLabel = new Float64Array(code.length)
  const atElse = new Float64Array(code.length)
  const labelOf = (target: number): number => (target === WHOLE_FUNCTION ? 0 : (atLabel[target] ?? 0))
  let potential = 0
  for (let index = code.length - 1; index >= 0; index--) {
    const op = code.op[index]
    const opener = code.opener[index] ?? WHOLE_FUNCTION
    switch (op) {
      case Op.end: {
        if (opener === WHOLE_FUNCTION) break
        const loop = code.op[opener] === Op.loop
        if (potential > 0 && (loop || code.settled[opener] === 1)) {
          places.after(index, potential)
          potential = 0
        }
        // Branches to a loop go to its header, where nothing is paid in advance.
        if (!loop) atLabel[opener] = atElse[opener] = potential
        break
      }
      case Op.else:
        atElse[opener] = potential
        potential = labelOf(opener)
        break
      case Op.if: {
        const other = atElse[index] ?? 0
        const difference = other - potential
        if (Math.abs(difference) <= branchSlack) {
          potential = Math.max(other, potential)
        } else if (difference < 0) {
          places.after(index, -difference)
          potential = other
        } else if (code.otherwise[index] === 0) {
          places.elseBefore(code.close[index] ?? 0, difference)
        } else {
          places.after(code.otherwise[index] ?? 0, difference)
        }
        potential += costOf(index)
        break
      }
      case Op.loop:
        places.loop(index, potential + costOf(index))
        potential = 0
        break
      case Op.brIf: {
        const target = labelOf(opener)
        const difference = target - potential
        if (Math.abs(difference) <= branchSlack) {
          potential = Math.max(target, potential)
        } else if (difference < 0) {
          places.after(index, -difference)
          potential = target
        } else {
          places.taken(index, difference)
        }
        potential += costOf(index)
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
