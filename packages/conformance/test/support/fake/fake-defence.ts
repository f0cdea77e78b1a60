import type { Connection } from '@libp2p/interface'
import { Refusal } from './refusal.js'
import type { Broken } from './rules.js'

const BAN_POINTS = 100
const OFFERS_AT_ONCE = 500
const OFFERS_A_SECOND = 200
const LIMIT_OFFENCE_MS = 1_000
const MAX_CONNECTIONS = 8
const MAX_STREAMS = 8
/** Time for the last word to a banned peer. */
const CLOSE_MS = 500

const points: Readonly<Record<string, number>> = {
  SIGNATURE_INVALID: 60,
  EVIDENCE_INVALID: 60,
  GOSSIP_PUBLISHER_FORGED: 60,
  WIRE_MALFORMED: 30,
  WIRE_TOO_LARGE: 30,
  SIGNATURE_MISSING: 30,
  TASK_STREAM_CREDIT_EXCEEDED: 30,
  TASK_STREAM_UNEXPECTED: 30,
  WIRE_FIELD_INVALID: 10,
  TASK_STREAM_HELLO_MISSING: 10,
  RATE_LIMITED: 10,
  WIRE_NETWORK_MISMATCH: 5,
  TASK_STREAM_TOO_MANY: 5
}

interface Account {
  points: number
  offers: number
  filledMs: number
  limitedMs: number
  streams: number
}

/** Section 19 of the specification: points that do not fade, and bans without an end. */
export class FakeDefence {
  readonly #broken: Broken
  readonly #accounts = new Map<string, Account>()
  readonly #banned = new Set<string>()
  readonly #connectionsTo: (peer: string) => Connection[]
  readonly #told: (peer: string) => void

  constructor(
    components: { connectionsTo(peer: string): Connection[]; banned(peer: string): void },
    broken: Broken
  ) {
    this.#connectionsTo = components.connectionsTo
    this.#told = components.banned
    this.#broken = broken
  }

  /** True for a peer that is not let in, or has enough connections. */
  denies(peer: string): boolean {
    if (this.#banned.has(peer)) return !this.#broken.letsBannedPeersIn
    return this.#connectionsTo(peer).length >= MAX_CONNECTIONS
  }

  isBanned(peer: string): boolean {
    return this.#banned.has(peer) && !this.#broken.letsBannedPeersIn
  }

  offended(peer: string, code: string): void {
    const harmful = this.#broken.countsHarmlessFaults && code === 'SIGNATURE_EXPIRED' ? 10 : 0
    const account = this.#account(peer)
    account.points += points[code] ?? harmful
    if (account.points < BAN_POINTS || this.#banned.has(peer)) return
    this.#banned.add(peer)
    this.#told(peer)
    for (const connection of this.#connectionsTo(peer)) {
      connection
        .close({ signal: AbortSignal.timeout(CLOSE_MS) })
        .catch((error: Error) => connection.abort(error))
    }
  }

  /** Throws a Refusal for an offer that is one too many. */
  offer(peer: string): void {
    if (this.#broken.boundsNothing) return
    const account = this.#account(peer)
    const nowMs = Date.now()
    const gained = ((nowMs - account.filledMs) * OFFERS_A_SECOND) / 1000
    account.offers = Math.min(OFFERS_AT_ONCE, account.offers + gained)
    account.filledMs = nowMs
    if (account.offers >= 1) {
      account.offers -= 1
      return
    }
    if (nowMs - account.limitedMs >= LIMIT_OFFENCE_MS && !this.#broken.forgivesFloods) {
      account.limitedMs = nowMs
      this.offended(peer, 'RATE_LIMITED')
    }
    throw new Refusal('RATE_LIMITED', { alone: true, retryAfterMs: 10 })
  }

  /** Counts a stream that has opened; the function given back is called when it ends. */
  opened(peer: string): () => void {
    const account = this.#account(peer)
    account.streams += 1
    return () => {
      account.streams -= 1
    }
  }

  /** Throws a Refusal for a stream that is one too many. */
  greeted(peer: string): void {
    if (this.isBanned(peer)) throw new Refusal('PEER_BANNED')
    if (this.#account(peer).streams > MAX_STREAMS && !this.#broken.takesManyStreams)
      throw new Refusal('TASK_STREAM_TOO_MANY')
  }

  #account(peer: string): Account {
    const known = this.#accounts.get(peer)
    if (known !== undefined) return known
    const fresh = { points: 0, offers: OFFERS_AT_ONCE, filledMs: Date.now(), limitedMs: 0, streams: 0 }
    this.#accounts.set(peer, fresh)
    return fresh
  }
}
