import type { NodeId } from '@ailee/core'
import { lengthPrefixed, utf8ToBytes } from '../bytes.js'
import { type Bid, decodeBid } from '../codec/bid.js'
import { sha3 } from '../hash.js'
import { messageDomain } from '../message-type.js'
import { nodeIdFromPublicKey } from '../node-id.js'
import { executionHash, receiptStatement, verdictStatementOn } from '../receipt/execution-hash.js'
import type { Receipt, Verdict } from '../receipt/receipt.js'
import type { Signature, Statement } from '../signature/statement.js'

/** A receipt as its worker signed it; a verdict does not belong to it. */
export interface SignedReceipt {
  kind: 'RECEIPT'
  receipt: Receipt
}

/** A verdict as its coordinator signed it. */
export interface SignedVerdict {
  kind: 'VERDICT'
  network: string
  /** 32 bytes, of the receipt that was judged. */
  executionHash: Uint8Array
  verdict: Verdict
}

/** A bid as its worker signed it. */
export interface SignedBid {
  kind: 'BID'
  network: string
  /** As it was sent: that is what the signature covers. */
  payload: Uint8Array
  signature: Signature
  /** What the payload says. */
  bid: Bid
}

/** What a node said and can be held to, because it never has reason to say otherwise. */
export type SignedStatement = SignedReceipt | SignedVerdict | SignedBid

export type EvidenceKind = SignedStatement['kind']

export function signedReceipt(receipt: Receipt): SignedReceipt {
  return { kind: 'RECEIPT', receipt: { ...receipt, verdict: undefined } }
}

export function signedVerdict(receipt: Receipt, verdict: Verdict): SignedVerdict {
  return { kind: 'VERDICT', network: receipt.network, executionHash: executionHash(receipt), verdict }
}

/** Throws as `decodeBid` does. */
export function signedBid(network: string, payload: Uint8Array, signature: Signature): SignedBid {
  // Copied: encoders and decoders hand out views, which may be Node Buffers.
  return { kind: 'BID', network, payload: new Uint8Array(payload), signature, bid: decodeBid(payload) }
}

export function networkOf(signed: SignedStatement): string {
  return signed.kind === 'RECEIPT' ? signed.receipt.network : signed.network
}

export function signatureOf(signed: SignedStatement): Signature {
  switch (signed.kind) {
    case 'RECEIPT':
      return signed.receipt.workerSignature
    case 'VERDICT':
      return signed.verdict.coordinatorSignature
    case 'BID':
      return signed.signature
  }
}

/** Whose statement it says it is. A bid names nobody, so it is that of whoever signed it. */
export function authorOf(signed: SignedStatement): NodeId {
  switch (signed.kind) {
    case 'RECEIPT':
      return signed.receipt.worker
    case 'VERDICT':
      return signed.verdict.coordinator
    case 'BID':
      return nodeIdFromPublicKey(signed.signature.publicKey)
  }
}

/** Each is asked for several times, to order, name and verify, and hashing is most of what judging costs. */
const statements = new WeakMap<SignedStatement, Statement>()
const hashes = new WeakMap<SignedStatement, Uint8Array>()

/** What its signature covers. */
export function statementOf(signed: SignedStatement): Statement {
  const known = statements.get(signed)
  if (known !== undefined) return known
  const made = makeStatement(signed)
  statements.set(signed, made)
  return made
}

function makeStatement(signed: SignedStatement): Statement {
  switch (signed.kind) {
    case 'RECEIPT':
      return receiptStatement(signed.receipt)
    case 'VERDICT':
      return verdictStatementOn(signed.network, signed.executionHash, signed.verdict)
    case 'BID':
      return { domain: messageDomain('BID'), network: signed.network, payload: signed.payload }
  }
}

/** 32 bytes that stand for what is stated, whatever signature it came under: to sign it again gives no other. */
export function statementHash(signed: SignedStatement): Uint8Array {
  const known = hashes.get(signed)
  if (known !== undefined) return known
  const { domain, network, payload } = statementOf(signed)
  const hash = sha3(lengthPrefixed([utf8ToBytes(domain), utf8ToBytes(network), payload]))
  hashes.set(signed, hash)
  return hash
}
