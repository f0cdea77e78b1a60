import { rankBidSet } from '@ailee/market'
import {
  type AuctionStrategy,
  type BidSetEntry,
  bidderOf,
  bidSetRoot,
  bytesToHex,
  encodeDecline,
  type OutgoingMessage,
  portableVerifier,
  type TaskOffer,
  verifyStatement
} from '@ailee/protocol'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { WorkerDouble } from '../support/worker-double.js'
import { network, prompt, scenario, type World } from '../support/world.js'

const decline = ({ taskId, attempt }: TaskOffer): OutgoingMessage => ({
  type: 'DECLINE',
  payload: encodeDecline({ taskId, attempt, code: 'WORKER_PRICE_TOO_HIGH', message: 'no' })
})

/** Outcomes of a set by worker. */
const outcomes = (entries: readonly BidSetEntry[]): Record<string, string> =>
  Object.fromEntries(entries.map((entry) => [bidderOf(entry), entry.outcome]))

async function worker(world: World, cost: bigint, slots = 1): Promise<WorkerDouble> {
  return world.worker({ ...prompt, bid: { cost }, status: { slots } }).connect()
}

scenario(
  'an auction is written down: who was asked, who bid what, who won, and why others did not',
  async (world) => {
    const client = world.client()
    const dear = await worker(world, 300n)
    const cheap = await worker(world, 100n)
    const unwilling = await world.worker({ answerOffer: decline }).connect()
    const elsewhere = await world.worker({ status: { region: 'us' } }).connect()
    const requirements = { regions: ['eu'], minReputationPermille: 0, isolation: undefined }
    const { status } = await client.submit({ requirements })
    const ended = await world.end(status.taskId)
    const [auction, ...others] = await world.auctions(status.taskId)
    assert.is(others.length, 0)
    assert.equal([auction?.attempt, auction?.eligible], [1, 3])
    assert.equal([...(auction?.asked ?? [])].sort(), [dear.nodeId, cheap.nodeId, unwilling.nodeId].sort())
    assert.equal(
      auction?.rejections.map(({ worker: id, code }) => [id, code]),
      [
        [unwilling.nodeId, 'WORKER_PRICE_TOO_HIGH'],
        [elsewhere.nodeId, 'WORKER_REGION_MISMATCH']
      ]
    )
    assert.equal(
      auction?.ranking.map(({ worker: id }) => id),
      [cheap.nodeId, dear.nodeId]
    )
    const set = auction?.bidSet
    if (set === undefined) throw new Error('no bid set')
    const { head, entries } = set
    assert.equal(
      [head.network, head.taskId, head.attempt, head.coordinator, head.strategy, head.maxCost, head.wanted],
      [network, status.taskId, 1, world.coordinatorId, 'WEIGHTED', 1000n, 1]
    )
    assert.equal(outcomes(entries), { [dear.nodeId]: 'LOST', [cheap.nodeId]: 'WON' })
    // Whoever has the set comes to the same, by what it says of the workers.
    assert.equal(
      rankBidSet(set).map(({ worker: id, score }) => ({ worker: id, score })),
      auction?.ranking
    )
    for (const { bid, reputationPpm, waited } of entries) {
      if (bid === undefined) throw new Error('no bid')
      const statement = { domain: 'message/21', network, payload: bid.payload }
      assert.ok(verifyStatement(portableVerifier, statement, bid.signature))
      assert.equal([reputationPpm, waited], [500_000, 1_000_000_000])
    }
    const [receipt] = ended.receipts
    assert.is(bytesToHex(receipt?.verdict?.bidSetRoot ?? new Uint8Array()), bytesToHex(bidSetRoot(set)))
  }
)

scenario('each of several winners has the root of the auction that it won', async (world) => {
  const client = world.client()
  await worker(world, 100n)
  const { status } = await client.submit({ replicas: 2 })
  await world.until(async () => (await world.task(status.taskId)).executions.length === 1)
  await worker(world, 100n)
  const ended = await world.end(status.taskId)
  const roots = ended.receipts.map(({ verdict }) => bytesToHex(verdict?.bidSetRoot ?? new Uint8Array()))
  const auctions = await world.auctions(status.taskId)
  const won = auctions.filter(({ bidSet }) => bidSet.entries.some(({ outcome }) => outcome === 'WON'))
  assert.is(won.length, 2)
  assert.equal(roots.sort(), won.map(({ bidSet }) => bytesToHex(bidSetRoot(bidSet))).sort())
})

scenario('an auction that nobody won is written down as well, the last of them', async (world) => {
  const client = world.client()
  const unwilling = await world.worker({ answerOffer: decline }).connect()
  const { status } = await client.submit()
  await world.until(async () => (await world.task(status.taskId)).attempts >= 3)
  const auctions = await world.auctions(status.taskId)
  assert.is(auctions.length, 1)
  assert.is(auctions[0]?.attempt, (await world.task(status.taskId)).attempts)
  assert.is(auctions[0]?.rejections[0]?.worker, unwilling.nodeId)
  assert.equal(auctions[0]?.bidSet.entries, [])
  await worker(world, 5n)
  await world.end(status.taskId)
  const [last] = (await world.auctions(status.taskId)).slice(-1)
  assert.is(last?.bidSet.entries[0]?.outcome, 'WON')
})

scenario(
  'a better bid of a worker that has no room any more is passed over, and that is written down',
  async (world) => {
    const client = world.client()
    const best = await world.worker({ bid: { cost: 1n } }).connect()
    const second = await world.worker({ bid: { cost: 500n } }).connect()
    // Both tasks are offered to both workers before either is assigned.
    const held = Promise.withResolvers<void>()
    world.hub.rule = ({ type }) => (type === 'BID' ? held.promise : 'arrives')
    const tasks = [(await client.submit()).status.taskId, (await client.submit()).status.taskId]
    await world.until(() => best.offers.length === 2 && second.offers.length === 2)
    held.resolve()
    await world.until(async () => (await world.task(tasks[1] ?? '')).state === 'RUNNING')
    const seen = (await Promise.all(tasks.map((taskId) => world.auctions(taskId)))).flat()
    assert.equal(
      seen.map(({ bidSet }) => outcomes(bidSet.entries)),
      [
        { [best.nodeId]: 'WON', [second.nodeId]: 'LOST' },
        { [best.nodeId]: 'PASSED_OVER', [second.nodeId]: 'WON' }
      ]
    )
  }
)

scenario(
  'a coordinator that dies meanwhile names the bid set that was written with the assignment',
  async (world) => {
    const client = world.client()
    const running = await world.worker({ bid: { cost: 3n } }).connect()
    const { status } = await client.submit()
    await world.until(async () => (await world.task(status.taskId)).state === 'RUNNING')
    const [before] = await world.auctions(status.taskId)
    world.crash()
    await world.boot()
    await running.finish()
    const ended = await world.end(status.taskId)
    const root = ended.receipts[0]?.verdict?.bidSetRoot
    assert.is(before?.bidSet.entries[0]?.outcome, 'WON')
    assert.equal(root, before === undefined ? undefined : bidSetRoot(before.bidSet))
  }
)

scenario('a bid that nobody signed does not count', async (world) => {
  const client = world.client()
  const odd = await world.worker(prompt).connect()
  const bids = odd.bidOn.bind(odd)
  odd.script = {
    answerOffer: (offer) => ({ type: 'RESULT_ACK', payload: Uint8Array.of(0x08, bids(offer).attempt) })
  }
  const { status } = await client.submit()
  await world.until(async () => (await world.task(status.taskId)).rejections.length > 0)
  assert.is((await world.task(status.taskId)).rejections[0]?.code, 'BID_INVALID')
})

/** Terms by which `b` wins; `a` is cheaper. */
const winning: Record<
  Exclude<AuctionStrategy, 'WEIGHTED' | 'LOWEST_COST' | 'GREEN' | 'LOWEST_LATENCY'>,
  { slots: number }
> = {
  HIGHEST_REPUTATION: { slots: 1 },
  LEAST_LOADED: { slots: 4 },
  ROUND_ROBIN: { slots: 1 }
}

for (const [strategy, { slots }] of Object.entries(winning)) {
  scenario(`the client's strategy decides: ${strategy}`, async (world) => {
    const client = world.client()
    const terms = { strategy: strategy as AuctionStrategy, sealed: false }
    const a = await world.worker({ ...prompt, bid: { cost: 1n, load: 1 }, status: { slots: 4 } }).connect()
    if (strategy !== 'HIGHEST_REPUTATION') await world.end((await client.submit()).status.taskId)
    const b = await world.worker({ ...prompt, bid: { cost: 2n, load: 0 }, status: { slots } }).connect()
    if (strategy === 'HIGHEST_REPUTATION') {
      a.disconnect()
      await world.end((await client.submit()).status.taskId)
      await a.connect()
    }
    const ended = await world.end((await client.submit({ auction: terms })).status.taskId)
    assert.is(ended.executions[0]?.worker, b.nodeId)
    const [auction] = await world.auctions(ended.taskId)
    assert.is(auction?.bidSet.head.strategy, strategy)
    const cheapest = { strategy: 'LOWEST_COST' as const, sealed: false }
    const other = await world.end((await client.submit({ auction: cheapest })).status.taskId)
    assert.is(other.executions[0]?.worker, a.nodeId)
  })
}

scenario('workers take turns by round robin', async (world) => {
  const client = world.client()
  const workers = [await worker(world, 3n), await worker(world, 1n), await worker(world, 2n)]
  const auction = { strategy: 'ROUND_ROBIN' as const, sealed: false }
  const served: (string | undefined)[] = []
  for (let turn = 0; turn < 6; turn += 1) {
    const ended = await world.end((await client.submit({ auction })).status.taskId)
    served.push(ended.executions[0]?.worker)
  }
  assert.is(new Set(served.slice(0, 3)).size, workers.length)
  assert.equal(served.slice(3), served.slice(0, 3))
})

test.run()
