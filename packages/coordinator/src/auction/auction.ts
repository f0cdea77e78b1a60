import { type Clock, errorCode, errorMessage, type NodeId, remoteText } from '@ailee/core'
import { bidTermsOf, type Candidate, isTransient, rankBids, rejectionOf } from '@ailee/market'
import {
  type BidSetEntry,
  decodeDecline,
  defaultAuctionTerms,
  encodeTaskOffer,
  type IncomingMessage,
  type MessageTransport,
  type Rejection,
  type SignedBid,
  signedBid,
  type TaskOffer
} from '@ailee/protocol'
import { AUCTION_MS, OFFER_FANOUT, SUSPECT_MS } from '../constants.js'
import type { OpenTask } from '../task/task-book.js'
import { barredWorkers, unluckyWorkers } from '../task/transitions.js'
import type { WorkerRegistry } from '../worker-registry.js'
import type { AuctionSheet } from './auction-sheet.js'

/** How an auction ended. */
export interface AuctionOutcome {
  /** What it is decided by: the bids received, best first, and why others did not bid. */
  sheet: AuctionSheet
  /** True if somebody fits the task, only not now. */
  waiting: boolean
}

export interface AuctionComponents {
  network: string
  nodeId: NodeId
  transport: MessageTransport
  workers: WorkerRegistry
  clock: Clock
}

/**
 * Holds one auction: filters the known workers, offers the task to a bounded rotating subset on direct streams,
 * waits until all have answered or the time is up, and ranks the bids.
 */
export async function holdAuction(
  { network, nodeId, transport, workers, clock }: AuctionComponents,
  task: OpenTask,
  wanted: number,
  signal: AbortSignal
): Promise<AuctionOutcome> {
  const { submit, record } = task
  const { spec, requirements, auction = defaultAuctionTerms } = submit
  const { eligible, rejections } = sift(task, workers.candidates())
  const openedAtMs = clock.now()
  const offer: TaskOffer = {
    taskId: record.taskId,
    attempt: record.attempts,
    moduleHash: spec.moduleHash,
    moduleBytes: spec.moduleBytes,
    inputBytes: spec.inputBytes,
    limits: spec.limits,
    requirements,
    maxCost: maxCostOf(task),
    closesAtMs: openedAtMs + AUCTION_MS
  }
  const message = { type: 'TASK_OFFER' as const, payload: encodeTaskOffer(offer) }
  const asked = eligible.slice(0, OFFER_FANOUT)
  const entries: Omit<BidSetEntry, 'outcome'>[] = []
  const refusals: Rejection[] = []
  await Promise.all(
    asked.map(async (worker) => {
      try {
        const reply = await transport.request(worker, message, { timeoutMs: AUCTION_MS, signal })
        const answer = readAnswer(network, reply, offer)
        if ('worker' in answer) refusals.push(answer)
        else entries.push({ bid: answer, commitment: undefined, ...workers.standing(worker) })
      } catch (error) {
        if (signal.aborted) return
        workers.suspect(worker, SUSPECT_MS)
        refusals.push({ worker, code: 'WORKER_UNRESPONSIVE', message: remoteText(errorMessage(error)) })
      }
    })
  )
  const { strategy } = auction
  const all = [...refusals, ...rejections]
  return {
    sheet: {
      ...{ network, coordinator: nodeId, offer, strategy, wanted, openedAtMs, asked, entries },
      eligible: eligible.length,
      rejections: all,
      commitmentsRoot: undefined,
      ranking: rankBids(
        entries.map(bidTermsOf).filter((bid) => bid !== undefined),
        offer.maxCost,
        strategy
      )
    },
    waiting: all.some(({ code }) => isTransient(code)) || eligible.length > OFFER_FANOUT
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

function readAnswer(network: string, reply: IncomingMessage, offer: TaskOffer): SignedBid | Rejection {
  const worker = reply.from
  if (reply.type === 'DECLINE') {
    const { code, message } = decodeDecline(reply.payload)
    return { worker, code, message: remoteText(message) }
  }
  if (reply.type !== 'BID' || reply.signature === undefined) {
    return { worker, code: 'BID_INVALID', message: `it answered with ${reply.type}` }
  }
  try {
    const signed = signedBid(network, reply.payload, reply.signature)
    const { bid } = signed
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
    return signed
  } catch (error) {
    return { worker, code: 'BID_INVALID', message: errorCode(error) }
  }
}
