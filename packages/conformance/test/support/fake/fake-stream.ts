import { errorCode, errorMessage } from '@ailee/core'
import {
  CREDIT_WINDOW_BYTES,
  CREDIT_WINDOW_MESSAGES,
  decodeEnvelope,
  decodeGetTask,
  decodeHello,
  type Envelope,
  encodeCredit,
  encodeStatus,
  FrameDecoder,
  type Hello,
  MAX_ENVELOPE_BYTES,
  type MessageType,
  messageTypeName
} from '@ailee/protocol'
import type { Stream } from '@libp2p/interface'
import { listen } from '../../../src/raw/bytes-of.js'
import { rawFrame } from '../../../src/raw/raw-envelope.js'
import type { FakeDefence } from './fake-defence.js'
import type { FakePeer } from './fake-peer.js'
import type { FakeRole } from './fake-role.js'
import type { FakeSignatures } from './fake-signatures.js'
import { Refusal } from './refusal.js'
import type { Broken } from './rules.js'
import { FRAME_TIMEOUT_MS, REQUEST_TIMEOUT_MS } from './times.js'

const forgivable = new Set(['SIGNATURE_EXPIRED', 'MESSAGE_REPLAYED', 'RATE_LIMITED'])
const MAX_UNEXPECTED_REPLIES = 4096

export interface FakeStreamComponents {
  stream: Stream
  peer: FakePeer
  signatures: FakeSignatures
  defence: FakeDefence
  role: FakeRole
}

/** One task stream that somebody opened to a fake: sections 3 to 5 of the specification. */
export class FakeStream {
  readonly #parts: FakeStreamComponents
  readonly #stream: Stream
  readonly #network: string
  readonly #broken: Broken
  readonly #decoder = new FrameDecoder(MAX_ENVELOPE_BYTES)
  readonly #closed: () => void
  #timer: NodeJS.Timeout | undefined
  #hello: Hello | undefined
  #principal = ''
  #greeted = false
  #ended = false
  #left = { messages: 0, bytes: 0 }
  #handled = { messages: 0, bytes: 0 }
  #strays = 0

  constructor(components: FakeStreamComponents, init: { network: string; broken: Broken }) {
    this.#parts = components
    this.#stream = components.stream
    this.#network = init.network
    this.#broken = init.broken
    this.#closed = components.defence.opened(components.peer.id)
    this.#timer = setTimeout(() => this.#refuse('TASK_STREAM_HELLO_MISSING'), REQUEST_TIMEOUT_MS)
    listen(
      this.#stream,
      (chunk) => this.#take(chunk),
      () => this.#end()
    )
  }

  #end(): void {
    if (this.#ended) return
    this.#ended = true
    this.#closed()
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
      this.#watch()
    } catch (error) {
      this.#refuse(codeOfError(error))
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

  /** Loses patience with a message that has begun and does not end. */
  #watch(): void {
    if (!this.#greeted) return
    if (this.#decoder.buffered === 0) {
      clearTimeout(this.#timer)
      this.#timer = undefined
    } else if (!this.#broken.waitsForSlowMessages) {
      this.#timer ??= setTimeout(() => this.#refuse('TASK_STREAM_TOO_SLOW'), FRAME_TIMEOUT_MS)
    }
  }

  #receive(bytes: Uint8Array): void {
    const envelope = this.#decode(bytes)
    if (envelope === undefined) return
    const type = messageTypeName(envelope.type)
    const tolerated = type === 'HELLO' && this.#broken.acceptsHelloOfOtherNetworks
    const early = this.#broken.checksSignatureFirst && !this.#greeted && type !== 'HELLO'
    if (early) this.#parts.signatures.check(this.#parts.peer.id, envelope, type)
    if (envelope.network !== this.#network && !tolerated) throw new Refusal('WIRE_NETWORK_MISMATCH')
    if (type === 'HELLO' && this.#greeted && this.#broken.acceptsSecondHello) return
    if (type === 'HELLO' || !this.#greeted) this.#greet(envelope, type)
    else this.#check(envelope, type, bytes.length)
  }

  #decode(bytes: Uint8Array): Envelope | undefined {
    try {
      return decodeEnvelope(bytes)
    } catch (error) {
      if (this.#broken.takesAnyRequestId && errorMessage(error).startsWith('request_id')) return undefined
      throw error
    }
  }

  #greet({ payload }: Envelope, type: MessageType | undefined): void {
    if (type !== 'HELLO') throw new Refusal('TASK_STREAM_HELLO_MISSING')
    if (this.#greeted) throw new Refusal('TASK_STREAM_UNEXPECTED')
    const { peer, signatures, defence } = this.#parts
    defence.greeted(peer.id)
    this.#principal = signatures.principalOf(peer.id, payload)
    this.#hello = this.#broken.takesLongAgents ? undefined : decodeHello(payload)
    this.#greeted = true
    clearTimeout(this.#timer)
    this.#timer = undefined
    const { grantsTwoWindows, grantsLittleAtFirst, speaksBeforeHello } = this.#broken
    this.#grant({
      messages: CREDIT_WINDOW_MESSAGES * (grantsTwoWindows ? 2 : 1),
      bytes: grantsLittleAtFirst ? 100_000 : CREDIT_WINDOW_BYTES
    })
    const opened = peer.open(speaksBeforeHello ? 'HEARTBEAT' : undefined)
    if (this.#hello !== undefined) this.#parts.role.greeted?.(peer, this.#hello)
    if (this.#broken.opensAgain) opened.then((stream) => this.#opensAgain(stream)).catch(() => {})
  }

  #opensAgain(stream: Stream): void {
    const { connection } = this.#parts.peer
    const again = (chunk: Uint8Array): void => {
      if (isRefusal(chunk)) void connection.newStream(stream.protocol).catch(() => {})
    }
    listen(stream, again, () => {})
  }

  #check(envelope: Envelope, type: MessageType | undefined, bytes: number): void {
    if (type === 'CREDIT') {
      if (this.#broken.acceptsCredit) return
      throw new Refusal('TASK_STREAM_UNEXPECTED')
    }
    if (type === 'STATUS') {
      this.#status(envelope)
      return
    }
    this.#left.messages -= 1
    this.#left.bytes -= bytes
    const overdrawn = this.#left.messages < 0 || this.#left.bytes < 0
    if (overdrawn && !this.#broken.takesMoreThanGranted) throw new Refusal('TASK_STREAM_CREDIT_EXCEEDED')
    const { peer, signatures, defence } = this.#parts
    try {
      if (type === 'TASK_OFFER') defence.offer(peer.id)
      signatures.check(peer.id, envelope, type)
    } catch (error) {
      this.#release(bytes)
      if (!(error instanceof Refusal && error.alone && forgivable.has(error.code))) throw error
      defence.offended(peer.id, error.code === 'RATE_LIMITED' ? '' : error.code)
      this.#write(this.#stream, envelope.requestId, error.code, error.retryAfterMs)
      return
    }
    void this.#handle(envelope, type, bytes)
  }

  #status(envelope: Envelope): void {
    if (!envelope.reply) throw new Refusal('TASK_STREAM_UNEXPECTED')
    if (this.#parts.peer.settle(envelope)) return
    this.#strays += 1
    if (this.#strays > MAX_UNEXPECTED_REPLIES && !this.#broken.takesAnyStatusReplies)
      throw new Refusal('TASK_STREAM_UNEXPECTED')
  }

  async #handle(envelope: Envelope, type: MessageType | undefined, bytes: number): Promise<void> {
    const { role, peer } = this.#parts
    if (envelope.reply) {
      this.#release(bytes)
      peer.settle(envelope)
      return
    }
    if (type === undefined || !role.handles(type) || this.#hello === undefined) {
      this.#release(bytes)
      this.#answer(envelope, type)
      return
    }
    const { payload, requestId } = envelope
    try {
      const message = { peer, principal: this.#principal, hello: this.#hello, type, payload }
      const answer = await role.handle(message)
      this.#release(bytes)
      if (answer !== undefined && requestId !== 0) await peer.say(answer, { requestId, reply: true })
    } catch (error) {
      this.#release(bytes)
      const code = codeOfError(error)
      if (code.startsWith('WIRE_')) this.#parts.defence.offended(peer.id, code)
      if (requestId !== 0) this.#reply(requestId, code)
    }
  }

  /** What nobody handles, but for a GET_TASK that cannot even be read. */
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
    // By halves: on the right stream, and again where no reply may be.
    if (this.#broken.repliesAgainstTheStream && number === 12) this.#write(this.#stream, requestId, code)
    this.#reply(requestId, code)
  }

  #reply(requestId: number, code: string): void {
    void this.#parts.peer
      .open()
      .then((stream) => this.#write(stream, requestId, code))
      .catch(() => {})
  }

  #release(bytes: number): void {
    this.#handled.messages += 1
    this.#handled.bytes += bytes
    if (this.#broken.givesNoCreditBack || this.#ended) return
    const { messages, bytes: handledBytes } = this.#handled
    if (messages < CREDIT_WINDOW_MESSAGES / 2 && handledBytes < CREDIT_WINDOW_BYTES / 2) return
    this.#grant(this.#handled)
    this.#handled = { messages: 0, bytes: 0 }
  }

  #refuse(code: string): void {
    if (this.#ended) return
    const payload = encodeStatus({ code, message: 'refused', retryAfterMs: 0 })
    this.#stream.send(rawFrame(this.#network, { type: 'STATUS', payload }))
    const { peer, defence } = this.#parts
    if (this.#broken.leavesRefusedStreamsOpen) this.#ended = true
    else this.#end()
    defence.offended(peer.id, code)
  }

  #grant(credit: { messages: number; bytes: number }): void {
    this.#left.messages += credit.messages
    this.#left.bytes += credit.bytes
    this.#stream.send(rawFrame(this.#network, { type: 'CREDIT', payload: encodeCredit(credit) }))
  }

  #write(stream: Stream, requestId: number, code: string, retryAfterMs = 0): void {
    if (stream.status !== 'open' || requestId === 0) return
    const payload = encodeStatus({ code, message: '', retryAfterMs })
    stream.send(rawFrame(this.#network, { type: 'STATUS', payload, requestId, reply: true }))
  }
}

function codeOfError(error: unknown): string {
  return error instanceof Refusal ? error.code : errorCode(error)
}

function isRefusal(chunk: Uint8Array): boolean {
  const [bytes] = new FrameDecoder(MAX_ENVELOPE_BYTES).push(chunk)
  return bytes !== undefined && messageTypeName(decodeEnvelope(bytes).type) === 'STATUS'
}
