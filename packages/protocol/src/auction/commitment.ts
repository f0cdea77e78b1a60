import type { NodeId, TaskId } from '@ailee/core'
import { hexToBytes, lengthPrefixed, u32Bytes, utf8ToBytes } from '../bytes.js'
import type { BidCommitment } from '../codec/bid-commitment.js'
import { sha3 } from '../hash.js'
import { merkleLeaf, merkleRoot } from '../merkle/tree.js'
import type { Signature } from '../signature/statement.js'

/** A BID_COMMITMENT as its worker signed it. */
export interface SignedCommitment {
  /** As it was sent: that is what the signature covers. */
  payload: Uint8Array
  signature: Signature
  /** What the payload says. */
  commitment: BidCommitment
}

/** 32 bytes that bind a worker to a bid without showing it: the bid has a salt of 32 random bytes in it. */
export function bidCommitment(network: string, worker: NodeId, bidPayload: Uint8Array): Uint8Array {
  const fields = [
    utf8ToBytes('ailee/bid-commitment/v1'),
    utf8ToBytes(network),
    utf8ToBytes(worker),
    bidPayload
  ]
  return sha3(lengthPrefixed(fields))
}

/**
 * 32 bytes that stand for all commitments of an auction, told to each bidder before it shows its bid: nobody can be
 * added or left out afterwards. The order of the commitments does not matter.
 */
export function commitmentsRoot(
  { taskId, attempt }: { taskId: TaskId; attempt: number },
  commitments: readonly { worker: NodeId; commitment: Uint8Array }[]
): Uint8Array {
  const leaves = commitments
    .toSorted((a, b) => (a.worker < b.worker ? -1 : 1))
    .map(({ worker, commitment }) =>
      merkleLeaf(
        lengthPrefixed([
          utf8ToBytes('ailee/bid-commitments/v1'),
          hexToBytes(taskId),
          u32Bytes(attempt),
          utf8ToBytes(worker),
          commitment
        ])
      )
    )
  return merkleRoot(leaves)
}
