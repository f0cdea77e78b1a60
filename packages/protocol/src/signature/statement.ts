import { lengthPrefixed, u64Bytes, utf8ToBytes } from '../bytes.js'
import { sha3 } from '../hash.js'
import { merkleLeaf } from '../merkle/tree.js'

/** What is signed: bytes as sent, in a domain, on a network, once (nonce) and until some time. */
export interface Statement {
  /** Keeps a signature on one kind of thing from being valid for another: `message/21`, `receipt`, `verdict`. */
  domain: string
  network: string
  payload: Uint8Array
}

/** An Ed25519 signature over the root of a batch, with one statement's path. */
export interface Signature {
  /** 32 bytes. */
  publicKey: Uint8Array
  /** 16 bytes. */
  nonce: Uint8Array
  /** Unix milliseconds; 0 = never. */
  expiresAtMs: number
  /** 64 bytes. */
  signature: Uint8Array
  treeSize: number
  leafIndex: number
  /** Hashes of 32 bytes, leaf to root. */
  path: Uint8Array[]
}

/** Leaf hash of a statement in its batch: H(0x00 ‖ fields), where the payload goes in as its sha3-256. */
export function statementLeaf(statement: Statement, nonce: Uint8Array, expiresAtMs: number): Uint8Array {
  const fields = [
    utf8ToBytes('ailee/statement/v1'),
    utf8ToBytes(statement.domain),
    utf8ToBytes(statement.network),
    nonce,
    u64Bytes(expiresAtMs),
    sha3(statement.payload)
  ]
  return merkleLeaf(lengthPrefixed(fields))
}

/** The bytes Ed25519 signs. The size is in it, since a path alone does not always settle the size of its tree. */
export function batchMessage(root: Uint8Array, treeSize: number): Uint8Array {
  return lengthPrefixed([utf8ToBytes('ailee/batch/v1'), u64Bytes(treeSize), root])
}
