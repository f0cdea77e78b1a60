import { isAileeError, seededRandom } from '@ailee/core'
import * as fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  auditLevel,
  baseRate,
  LOT_SIZES,
  rateForAllowedWrong,
  solveBaseRate,
  solveCatchGame
} from '../../src/index.js'

/** The table of the design, to the digits it prints. */
const PRINTED = [
  [1000, '0.368'],
  [2000, '0.2315'],
  [5000, '0.1137'],
  [10_000, '0.0638'],
  [20_000, '0.0347'],
  [50_000, '0.0149']
] as const

test('the solved base rates are those of the printed table, and the ones looked up are the solved ones', () => {
  for (const [lotSize, printed] of PRINTED) {
    const solved = solveBaseRate({ epsilon: 0.001, lotSize })
    assert.is(solved.toFixed(printed.length - 2), printed, `b = ${lotSize}`)
    const lookedUp = baseRate({ epsilon: 0.001, lotSize })
    assert.ok(lookedUp >= solved - 1e-7 && lookedUp <= solved + 2e-6, `${lookedUp} for ${solved}`)
  }
  assert.equal(
    LOT_SIZES,
    PRINTED.map(([lotSize]) => lotSize)
  )
})

test('with one level to climb the game has a closed form: the best of k·(1 − a)^k', () => {
  for (const rate of [0.34, 0.368, 0.5, 0.7, 0.99]) {
    let best = 0
    for (let k = 1; k < 200; k += 1) best = Math.max(best, k * (1 - rate) ** k)
    assert.ok(Math.abs(solveCatchGame(rate).value - best) < 1e-12, `${rate}`)
  }
})

test('at full audit nothing survives', () => {
  assert.is(solveCatchGame(1).value, 0)
  assert.not.ok(solveCatchGame(1).goesOn(0, 0))
})

const isTermsError = (error: unknown): boolean => isAileeError(error, 'VERIFICATION_TERMS_INVALID')

type GoesOn = (survivors: number, catches: number) => boolean

/** What is left after raises to the level of so many catches, each survivor that is found being one more. */
function raised(rate: number, draws: number[], catches: number): number[] {
  const level = auditLevel(rate, catches)
  const left = draws.filter((draw) => draw >= level)
  return left.length === draws.length ? draws : raised(rate, left, catches + draws.length - left.length)
}

/** Plays one lot as the game says, by drawing u for each wrong result and raising as the policy does. */
function survivorsOf(
  rate: number,
  goesOn: GoesOn,
  random: () => number
): { draws: number[]; catches: number } {
  let draws: number[] = []
  let catches = 0
  while (goesOn(draws.length, catches)) {
    const u = random()
    if (u >= auditLevel(rate, catches)) draws.push(u)
    else {
      const before = draws.length
      draws = raised(rate, draws, catches + 1)
      catches += 1 + before - draws.length
    }
  }
  return { draws, catches }
}

test('the value is what the best strategy gets when it is played, and no threshold gets more', () => {
  for (const rate of [0.2315, 0.1137]) {
    const game = solveCatchGame(rate)
    const random = seededRandom(11).float
    const mean = (goesOn: GoesOn): number => {
      let sum = 0
      for (let lot = 0; lot < 40_000; lot += 1) sum += survivorsOf(rate, goesOn, random).draws.length
      return sum / 40_000
    }
    const best = mean(game.goesOn)
    assert.ok(Math.abs(best - game.value) < 0.05 * game.value, `${best} played, ${game.value} solved`)
    for (const most of [1, 2, 4, 8, 16]) {
      const other = mean((survivors, catches) => survivors < most && auditLevel(rate, catches) < 1)
      assert.ok(other < game.value * 1.03, `${other} by stopping at ${most}`)
    }
  }
})

test('a lot that is closed early lets no more pass than one that was as small from the beginning', () => {
  const opened = baseRate({ epsilon: 0.001, lotSize: 20_000 })
  for (const lotSize of [1000, 5000]) {
    const closing = baseRate({ epsilon: 0.001, lotSize })
    // It even knows when the lot will close, and how the small game is played best.
    for (const game of [solveCatchGame(closing), solveCatchGame(opened)]) {
      const random = seededRandom(5).float
      let sum = 0
      for (let lot = 0; lot < 40_000; lot += 1) {
        const { draws, catches } = survivorsOf(opened, game.goesOn, random)
        sum += raised(closing, draws, catches).length
      }
      assert.ok(sum / 40_000 <= 0.0008 * lotSize * 1.03, `${sum / 40_000} of ${lotSize}`)
    }
  }
})

test('property: a higher rate never lets more pass', () => {
  const rate = fc.double({ min: 0.03, max: 1, noNaN: true })
  fc.assert(
    fc.property(rate, rate, (one, two) => {
      const [low, high] = one < two ? [one, two] : [two, one]
      assert.ok(solveCatchGame(high).value <= solveCatchGame(low).value + 1e-9)
    }),
    { numRuns: 200 }
  )
})

test('property: a rate that is looked up allows no more than it may, and at most an eighth is given away', () => {
  const terms = fc.record({
    epsilon: fc.constantFrom(0.0005, 0.001, 0.002, 0.01),
    lotSize: fc.integer({ min: 10, max: 20_000 })
  })
  fc.assert(
    fc.property(terms, (lot) => {
      const allowed = 0.8 * lot.epsilon * lot.lotSize
      const rate = baseRate(lot)
      if (allowed > 20) return
      assert.ok(solveCatchGame(rate).value <= allowed + 1e-6)
      if (allowed >= 0.005) assert.ok(rate <= rateForAllowedWrong(allowed / 1.125) + 2e-6)
    }),
    { numRuns: 60 }
  )
})

test('terms that make no sense are refused', () => {
  for (const terms of [
    { epsilon: 0, lotSize: 1000 },
    { epsilon: 1, lotSize: 1000 },
    { epsilon: Number.NaN, lotSize: 1000 },
    { epsilon: 0.001, lotSize: 0 },
    { epsilon: 0.001, lotSize: 1.5 }
  ]) {
    assert.throws(() => baseRate(terms), isTermsError)
  }
  for (const rate of [0, -1, 1.1, Number.NaN]) assert.throws(() => solveCatchGame(rate), isTermsError)
})

test.run()
