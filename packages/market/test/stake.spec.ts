import * as fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { baseRate, defaultStakeRule, deterringLoss, ledgerAuditChance, stakeFromPay } from '../src/index.js'

const units = fc.bigInt({ min: 0n, max: 10n ** 15n })
const rule = fc.record({
  sharePermille: fc.integer({ min: 0, max: 1000 }),
  pays: fc.integer({ min: 0, max: 1000 })
})

test('a part of each pay, until there is enough', () => {
  assert.is(stakeFromPay(1000n, 0n, defaultStakeRule), 100n)
  assert.is(stakeFromPay(1000n, 27_950n, defaultStakeRule), 50n)
  assert.is(stakeFromPay(1000n, 28_000n, defaultStakeRule), 0n)
  assert.is(stakeFromPay(1001n, 0n, defaultStakeRule), 101n, 'rounded up')
  assert.is(stakeFromPay(1n, 0n, defaultStakeRule), 1n)
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

test('property: for equal pays a wrong result never pays under the ledger, for any target that is kept', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1000 }),
      fc.constantFrom(0.1, 0.01, 0.001, 0.0001),
      fc.integer({ min: 0, max: 2000 }),
      (pay, epsilon, results) => {
        let staked = 0n
        for (let count = 0; count < Math.min(results, 28 / epsilon); count += 1) {
          staked += stakeFromPay(BigInt(pay), staked, defaultStakeRule)
        }
        const auditChance = ledgerAuditChance(Math.min(results, 28 / epsilon), epsilon)
        assert.ok(Number(staked) >= deterringLoss({ gain: pay, auditChance }) - 1e-6)
      }
    ),
    { numRuns: 300, seed: 9 }
  )
})

test('a full stake deters in lots of 20 000 as well', () => {
  const auditChance = baseRate({ epsilon: 0.001, lotSize: 20_000 })
  assert.ok(28 * 100 >= deterringLoss({ gain: 100, auditChance }))
})

test.run()
