import type { Clock, NodeId } from '@ailee/core'
import { bidTermsOf, type Candidate, isTransient, rankBids, rejectionOf } from '@ailee/market'
import { defaultAuctionTerms, type MessageTransport, type Rejection, type TaskOffer } from '@ailee/protocol'
import { AUCTION_MS } from '../constants.js'
import type { OpenTask } from '../task/task-book.js'
import { barredWorkers, unluckyWorkers } from '../task/transitions.js'
import type { WorkerRegistry } from '../worker-registry.js'
import type { AuctionSheet } from './auction-sheet.js'
import { collectBids, collectSealedBids } from './collect-bids.js'

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
  /** Workers asked at most. */
  maxBidders: number
  transport: MessageTransport
  workers: WorkerRegistry
  clock: Clock
}

/**
 * Holds one auction: filters the known workers, offers the task to a bounded rotating subset on direct streams,
 * waits until all have answered or the time is up, and ranks the bids.
 */
export async function holdAuction(
  { network, nodeId, maxBidders, transport, workers, clock }: AuctionComponents,
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
    closesAtMs: openedAtMs + AUCTION_MS,
    ...(auction.sealed ? { sealed: true } : {})
  }
  const asked = eligible.slice(0, maxBidders)
  const collect = auction.sealed ? collectSealedBids : collectBids
  const collected = await collect({ network, transport, workers }, offer, asked, signal)
  const { entries, commitmentsRoot } = collected
  const { strategy } = auction
  const all = [...collected.rejections, ...rejections]
  const terms = entries.map(bidTermsOf).filter((bid) => bid !== undefined)
  return {
    sheet: {
      ...{
        network,
        coordinator: nodeId,
        offer,
        strategy,
        wanted,
        openedAtMs,
        asked,
        entries,
        commitmentsRoot
      },
      eligible: eligible.length,
      rejections: all,
      ranking: rankBids(terms, offer.maxCost, strategy)
    },
    waiting: all.some(({ code }) => isTransient(code)) || eligible.length > maxBidders
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
