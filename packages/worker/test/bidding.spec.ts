import { MIB } from '@ailee/core'
import type { TaskOffer } from '@ailee/protocol'
import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { MAX_WALL_TIME_MS } from '../src/constants.js'
import { answerOffer, type Capacity, type Load } from '../src/index.js'
import { plainCapacity } from './support/scripted-coordinator.js'

const offer: TaskOffer = {
  taskId: 'ab'.repeat(32),
  attempt: 3,
  moduleHash: 'cd'.repeat(32),
  moduleBytes: 10,
  inputBytes: 10,
  limits: { memoryBytes: 32 * MIB, fuel: 1_000_000_000n, wallTimeMs: 1_000, outputBytes: MIB },
  requirements: { regions: [], minReputationPermille: 0, isolation: undefined },
  maxCost: 1_500n,
  closesAtMs: 0
}
const idle: Load = { executions: 0, draining: false, moduleCached: false }

function codeOf(change: { offer?: Partial<TaskOffer>; capacity?: Partial<Capacity>; load?: Partial<Load> }) {
  const answer = answerOffer(
    { ...offer, ...change.offer },
    { ...plainCapacity, ...change.capacity },
    { ...idle, ...change.load }
  )
  assert.equal([answer.taskId, answer.attempt], [offer.taskId, offer.attempt])
  return 'cost' in answer ? 'BID' : answer.code
}

test('an offer that fits is bid on', () => {
  assert.equal(answerOffer(offer, plainCapacity, { ...idle, moduleCached: true }), {
    taskId: offer.taskId,
    attempt: 3,
    cost: 1_000n,
    load: 0,
    slots: 2,
    moduleCached: true
  })
})

test('each reason for a decline has its code, and holds from the first value past its bound', () => {
  const { limits, requirements } = offer
  assert.is(codeOf({ load: { draining: true } }), 'WORKER_DRAINING')
  assert.is(codeOf({ load: { executions: 1 } }), 'BID')
  assert.is(codeOf({ load: { executions: 2 } }), 'WORKER_BUSY')
  assert.is(codeOf({ capacity: { slots: 0 } }), 'WORKER_BUSY')
  const memory = (memoryBytes: number) => ({ offer: { limits: { ...limits, memoryBytes } } })
  assert.is(codeOf(memory(64 * MIB)), 'BID')
  assert.is(codeOf(memory(64 * MIB + 1)), 'WORKER_LIMITS_TOO_HIGH')
  const wallTime = (wallTimeMs: number) => ({ offer: { limits: { ...limits, wallTimeMs } } })
  assert.is(codeOf(wallTime(MAX_WALL_TIME_MS)), 'BID')
  assert.is(codeOf(wallTime(MAX_WALL_TIME_MS + 1)), 'WORKER_LIMITS_TOO_HIGH')
  const isolation = { offer: { requirements: { ...requirements, isolation: 'full' as const } } }
  assert.is(codeOf(isolation), 'BID')
  assert.is(codeOf({ ...isolation, capacity: { isolation: 'reduced' } }), 'WORKER_ISOLATION_TOO_LOW')
  assert.is(codeOf({ capacity: { isolation: 'reduced' } }), 'BID')
  assert.is(codeOf({ offer: { maxCost: 1_000n } }), 'BID')
  assert.is(codeOf({ offer: { maxCost: 999n } }), 'WORKER_PRICE_TOO_HIGH')
  assert.is(codeOf({ offer: { maxCost: 0n }, capacity: { pricePerGigafuel: 0n } }), 'BID')
})

test('it never bids more than is paid, nor without a free slot', () => {
  const offers = fc.record({
    maxCost: fc.bigInt({ min: 0n, max: 10_000n }),
    fuel: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
    executions: fc.nat({ max: 5 }),
    price: fc.bigInt({ min: 0n, max: 5_000n })
  })
  fc.assert(
    fc.property(offers, ({ maxCost, fuel, executions, price }) => {
      const capacity = { ...plainCapacity, slots: 4, pricePerGigafuel: price }
      const load = { ...idle, executions }
      const answer = answerOffer({ ...offer, maxCost, limits: { ...offer.limits, fuel } }, capacity, load)
      if (!('cost' in answer)) return
      assert.ok(answer.cost <= maxCost)
      assert.ok(answer.load < answer.slots)
    })
  )
})

test('what others take of the machine costs as much as its own executions do', () => {
  const cost = (load: Partial<Load>, capacity: Partial<Capacity> = {}): bigint => {
    const answer = answerOffer(
      { ...offer, maxCost: 10_000n },
      { ...plainCapacity, ...capacity },
      { ...idle, ...load }
    )
    if (!('cost' in answer)) throw new Error(answer.code)
    // What it tells of its load are executions, and nothing else.
    assert.is(answer.load, load.executions ?? 0)
    return answer.cost
  }
  assert.equal([cost({}), cost({ pressure: 0.5 }), cost({ pressure: 1 })], [1_000n, 1_250n, 1_500n])
  assert.is(cost({ pressure: 0.5 }), cost({ executions: 1 }))
  // The worse of both counts, not their sum.
  assert.is(cost({ executions: 1, pressure: 0.2 }), cost({ executions: 1 }))
  const bounds = { maxPricePerGigafuel: 4_000n }
  assert.equal([cost({}, bounds), cost({ pressure: 1 }, bounds)], [1_000n, 4_000n])
})

test('an overloaded worker declines what pays less than it then asks', () => {
  assert.is(codeOf({ offer: { maxCost: 1_499n }, load: { pressure: 1 } }), 'WORKER_PRICE_TOO_HIGH')
  assert.is(codeOf({ offer: { maxCost: 1_500n }, load: { pressure: 1 } }), 'BID')
})

test.run()
