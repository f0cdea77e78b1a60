import { MarketError } from '../../errors.js'
import { auditLevel } from '../levels.js'

/** What the best saboteur can make of one lot, and when it should go on. */
export interface CatchGame {
  /** Expected wrong results that survive, at best: V(0, 0). */
  value: number
  /** Whether another wrong result gains more than it risks, with `survivors` not found so far, after `catches`. */
  goesOn(survivors: number, catches: number): boolean
}

/** Differences below this are rounding, not gain. */
const ROUNDING = 1e-12

/**
 * Solves the game of a lot at base rate a, 0 to 1 (else VERIFICATION_TERMS_INVALID). Its state is m, the wrong results not found so far, and j, the catches.
 * Giving another wrong result either adds a survivor or is caught:
 *
 *     V(m, j) = max(m, (1 − q_j)·V(m + 1, j) + q_j·E[V after the raise to q_{j+1}])
 *
 * A raise audits again what was not drawn before, so each survivor is caught with probability (q′ − q)/(1 − q). Each
 * of those is a catch too and raises the level once more: `pending` below counts raises still to be made. At level 1
 * nothing survives. The sums end where so many catches would lead there, which keeps them short.
 */
export function solveCatchGame(baseRate: number): CatchGame {
  if (!(baseRate > 0 && baseRate <= 1))
    throw new MarketError('VERIFICATION_TERMS_INVALID', `base rate ${baseRate} is not within 0 to 1`)
  const full = catchesToFullAudit(baseRate)
  // From about 1/(2a²) survivors on, the raise after a catch costs more than a survivor brings.
  const most = Math.ceil(1 / (STEP_RISK * baseRate * baseRate)) + 10
  const stopAfter = new Int32Array(full)
  let after = zeros(full + 2, most)
  for (let catches = full - 1; catches >= 0; catches -= 1) {
    const level = auditLevel(baseRate, catches)
    const caught = Math.min(1, (auditLevel(baseRate, catches + 1) - level) / (1 - level))
    const raises = raise(after, full - catches, most, caught)
    const value = row(raises, 0)
    const found = row(raises, 1)
    value[most] = most
    let stop = most
    let stops = true
    for (let m = most - 1; m >= 0; m -= 1) {
      const goOn = (1 - level) * at(value, m + 1) + level * at(found, m)
      stops &&= goOn <= m + ROUNDING
      if (stops) stop = m
      value[m] = Math.max(m, goOn)
    }
    stopAfter[catches] = stop
    after = raises
  }
  return {
    value: at(row(after, 0), 0),
    goesOn: (survivors, catches) => survivors < (stopAfter[catches] ?? 0)
  }
}

const STEP_RISK = 2

/** The number of catches after which everything is audited. */
function catchesToFullAudit(baseRate: number): number {
  let catches = 0
  while (auditLevel(baseRate, catches) < 1 - ROUNDING) catches += 1
  return catches
}

/**
 * `result[k][m]`: what m survivors are worth with k raises to be made, the first of which catches each with
 * probability `caught`. Row 0 is left to the caller. Rows of `after` mean the same one level higher.
 */
function raise(after: readonly Float64Array[], levels: number, most: number, caught: number): Float64Array[] {
  const result = zeros(after.length, most)
  for (let pending = 1; pending <= levels; pending += 1) {
    const worth = row(result, pending)
    const furthest = levels - pending
    for (let m = 0; m <= most; m += 1) {
      if (caught >= 1) {
        worth[m] = m <= furthest ? at(row(after, pending - 1 + m), 0) : 0
        continue
      }
      let chance = (1 - caught) ** m
      let sum = 0
      for (let found = 0; found <= Math.min(m, furthest); found += 1) {
        sum += chance * at(row(after, pending - 1 + found), m - found)
        chance *= ((m - found) / (found + 1)) * (caught / (1 - caught))
      }
      worth[m] = sum
    }
  }
  return result
}

function zeros(rows: number, most: number): Float64Array[] {
  return Array.from({ length: rows }, () => new Float64Array(most + 1))
}

function row(rows: readonly Float64Array[], index: number): Float64Array {
  const found = rows[index]
  if (found === undefined) throw new RangeError(`no row ${index}`)
  return found
}

function at(values: Float64Array, index: number): number {
  return values[index] ?? 0
}
