import {
  CREDIT_WINDOW_BYTES,
  CREDIT_WINDOW_MESSAGES,
  decodeEnvelope,
  decodeStatus,
  type Envelope,
  encodeCredit,
  encodeEnvelope,
  encodeHello,
  FrameDecoder,
  frame,
  MAX_ENVELOPE_BYTES,
  type MessageType,
  messageTypeName,
  messageTypes,
  type Signature,
  TASK_PROTOCOL
} from '@ailee/protocol'
import { noise } from '@chainsafe/libp2p-noise'
import { yamux } from '@chainsafe/libp2p-yamux'
import { generateKeyPair } from '@libp2p/crypto/keys'
import type { Libp2p, PrivateKey, Stream } from '@libp2p/interface'
import { tcp } from '@libp2p/tcp'
import { multiaddr } from '@multiformats/multiaddr'
import { createLibp2p } from 'libp2p'
import { until } from './until.js'

/** A bare libp2p node that says whatever it likes: what an attacker would run. */
export class RawPeer {
  readonly host: Libp2p
  readonly key: PrivateKey

  private constructor(host: Libp2p, key: PrivateKey) {
    this.host = host
    this.key = key
  }

  static async create(): Promise<RawPeer> {
    const key = await generateKeyPair('Ed25519')
    const host = await createLibp2p({
      privateKey: key,
      transports: [tcp()],
      connectionEncrypters: [noise()],
      streamMuxers: [yamux()],
      connectionMonitor: { enabled: false }
    })
    return new RawPeer(host, key)
  }

  get nodeId(): string {
    return this.host.peerId.toString()
  }

  async open(address: string, protocol = TASK_PROTOCOL): Promise<RawStream> {
    const connection = await this.host.dial(multiaddr(address))
    return new RawStream(await connection.newStream(protocol))
  }

  /** A connection beside those there are. */
  async dialAnew(address: string): Promise<void> {
    await this.host.dial(multiaddr(address), { force: true })
  }

  /** Plays the receiver of a stream: grants a window, and tells the code of each STATUS reply that comes. */
  grant(stream: Stream, onStatus: (code: string) => void): void {
    const decoder = new FrameDecoder(MAX_ENVELOPE_BYTES)
    stream.addEventListener('message', (event) => {
      for (const bytes of decoder.push(event.data.subarray())) {
        const envelope = decodeEnvelope(bytes)
        if (messageTypeName(envelope.type) === 'STATUS') onStatus(decodeStatus(envelope.payload).code)
      }
    })
    new RawStream(stream).send({
      type: 'CREDIT',
      payload: encodeCredit({ messages: CREDIT_WINDOW_MESSAGES, bytes: CREDIT_WINDOW_BYTES })
    })
  }

  async stop(): Promise<void> {
    await this.host.stop()
  }
}

export interface RawEnvelope extends Partial<Omit<Envelope, 'type'>> {
  type: MessageType | number
}

/** One raw stream, and what came back on it. */
export class RawStream {
  readonly stream: Stream
  readonly received: Envelope[] = []
  bytes = 0
  closed = false
  /** Who does not is waited for. */
  closesWhenRefused = true

  constructor(stream: Stream) {
    this.stream = stream
    const decoder = new FrameDecoder(MAX_ENVELOPE_BYTES)
    stream.addEventListener('message', (event) => {
      const chunk = event.data.subarray()
      this.bytes += chunk.length
      if (stream.protocol !== TASK_PROTOCOL) return
      for (const bytes of decoder.push(chunk)) this.received.push(decodeEnvelope(bytes))
    })
    stream.addEventListener('close', () => {
      this.closed = true
    })
    stream.addEventListener('remoteCloseWrite', () => {
      if (this.closesWhenRefused) stream.close().catch(() => {})
    })
  }

  send(...envelopes: RawEnvelope[]): void {
    const bytes = envelopes.map(({ type, ...rest }) =>
      frame(
        encodeEnvelope({
          network: 'local-test',
          requestId: 0,
          reply: false,
          payload: new Uint8Array(),
          signature: undefined,
          ...rest,
          type: typeof type === 'number' ? type : messageTypes[type]
        })
      )
    )
    this.stream.send(Buffer.concat(bytes))
  }

  hello(): void {
    this.send({ type: 'HELLO', payload: helloPayload })
  }

  /** Says HELLO and waits for the credit. */
  async greet(): Promise<this> {
    this.hello()
    await until('credit', () => this.of('CREDIT').length > 0)
    return this
  }

  of(type: MessageType): Envelope[] {
    return this.received.filter((envelope) => messageTypeName(envelope.type) === type)
  }

  /** Waits for a STATUS and gives its code. */
  async status(): Promise<string> {
    const envelope = await until('a STATUS', () => this.of('STATUS')[0])
    return decodeStatus(envelope.payload).code
  }
}

export const helloPayload = encodeHello({ worker: true, coordinator: false, client: false, agent: 'raw/1' })

export type { Signature }
