import type { ProtocolErrorCode } from '@ailee/protocol'
import type { NetworkErrorCode } from '../errors.js'
import type { GossipCode } from '../gossip/topic.js'

/** Everything a peer can do wrong, and every other code of this package, so that none is forgotten. */
export type OffenceCode = ProtocolErrorCode | NetworkErrorCode | GossipCode | 'CONTRADICTION'

/** Points that get a peer banned. They fade: half of them are gone after `PENALTY_HALF_LIFE_MS`. */
export const BAN_POINTS = 100
/** Bans grow from one to the next, and the last length stays. */
export const BAN_DURATIONS_MS: readonly number[] = [600_000, 3_600_000, 86_400_000, 604_800_000]

const HARMLESS = 0
/** An honest peer may do it now and then. */
const MINOR = 5
const FAULT = 10
/** A correct implementation never does it. */
const BREACH = 30
/** It takes intent. */
const FRAUD = 60

/** What each code costs the peer that caused it. Pure policy: nothing else decides how bad something is. */
export const penalties: Readonly<Record<OffenceCode, number>> = {
  WIRE_MALFORMED: BREACH,
  WIRE_TOO_LARGE: BREACH,
  WIRE_FIELD_INVALID: FAULT,
  // Newer nodes, and those of other networks on one LAN, are no enemies; they only should not come too often.
  WIRE_VERSION_UNSUPPORTED: MINOR,
  WIRE_NETWORK_MISMATCH: MINOR,
  SIGNATURE_MISSING: BREACH,
  SIGNATURE_INVALID: FRAUD,
  // A wrong clock punishes itself.
  SIGNATURE_EXPIRED: HARMLESS,
  MESSAGE_REPLAYED: MINOR,
  // Only files have this form.
  RECEIPT_MALFORMED: HARMLESS,
  EVIDENCE_MALFORMED: HARMLESS,
  BID_SET_MALFORMED: HARMLESS,
  BID_MALFORMED: HARMLESS,
  // Everybody judges evidence before passing it on, and all come to the same.
  EVIDENCE_INVALID: FRAUD,
  // Newer peers may ask for what is not known here yet.
  UNSUPPORTED: HARMLESS,
  RATE_LIMITED: FAULT,
  PEER_BANNED: HARMLESS,
  TASK_STREAM_CREDIT_EXCEEDED: BREACH,
  TASK_STREAM_HELLO_MISSING: FAULT,
  TASK_STREAM_UNEXPECTED: BREACH,
  TASK_STREAM_TOO_MANY: MINOR,
  TASK_STREAM_TOO_SLOW: FAULT,
  BLOB_HASH_MISMATCH: FRAUD,
  BLOB_TOO_LARGE: FAULT,
  // Connections break and machines are slow.
  BLOB_PEER_UNREACHABLE: HARMLESS,
  BLOB_NOT_FOUND: HARMLESS,
  BLOB_TIMEOUT: HARMLESS,
  BLOB_TRANSFER_FAILED: HARMLESS,
  GOSSIP_PUBLISHER_FORGED: FRAUD,
  // Shown by evidence: its own signatures say so.
  CONTRADICTION: BAN_POINTS,
  GOSSIP_STALE: HARMLESS,
  GOSSIP_KNOWN: HARMLESS,
  GOSSIP_CLOCK_SKEW: HARMLESS,
  // What this node says of itself, or of a way that does not work.
  TASK_STREAM_PEER_UNREACHABLE: HARMLESS,
  TASK_STREAM_REFUSED: HARMLESS,
  TASK_STREAM_CLOSED: HARMLESS,
  TASK_STREAM_OVERLOADED: HARMLESS,
  TASK_STREAM_MESSAGE_TOO_LARGE: HARMLESS,
  TASK_STREAM_RESPONSE_TIMEOUT: HARMLESS,
  NETWORK_KEY_EXPOSED: HARMLESS,
  NETWORK_KEY_INVALID: HARMLESS,
  NETWORK_KEY_UNAVAILABLE: HARMLESS,
  NETWORK_NOT_STARTED: HARMLESS,
  NETWORK_ADDRESS_INVALID: HARMLESS,
  NETWORK_PORT_IN_USE: HARMLESS,
  NETWORK_LISTEN_FAILED: HARMLESS,
  NETWORK_DIAL_FAILED: HARMLESS,
  NETWORK_PING_FAILED: HARMLESS
}

/** Points for a code; 0 for one that is not of this table, such as a role's refusal. */
export function penaltyOf(code: string): number {
  return Object.hasOwn(penalties, code) ? penalties[code as OffenceCode] : HARMLESS
}

/** Length of a peer's ban, counted from 1. */
export function banDurationMs(strikes: number): number {
  const index = Math.min(Math.max(strikes, 1), BAN_DURATIONS_MS.length) - 1
  return BAN_DURATIONS_MS[index] ?? 0
}
