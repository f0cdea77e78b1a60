import * as fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  auditWeight,
  baseRate,
  defaultStakeRule,
  deterringAuditChance,
  deterringLoss,
  ledgerAuditChance,
  stakeFromPay
} from '../src/index.js'

const units = fc.bigInt({ min: 0n, max: 10n ** 15n })
const rule = fc.record({
  sharePermille: fc.integer({ min: 0, max: 1000 }),
  pays: fc.integer({ min: 0, max: 1000 })
})

test('a part of each pay, until there is enough', () => {
  assert.is(stakeFromPay(1000n, 0n, defaultStakeRule), 1000n)
  assert.is(stakeFromPay(1000n, 27_950n, defaultStakeRule), 50n)
  assert.is(stakeFromPay(1000n, 28_000n, defaultStakeRule), 0n)
  const tenth = { ...defaultStakeRule, sharePermille: 100 }
  assert.is(stakeFromPay(1001n, 0n, tenth), 101n, 'rounded up')
  assert.is(stakeFromPay(1n, 0n, tenth), 1n)
  assert.is(stakeFromPay(1000n, 0n, { ...defaultStakeRule, sharePermille: 0 }), 0n, 'turned off')
})

test('property: never more than the pay, never past what is enough, and never out of a stake', () => {
  fc.assert(
    fc.property(units, units, rule, (pay, staked, terms) => {
      const part = stakeFromPay(pay, staked, terms)
      assert.ok(part >= 0n && part <= pay)
      assert.ok(part === 0n || staked + part <= pay * BigInt(terms.pays))
      const kept = pay - part
      // At most a unit more than the share.
      assert.ok(kept * 1000n > pay * BigInt(1000 - terms.sharePermille) - 1000n)
    }),
    { numRuns: 500 }
  )
})

/** The stake after so many equal pays. */
function stakeAfter(results: number, pay: number): bigint {
  let staked = 0n
  for (let count = 0; count < Math.min(results, 2 * defaultStakeRule.pays); count += 1) {
    staked += stakeFromPay(BigInt(pay), staked, defaultStakeRule)
  }
  return staked
}

test('property: for equal pays a wrong result never pays under the ledger, until it asks for more than 28', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1000 }),
      fc.constantFrom(0.1, 0.01, 0.001, 0.0001),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (pay, epsilon, share) => {
        const results = Math.floor((28 / epsilon) * share)
        const auditChance = ledgerAuditChance(results, epsilon)
        assert.ok(Number(stakeAfter(results, pay)) >= deterringLoss({ gain: pay, auditChance }) * (1 - 1e-9))
      }
    ),
    { numRuns: 500, seed: 9 }
  )
})

test('property: nor does it in lots of 20 000, from the first result on, whatever is withheld', () => {
  const rate = baseRate({ epsilon: 0.001, lotSize: 20_000 })
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1000 }),
      fc.integer({ min: 0, max: 100_000 }),
      fc.integer({ min: 3, max: 1000 }),
      (pay, priorResults, probationResults) => {
        const weight = auditWeight({ priorResults, probationResults, valueWeight: 1 }, rate)
        const auditChance = Math.min(1, weight * rate)
        const loss = Number(stakeAfter(priorResults, pay))
        assert.ok(loss >= deterringLoss({ gain: pay, auditChance }) * (1 - 1e-9))
      }
    ),
    { numRuns: 500, seed: 10 }
  )
})

test('property: at the deterring chance a wrong result is worth exactly what it may cost', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: 10n ** 12n }), units, (pay, staked) => {
      const auditChance = deterringAuditChance(pay, staked)
      assert.ok(auditChance > 0 && auditChance <= 1)
      const loss = deterringLoss({ gain: Number(pay), auditChance })
      assert.ok(Math.abs(loss - Number(staked)) <= 1e-3 + Number(staked) * 1e-3)
      assert.ok(deterringAuditChance(pay, staked + 1n) <= auditChance)
      assert.ok(deterringAuditChance(pay + 1n, staked) >= auditChance)
    }),
    { numRuns: 500 }
  )
  assert.is(deterringAuditChance(0n, 0n), 0, 'what pays nothing tempts nobody')
  assert.is(deterringAuditChance(5n, 0n), 1)
})

test.run()
