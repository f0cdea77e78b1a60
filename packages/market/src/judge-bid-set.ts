import type { NodeId } from '@ailee/core'
import {
  type BidSet,
  bidCommitment,
  bidderOf,
  bidSetRoot,
  bytesEqual,
  bytesToHex,
  type Check,
  isSignedByCoordinator,
  isSignedByWorker,
  type KeptBid,
  type MessageType,
  messageDomain,
  nodeIdFromPublicKey,
  type Receipt,
  type Signature,
  type SignedBidSet,
  type Verifier,
  verifyStatement
} from '@ailee/protocol'
import { rankBidSet } from './bid-set-terms.js'

/** What to hold a bid set against, as far as it is at hand. */
export interface BidSetEvidence {
  /** Of a winner. */
  receipt?: Receipt
  /** Of somebody who bid. */
  bid?: KeptBid
}

/**
 * What a bid set comes to.
 *
 * - `NOTHING`: it does not hold, or does not belong to what it is held against; it says nothing about anybody.
 * - `SOUND`: its coordinator signed it, and chose as the rule says.
 * - `MIS_SELECTED`: its coordinator signed it, and by what it says itself others should have won.
 * - `OMITTED`: its coordinator signed that it has a bid, and signed the set without it.
 * - `MISSING`: a bid is not in it. Its bidder knows whether it was in time; nobody else can.
 */
export type BidSetFinding = 'NOTHING' | 'SOUND' | 'MIS_SELECTED' | 'OMITTED' | 'MISSING'

/** What a bid set is worth. */
export interface BidSetJudgement {
  finding: BidSetFinding
  /** 64 hex digits. */
  root: string
  winners: NodeId[]
  /** What was looked at, in order, up to the first thing that does not hold. */
  checks: Check[]
}

type Step = Check & { finding: BidSetFinding }

/** Judges a bid set by itself: nobody is asked, and no clock. */
export function judgeBidSet(
  verifier: Verifier,
  signed: SignedBidSet,
  evidence: BidSetEvidence = {}
): BidSetJudgement {
  const { set } = signed
  const checks: Check[] = []
  let finding: BidSetFinding = 'SOUND'
  for (const { finding: where, ...check } of steps(verifier, signed, evidence)) {
    checks.push(check)
    if (check.ok) continue
    finding = where
    break
  }
  const winners = set.entries.filter(({ outcome }) => outcome === 'WON').map(bidderOf)
  return { finding, root: bytesToHex(bidSetRoot(set)), winners, checks }
}

function* steps(
  verifier: Verifier,
  { payload, signature, set }: SignedBidSet,
  { receipt, bid }: BidSetEvidence
): Generator<Step> {
  const { network, coordinator } = set.head
  const isBy = (author: NodeId, type: MessageType, bytes: Uint8Array, by: Signature): boolean =>
    nodeIdFromPublicKey(by.publicKey) === author &&
    verifyStatement(verifier, { domain: messageDomain(type), network, payload: bytes }, by)
  yield {
    name: 'coordinator-signature',
    ok: isBy(coordinator, 'BID_SET', payload, signature),
    detail: coordinator,
    finding: 'NOTHING'
  }
  const forged = set.entries.find((entry) => {
    const worker = bidderOf(entry)
    const { bid: own, commitment } = entry
    if (own !== undefined && !isBy(worker, 'BID', own.payload, own.signature)) return true
    return (
      commitment !== undefined && !isBy(worker, 'BID_COMMITMENT', commitment.payload, commitment.signature)
    )
  })
  yield {
    name: 'bid-signatures',
    ok: forged === undefined,
    detail:
      forged === undefined
        ? `${set.entries.length} workers, each by its own key`
        : `${bidderOf(forged)} did not sign what is said to be its bid`,
    finding: 'NOTHING'
  }
  if (receipt !== undefined) yield receiptStep(verifier, set, receipt)
  yield selectionStep(set)
  if (bid !== undefined) yield* bidSteps(isBy, set, bid)
}

/** Winners are the first of the ranking whose workers were free, as many as were sought. */
function selectionStep(set: BidSet): Step {
  const { strategy, wanted } = set.head
  const outcomes = new Map(set.entries.map((entry) => [bidderOf(entry), entry.outcome]))
  const step = (ok: boolean, detail: string): Step => ({
    ...{ name: 'selection', ok, detail, finding: 'MIS_SELECTED' }
  })
  let left = wanted
  for (const { worker, score } of rankBidSet(set)) {
    const outcome = outcomes.get(worker)
    if (outcome === 'PASSED_OVER') continue
    const isDue = left > 0
    if (isDue !== (outcome === 'WON')) {
      const scored = `${worker}, with ${score} by ${strategy},`
      return step(false, `${scored} ${isDue ? 'should have won and did not' : 'won and should not have'}`)
    }
    left -= 1
  }
  return step(true, `${wanted} wanted, by ${strategy}: whoever won ranks before all who lost`)
}

function receiptStep(verifier: Verifier, set: BidSet, receipt: Receipt): Step {
  const { verdict, worker } = receipt
  const won = set.entries.some((entry) => bidderOf(entry) === worker && entry.outcome === 'WON')
  const root = verdict?.bidSetRoot
  const ok =
    isSignedByWorker(verifier, receipt) &&
    isSignedByCoordinator(verifier, receipt) &&
    receipt.taskId === set.head.taskId &&
    verdict?.coordinator === set.head.coordinator &&
    root !== undefined &&
    bytesEqual(root, bidSetRoot(set)) &&
    won
  const detail = ok
    ? `its verdict names this set, in which ${worker} won`
    : 'it is not genuine, or not of this set'
  return { name: 'receipt', ok, detail, finding: 'NOTHING' }
}

function* bidSteps(
  isBy: (author: NodeId, type: MessageType, bytes: Uint8Array, by: Signature) => boolean,
  set: BidSet,
  { bid, reveal }: KeptBid
): Generator<Step> {
  const { head, entries } = set
  const worker = nodeIdFromPublicKey(bid.signature.publicKey)
  const isOf = (one: { taskId: string; attempt: number }): boolean =>
    one.taskId === head.taskId && one.attempt === head.attempt
  const commitment = bidCommitment(head.network, worker, bid.payload)
  const acknowledged =
    reveal !== undefined &&
    isOf(reveal.reveal) &&
    bytesEqual(reveal.reveal.commitment, commitment) &&
    isBy(head.coordinator, 'REVEAL_BID', reveal.payload, reveal.signature)
  yield {
    name: 'own-bid',
    ok:
      bid.network === head.network &&
      isOf(bid.bid) &&
      isBy(worker, 'BID', bid.payload, bid.signature) &&
      (reveal === undefined || acknowledged),
    detail: `of ${worker}, in this auction${acknowledged ? ', which its coordinator stated to have' : ''}`,
    finding: 'NOTHING'
  }
  const entry = entries.find((one) => bidderOf(one) === worker)
  if (acknowledged) {
    const told = reveal.reveal.commitmentsRoot
    yield {
      name: 'commitments',
      ok: entry !== undefined && head.commitmentsRoot !== undefined && bytesEqual(told, head.commitmentsRoot),
      detail: 'the set has the commitments that its bidder was told of',
      finding: 'OMITTED'
    }
  }
  yield {
    name: 'inclusion',
    ok: entry?.bid !== undefined && bytesEqual(entry.bid.payload, bid.payload),
    detail: entry?.bid === undefined ? 'the bid is not in the set' : 'as it is in the set',
    finding: 'MISSING'
  }
}
