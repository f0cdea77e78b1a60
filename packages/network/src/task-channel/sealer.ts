import type { Clock, Random } from '@ailee/core'
import {
  BatchSigner,
  encodeEnvelope,
  frame,
  MAX_ENVELOPE_BYTES,
  messageDomain,
  messageTypes,
  mustBeSigned,
  type OutgoingMessage,
  type Signature,
  type Signer
} from '@ailee/protocol'
import { MESSAGE_VALIDITY_MS } from '../constants.js'
import { NetworkError } from '../errors.js'

/** A message ready to be sent. */
export interface Sealed {
  frame: Uint8Array
  /** Bytes of the envelope: what it costs in credit. */
  cost: number
}

/** Puts messages into envelopes, and signs those that must be provable later, one signature a turn of the event loop. */
export class Sealer {
  readonly #clock: Clock
  readonly #signer: BatchSigner
  readonly #network: string

  constructor(components: { clock: Clock; random: Random; signer: Signer }, init: { network: string }) {
    this.#clock = components.clock
    this.#signer = new BatchSigner(components)
    this.#network = init.network
  }

  /** For a type that needs no signature. Throws TASK_STREAM_MESSAGE_TOO_LARGE. */
  seal(
    message: OutgoingMessage,
    about: { requestId: number; reply: boolean },
    signature?: Signature
  ): Sealed {
    const { payload } = message
    const type = messageTypes[message.type]
    const envelope = encodeEnvelope({ network: this.#network, type, payload, signature, ...about })
    if (envelope.length > MAX_ENVELOPE_BYTES) {
      const bytes = envelope.length
      throw new NetworkError(
        'TASK_STREAM_MESSAGE_TOO_LARGE',
        `${message.type} takes ${bytes} bytes, at most ${MAX_ENVELOPE_BYTES} fit an envelope`
      )
    }
    return { frame: frame(envelope), cost: envelope.length }
  }

  /** The signature of a message: that which it brings, else a new one, or undefined for a type that needs none. */
  sign({ type, payload, signature }: OutgoingMessage): Promise<Signature> | undefined {
    if (signature !== undefined) return Promise.resolve(signature)
    if (!mustBeSigned(type)) return undefined
    const statement = { domain: messageDomain(type), network: this.#network, payload }
    return this.#signer.sign(statement, this.#clock.now() + MESSAGE_VALIDITY_MS)
  }
}
