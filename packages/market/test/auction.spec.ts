import * as fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type BidTerms, defaultScoreWeights, rankBids, scoreBid } from '../src/index.js'

const bid: BidTerms = { worker: 'a', reputation: 0.8, health: 0.6, cost: 250n, load: 1, slots: 4, green: 0.2 }

function close(actual: number, expected: number): void {
  assert.ok(Math.abs(actual - expected) < 1e-12, `${actual} is not ${expected}`)
}

const share = fc.double({ min: 0, max: 1, noNaN: true })
const anyTerms = fc.record({
  worker: fc.constant(''),
  reputation: share,
  health: share,
  cost: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
  load: fc.nat(1_000_000),
  slots: fc.integer({ min: 1, max: 65_536 }),
  green: share
})
/** Few distinct values, so that scores and costs are often equal. */
const coarseTerms = fc.record({
  worker: fc.constant(''),
  reputation: fc.constantFrom(0, 0.5, 1),
  health: fc.constantFrom(0.5, 1),
  cost: fc.constantFrom(0n, 50n, 100n, 101n),
  load: fc.constantFrom(0, 1),
  slots: fc.constantFrom(1, 2),
  green: fc.constantFrom(0, 1)
})
const anyBids = fc
  .array(fc.oneof(anyTerms, coarseTerms), { maxLength: 12 })
  .map((bids) => bids.map((terms, index) => ({ ...terms, worker: `worker-${index}` })))
const anyMaxCost = fc.oneof(fc.constantFrom(0n, 100n), fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }))

test('the score, by hand', () => {
  // 0.35·0.8 + 0.25·0.6 + 0.25·0.75 + 0.1·0.75 + 0.05·0.2
  close(scoreBid(bid, 1000n), 0.7025)
  close(scoreBid({ ...bid, cost: 1000n }, 1000n), 0.515)
  close(scoreBid({ ...bid, load: 4 }, 1000n), 0.6275)
  close(scoreBid({ ...bid, load: 400 }, 1000n), 0.6275)
  close(scoreBid({ ...bid, cost: 0n }, 0n), 0.765)
  const none = { reputation: 0, health: 0, cost: 0, load: 0, green: 0 }
  close(scoreBid(bid, 1000n, { ...none, cost: 2 }), 1.5)
  close(scoreBid(bid, 1000n, { ...none, green: 1 }), 0.2)
  close(
    Object.values(defaultScoreWeights).reduce((sum, weight) => sum + weight, 0),
    1
  )
})

test('bids over the maximum are left out, a bid of exactly the maximum stays', () => {
  const bids = [999n, 1000n, 1001n, 2n ** 64n].map((cost, index) => ({ ...bid, worker: `w${index}`, cost }))
  assert.equal(
    rankBids(bids, 1000n).map(({ cost }) => cost),
    [999n, 1000n]
  )
  assert.equal(rankBids(bids, 0n), [])
  assert.equal(rankBids([], 1000n), [])
})

test('equal scores go by cost, then by node id', () => {
  const weights = { ...defaultScoreWeights, cost: 0 }
  const bids = [
    { ...bid, worker: 'c', cost: 10n },
    { ...bid, worker: 'b', cost: 10n },
    { ...bid, worker: 'a', cost: 11n },
    { ...bid, worker: 'B', cost: 10n }
  ]
  assert.equal(
    rankBids(bids, 1000n, weights).map(({ worker }) => worker),
    ['B', 'b', 'c', 'a']
  )
})

test('a better score wins over a lower cost', () => {
  const bids = [
    { ...bid, worker: 'cheap', cost: 1n, reputation: 0.1 },
    { ...bid, worker: 'good', cost: 500n }
  ]
  assert.is(rankBids(bids, 1000n)[0]?.worker, 'good')
})

test('property: scores within 0 to 1, best first, with the terms that were bid', () => {
  fc.assert(
    fc.property(anyBids, anyMaxCost, (bids, maxCost) => {
      const ranking = rankBids(bids, maxCost)
      assert.is(ranking.length, bids.filter(({ cost }) => cost <= maxCost).length)
      for (const [index, { score, ...terms }] of ranking.entries()) {
        assert.ok(score >= 0 && score <= 1, `${score}`)
        assert.ok(score <= (ranking[index - 1]?.score ?? 1))
        assert.equal(
          terms,
          bids.find(({ worker }) => worker === terms.worker)
        )
      }
    })
  )
})

test('property: the ranking does not depend on the order of the bids, and leaves them as they were', () => {
  const shuffled = anyBids.chain((bids) =>
    fc.tuple(fc.constant(bids), fc.shuffledSubarray(bids, { minLength: bids.length, maxLength: bids.length }))
  )
  fc.assert(
    fc.property(shuffled, anyMaxCost, ([bids, others], maxCost) => {
      const before = [...others]
      assert.equal(rankBids(others, maxCost), rankBids(bids, maxCost))
      assert.equal(others, before)
    }),
    { numRuns: 500 }
  )
})

test('property: a bid improves its place by no worse terms', () => {
  fc.assert(
    fc.property(anyTerms, anyMaxCost, share, (terms, maxCost, better) => {
      fc.pre(terms.cost <= maxCost)
      const score = scoreBid(terms, maxCost)
      const slack = 1e-12
      assert.ok(
        scoreBid({ ...terms, reputation: Math.max(terms.reputation, better) }, maxCost) >= score - slack
      )
      assert.ok(scoreBid({ ...terms, health: Math.max(terms.health, better) }, maxCost) >= score - slack)
      assert.ok(scoreBid({ ...terms, green: Math.max(terms.green, better) }, maxCost) >= score - slack)
      assert.ok(scoreBid({ ...terms, cost: terms.cost / 2n }, maxCost) >= score - slack)
      assert.ok(scoreBid({ ...terms, load: Math.floor(terms.load / 2) }, maxCost) >= score - slack)
    })
  )
})

test.run()
