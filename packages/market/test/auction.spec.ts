import { type AuctionStrategy, auctionStrategyNumbers } from '@ailee/protocol'
import * as fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type BidTerms, FULL_SCORE, rankBids, scoreWeights, strategyScores } from '../src/index.js'

const bid: BidTerms = {
  worker: 'a',
  cost: 250n,
  load: 1,
  slots: 4,
  reputationPpm: 800_000,
  healthPpm: 600_000,
  greenPpm: 200_000,
  latencyUs: 20_000,
  waited: 7
}
const strategies = Object.keys(auctionStrategyNumbers) as AuctionStrategy[]

const ppm = fc.nat(1_000_000)
const anyTerms = fc.record({
  worker: fc.constant(''),
  cost: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
  load: fc.nat(1_000_000),
  slots: fc.integer({ min: 1, max: 65_536 }),
  reputationPpm: ppm,
  healthPpm: ppm,
  greenPpm: ppm,
  latencyUs: fc.option(fc.nat(FULL_SCORE), { nil: undefined }),
  waited: fc.nat(FULL_SCORE)
})
/** Few distinct values, so that scores and costs are often equal. */
const coarseTerms = fc.record({
  worker: fc.constant(''),
  cost: fc.constantFrom(0n, 50n, 100n, 101n),
  load: fc.constantFrom(0, 1),
  slots: fc.constantFrom(1, 2),
  reputationPpm: fc.constantFrom(0, 500_000, 1_000_000),
  healthPpm: fc.constantFrom(500_000, 1_000_000),
  greenPpm: fc.constantFrom(0, 1_000_000),
  latencyUs: fc.constantFrom(undefined, 1000, 2000),
  waited: fc.constantFrom(0, 1, FULL_SCORE)
})
const anyBids = fc
  .array(fc.oneof(anyTerms, coarseTerms), { maxLength: 12 })
  .map((bids) => bids.map((terms, index) => ({ ...terms, worker: `worker-${index}` })))
const anyMaxCost = fc.oneof(fc.constantFrom(0n, 100n), fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }))
const anyStrategy = fc.constantFrom(...strategies)

test('the weighted score, by hand', () => {
  const score = (change: Partial<BidTerms>, maxCost = 1000n): number =>
    strategyScores.WEIGHTED({ ...bid, ...change }, maxCost)
  // 0.35·0.8 + 0.25·0.6 + 0.25·0.75 + 0.1·0.75 + 0.05·0.2
  assert.is(score({}), 702_500_000)
  assert.is(score({ cost: 1000n }), 515_000_000)
  assert.is(score({ load: 4 }), 627_500_000)
  assert.is(score({ load: 400 }), 627_500_000)
  assert.is(score({ cost: 0n }, 0n), 765_000_000)
  // A third of a share is cut off at a millionth.
  assert.is(score({ cost: 1n }, 3n) - score({ cost: 3n }, 3n), 250 * 666_666)
  assert.is(
    Object.values(scoreWeights).reduce((sum, weight) => sum + weight, 0),
    1000
  )
})

test('each strategy goes by what it is named after, and by nothing else but the cost', () => {
  const better: Partial<Record<AuctionStrategy, Partial<BidTerms>>> = {
    LOWEST_LATENCY: { latencyUs: 19_999 },
    HIGHEST_REPUTATION: { reputationPpm: 800_001 },
    LEAST_LOADED: { load: 0 },
    ROUND_ROBIN: { waited: 8 },
    GREEN: { greenPpm: 200_001 }
  }
  for (const strategy of strategies.filter((one) => one !== 'WEIGHTED')) {
    for (const [other, change] of Object.entries(better)) {
      // Dearer, so that it wins by its better term alone.
      const challenger = { ...bid, worker: 'z', cost: 251n, ...change }
      const [winner] = rankBids([bid, challenger], 1000n, strategy)
      assert.is(winner?.worker === 'z', strategy === other, `${strategy} with ${other}`)
    }
    const [cheapest] = rankBids([bid, { ...bid, worker: 'z', cost: 249n }], 1000n, strategy)
    assert.is(cheapest?.worker, 'z', strategy)
  }
})

test('a latency that nobody knows is the worst, and a worker that never had a lease is first', () => {
  const order = (strategy: AuctionStrategy, ...changes: Partial<BidTerms>[]): string =>
    rankBids(
      changes.map((change, index) => ({ ...bid, ...change, worker: 'abc'[index] ?? '' })),
      1000n,
      strategy
    )
      .map(({ worker }) => worker)
      .join('')
  assert.is(
    order('LOWEST_LATENCY', { latencyUs: undefined }, { latencyUs: 900_000_000 }, { latencyUs: 0 }),
    'cba'
  )
  assert.is(order('ROUND_ROBIN', { waited: 3 }, { waited: FULL_SCORE }, { waited: 4 }), 'bca')
})

test('bids over the maximum are left out, a bid of exactly the maximum stays', () => {
  const bids = [999n, 1000n, 1001n, 2n ** 64n].map((cost, index) => ({ ...bid, worker: `w${index}`, cost }))
  for (const strategy of strategies) {
    assert.equal(
      rankBids(bids, 1000n, strategy).map(({ cost }) => cost),
      [999n, 1000n]
    )
    assert.equal(rankBids(bids, 0n, strategy), [])
    assert.equal(rankBids([], 1000n, strategy), [])
  }
})

test('equal scores go by cost, then by node id', () => {
  const bids = [
    { ...bid, worker: 'c', cost: 10n },
    { ...bid, worker: 'b', cost: 10n },
    { ...bid, worker: 'a', cost: 11n },
    { ...bid, worker: 'B', cost: 10n }
  ]
  for (const strategy of strategies) {
    assert.equal(
      rankBids(bids, 1000n, strategy).map(({ worker }) => worker),
      ['B', 'b', 'c', 'a'],
      strategy
    )
  }
})

test('a better score wins over a lower cost', () => {
  const bids = [
    { ...bid, worker: 'cheap', cost: 1n, reputationPpm: 100_000 },
    { ...bid, worker: 'good', cost: 500n }
  ]
  assert.is(rankBids(bids, 1000n)[0]?.worker, 'good')
})

test('property: scores are integers of 0 to 10^9, best first, with the terms that were bid', () => {
  fc.assert(
    fc.property(anyBids, anyMaxCost, anyStrategy, (bids, maxCost, strategy) => {
      const ranking = rankBids(bids, maxCost, strategy)
      assert.is(ranking.length, bids.filter(({ cost }) => cost <= maxCost).length)
      for (const [index, { score, ...terms }] of ranking.entries()) {
        assert.ok(Number.isInteger(score) && score >= 0 && score <= FULL_SCORE, `${score}`)
        assert.ok(score <= (ranking[index - 1]?.score ?? FULL_SCORE))
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
    fc.property(shuffled, anyMaxCost, anyStrategy, ([bids, others], maxCost, strategy) => {
      const before = [...others]
      assert.equal(rankBids(others, maxCost, strategy), rankBids(bids, maxCost, strategy))
      assert.equal(others, before)
    }),
    { numRuns: 500 }
  )
})

test('property: a bid loses no place by better terms, whatever the strategy', () => {
  fc.assert(
    fc.property(anyTerms, anyMaxCost, ppm, anyStrategy, (terms, maxCost, better, strategy) => {
      fc.pre(terms.cost <= maxCost)
      const score = (change: Partial<BidTerms>): number =>
        strategyScores[strategy]({ ...terms, ...change }, maxCost)
      const before = score({})
      const { reputationPpm, healthPpm, greenPpm, cost, load, latencyUs, waited } = terms
      assert.ok(score({ reputationPpm: Math.max(reputationPpm, better) }) >= before)
      assert.ok(score({ healthPpm: Math.max(healthPpm, better) }) >= before)
      assert.ok(score({ greenPpm: Math.max(greenPpm, better) }) >= before)
      assert.ok(score({ cost: cost / 2n }) >= before)
      assert.ok(score({ load: Math.floor(load / 2) }) >= before)
      assert.ok(score({ latencyUs: Math.min(latencyUs ?? FULL_SCORE, better) }) >= before)
      assert.ok(score({ waited: Math.max(waited, better) }) >= before)
    })
  )
})

test.run()
