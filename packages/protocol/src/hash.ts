import type { ContentHash } from '@ailee/core'
import { sha256 as sha256Bytes } from '@noble/hashes/sha2.js'
import { sha3_256 } from '@noble/hashes/sha3.js'
import { bytesToHex } from './bytes.js'

/** sha3-256, 32 bytes: what signatures, receipts and trees are built on. */
export function sha3(data: Uint8Array): Uint8Array {
  return sha3_256(data)
}

/** The content address of a blob: sha-256 as 64 lowercase hex digits. */
export function contentHash(data: Uint8Array): ContentHash {
  return bytesToHex(sha256Bytes(data))
}
