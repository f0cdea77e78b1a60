import type { NodeId } from '@ailee/core'
import { utf8ToBytes } from '../bytes.js'
import { ProtocolError } from '../errors.js'
import { MAX_CLOCK_SKEW_MS, MAX_DELEGATION_MS } from '../limits.js'
import { nodeIdFromPublicKey } from '../node-id.js'
import type { BatchSigner } from './batch-signer.js'
import type { Verifier } from './ed25519.js'
import type { Signature, Statement } from './statement.js'
import { verifyStatement } from './verify.js'

/** "This peer speaks for me": what a client identity signs for each of its sessions. */
function delegationStatement(network: string, peer: NodeId): Statement {
  return { domain: 'delegation', network, payload: utf8ToBytes(peer) }
}

/** Lets `peer` speak for the signer's identity until `expiresAtMs`, at most {@link MAX_DELEGATION_MS} ahead. */
export function signDelegation(
  signer: BatchSigner,
  network: string,
  peer: NodeId,
  expiresAtMs: number
): Promise<Signature> {
  return signer.sign(delegationStatement(network, peer), expiresAtMs)
}

/**
 * Whom a peer speaks for: itself, or the identity whose delegation it showed in its HELLO.
 * Throws SIGNATURE_INVALID or SIGNATURE_EXPIRED.
 */
export function principalOf(
  verifier: Verifier,
  network: string,
  peer: NodeId,
  delegation: Signature | undefined,
  nowMs: number
): NodeId {
  if (delegation === undefined) return peer
  const { expiresAtMs } = delegation
  if (
    expiresAtMs < nowMs - MAX_CLOCK_SKEW_MS ||
    expiresAtMs > nowMs + MAX_DELEGATION_MS + MAX_CLOCK_SKEW_MS
  ) {
    throw new ProtocolError('SIGNATURE_EXPIRED', 'the delegation has expired, or is valid for too long')
  }
  if (!verifyStatement(verifier, delegationStatement(network, peer), delegation)) {
    throw new ProtocolError('SIGNATURE_INVALID', 'the delegation is not for this peer')
  }
  return nodeIdFromPublicKey(delegation.publicKey)
}
