import {
  type BidSet,
  bidderOf,
  bidSetRoot,
  bytesToHex,
  commitmentsRoot,
  decodeBidSet,
  type Envelope,
  encodeGetBidSet,
  messageDomain,
  nodeIdFromPublicKey,
  portableVerifier,
  type TaskComplete,
  verifyStatement
} from '@ailee/protocol'
import type { Case, Context } from '../case.js'
import { expect, expectEqual } from '../errors.js'
import { codeOf, type RawPeer } from '../raw/raw-peer.js'
import { isOf } from '../raw/task-stream.js'
import type { ProbeWorker } from '../task/probe-worker.js'
import { ending, type Run, startRun, workerOf } from '../task/run.js'

const role = 'coordinator'
const cheapest = { strategy: 'LOWEST_COST' as const, sealed: false }

/** Section 12: how winners are chosen, what is written down of it, and sealed bids. */
export const bidSetCases: readonly Case[] = [
  {
    must: 'MUST-160',
    part: 'LOWEST_COST with two bids',
    role,
    async run(context) {
      const { workers } = await startRun(context, { auction: cheapest }, 2)
      const [first, second] = [workerOf(workers), workerOf(workers, 1)]
      // The dearer one comes first.
      await first.bid(await first.offer(), { cost: 9n })
      await second.bid(await second.offer(), { cost: 8n })
      await second.assignment()
      expect(!first.peer.inbox.items.some(isOf('ASSIGN_TASK')), 'the dearer bid won too')
      return '8 units win over 9, which came first'
    }
  },
  {
    must: 'MUST-161',
    role,
    async run(context) {
      const { end, run } = await soldTask(context)
      const { set } = await bidSetOf(run.client, end.status.taskId, context)
      const root = end.receipts[0]?.verdict?.bidSetRoot
      expect(root !== undefined, 'the verdict names no bid set')
      expectEqual('the root in the verdict', bytesToHex(root), bytesToHex(bidSetRoot(set)))
      const entry = set.entries.find((one) => bidderOf(one) === workerOf(run.workers).peer.nodeId)
      expectEqual('the outcome of the winner’s bid', entry?.outcome, 'WON')
      expectEqual('the cost in its bid', entry?.bid?.bid.cost, 1n)
      return `root ${bytesToHex(root)} over ${set.entries.length} bid`
    }
  },
  {
    must: 'MUST-162',
    role,
    async run(context) {
      const { end, run } = await soldTask(context)
      const { taskId } = end.status
      await bidSetOf(run.client, taskId, context)
      await bidSetOf(workerOf(run.workers).peer, taskId, context)
      const stranger = await context.peer()
      await stranger.join()
      const payload = encodeGetBidSet({ taskId, attempt: 0 })
      const refused = await stranger.codeOf('GET_BID_SET', payload)
      expectEqual('what a stranger is told', refused, 'AUCTION_NOT_FOUND')
      const other = await run.client.codeOf('GET_BID_SET', encodeGetBidSet({ taskId, attempt: 77 }))
      expectEqual('the answer about an auction that was not', other, 'AUCTION_NOT_FOUND')
      return 'shown to the client and the worker that was asked, signed; not to a stranger'
    }
  },
  {
    must: 'MUST-166',
    role,
    async run(context) {
      const { workers } = await startRun(context, { auction: { ...cheapest, sealed: true } }, 2)
      const [first, second] = [workerOf(workers), workerOf(workers, 1)]
      const mine = await first.commitBid(await first.offer(), { cost: 8n })
      const early = await first.peer.inbox.sees(isOf('REVEAL_BID'), context.patience.watchMs / 10)
      expect(!early, 'a bid was asked for before all had answered')
      const other = await second.commitBid(await second.offer(), { cost: 9n })
      for (const [worker, sealed] of [
        [first, mine],
        [second, other]
      ] as const) {
        const { reveal } = await worker.askedForBid()
        expectEqual('the commitment named', bytesToHex(reveal.commitment), bytesToHex(sealed.commitment))
        const all = [
          { worker: first.peer.nodeId, commitment: mine.commitment },
          { worker: second.peer.nodeId, commitment: other.commitment }
        ]
        const root = bytesToHex(commitmentsRoot(reveal, all))
        expectEqual('the root over both commitments', bytesToHex(reveal.commitmentsRoot), root)
      }
      return 'each is told the root over both commitments, once both are in'
    }
  },
  {
    must: 'MUST-168',
    part: 'another bid than was committed to, and the set of a sealed auction',
    role,
    async run(context) {
      const run = await startRun(context, { auction: { ...cheapest, sealed: true } }, 2)
      const [sly, honest] = [workerOf(run.workers), workerOf(run.workers, 1)]
      const dear = await sly.commitBid(await sly.offer(), { cost: 9n })
      const bid = await honest.commitBid(await honest.offer(), { cost: 8n })
      await sly.showBid(await sly.askedForBid(), { ...dear, bid: { ...dear.bid, cost: 7n } })
      await honest.showBid(await honest.askedForBid(), bid)
      const assignment = await honest.assignment()
      await honest.acknowledge(assignment)
      expect(!sly.peer.inbox.items.some(isOf('ASSIGN_TASK')), 'a bid that was changed won')
      await honest.deliver(assignment.assign)
      const { status } = await ending(run)
      const { set } = await bidSetOf(run.client, status.taskId, context)
      expectEqual('the entries', set.entries.length, 2)
      const entry = set.entries.find((one) => bidderOf(one) === sly.peer.nodeId)
      expect(entry !== undefined && entry.bid === undefined, 'the changed bid is in the set')
      return 'the bid that was committed to wins; the other’s commitment stays in the set'
    }
  }
]

/** A task that a worker of the probe has won, executed and been believed. */
async function soldTask(context: Context): Promise<{ run: Run; end: TaskComplete }> {
  const run = await startRun(context, { auction: cheapest })
  const worker: ProbeWorker = workerOf(run.workers)
  await worker.deliver(await worker.win())
  return { run, end: await ending(run) }
}

/** The latest bid set with a winner, as this peer is told of it. */
async function bidSetOf(
  peer: RawPeer,
  taskId: string,
  { nodeId, network }: Context
): Promise<{ set: BidSet; envelope: Envelope }> {
  const envelope = await peer.ask('GET_BID_SET', encodeGetBidSet({ taskId, attempt: 0 }))
  expect(isOf('BID_SET')(envelope), `GET_BID_SET is answered with ${codeOf(envelope)}`)
  const { payload, signature } = envelope
  expect(signature !== undefined, 'BID_SET is not signed')
  const statement = { domain: messageDomain('BID_SET'), network, payload }
  const genuine =
    nodeIdFromPublicKey(signature.publicKey) === nodeId &&
    verifyStatement(portableVerifier, statement, signature)
  expect(genuine, 'BID_SET is not signed by its coordinator')
  const set = decodeBidSet(payload)
  expectEqual('its coordinator', set.head.coordinator, nodeId)
  expectEqual('its task', set.head.taskId, taskId)
  return { set, envelope }
}
