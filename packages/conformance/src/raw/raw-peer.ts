import type { NodeId } from '@ailee/core'
import {
  BLOB_PROTOCOL,
  CREDIT_WINDOW_BYTES,
  CREDIT_WINDOW_MESSAGES,
  decodeEnvelope,
  decodeHello,
  decodeStatus,
  type Envelope,
  encodeCredit,
  encodeStatus,
  FrameDecoder,
  type Hello,
  MAX_ENVELOPE_BYTES,
  type MessageType,
  messageTypeName,
  mustBeSigned,
  TASK_PROTOCOL
} from '@ailee/protocol'
import { generateKeyPair } from '@libp2p/crypto/keys'
import type { Connection, Ed25519PrivateKey, Libp2p, PrivateKey, Stream } from '@libp2p/interface'
import { multiaddr } from '@multiformats/multiaddr'
import { OPEN_TIMEOUT_MS, STEP_TIMEOUT_MS } from '../constants.js'
import { Violation } from '../errors.js'
import { BlobShelf } from './blob-shelf.js'
import { listen } from './bytes-of.js'
import { Mailbox } from './mailbox.js'
import { patiently } from './patiently.js'
import { type RawEnvelope, rawEnvelopeBytes, rawFrame } from './raw-envelope.js'
import { createRawHost } from './raw-host.js'
import { RawSigner } from './raw-signature.js'
import { isOf, probeHello, TaskStream } from './task-stream.js'

export interface RawPeerInit {
  network: string
  /** Multiaddr of the target. */
  target: string
  /** How long is waited for one thing that the target must do. */
  stepMs?: number
  /** Key of a private network. */
  networkKey?: Uint8Array | undefined
  /** True for a peer that tells by identify what it speaks. */
  identifies?: boolean
  /** True = dials again while the target does not let it in. */
  patient?: boolean
  /** IP address of this machine to dial from; without it the system chooses. */
  localAddress?: string
}

/** One peer of the probe: a key, a connection to the target, and what the target says on the streams it opens. */
export class RawPeer {
  readonly host: Libp2p
  readonly signer: RawSigner
  readonly blobs = new BlobShelf()
  /** What the target said on its own streams, HELLO included. */
  readonly inbox: Mailbox<Envelope>
  /** Streams the target opened. */
  readonly opened: Mailbox<Stream>
  /** Ends when the connection does. */
  readonly connected: Mailbox<never>
  /** Set: every stream the target opens is refused with this code. */
  refuseWith: string | undefined
  readonly stepMs: number
  readonly privateKey: PrivateKey
  readonly #network: string
  readonly #target: string
  readonly #patient: boolean
  #connection: Connection | undefined
  #nextRequest = 1
  #stream: TaskStream | undefined

  private constructor(components: { host: Libp2p; privateKey: Ed25519PrivateKey }, init: RawPeerInit) {
    const { host, privateKey } = components
    const { stepMs = STEP_TIMEOUT_MS } = init
    this.host = host
    this.privateKey = privateKey
    this.signer = new RawSigner(privateKey.raw.subarray(0, 32), init.network)
    this.stepMs = stepMs
    this.inbox = new Mailbox({ stepMs })
    this.opened = new Mailbox({ stepMs })
    this.connected = new Mailbox({ stepMs })
    this.#network = init.network
    this.#target = init.target
    this.#patient = init.patient === true
  }

  static async create(init: RawPeerInit): Promise<RawPeer> {
    const privateKey = await generateKeyPair('Ed25519')
    const { identifies = false, networkKey, localAddress } = init
    const host = await createRawHost({
      ...{ privateKey, identifies, networkKey },
      ...(localAddress === undefined ? {} : { localAddress })
    })
    const peer = new RawPeer({ host, privateKey }, init)
    await host.handle(TASK_PROTOCOL, (stream) => peer.#take(stream))
    await host.handle(BLOB_PROTOCOL, (stream) => peer.blobs.serve(stream))
    return peer
  }

  get nodeId(): NodeId {
    return this.host.peerId.toString()
  }

  get network(): string {
    return this.#network
  }

  get joined(): boolean {
    return this.#stream !== undefined
  }

  async connect(): Promise<Connection> {
    if (this.#connection !== undefined) return this.#connection
    const deadline = AbortSignal.timeout(OPEN_TIMEOUT_MS)
    // All peers of a probe come from one address, of which a node takes in some connections a second only.
    const dial = (): Promise<Connection> => this.dial(deadline)
    const connection = await (this.#patient ? patiently(dial, deadline) : dial())
    connection.addEventListener('close', () => this.connected.end('the connection was closed'))
    if (connection.status !== 'open') this.connected.end('the connection was closed')
    this.#connection = connection
    return connection
  }

  /** A connection beside those there are. */
  dial(signal = AbortSignal.timeout(OPEN_TIMEOUT_MS)): Promise<Connection> {
    return this.host.dial(multiaddr(this.#target), { signal, force: true })
  }

  /** A stream on which nothing has been said. */
  async open(protocol: string | string[]): Promise<Stream> {
    const connection = await this.connect()
    return connection.newStream(protocol, { signal: AbortSignal.timeout(OPEN_TIMEOUT_MS) })
  }

  /** A task stream on whatever connection there is now. */
  async openTaskAnew(): Promise<TaskStream> {
    const signal = AbortSignal.timeout(OPEN_TIMEOUT_MS)
    const stream = await this.host.dialProtocol(multiaddr(this.#target), TASK_PROTOCOL, { signal })
    return this.taskStream(stream)
  }

  async openTask(): Promise<TaskStream> {
    return this.taskStream(await this.open(TASK_PROTOCOL))
  }

  taskStream(stream: Stream): TaskStream {
    return new TaskStream(stream, { network: this.#network, stepMs: this.stepMs })
  }

  /** Opens the stream that {@link ask} and {@link say} use, and waits until the target has said HELLO too. */
  async join(hello: Hello = probeHello): Promise<TaskStream> {
    this.#stream = await this.openTask()
    await this.#stream.greet(hello)
    await this.hello()
    return this.#stream
  }

  /** What the target said of itself. */
  async hello(): Promise<Hello> {
    return decodeHello((await this.inbox.find('HELLO of the target', isOf('HELLO'))).payload)
  }

  /** Sends a request and gives the reply. Signed if its type must be, unless the envelope says otherwise. */
  async ask(type: MessageType, payload: Uint8Array, rest: Partial<RawEnvelope> = {}): Promise<Envelope> {
    const requestId = await this.request(type, payload, rest)
    return this.reply(requestId)
  }

  /** Sends a request without waiting. Gives its id. */
  async request(type: MessageType, payload: Uint8Array, rest: Partial<RawEnvelope> = {}): Promise<number> {
    const requestId = this.nextRequestId()
    await this.say(type, payload, { requestId, ...rest })
    return requestId
  }

  /** Waits for the reply to a request. */
  reply(requestId: number): Promise<Envelope> {
    const stream = this.#joined()
    const refused = stream.answers
      .find('', (envelope) => isOf('STATUS')(envelope) && envelope.requestId === 0)
      .then(({ payload }) => {
        throw new Violation(`the stream was refused with ${decodeStatus(payload).code}`)
      })
    const lost = refused.catch((error: unknown) => {
      if (error instanceof Violation && error.message.startsWith('the stream was refused')) throw error
      return new Promise<never>(() => {})
    })
    const replied = this.inbox.find(
      `a reply to request ${requestId}`,
      (envelope) => envelope.reply && envelope.requestId === requestId
    )
    replied.catch(() => {})
    return Promise.race([replied, lost])
  }

  /** The code of a STATUS, or the name of any other message. */
  async codeOf(type: MessageType, payload: Uint8Array, rest: Partial<RawEnvelope> = {}): Promise<string> {
    return codeOf(await this.ask(type, payload, rest))
  }

  /** Sends one message, signed if its type must be. */
  async say(type: MessageType, payload: Uint8Array, rest: Partial<RawEnvelope> = {}): Promise<void> {
    const signature = mustBeSigned(type) ? await this.signer.message(type, payload) : undefined
    this.#joined().send({ type, payload, signature, ...rest })
  }

  nextRequestId(): number {
    return this.#nextRequest++
  }

  /** Size of an envelope as credit counts it. */
  sizeOf(envelope: RawEnvelope): number {
    return rawEnvelopeBytes(this.#network, envelope).length
  }

  async stop(): Promise<void> {
    await this.host.stop()
  }

  #joined(): TaskStream {
    if (this.#stream === undefined) throw new Error('the probe has not joined yet')
    return this.#stream
  }

  /** Takes what the target says, and gives back every message's credit at once. */
  #take(stream: Stream): void {
    this.opened.push(stream)
    if (this.refuseWith !== undefined) {
      const payload = encodeStatus({
        code: this.refuseWith,
        message: 'refused by the probe',
        retryAfterMs: 0
      })
      stream.send(rawFrame(this.#network, { type: 'STATUS', payload }))
      void stream.close().catch(() => {})
      return
    }
    const decoder = new FrameDecoder(MAX_ENVELOPE_BYTES)
    listen(
      stream,
      (chunk) => {
        for (const bytes of decoder.push(chunk)) this.#receive(stream, bytes)
      },
      (reason) => {
        if (reason.includes('malformed')) this.inbox.end(reason)
      }
    )
  }

  #receive(stream: Stream, bytes: Uint8Array): void {
    const envelope = decodeEnvelope(bytes)
    const type = messageTypeName(envelope.type)
    if (type === 'HELLO') this.#grant(stream, CREDIT_WINDOW_MESSAGES, CREDIT_WINDOW_BYTES)
    else if (type !== 'STATUS') this.#grant(stream, 1, bytes.length)
    this.inbox.push(envelope)
  }

  #grant(stream: Stream, messages: number, bytes: number): void {
    if (stream.status !== 'open') return
    stream.send(rawFrame(this.#network, { type: 'CREDIT', payload: encodeCredit({ messages, bytes }) }))
  }
}

/** The code of a STATUS, or the name of any other message. */
export function codeOf(envelope: Envelope): string {
  const type = messageTypeName(envelope.type)
  return type === 'STATUS' ? decodeStatus(envelope.payload).code : (type ?? `type ${envelope.type}`)
}
