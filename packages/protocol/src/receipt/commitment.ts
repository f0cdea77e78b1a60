import { bytesEqual, lengthPrefixed, utf8ToBytes } from '../bytes.js'
import { sha3 } from '../hash.js'
import { executionHash } from './execution-hash.js'
import type { ReceiptBody } from './receipt.js'

/**
 * What a worker commits to: sha3-256 over domain, execution hash and salt (32 bytes). The execution hash holds the
 * worker and what it found, so nobody can open another's commitment, nor two ways its own; the salt keeps anybody from
 * guessing what is in it.
 */
export function resultCommitment(receipt: ReceiptBody, salt: Uint8Array): Uint8Array {
  return sha3(lengthPrefixed([utf8ToBytes('ailee/v1/result-commitment'), executionHash(receipt), salt]))
}

/** Whether a receipt is the one that was committed to. False without a salt. */
export function opensCommitment(
  commitment: Uint8Array,
  receipt: ReceiptBody,
  salt: Uint8Array | undefined
): boolean {
  return salt !== undefined && bytesEqual(commitment, resultCommitment(receipt, salt))
}
