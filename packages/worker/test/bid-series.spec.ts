import { seededRandom } from '@ailee/core'
import { type Bid, bytesToHex, type Decline, type TaskOffer } from '@ailee/protocol'
import * as fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { BidSeries } from '../src/bid-series.js'
import { MAX_REMEMBERED_BIDS } from '../src/constants.js'

const test = suite('bid series')

const taskId = 'ab'.repeat(32)
const offer: TaskOffer = {
  ...{ taskId, attempt: 1, moduleHash: taskId, moduleBytes: 1, inputBytes: 1, maxCost: 100n, closesAtMs: 0 },
  limits: { memoryBytes: 1, fuel: 1n, wallTimeMs: 1, outputBytes: 1 },
  requirements: { regions: [], minReputationPermille: 0, isolation: undefined }
}

const bidOf = (cost: bigint, load = 0, attempt = 1): Bid => ({
  ...{ taskId, attempt, cost, load, slots: 4, moduleCached: load > 1 }
})
const hexOf = ({ series }: Bid): string => (series === undefined ? '' : bytesToHex(series))
const isBid = (answer: Bid | Decline): answer is Bid => 'cost' in answer

test('an offer that comes again gets the same bid, whatever the load is by then', () => {
  const series = new BidSeries({ random: seededRandom(1) })
  const first = series.bind(offer, bidOf(50n))
  assert.ok(isBid(first) && first.series?.length === 16)
  assert.equal(series.bind(offer, bidOf(40n, 3)), first)
  assert.equal(series.bind({ ...offer, maxCost: 50n }, bidOf(50n, 1)), first)
})

test('it is declined where the same bid would be too little now, or more than is paid', () => {
  const series = new BidSeries({ random: seededRandom(1) })
  series.bind(offer, bidOf(50n))
  for (const answer of [
    series.bind(offer, bidOf(51n)),
    series.bind({ ...offer, maxCost: 49n }, bidOf(49n))
  ]) {
    assert.ok(!isBid(answer) && answer.code === 'WORKER_PRICE_TOO_HIGH')
    assert.equal([answer.taskId, answer.attempt], [taskId, 1])
  }
})

test('a series that is full ends, and what was bid in it binds no more', () => {
  const series = new BidSeries({ random: seededRandom(1) })
  const first = series.bind(offer, bidOf(50n))
  for (let attempt = 2; attempt <= MAX_REMEMBERED_BIDS + 1; attempt += 1) {
    series.bind({ ...offer, attempt }, bidOf(50n, 0, attempt))
  }
  const again = series.bind(offer, bidOf(60n))
  assert.ok(isBid(first) && isBid(again))
  assert.is(again.cost, 60n)
  assert.is.not(hexOf(again), hexOf(first))
})

test('property: no two bids of one series in one auction differ, whatever is offered', () => {
  const one = fc.record({
    attempt: fc.integer({ min: 1, max: 3 }),
    cost: fc.bigInt({ min: 1n, max: 9n }),
    maxCost: fc.bigInt({ min: 1n, max: 9n }),
    load: fc.nat({ max: 3 })
  })
  fc.assert(
    fc.property(fc.array(one, { maxLength: 30 }), (offers) => {
      const series = new BidSeries({ random: seededRandom(1) })
      const made = new Map<number, Bid>()
      for (const { attempt, cost, maxCost, load } of offers) {
        if (cost > maxCost) continue
        const answer = series.bind({ ...offer, attempt, maxCost }, bidOf(cost, load, attempt))
        if (!isBid(answer)) continue
        assert.ok(answer.cost <= maxCost && answer.cost >= cost)
        assert.equal(answer, made.get(attempt) ?? answer)
        made.set(attempt, answer)
      }
    })
  )
})

test.run()
