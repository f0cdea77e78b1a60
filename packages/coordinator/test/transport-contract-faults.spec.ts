import { blobFetcherContract, CaseRecorder, transportContract } from '@ailee/conformance/contracts'
import { AileeError, type ContentHash, isAileeError, systemClock, withTimeout } from '@ailee/core'
import type {
  BlobFetcher,
  IncomingMessage,
  MessageHandler,
  MessageTransport,
  MessageType,
  OutgoingMessage,
  PeerListener
} from '@ailee/protocol'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { MemoryBlobs, MemoryHub } from './memory-transport.js'

type RequestOptions = Parameters<MessageTransport['request']>[2]
type FetchOptions = Parameters<BlobFetcher['fetch']>[2]

/** Passes everything on; each fault overrides one thing. */
class Sound implements MessageTransport {
  readonly nodeId: string
  protected readonly inner: MessageTransport

  constructor(inner: MessageTransport) {
    this.inner = inner
    this.nodeId = inner.nodeId
  }

  request(to: string, message: OutgoingMessage, options: RequestOptions): Promise<IncomingMessage> {
    return this.inner.request(to, message, options)
  }

  send(to: string, message: OutgoingMessage, options?: { signal?: AbortSignal }): Promise<void> {
    return this.inner.send(to, message, options)
  }

  handle(type: MessageType, handler: MessageHandler): void {
    this.inner.handle(type, handler)
  }

  onPeers(listener: PeerListener): () => void {
    return this.inner.onPeers(listener)
  }
}

/** Gives the first reply that comes to whoever has waited longest. */
class SwapsReplies extends Sound {
  readonly #waiting: PromiseWithResolvers<IncomingMessage>[] = []

  override request(to: string, message: OutgoingMessage, options: RequestOptions): Promise<IncomingMessage> {
    const mine = Promise.withResolvers<IncomingMessage>()
    this.#waiting.push(mine)
    super.request(to, message, options).then(
      (reply) => this.#waiting.shift()?.resolve(reply),
      (error: unknown) => this.#waiting.shift()?.reject(error)
    )
    return mine.promise
  }
}

class CutsPayloads extends Sound {
  override request(to: string, message: OutgoingMessage, options: RequestOptions): Promise<IncomingMessage> {
    return super.request(to, { ...message, payload: message.payload.subarray(0, 65_536) }, options)
  }
}

class DeafToSignals extends Sound {
  override request(to: string, message: OutgoingMessage, options: RequestOptions): Promise<IncomingMessage> {
    return super.request(to, message, { timeoutMs: options.timeoutMs })
  }
}

class NeverTimesOut extends Sound {
  override request(to: string, message: OutgoingMessage, options: RequestOptions): Promise<IncomingMessage> {
    return super.request(to, message, { ...options, timeoutMs: 600_000 })
  }
}

/** Holds every third message back until the next one has gone. */
class Reorders extends Sound {
  #count = 0
  #held: PromiseWithResolvers<void> | undefined

  override async send(
    to: string,
    message: OutgoingMessage,
    options?: { signal?: AbortSignal }
  ): Promise<void> {
    this.#count += 1
    if (this.#count % 3 === 1) {
      const gone = Promise.withResolvers<void>()
      this.#held = gone
      await gone.promise
      return super.send(to, message, options)
    }
    const held = this.#held
    this.#held = undefined
    await super.send(to, message, options)
    held?.resolve()
  }
}

class SendsTwice extends Sound {
  override async send(
    to: string,
    message: OutgoingMessage,
    options?: { signal?: AbortSignal }
  ): Promise<void> {
    await super.send(to, message, options)
    await super.send(to, message, options)
  }
}

class ForgetsKnownPeers extends Sound {
  override onPeers(listener: PeerListener): () => void {
    let late = false
    const end = super.onPeers({
      peerReady: (peer, hello) => late && listener.peerReady(peer, hello),
      peerGone: (peer) => listener.peerGone(peer)
    })
    late = true
    return end
  }
}

class NeverUnsubscribes extends Sound {
  override onPeers(listener: PeerListener): () => void {
    super.onPeers(listener)
    return () => {}
  }
}

class AnswersForOthers extends Sound {
  override async request(
    to: string,
    message: OutgoingMessage,
    options: RequestOptions
  ): Promise<IncomingMessage> {
    return { ...(await super.request(to, message, options)), principal: 'somebody' }
  }
}

class ForgetsSenders extends Sound {
  override handle(type: MessageType, handler: MessageHandler): void {
    super.handle(type, (message) => handler({ ...message, from: '' }))
  }
}

class KeepsFirstHandlers extends Sound {
  readonly #handled = new Set<MessageType>()

  override handle(type: MessageType, handler: MessageHandler): void {
    if (!this.#handled.has(type)) super.handle(type, handler)
    this.#handled.add(type)
  }
}

class LosesCodes extends Sound {
  override request(to: string, message: OutgoingMessage, options: RequestOptions): Promise<IncomingMessage> {
    return super.request(to, message, options).catch((error: Error) => {
      throw new Error(error.message)
    })
  }
}

/** Gives an answer that came too late to the next request. */
class GivesLateAnswers extends Sound {
  #late: Promise<IncomingMessage> | undefined

  override async request(
    to: string,
    message: OutgoingMessage,
    options: RequestOptions
  ): Promise<IncomingMessage> {
    const late = this.#late
    this.#late = undefined
    const answer = super.request(to, message, { ...options, timeoutMs: 600_000 })
    if (late !== undefined) return late
    return withTimeout('TASK_STREAM_RESPONSE_TIMEOUT', options.timeoutMs, () => answer).catch(
      (error: unknown) => {
        this.#late = answer
        throw error
      }
    )
  }
}

/** Lets the sender of a message wait for its handler. */
class SendsAsRequests extends Sound {
  override async send(to: string, message: OutgoingMessage): Promise<void> {
    const code = 'TASK_STREAM_RESPONSE_TIMEOUT'
    await super.request(to, message, { timeoutMs: 20 }).catch((error: unknown) => {
      if (!isAileeError(error, code)) throw error
    })
  }
}

class SendsWhatWasAborted extends Sound {
  override send(to: string, message: OutgoingMessage): Promise<void> {
    return super.send(to, message)
  }
}

class SendsToNobody extends Sound {
  override send(to: string, message: OutgoingMessage, options?: { signal?: AbortSignal }): Promise<void> {
    return super.send(to, message, options).catch((error: unknown) => {
      if (!isAileeError(error, 'TASK_STREAM_PEER_UNREACHABLE')) throw error
    })
  }
}

class TellsTheFirst extends Sound {
  #isTold = false

  override onPeers(listener: PeerListener): () => void {
    if (this.#isTold) return () => {}
    this.#isTold = true
    return super.onPeers(listener)
  }
}

class TakesLossForSilence extends Sound {
  override request(to: string, message: OutgoingMessage, options: RequestOptions): Promise<IncomingMessage> {
    return super.request(to, message, options).catch((error: unknown) => {
      if (!isAileeError(error, 'TASK_STREAM_CLOSED')) throw error
      throw new AileeError('TASK_STREAM_RESPONSE_TIMEOUT', 'no reply')
    })
  }
}

/** Each fault, and a case it must fail; every case has one. */
const faults: [make: new (inner: MessageTransport) => MessageTransport, caseName: string][] = [
  [SwapsReplies, 'every reply goes to its own request, in whatever order they are answered'],
  [CutsPayloads, 'payloads arrive byte for byte, none as well as half a MiB'],
  [DeafToSignals, 'a request ends with the reason of its signal, before it is sent or after'],
  [NeverTimesOut, 'a request without an answer ends by its timeout, and by no other’s'],
  [Reorders, 'messages of one peer reach their handlers in order'],
  [SendsTwice, 'a message reaches its handler once, and only that of its type'],
  [ForgetsKnownPeers, 'a listener hears of peers already known, and what they say of themselves'],
  [NeverUnsubscribes, 'listeners hear that a peer has gone, unless they have ended their subscription'],
  [AnswersForOthers, 'a request gets the reply of its handler, and each side is told who speaks'],
  [CutsPayloads, 'large requests pass both ways at once'],
  [ForgetsSenders, 'messages that must be signed arrive as they were sent, from whoever sent them'],
  [KeepsFirstHandlers, 'a second handler of a type replaces the first, and other types stay'],
  [LosesCodes, 'a coded failure comes back with its code, any other tells nothing'],
  [GivesLateAnswers, 'an answer after the timeout is dropped and disturbs nobody'],
  [SendsAsRequests, 'a handler that fails, and one that is not there, are no concern of the sender'],
  [SendsWhatWasAborted, 'a message whose signal has aborted is not sent'],
  [SendsToNobody, 'whom nobody has met cannot be reached'],
  [TellsTheFirst, 'each listener is told, and ending one subscription ends no other'],
  [TakesLossForSilence, 'what waits for a peer that goes is told, and what comes later cannot reach it']
]

function recordTransport(make: new (inner: MessageTransport) => MessageTransport): CaseRecorder {
  const recorder = new CaseRecorder()
  transportContract({
    test: recorder.test,
    async factory() {
      const hub = new MemoryHub({ clock: systemClock })
      const [near, far] = [hub.transport('near'), hub.transport('far', { worker: true })]
      hub.connect(near)
      hub.connect(far)
      const loseFar = async (): Promise<void> => hub.disconnect('far')
      const dispose = async (): Promise<void> => {}
      return {
        near: new make(near),
        far: new make(far),
        farHello: far.hello,
        stranger: 'stranger',
        loseFar,
        dispose
      }
    },
    timeoutMs: 2000
  })
  return recorder
}

for (const [make, caseName] of faults) {
  test(`a transport with the fault ${make.name} fails "${caseName}"`, async () => {
    const name = `transport: ${caseName}`
    assert.is(await recordTransport(Sound).failureOf(name), undefined, 'the sound one passes')
    assert.instance(await recordTransport(make).failureOf(name), Error)
  })
}

/** Hands over whatever comes. */
class Believes implements BlobFetcher {
  readonly sources = new Map<string, { get(hash: ContentHash): Promise<Uint8Array | undefined> }>()

  async fetch(from: string, hash: ContentHash, _: FetchOptions): Promise<Uint8Array> {
    return (await this.sources.get(from)?.get(hash)) ?? new Uint8Array(0)
  }
}

class OneByteTooStrict extends MemoryBlobs {
  override fetch(from: string, hash: ContentHash, options: FetchOptions): Promise<Uint8Array> {
    return super.fetch(from, hash, { ...options, maxBytes: options.maxBytes - 1 })
  }
}

class Remembers extends MemoryBlobs {
  #last: Promise<Uint8Array> | undefined

  override fetch(from: string, hash: ContentHash, options: FetchOptions): Promise<Uint8Array> {
    this.#last ??= super.fetch(from, hash, options)
    return this.#last
  }
}

class CutsBlobs extends MemoryBlobs {
  override async fetch(from: string, hash: ContentHash, options: FetchOptions): Promise<Uint8Array> {
    return (await super.fetch(from, hash, options)).subarray(0, 65_536)
  }
}

/** Each fault, and a case it must fail; every case has one. */
const blobFaults: [make: new () => BlobFetcher & Pick<MemoryBlobs, 'sources'>, caseName: string][] = [
  [CutsBlobs, 'blobs arrive byte for byte, one of no bytes as well as one of three MiB'],
  [Believes, 'content with one bit changed is never handed over'],
  [Believes, 'content a byte short is never handed over'],
  [Believes, 'content of no bytes is never handed over'],
  [Believes, 'a fetch ends with the reason of its signal, before it begins or under way'],
  [OneByteTooStrict, 'a blob that is not there, and one that is too large, have their codes'],
  [Remembers, 'many at once are not mixed up']
]

function recordFetcher(make: new () => BlobFetcher & Pick<MemoryBlobs, 'sources'>): CaseRecorder {
  const recorder = new CaseRecorder()
  blobFetcherContract({
    test: recorder.test,
    async factory() {
      const served = new Map<ContentHash, () => Promise<Uint8Array>>()
      const fetcher = new make()
      fetcher.sources.set('far', { get: async (hash) => served.get(hash)?.() })
      const serve = (hash: ContentHash, content: () => Promise<Uint8Array>) => void served.set(hash, content)
      return { fetcher, from: 'far', serve, dispose: async () => {} }
    },
    timeoutMs: 2000
  })
  return recorder
}

for (const [make, caseName] of blobFaults) {
  test(`a blob fetcher with the fault ${make.name} fails "${caseName}"`, async () => {
    const name = `blob fetcher: ${caseName}`
    assert.is(await recordFetcher(MemoryBlobs).failureOf(name), undefined, 'the sound one passes')
    assert.instance(await recordFetcher(make).failureOf(name), Error)
  })
}

test('every case of the contracts has a fault that fails it', () => {
  const failed = new Set([
    ...faults.map(([, caseName]) => `transport: ${caseName}`),
    ...blobFaults.map(([, caseName]) => `blob fetcher: ${caseName}`)
  ])
  const names = [...recordTransport(Sound).names, ...recordFetcher(MemoryBlobs).names]
  assert.equal(
    names.filter((name) => !failed.has(name)),
    []
  )
})

test.run()
