import type { TaskId } from '@ailee/core'
import { ailee } from '#generated'
import {
  type BidOutcome,
  type BidSet,
  type BidSetEntry,
  type BidSetHead,
  bidderOf
} from '../auction/bid-set.js'
import { bidCommitment, commitmentsRoot, type SignedCommitment } from '../auction/commitment.js'
import { bytesEqual } from '../bytes.js'
import { ProtocolError } from '../errors.js'
import { type SignedBid, signedBid } from '../evidence/signed-statement.js'
import {
  HASH_BYTES,
  MAX_BID_BYTES,
  MAX_BID_SET_ENTRIES,
  MAX_NETWORK_BYTES,
  MAX_REPLICAS,
  PPM
} from '../limits.js'
import { auctionStrategyNumbers } from './auction-terms.js'
import { decodeBidCommitment } from './bid-commitment.js'
import {
  boundedBytes,
  enumName,
  exactBytes,
  hash,
  hashBytes,
  integer,
  list,
  nodeId,
  nonEmptyText,
  parseMessage,
  required,
  timestamp,
  toU64,
  u64
} from './fields.js'
import { readSignature, writeSignature } from './signature.js'

/** Latencies and turns waited are counted to here: what the scale of scores ends at, too. */
const BILLION = 1_000_000_000
/** Longest part of a bid set: two signed payloads and numbers. */
const MAX_PART_BYTES = 2 * MAX_BID_BYTES + 4096

const outcomeNumbers: Readonly<Record<BidOutcome, number>> = {
  LOST: ailee.v1.BidOutcome.LOST,
  WON: ailee.v1.BidOutcome.WON,
  PASSED_OVER: ailee.v1.BidOutcome.PASSED_OVER
}

/** Puts a set together, its entries in their order. Throws as `decodeBidSet` does for one that is none. */
export function makeBidSet(head: BidSetHead, entries: readonly BidSetEntry[]): BidSet {
  const ordered = entries.toSorted((a, b) => (bidderOf(a) < bidderOf(b) ? -1 : 1))
  // Copied: encoders hand out views, which may be Node Buffers.
  return bidSetOf([encodeHead(head), ...ordered.map(encodeEntry)].map((part) => new Uint8Array(part)))
}

export function encodeBidSet({ parts: [head, ...entries] }: BidSet): Uint8Array {
  return ailee.v1.BidSet.encode({ head: head ?? new Uint8Array(), entries }).finish()
}

/** Reads a set, unjudged: its entries are of one auction and in their order, whatever their signatures are worth. */
export function decodeBidSet(bytes: Uint8Array): BidSet {
  const wire = parseMessage('BidSet', (data) => ailee.v1.BidSet.decode(data), bytes)
  const part = (value: Uint8Array): Uint8Array => boundedBytes(value, MAX_PART_BYTES, 'entries')
  return bidSetOf([part(wire.head), ...list(wire.entries, MAX_BID_SET_ENTRIES, 'entries', part)])
}

function bidSetOf(parts: readonly Uint8Array[]): BidSet {
  const [first = new Uint8Array(), ...rest] = parts
  const head = readHead(first)
  const entries = rest.map((part) => readEntry(part, head))
  for (const [index, entry] of entries.entries()) {
    const previous = entries[index - 1]
    if (previous !== undefined && bidderOf(previous) >= bidderOf(entry)) {
      throw invalid('the entries are not in the order of their workers')
    }
  }
  if (head.commitmentsRoot !== undefined && !bytesEqual(rootOf(head, entries), head.commitmentsRoot)) {
    throw invalid('commitments_root is not that of the commitments')
  }
  return { head, entries, parts }
}

function rootOf(head: BidSetHead, entries: readonly BidSetEntry[]): Uint8Array {
  const commitments = entries.flatMap((entry) =>
    entry.commitment === undefined
      ? []
      : [{ worker: bidderOf(entry), commitment: entry.commitment.commitment.commitment }]
  )
  return commitmentsRoot(head, commitments)
}

function encodeHead(head: BidSetHead): Uint8Array {
  return ailee.v1.BidSetHead.encode({
    ...head,
    taskId: hashBytes(head.taskId),
    openedAtMs: toU64(head.openedAtMs),
    closesAtMs: toU64(head.closesAtMs),
    strategy: auctionStrategyNumbers[head.strategy],
    maxCost: toU64(head.maxCost),
    commitmentsRoot: head.commitmentsRoot ?? new Uint8Array()
  }).finish()
}

function readHead(bytes: Uint8Array): BidSetHead {
  const wire = parseMessage('BidSetHead', (data) => ailee.v1.BidSetHead.decode(data), bytes)
  return {
    network: nonEmptyText(wire.network, MAX_NETWORK_BYTES, 'head.network'),
    taskId: hash(wire.taskId, 'head.task_id'),
    attempt: integer(wire.attempt, 1, 2 ** 32 - 1, 'head.attempt'),
    coordinator: nodeId(wire.coordinator, 'head.coordinator'),
    openedAtMs: timestamp(wire.openedAtMs, 'head.opened_at_ms'),
    closesAtMs: timestamp(wire.closesAtMs, 'head.closes_at_ms'),
    strategy: enumName(wire.strategy, auctionStrategyNumbers, 'head.strategy'),
    maxCost: u64(wire.maxCost),
    wanted: integer(wire.wanted, 1, MAX_REPLICAS, 'head.wanted'),
    commitmentsRoot:
      wire.commitmentsRoot.length === 0
        ? undefined
        : exactBytes(wire.commitmentsRoot, HASH_BYTES, 'head.commitments_root')
  }
}

function encodeEntry(entry: BidSetEntry): Uint8Array {
  const { bid, commitment, latencyUs, outcome, ...numbers } = entry
  return ailee.v1.BidSetEntry.encode({
    ...numbers,
    ...(bid === undefined ? {} : { bid: writeSigned(bid) }),
    ...(commitment === undefined ? {} : { commitment: writeSigned(commitment) }),
    ...(latencyUs === undefined ? {} : { latencyUs }),
    outcome: outcomeNumbers[outcome]
  }).finish()
}

function readEntry(bytes: Uint8Array, head: BidSetHead): BidSetEntry {
  const wire = parseMessage('BidSetEntry', (data) => ailee.v1.BidSetEntry.decode(data), bytes)
  const entry = {
    bid: wire.bid ? readBid(wire.bid, head) : undefined,
    commitment: wire.commitment ? readCommitment(wire.commitment, head) : undefined,
    reputationPpm: integer(wire.reputationPpm, 0, PPM, 'entries.reputation_ppm'),
    healthPpm: integer(wire.healthPpm, 0, PPM, 'entries.health_ppm'),
    greenPpm: integer(wire.greenPpm, 0, PPM, 'entries.green_ppm'),
    latencyUs:
      wire.latencyUs === undefined || wire.latencyUs === null
        ? undefined
        : integer(wire.latencyUs, 0, BILLION, 'entries.latency_us'),
    waited: integer(wire.waited, 0, BILLION, 'entries.waited'),
    outcome: enumName(wire.outcome, outcomeNumbers, 'entries.outcome')
  }
  checkEntry(entry, head)
  return entry
}

function checkEntry({ bid, commitment, outcome }: BidSetEntry, head: BidSetHead): void {
  if ((commitment === undefined) !== (head.commitmentsRoot === undefined)) {
    throw invalid('there are commitments in sealed auctions, and only there')
  }
  if (bid === undefined) {
    if (commitment === undefined || outcome !== 'LOST') throw invalid('an entry without a bid takes no part')
    return
  }
  if (bid.bid.cost > head.maxCost) throw invalid('a bid is above the maximum')
  if (commitment === undefined) return
  const worker = bidderOf({ bid, commitment: undefined })
  const committed = bidCommitment(head.network, worker, bid.payload)
  if (
    bidderOf({ bid: undefined, commitment }) !== worker ||
    !bytesEqual(committed, commitment.commitment.commitment)
  ) {
    throw invalid('a bid is not the one that was committed to')
  }
}

function readBid(wire: ailee.v1.ISignedPayload, head: BidSetHead): SignedBid {
  const { payload, signature } = readSigned(wire)
  const signed = signedBid(head.network, payload, signature)
  if (!isOf(signed.bid, head)) throw invalid('a bid is of another auction')
  return signed
}

function readCommitment(wire: ailee.v1.ISignedPayload, head: BidSetHead): SignedCommitment {
  const { payload, signature } = readSigned(wire)
  const commitment = decodeBidCommitment(payload)
  if (!isOf(commitment, head)) throw invalid('a commitment is of another auction')
  return { payload, signature, commitment }
}

function isOf(message: { taskId: TaskId; attempt: number }, { taskId, attempt }: BidSetHead): boolean {
  return message.taskId === taskId && message.attempt === attempt
}

function readSigned(wire: ailee.v1.ISignedPayload) {
  return {
    payload: boundedBytes(wire.payload, MAX_BID_BYTES, 'entries.payload'),
    signature: readSignature(required(wire.signature, 'entries.signature'), 'entries.signature')
  }
}

function writeSigned({ payload, signature }: Pick<SignedBid, 'payload' | 'signature'>) {
  return { payload, signature: writeSignature(signature) }
}

function invalid(problem: string): ProtocolError {
  return new ProtocolError('WIRE_FIELD_INVALID', problem)
}
