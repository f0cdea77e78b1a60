import { ProtocolError } from '../errors.js'
import { MAX_CLOCK_SKEW_MS, MAX_MESSAGE_VALIDITY_MS } from '../limits.js'
import { rootFromPath } from '../merkle/tree.js'
import type { Verifier } from './ed25519.js'
import { batchMessage, type Signature, type Statement, statementLeaf } from './statement.js'

/** True if `signature` covers exactly this statement. Says nothing about expiry. */
export function verifyStatement(verifier: Verifier, statement: Statement, signature: Signature): boolean {
  const leaf = statementLeaf(statement, signature.nonce, signature.expiresAtMs)
  const root = rootFromPath(leaf, signature.leafIndex, signature.treeSize, signature.path)
  if (root === undefined) return false
  return verifier.verify(signature.publicKey, batchMessage(root, signature.treeSize), signature.signature)
}

/** Refuses a message signature that is past its expiry, or valid for longer than any message needs to be. Throws SIGNATURE_EXPIRED. */
export function checkExpiry(signature: Signature, nowMs: number): void {
  if (signature.expiresAtMs < nowMs - MAX_CLOCK_SKEW_MS) {
    throw new ProtocolError('SIGNATURE_EXPIRED', 'the message has expired')
  }
  if (signature.expiresAtMs > nowMs + MAX_MESSAGE_VALIDITY_MS + MAX_CLOCK_SKEW_MS) {
    throw new ProtocolError('SIGNATURE_EXPIRED', 'the message claims to be valid for too long')
  }
}
