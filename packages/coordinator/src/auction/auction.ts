import { type Clock, errorCode, errorMessage, type NodeId, remoteText } from '@ailee/core'
import {
  type BidTerms,
  type Candidate,
  isTransient,
  rankBids,
  rejectionOf,
  type ScoredBid
} from '@ailee/market'
import {
  type Bid,
  decodeBid,
  decodeDecline,
  encodeTaskOffer,
  type IncomingMessage,
  type MessageTransport,
  type Rejection,
  type TaskOffer
} from '@ailee/protocol'
import { AUCTION_MS, OFFER_FANOUT, SUSPECT_MS } from '../constants.js'
import type { OpenTask } from '../task/task-book.js'
import { barredWorkers, unluckyWorkers } from '../task/transitions.js'
import type { WorkerRegistry } from '../worker-registry.js'

/** How an auction ended. */
export interface AuctionOutcome {
  /** Bids received, best first. */
  ranking: ScoredBid[]
  rejections: Rejection[]
  /** True if somebody fits the task, only not now. */
  waiting: boolean
}

export interface AuctionComponents {
  transport: MessageTransport
  workers: WorkerRegistry
  clock: Clock
}

/**
 * Holds one auction: filters the known workers, offers the task to a bounded rotating subset on direct streams,
 * waits until all have answered or the time is up, and ranks the bids.
 */
export async function holdAuction(
  { transport, workers, clock }: AuctionComponents,
  task: OpenTask,
  signal: AbortSignal
): Promise<AuctionOutcome> {
  const { submit, record } = task
  const { spec, requirements } = submit
  const { eligible, rejections } = sift(task, workers.candidates())
  const offer: TaskOffer = {
    taskId: record.taskId,
    attempt: record.attempts,
    moduleHash: spec.moduleHash,
    moduleBytes: spec.moduleBytes,
    inputBytes: spec.inputBytes,
    limits: spec.limits,
    requirements,
    maxCost: maxCostOf(task),
    closesAtMs: clock.now() + AUCTION_MS
  }
  const message = { type: 'TASK_OFFER' as const, payload: encodeTaskOffer(offer) }
  const bids: BidTerms[] = []
  await Promise.all(
    eligible.slice(0, OFFER_FANOUT).map(async (worker) => {
      try {
        const answer = readAnswer(
          await transport.request(worker, message, { timeoutMs: AUCTION_MS, signal }),
          offer
        )
        if ('worker' in answer) rejections.push(answer)
        else bids.push(termsOf(worker, answer, workers))
      } catch (error) {
        if (signal.aborted) return
        workers.suspect(worker, SUSPECT_MS)
        rejections.push({ worker, code: 'WORKER_UNRESPONSIVE', message: remoteText(errorMessage(error)) })
      }
    })
  )
  return {
    ranking: rankBids(bids, offer.maxCost),
    rejections,
    waiting: rejections.some(({ code }) => isTransient(code)) || eligible.length > OFFER_FANOUT
  }
}

/** Tells who may take part. Workers on which the task was lost before get it again only where nobody else could ever take it. */
function sift(
  { submit, record }: OpenTask,
  candidates: readonly Candidate[]
): { eligible: NodeId[]; rejections: Rejection[] } {
  const { spec, requirements } = submit
  const barred = barredWorkers(record)
  const attempt = (excluded: ReadonlySet<NodeId>): { eligible: NodeId[]; rejections: Rejection[] } => {
    const eligible: NodeId[] = []
    const rejections: Rejection[] = []
    for (const candidate of candidates) {
      const rejection = rejectionOf(candidate, { limits: spec.limits, requirements, excluded })
      if (rejection === undefined) eligible.push(candidate.worker)
      else rejections.push(rejection)
    }
    return { eligible, rejections }
  }
  const preferred = attempt(barred.union(unluckyWorkers(record)))
  const somebodyMay =
    preferred.eligible.length > 0 || preferred.rejections.some(({ code }) => isTransient(code))
  return somebodyMay ? preferred : attempt(barred)
}

/** What one execution may cost: the reward is shared by the replicas. */
export function maxCostOf({ submit }: OpenTask): bigint {
  return submit.reward / BigInt(submit.replicas)
}

function readAnswer(reply: IncomingMessage, offer: TaskOffer): Bid | Rejection {
  const worker = reply.from
  if (reply.type === 'DECLINE') {
    const { code, message } = decodeDecline(reply.payload)
    return { worker, code, message: remoteText(message) }
  }
  if (reply.type !== 'BID') return { worker, code: 'BID_INVALID', message: `it answered with ${reply.type}` }
  try {
    const bid = decodeBid(reply.payload)
    if (bid.taskId !== offer.taskId || bid.attempt !== offer.attempt) {
      return { worker, code: 'BID_INVALID', message: 'its bid is for another auction' }
    }
    if (bid.cost > offer.maxCost) {
      return {
        worker,
        code: 'BID_TOO_HIGH',
        message: `it asks ${bid.cost} units, at most ${offer.maxCost} are paid`
      }
    }
    return bid
  } catch (error) {
    return { worker, code: 'BID_INVALID', message: errorCode(error) }
  }
}

function termsOf(worker: NodeId, bid: Bid, workers: WorkerRegistry): BidTerms {
  return {
    worker,
    reputation: workers.reputation(worker),
    health: workers.health(worker),
    cost: bid.cost,
    load: bid.load,
    slots: bid.slots,
    green: 0
  }
}
