import {
  type BatchSigner,
  type Envelope,
  type MessageType,
  messageDomain,
  mustBeSigned,
  TASK_PROTOCOL
} from '@ailee/protocol'
import type { Connection, Stream } from '@libp2p/interface'
import { rawFrame } from '../../../src/raw/raw-envelope.js'

const VALIDITY_MS = 60_000

/** What a role answers with. */
export interface Answer {
  type: MessageType
  payload: Uint8Array
}

/** Somebody who said HELLO to a fake: what the fake says to it, and asks of it. */
export class FakePeer {
  readonly id: string
  readonly connection: Connection
  readonly #network: string
  readonly #signer: BatchSigner
  readonly #hello: Uint8Array
  readonly #asked = new Map<number, (answer: Envelope) => void>()
  #stream: Promise<Stream> | undefined
  #nextRequest = 2 ** 30

  constructor(
    components: { connection: Connection; signer: BatchSigner },
    init: { network: string; hello: Uint8Array }
  ) {
    this.connection = components.connection
    this.id = components.connection.remotePeer.toString()
    this.#signer = components.signer
    this.#network = init.network
    this.#hello = init.hello
  }

  /** Opens the stream to it and says HELLO, unless that has happened. `before`: what is said first, where that is wrong. */
  open(before?: MessageType): Promise<Stream> {
    this.#stream ??= this.connection.newStream(TASK_PROTOCOL).then((stream) => {
      if (before !== undefined) stream.send(rawFrame(this.#network, { type: before }))
      stream.send(rawFrame(this.#network, { type: 'HELLO', payload: this.#hello }))
      return stream
    })
    // The peer may be gone before it is answered.
    this.#stream.catch(() => {})
    return this.#stream
  }

  async say({ type, payload }: Answer, about: { requestId?: number; reply?: boolean } = {}): Promise<void> {
    const expiresAtMs = Date.now() + VALIDITY_MS
    const statement = { domain: messageDomain(type), network: this.#network, payload }
    const signature = mustBeSigned(type) ? await this.#signer.sign(statement, expiresAtMs) : undefined
    const stream = await this.open()
    if (stream.status === 'open') stream.send(rawFrame(this.#network, { type, payload, signature, ...about }))
  }

  /** Sends a request; the answer comes, or it does not. */
  async ask(message: Answer): Promise<Envelope> {
    const requestId = this.#nextRequest++
    const { promise, resolve } = Promise.withResolvers<Envelope>()
    this.#asked.set(requestId, resolve)
    await this.say(message, { requestId })
    return promise
  }

  /** True for a reply that was waited for. */
  settle(envelope: Envelope): boolean {
    const resolve = this.#asked.get(envelope.requestId)
    this.#asked.delete(envelope.requestId)
    resolve?.(envelope)
    return resolve !== undefined
  }
}
