import type { Clock, NodeId } from '@ailee/core'
import {
  checkExpiry,
  type Envelope,
  MAX_CLOCK_SKEW_MS,
  type MessageType,
  messageDomain,
  mustBeSigned,
  nodeIdFromPublicKey,
  ProtocolError,
  type Verifier,
  verifyStatement
} from '@ailee/protocol'
import { NetworkError } from '../errors.js'
import { rememberingVerifier } from './batch-verifier.js'
import { ReplayCache } from './replay-cache.js'

/** Checks the signature of messages that need one: there, the sender's own, in time, good, and new. */
export class SignatureCheck {
  readonly #clock: Clock
  readonly #verifier: Verifier
  readonly #network: string
  readonly #replays = new ReplayCache()

  constructor(components: { clock: Clock; verifier: Verifier }, init: { network: string }) {
    this.#clock = components.clock
    this.#verifier = rememberingVerifier(components.verifier)
    this.#network = init.network
  }

  /** Throws SIGNATURE_MISSING, SIGNATURE_INVALID, SIGNATURE_EXPIRED or MESSAGE_REPLAYED. */
  check(from: NodeId, envelope: Envelope, type: MessageType | undefined): void {
    if (type === undefined || !mustBeSigned(type)) return
    const { payload, signature } = envelope
    if (signature === undefined) throw new ProtocolError('SIGNATURE_MISSING', `${type} must be signed`)
    if (nodeIdFromPublicKey(signature.publicKey) !== from) {
      throw new ProtocolError('SIGNATURE_INVALID', 'signed by somebody else than its sender')
    }
    const nowMs = this.#clock.now()
    checkExpiry(signature, nowMs)
    const statement = { domain: messageDomain(type), network: this.#network, payload }
    if (!verifyStatement(this.#verifier, statement, signature)) {
      throw new ProtocolError('SIGNATURE_INVALID', 'the signature does not fit the message')
    }
    // Last, so that only good messages take a place in the cache.
    if (!this.#replays.add(signature, signature.expiresAtMs + MAX_CLOCK_SKEW_MS, nowMs)) {
      throw new NetworkError('MESSAGE_REPLAYED', 'this message was received before')
    }
  }
}
