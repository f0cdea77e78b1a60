import type { ailee } from '#generated'
import {
  MAX_BATCH_LEAVES,
  MAX_PATH_HASHES,
  NONCE_BYTES,
  PUBLIC_KEY_BYTES,
  SIGNATURE_BYTES
} from '../limits.js'
import type { Signature } from '../signature/statement.js'
import { exactBytes, integer, list, timestamp, toU64 } from './fields.js'

export function readSignature(wire: ailee.v1.ISignature, field: string): Signature {
  const treeSize = integer(wire.treeSize, 1, MAX_BATCH_LEAVES, `${field}.tree_size`)
  return {
    publicKey: exactBytes(wire.publicKey, PUBLIC_KEY_BYTES, `${field}.public_key`),
    nonce: exactBytes(wire.nonce, NONCE_BYTES, `${field}.nonce`),
    expiresAtMs: timestamp(wire.expiresAtMs, `${field}.expires_at_ms`),
    signature: exactBytes(wire.signature, SIGNATURE_BYTES, `${field}.signature`),
    treeSize,
    leafIndex: integer(wire.leafIndex, 0, treeSize - 1, `${field}.leaf_index`),
    path: list(wire.path, MAX_PATH_HASHES, `${field}.path`, (hash) => exactBytes(hash, 32, `${field}.path`))
  }
}

export function writeSignature(signature: Signature): ailee.v1.ISignature {
  return { ...signature, expiresAtMs: toU64(signature.expiresAtMs) }
}
