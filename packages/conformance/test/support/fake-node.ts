import { errorCode, errorMessage } from '@ailee/core'
import {
  BLOB_PROTOCOL,
  CREDIT_WINDOW_BYTES,
  CREDIT_WINDOW_MESSAGES,
  checkExpiry,
  decodeBlobRequest,
  decodeEnvelope,
  decodeGetTask,
  decodeHello,
  type Envelope,
  encodeBlobHeader,
  encodeCredit,
  encodeHello,
  encodeStatus,
  FrameDecoder,
  frame,
  MAX_ENVELOPE_BYTES,
  type MessageType,
  messageDomain,
  messageTypeName,
  mustBeSigned,
  nodeIdFromPublicKey,
  portableVerifier,
  principalOf,
  TASK_PROTOCOL,
  type Verifier,
  verifyStatement
} from '@ailee/protocol'
import { generateKeyPair } from '@libp2p/crypto/keys'
import type { Libp2p, Stream } from '@libp2p/interface'
import { listen } from '../../src/raw/bytes-of.js'
import { rawFrame } from '../../src/raw/raw-envelope.js'
import { createRawHost } from '../../src/raw/raw-host.js'

/** The rules that a fake node can be made to break. */
export interface BrokenRules {
  acceptsSmallOrderKeys?: boolean
  waitsForLongMessages?: boolean
  takesAnyRequestId?: boolean
  acceptsHelloOfOtherNetworks?: boolean
  encodesAgain?: boolean
  silentOnUnknownTypes?: boolean
  acceptsSecondHello?: boolean
  takesLongAgents?: boolean
  speaksBeforeHello?: boolean
  grantsTwoWindows?: boolean
  givesNoCreditBack?: boolean
  grantsLittleAtFirst?: boolean
  repliesAgainstTheStream?: boolean
  silentOnFailures?: boolean
  takesAnyStatusReplies?: boolean
  leavesRefusedStreamsOpen?: boolean
  acceptsCredit?: boolean
  opensAgain?: boolean
  checksSignatureFirst?: boolean
  ignoresDomain?: boolean
  acceptsAnySignature?: boolean
  acceptsUnsignedBids?: boolean
  acceptsOtherSigners?: boolean
  acceptsLongValidity?: boolean
  acceptsReplays?: boolean
  remembersRefused?: boolean
  findsEveryBlob?: boolean
  servesOtherNetworks?: boolean
  waitsForBlobRequests?: boolean
  acceptsOldDelegations?: boolean
}

class Refusal extends Error {
  readonly code: string
  /** The message alone is refused; the stream goes on. */
  readonly alone: boolean

  constructor(code: string, alone = false) {
    super(code)
    this.code = code
    this.alone = alone
  }
}

const forgivable = new Set(['SIGNATURE_EXPIRED', 'MESSAGE_REPLAYED'])
const HELLO_TIMEOUT_MS = 10_000
const MAX_UNEXPECTED_REPLIES = 4096

/**
 * A node without any role that keeps the rules of streams, envelopes, signatures and blobs, written for the tests of
 * the probe alone: but for those it is told to break.
 */
export class FakeNode {
  readonly #host: Libp2p
  readonly #network: string
  readonly #broken: BrokenRules
  readonly #seen = new Set<string>()

  private constructor(host: Libp2p, network: string, broken: BrokenRules) {
    this.#host = host
    this.#network = network
    this.#broken = broken
  }

  static async start(network: string, broken: BrokenRules = {}): Promise<FakeNode> {
    const privateKey = await generateKeyPair('Ed25519')
    const host = await createRawHost({ privateKey, listen: ['/ip4/127.0.0.1/tcp/0'] })
    const node = new FakeNode(host, network, broken)
    await host.handle(
      TASK_PROTOCOL,
      (stream, connection) => {
        const peer = connection.remotePeer.toString()
        const open = (): Promise<Stream> => connection.newStream(TASK_PROTOCOL)
        new FakeStream(node, stream, peer, open)
      },
      { maxOutboundStreams: 100 }
    )
    await host.handle(BLOB_PROTOCOL, (stream) => node.#serveBlob(stream))
    return node
  }

  get address(): string {
    const [address] = this.#host.getMultiaddrs()
    if (address === undefined) throw new Error('the fake node does not listen')
    return address.toString()
  }

  get network(): string {
    return this.#network
  }

  get broken(): BrokenRules {
    return this.#broken
  }

  async stop(): Promise<void> {
    await this.#host.stop()
  }

  /** Throws a Refusal unless the message carries a signature where it must, and a good one. */
  checkSignature(from: string, envelope: Envelope, type: MessageType | undefined): void {
    const { signature } = envelope
    const broken = this.#broken
    if (type === undefined || !mustBeSigned(type)) return
    if (signature === undefined) {
      if (broken.acceptsUnsignedBids && type === 'BID') return
      throw new Refusal('SIGNATURE_MISSING')
    }
    if (!broken.acceptsOtherSigners && nodeIdFromPublicKey(signature.publicKey) !== from) {
      throw new Refusal('SIGNATURE_INVALID')
    }
    const key = Buffer.from(signature.nonce).toString('hex')
    const seen = this.#seen.has(key)
    if (broken.remembersRefused) this.#seen.add(key)
    if (!broken.acceptsLongValidity || signature.expiresAtMs < Date.now()) {
      try {
        checkExpiry(signature, Date.now())
      } catch (error) {
        throw new Refusal(errorCode(error), true)
      }
    }
    const payload = broken.encodesAgain ? envelope.payload.subarray(-34) : envelope.payload
    const domains = broken.ignoresDomain ? [messageDomain(type), 'message/10'] : [messageDomain(type)]
    const good = domains.some((domain) =>
      verifyStatement(portableVerifier, { domain, network: this.#network, payload }, signature)
    )
    if (!good && !this.#toleratedSignature(signature.signature, envelope)) {
      throw new Refusal('SIGNATURE_INVALID')
    }
    if (seen && !broken.acceptsReplays) throw new Refusal('MESSAGE_REPLAYED', true)
    this.#seen.add(key)
  }

  /** `acceptsAnySignature` looks at the path only, so that nothing else gets through with it. */
  #toleratedSignature(signature: Uint8Array, { signature: whole, ...rest }: Envelope): boolean {
    if (!this.#broken.acceptsAnySignature || whole === undefined || rest.payload.length === 0) return false
    const repaired = Uint8Array.from(signature)
    repaired[0] = (repaired[0] ?? 0) ^ 1
    const type = messageTypeName(rest.type) ?? 'CANCEL_TASK'
    const statement = { domain: messageDomain(type), network: this.#network, payload: rest.payload }
    return verifyStatement(portableVerifier, statement, { ...whole, signature: repaired })
  }

  /** Throws unless the delegation, if there is one, is good for this peer. */
  checkDelegation(peer: string, payload: Uint8Array): void {
    const { agent, delegation } = decodeHelloOf(payload, this.#broken.takesLongAgents)
    if (agent === undefined) return
    const now = this.#broken.acceptsOldDelegations ? (delegation?.expiresAtMs ?? 0) : Date.now()
    principalOf(this.#verifier(), this.#network, peer, delegation, now)
  }

  #verifier(): Verifier {
    if (!this.#broken.acceptsSmallOrderKeys) return portableVerifier
    return {
      verify: (publicKey, message, signature) =>
        portableVerifier.verify(publicKey, message, signature) ||
        publicKey.every((byte, index) => byte === (index === 0 ? 1 : 0))
    }
  }

  #serveBlob(stream: Stream): void {
    const timer = setTimeout(() => stream.abort(new Error('no request in time')), HELLO_TIMEOUT_MS)
    if (this.#broken.waitsForBlobRequests) clearTimeout(timer)
    const decoder = new FrameDecoder(512)
    listen(
      stream,
      (chunk) => {
        for (const bytes of decoder.push(chunk)) {
          clearTimeout(timer)
          const { network } = decodeBlobRequest(bytes)
          if (network !== this.#network && !this.#broken.servesOtherNetworks) {
            stream.abort(new Error('another network'))
            return
          }
          const found = this.#broken.findsEveryBlob === true
          stream.send(frame(encodeBlobHeader({ found, bytes: found ? 1 : 0 })))
          void stream.close().catch(() => {})
        }
      },
      () => clearTimeout(timer)
    )
  }
}

function decodeHelloOf(payload: Uint8Array, anyAgent = false): Partial<ReturnType<typeof decodeHello>> {
  try {
    return decodeHello(payload)
  } catch (error) {
    if (anyAgent && errorCode(error) === 'WIRE_TOO_LARGE') return {}
    throw error
  }
}

/** One task stream that somebody opened to the fake node. */
class FakeStream {
  readonly #node: FakeNode
  readonly #stream: Stream
  readonly #peer: string
  readonly #open: () => Promise<Stream>
  readonly #decoder: FrameDecoder
  readonly #timer: NodeJS.Timeout
  /** Ours, for replies. */
  #back: Promise<Stream> | undefined
  #greeted = false
  #ended = false
  #handled = 0
  #handledBytes = 0
  #strays = 0

  constructor(node: FakeNode, stream: Stream, peer: string, open: () => Promise<Stream>) {
    this.#node = node
    this.#stream = stream
    this.#peer = peer
    this.#open = open
    this.#decoder = new FrameDecoder(MAX_ENVELOPE_BYTES)
    this.#timer = setTimeout(() => this.#refuse(new Refusal('TASK_STREAM_HELLO_MISSING')), HELLO_TIMEOUT_MS)
    listen(
      stream,
      (chunk) => this.#take(chunk),
      () => this.#end()
    )
  }

  get #broken(): BrokenRules {
    return this.#node.broken
  }

  #end(): void {
    this.#ended = true
    clearTimeout(this.#timer)
    void this.#stream.close().catch(() => {})
  }

  #take(chunk: Uint8Array): void {
    if (this.#ended) return
    try {
      for (const bytes of this.#frames(chunk)) {
        this.#receive(bytes)
        if (this.#ended) return
      }
    } catch (error) {
      const code = error instanceof Refusal ? error.code : errorCode(error)
      this.#refuse(new Refusal(code))
    }
  }

  #frames(chunk: Uint8Array): Uint8Array[] {
    try {
      return this.#decoder.push(chunk)
    } catch (error) {
      if (errorCode(error) === 'WIRE_TOO_LARGE' && this.#broken.waitsForLongMessages) return []
      throw error
    }
  }

  #receive(bytes: Uint8Array): void {
    const envelope = this.#decode(bytes)
    if (envelope === undefined) return
    const type = messageTypeName(envelope.type)
    const tolerated = type === 'HELLO' && this.#broken.acceptsHelloOfOtherNetworks
    const isOurs = envelope.network === this.#node.network || tolerated
    const early = this.#broken.checksSignatureFirst && !this.#greeted && type !== 'HELLO'
    if (early) this.#node.checkSignature(this.#peer, envelope, type)
    if (!isOurs) throw new Refusal('WIRE_NETWORK_MISMATCH')
    if (type === 'HELLO' && this.#greeted && this.#broken.acceptsSecondHello) return
    if (type === 'HELLO' || !this.#greeted) this.#greet(envelope, type)
    else this.#handle(envelope, type, bytes.length)
  }

  #decode(bytes: Uint8Array): Envelope | undefined {
    try {
      return decodeEnvelope(bytes)
    } catch (error) {
      if (this.#broken.takesAnyRequestId && errorMessage(error).startsWith('request_id')) return undefined
      throw error
    }
  }

  #greet(envelope: Envelope, type: MessageType | undefined): void {
    if (type !== 'HELLO') throw new Refusal('TASK_STREAM_HELLO_MISSING')
    if (this.#greeted) throw new Refusal('TASK_STREAM_UNEXPECTED')
    this.#node.checkDelegation(this.#peer, envelope.payload)
    this.#greeted = true
    clearTimeout(this.#timer)
    const { grantsTwoWindows, grantsLittleAtFirst } = this.#broken
    this.#grant(
      CREDIT_WINDOW_MESSAGES * (grantsTwoWindows ? 2 : 1),
      grantsLittleAtFirst ? 100_000 : CREDIT_WINDOW_BYTES
    )
    this.#back = this.#openBack()
    // The peer may be gone before it is answered.
    this.#back.catch(() => {})
  }

  async #openBack(): Promise<Stream> {
    const stream = await this.#open()
    const payload = encodeHello({ worker: false, coordinator: false, client: true, agent: 'fake/1' })
    if (this.#broken.speaksBeforeHello) stream.send(rawFrame(this.#node.network, { type: 'HEARTBEAT' }))
    stream.send(rawFrame(this.#node.network, { type: 'HELLO', payload }))
    if (this.#broken.opensAgain) {
      listen(
        stream,
        (chunk) => {
          if (isRefusal(chunk)) void this.#open().catch(() => {})
        },
        () => {}
      )
    }
    return stream
  }

  #handle(envelope: Envelope, type: MessageType | undefined, bytes: number): void {
    if (type === 'CREDIT') {
      if (this.#broken.acceptsCredit) return
      throw new Refusal('TASK_STREAM_UNEXPECTED')
    }
    if (type === 'STATUS') {
      if (!envelope.reply) throw new Refusal('TASK_STREAM_UNEXPECTED')
      this.#strays += 1
      if (this.#strays > MAX_UNEXPECTED_REPLIES && !this.#broken.takesAnyStatusReplies) {
        throw new Refusal('TASK_STREAM_UNEXPECTED')
      }
      return
    }
    try {
      this.#node.checkSignature(this.#peer, envelope, type)
      this.#release(bytes)
    } catch (error) {
      this.#release(bytes)
      if (!(error instanceof Refusal && error.alone && forgivable.has(error.code))) throw error
      this.#write(this.#stream, envelope.requestId, error.code)
      return
    }
    this.#answer(envelope, type)
  }

  #answer({ requestId, payload, type: number }: Envelope, type: MessageType | undefined): void {
    if (requestId === 0 || (type === undefined && this.#broken.silentOnUnknownTypes)) return
    let code = 'UNSUPPORTED'
    if (type === 'GET_TASK') {
      try {
        decodeGetTask(payload)
      } catch (error) {
        if (this.#broken.silentOnFailures) return
        code = errorCode(error)
      }
    }
    const { repliesAgainstTheStream } = this.#broken
    // By halves: on the right stream, and again where no reply may be.
    if (repliesAgainstTheStream && number === 12) this.#write(this.#stream, requestId, code)
    void this.#back?.then((stream) => this.#write(stream, requestId, code)).catch(() => {})
  }

  #release(bytes: number): void {
    this.#handled += 1
    this.#handledBytes += bytes
    if (this.#broken.givesNoCreditBack) return
    if (this.#handled < CREDIT_WINDOW_MESSAGES / 2 && this.#handledBytes < CREDIT_WINDOW_BYTES / 2) return
    this.#grant(this.#handled, this.#handledBytes)
    this.#handled = 0
    this.#handledBytes = 0
  }

  #refuse({ code }: Refusal): void {
    if (this.#ended) return
    const payload = encodeStatus({ code, message: 'refused', retryAfterMs: 0 })
    this.#stream.send(rawFrame(this.#node.network, { type: 'STATUS', payload }))
    if (!this.#broken.leavesRefusedStreamsOpen) this.#end()
    this.#ended = true
  }

  #grant(messages: number, bytes: number): void {
    const payload = encodeCredit({ messages, bytes })
    this.#stream.send(rawFrame(this.#node.network, { type: 'CREDIT', payload }))
  }

  #write(stream: Stream, requestId: number, code: string): void {
    if (stream.status !== 'open') return
    const payload = encodeStatus({ code, message: '', retryAfterMs: 0 })
    stream.send(rawFrame(this.#node.network, { type: 'STATUS', payload, requestId, reply: true }))
  }
}

function isRefusal(chunk: Uint8Array): boolean {
  const [bytes] = new FrameDecoder(MAX_ENVELOPE_BYTES).push(chunk)
  return bytes !== undefined && messageTypeName(decodeEnvelope(bytes).type) === 'STATUS'
}
