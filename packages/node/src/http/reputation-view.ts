import type { NodeId } from '@ailee/core'
import { currentScore } from '@ailee/market'
import type { ReputationChangeKind, ReputationRecord } from '@ailee/store'
import type { NodeView } from './node-view.js'

/** One entry of `GET /v1/reputation`. Units are decimal texts: JSON numbers end at 2^53. */
export interface ReputationStatus {
  peerId: string
  /** 0 to 1, as it is now: idle time moves it towards 0.5. */
  score: number
  tasks: number
  successes: number
  /** Late, lost or unusable: no word on whether the result was right. */
  failures: number
  disputes: number
  /** Proven wrong. */
  byzantineActs: number
  /** Verified results since the last that was none. */
  streak: number
  stakedUnits: string
  slashedUnits: string
  /** Unix milliseconds, as all times here. */
  updatedAtMs: number
  /** Since when it gets no more work; null: it does. */
  bannedAtMs: number | null
}

/** One line of the history of a node. */
export interface ReputationChangeStatus {
  /** From 1. */
  number: number
  event: ReputationChangeKind
  /** The task, or with CONTRADICTION the evidence; null where neither was the cause. */
  subject: string | null
  /** Why, where there is more to say; else empty. */
  code: string
  scoreBefore: number
  scoreAfter: number
  slashedUnits: string
  atMs: number
}

/** `GET /v1/reputation/{peer id}`. */
export interface ReputationDetails extends ReputationStatus {
  /** Newest first: the last 200. */
  history: ReputationChangeStatus[]
}

/** What this coordinator thinks of nodes, by peer id; none on other nodes. */
export async function reputationsOfNode(
  view: NodeView,
  { limit, after }: { limit: number; after?: NodeId }
): Promise<ReputationStatus[]> {
  const statuses: ReputationStatus[] = []
  const options = after === undefined ? { limit } : { limit, after }
  for await (const { record } of view.reputations?.list(options) ?? []) {
    statuses.push(await statusOf(view, record))
  }
  return statuses
}

/** Undefined for a node that nothing is known of. */
export async function reputationOfNode(
  view: NodeView,
  nodeId: NodeId
): Promise<ReputationDetails | undefined> {
  const stored = await view.reputations?.get(nodeId)
  if (stored === undefined) return undefined
  const history = (await view.reputations?.history(nodeId)) ?? []
  return {
    ...(await statusOf(view, stored.record)),
    history: history.map(({ number, kind, subject, code, scoreBefore, scoreAfter, amountUnits, atMs }) => ({
      ...{ number, event: kind, subject: subject ?? null, code, scoreBefore, scoreAfter },
      ...{ slashedUnits: String(amountUnits), atMs }
    }))
  }
}

async function statusOf({ ledger, clock }: NodeView, record: ReputationRecord): Promise<ReputationStatus> {
  const { nodeId, tasks, successes, failures, disputes, byzantineActs, streak } = record
  const account = await ledger?.readAccount(nodeId)
  return {
    peerId: nodeId,
    score: currentScore(record, clock.now()),
    ...{ tasks, successes, failures, disputes, byzantineActs, streak },
    stakedUnits: String(account?.stakedUnits ?? 0n),
    slashedUnits: String(record.slashedAmount),
    updatedAtMs: record.updatedAtMs,
    bannedAtMs: record.bannedAtMs === 0 ? null : record.bannedAtMs
  }
}
