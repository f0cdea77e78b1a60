import type { NodeId, TaskId } from '@ailee/core'
import { lengthPrefixed, utf8ToBytes } from '../bytes.js'
import type { AuctionStrategy } from '../codec/auction-terms.js'
import type { SignedBid } from '../evidence/signed-statement.js'
import { merkleLeaf, merkleRoot } from '../merkle/tree.js'
import { nodeIdFromPublicKey } from '../node-id.js'
import type { SignedCommitment } from './commitment.js'

/** What an auction was about, and by which rule it was decided. Times are Unix milliseconds of the coordinator's clock. */
export interface BidSetHead {
  network: string
  taskId: TaskId
  attempt: number
  coordinator: NodeId
  openedAtMs: number
  closesAtMs: number
  strategy: AuctionStrategy
  /** The most that a bid could ask, in units. */
  maxCost: bigint
  /** How many winners were sought. */
  wanted: number
  /** 32 bytes in a sealed auction; undefined in an open one. */
  commitmentsRoot: Uint8Array | undefined
}

/** `PASSED_OVER`: it would have won, had its worker still been free. */
export type BidOutcome = 'LOST' | 'WON' | 'PASSED_OVER'

/** One worker's part in an auction, and what the coordinator thought of the worker then. */
export interface BidSetEntry {
  /** Undefined where a commitment was not followed by the bid it is of. */
  bid: SignedBid | undefined
  /** There in a sealed auction only, and there always. */
  commitment: SignedCommitment | undefined
  /** 0 to 1 000 000 each. */
  reputationPpm: number
  healthPpm: number
  greenPpm: number
  /** 0 to 10⁹ microseconds; undefined where unknown. */
  latencyUs: number | undefined
  /** Leases given since the worker was last given one, to 10⁹; that where it had none. */
  waited: number
  outcome: BidOutcome
}

/** Everything that an auction was decided by: whoever has it can decide again. */
export interface BidSet {
  head: BidSetHead
  /** In ascending order of their workers' node ids, each worker once. */
  entries: readonly BidSetEntry[]
  /** Head, then entries, as they are on the wire: hashes cover these bytes. */
  parts: readonly Uint8Array[]
}

/** Whose part it is: whoever signed it. */
export function bidderOf({ bid, commitment }: Pick<BidSetEntry, 'bid' | 'commitment'>): NodeId {
  const signed = bid ?? commitment
  if (signed === undefined) throw new TypeError('an entry of a bid set is a bid or a commitment')
  return nodeIdFromPublicKey(signed.signature.publicKey)
}

/** 32 bytes that stand for the set, in the verdicts on what its winners brought: the Merkle root over its parts. */
export function bidSetRoot({ parts }: Pick<BidSet, 'parts'>): Uint8Array {
  const domain = utf8ToBytes('ailee/bid-set/v1')
  return merkleRoot(parts.map((part) => merkleLeaf(lengthPrefixed([domain, part]))))
}
