import {
  bidCommitment,
  bidderOf,
  bytesToHex,
  commitmentsRoot,
  encodeBid,
  type RevealBid
} from '@ailee/protocol'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { AUCTION_MS, REVEAL_MS } from '../../src/constants.js'
import { network, prompt, scenario, type World } from '../support/world.js'

const auction = { strategy: 'LOWEST_COST' as const, sealed: true }

/** Code of what a worker is left out for, in the task's last auction. */
async function rejectionCodes(world: World, taskId: string): Promise<string[]> {
  const auctions = await world.auctions(taskId)
  return auctions.at(-1)?.rejections.map(({ code }) => code) ?? []
}

scenario(
  'no bid is shown before every commitment is in, and everybody is told the same of them',
  async (world) => {
    const client = world.client()
    const cheap = await world.worker({ ...prompt, bid: { cost: 10n } }).connect()
    const dear = await world.worker({ ...prompt, bid: { cost: 20n } }).connect()
    const ended = await world.end((await client.submit({ auction })).status.taskId)
    assert.is(ended.executions[0]?.worker, cheap.nodeId)
    const types = world.hub.log.map(({ type }) => type)
    const shown = types.flatMap((type, index) => (type === 'BID' || type === 'REVEAL_BID' ? [index] : []))
    const committed = types.flatMap((type, index) => (type === 'BID_COMMITMENT' ? [index] : []))
    assert.equal([committed.length, shown.length], [2, 4])
    assert.ok(Math.max(...committed) < Math.min(...shown))
    const [set] = (await world.auctions(ended.taskId)).map(({ bidSet }) => bidSet)
    if (set === undefined) throw new Error('no bid set')
    const commitments = set.entries.map((entry) => ({
      worker: bidderOf(entry),
      commitment: bidCommitment(network, bidderOf(entry), entry.bid?.payload ?? new Uint8Array())
    }))
    const root = bytesToHex(commitmentsRoot(set.head, commitments))
    assert.is(bytesToHex(set.head.commitmentsRoot ?? new Uint8Array()), root)
    for (const worker of [cheap, dear]) {
      const [told] = worker.reveals
      assert.is(bytesToHex(told?.commitmentsRoot ?? new Uint8Array()), root)
      const own = commitments.find((one) => one.worker === worker.nodeId)
      assert.equal(told?.commitment, own?.commitment)
    }
  }
)

scenario('a bid shown at once does not count in a sealed auction', async (world) => {
  const client = world.client()
  const open = await world.worker(prompt).connect()
  const bid = open.bidOn.bind(open)
  open.script = { ...prompt, answerOffer: (offer) => ({ type: 'BID', payload: encodeBid(bid(offer)) }) }
  const { status } = await client.submit({ auction })
  await world.until(async () => (await world.task(status.taskId)).rejections.length > 0)
  assert.equal(await rejectionCodes(world, status.taskId), ['BID_INVALID'])
  assert.is(open.assignments.length, 0)
})

scenario('a bid that is not the one committed to does not count, and its commitment stays', async (world) => {
  const client = world.client()
  const honest = await world.worker({ ...prompt, bid: { cost: 20n } }).connect()
  // It has heard of the other's bid, and would like to ask a unit less.
  const undercut = ({ taskId, attempt }: RevealBid) => ({
    type: 'BID' as const,
    payload: encodeBid({
      taskId,
      attempt,
      cost: 19n,
      load: 0,
      slots: 1,
      moduleCached: false,
      salt: new Uint8Array(32)
    })
  })
  const sly = await world.worker({ ...prompt, bid: { cost: 50n }, answerReveal: undercut }).connect()
  const ended = await world.end((await client.submit({ auction })).status.taskId)
  assert.is(ended.executions[0]?.worker, honest.nodeId)
  const [held] = await world.auctions(ended.taskId)
  assert.equal(
    held?.rejections.map(({ worker, code }) => [worker, code]),
    [[sly.nodeId, 'BID_MISMATCHED']]
  )
  const entry = held?.bidSet.entries.find((one) => bidderOf(one) === sly.nodeId)
  assert.equal([entry?.bid, entry?.outcome], [undefined, 'LOST'])
  assert.ok(entry?.commitment !== undefined)
})

scenario('who does not show its bid in time has none, and holds nobody up for long', async (world) => {
  const client = world.client()
  const silent = await world
    .worker({ ...prompt, bid: { cost: 1n }, answerReveal: () => Promise.withResolvers<never>().promise })
    .connect()
  const good = await world.worker({ ...prompt, bid: { cost: 2n } }).connect()
  world.hub.rule = ({ from, type }) => (from === silent.nodeId && type === 'BID' ? 'lost' : 'arrives')
  silent.script = { ...prompt, bid: { cost: 1n } }
  const before = world.clock.now()
  const ended = await world.end((await client.submit({ auction })).status.taskId)
  assert.is(ended.executions[0]?.worker, good.nodeId)
  assert.ok(world.clock.now() - before <= AUCTION_MS + REVEAL_MS + 200)
  assert.equal(await rejectionCodes(world, ended.taskId), ['BID_NOT_REVEALED'])
})

scenario('a sealed auction that nobody can take waits like any other', async (world) => {
  const client = world.client()
  const { status } = await client.submit({ auction })
  await world.worker({ bid: { cost: 2_000n } }).connect()
  await world.until(async () => (await rejectionCodes(world, status.taskId)).includes('BID_TOO_HIGH'))
  const late = await world.worker(prompt).connect()
  const ended = await world.end(status.taskId)
  assert.is(ended.executions[0]?.worker, late.nodeId)
})

test.run()
