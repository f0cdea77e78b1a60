import {
  AileeError,
  type Clock,
  type ContentHash,
  errorCode,
  errorMessage,
  type NodeId,
  raceSignal
} from '@ailee/core'
import {
  type BlobFetcher,
  type BlobSource,
  contentHash,
  type Hello,
  type IncomingMessage,
  type MessageHandler,
  type MessageTransport,
  type MessageType,
  type OutgoingMessage,
  type PeerListener
} from '@ailee/protocol'

/** A message on its way. */
export interface Passing {
  from: NodeId
  to: NodeId
  type: MessageType
  /** True for the answer to a request. */
  reply: boolean
}

/** What becomes of a message: it arrives, it is lost, it arrives twice, or it arrives once a promise has settled. */
export type Fate = 'arrives' | 'lost' | 'twice' | Promise<unknown>

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/**
 * A network in memory: everybody who is connected reaches everybody. Messages between two peers arrive in order
 * unless the rule says otherwise. Timeouts run on the clock given.
 */
export class MemoryHub {
  readonly clock: Clock
  /** Decides the fate of each message. */
  rule: (passing: Passing) => Fate = () => 'arrives'
  /** Every message handed in, in order. */
  readonly log: Passing[] = []
  readonly #members = new Map<NodeId, MemoryTransport>()
  readonly #frozen = new Set<NodeId>()
  #parked: { peers: NodeId[]; go: () => void }[] = []
  #busy = 0

  constructor(components: { clock: Clock }) {
    this.clock = components.clock
  }

  /** A transport that is not connected yet, so that its owner can register its handlers first. */
  transport(nodeId: NodeId, hello: Partial<Hello> = {}, principal = nodeId): MemoryTransport {
    const full = { worker: false, coordinator: false, client: false, agent: 'test', ...hello }
    return new MemoryTransport(this, nodeId, full, principal)
  }

  connect(transport: MemoryTransport): void {
    const others = [...this.#members.values()]
    this.#members.set(transport.nodeId, transport)
    for (const other of others) {
      other.met(transport.nodeId, transport.hello)
      transport.met(other.nodeId, other.hello)
    }
  }

  /** The peer goes. `crashed`: it does not notice, nothing it waits for ever comes. */
  disconnect(nodeId: NodeId, options: { crashed?: boolean } = {}): void {
    const transport = this.#members.get(nodeId)
    if (transport === undefined) return
    this.#members.delete(nodeId)
    this.#frozen.delete(nodeId)
    this.#parked = this.#parked.filter(({ peers }) => !peers.includes(nodeId))
    if (options.crashed === true) transport.death.resolve()
    transport.dead = options.crashed === true
    for (const other of this.#members.values()) {
      other.lost(nodeId)
      if (!transport.dead) transport.lost(other.nodeId)
    }
  }

  /** A peer that hangs: its connection stays, nothing gets in or out until it thaws. */
  freeze(nodeId: NodeId): void {
    this.#frozen.add(nodeId)
  }

  thaw(nodeId: NodeId): void {
    this.#frozen.delete(nodeId)
    const free = this.#parked.filter(({ peers }) => !peers.some((peer) => this.#frozen.has(peer)))
    this.#parked = this.#parked.filter((parked) => !free.includes(parked))
    for (const { go } of free) go()
  }

  isFrozen(nodeId: NodeId): boolean {
    return this.#frozen.has(nodeId)
  }

  isConnected(nodeId: NodeId): boolean {
    return this.#members.has(nodeId)
  }

  /** How many messages of this type went from one peer to another. */
  count(type: MessageType, passing: Partial<Passing> = {}): number {
    const { from, to } = passing
    return this.log.filter(
      (one) =>
        one.type === type && (from === undefined || one.from === from) && (to === undefined || one.to === to)
    ).length
  }

  /** Counts work as under way, so that {@link settle} waits for it. */
  async track<T>(work: Promise<T>): Promise<T> {
    this.#busy += 1
    try {
      return await work
    } finally {
      this.#busy -= 1
    }
  }

  /** Waits until no message is on its way and no handler runs; held back and frozen ones are not waited for. */
  async settle(): Promise<void> {
    const end = performance.now() + 60_000
    for (let quiet = 0; quiet < 3; ) {
      await turn()
      quiet = this.#busy === 0 ? quiet + 1 : 0
      if (performance.now() > end) throw new Error(`the hub does not come to rest, ${this.#busy} under way`)
    }
  }

  /** Brings a message on its way; `arrive` is called once for each time it arrives. */
  pass(passing: Passing, arrive: (member: MemoryTransport | undefined) => Promise<void>): void {
    this.log.push(passing)
    const { from, to } = passing
    const deliver = (): void => {
      if (this.#frozen.has(from) || this.#frozen.has(to)) {
        this.#parked.push({ peers: [from, to], go: deliver })
        return
      }
      const member = this.#members.get(to)
      // What a crashed peer was about will never come to an end, and is not waited for.
      const arrived = Promise.resolve().then(() => arrive(member))
      void this.track(Promise.race([arrived, member?.death.promise ?? arrived]))
    }
    const fate = this.rule(passing)
    if (fate === 'lost') return
    if (fate === 'twice') deliver()
    if (fate instanceof Promise) fate.finally(deliver)
    else deliver()
  }
}

interface Pending {
  peer: NodeId
  fail(error: unknown): void
}

/** One peer's side of the hub. */
export class MemoryTransport implements MessageTransport {
  readonly nodeId: NodeId
  readonly hello: Hello
  /** Nothing gets out any more. */
  dead = false
  readonly death = Promise.withResolvers<void>()
  readonly #hub: MemoryHub
  /** Whom it speaks for; the hub takes its word for it. */
  readonly #principal: NodeId
  readonly #handlers = new Map<MessageType, MessageHandler>()
  readonly #listeners = new Set<PeerListener>()
  readonly #peers = new Map<NodeId, Hello>()
  readonly #pending = new Set<Pending>()

  constructor(hub: MemoryHub, nodeId: NodeId, hello: Hello, principal: NodeId) {
    this.#hub = hub
    this.nodeId = nodeId
    this.#principal = principal
    this.hello = hello
  }

  handle(type: MessageType, handler: MessageHandler): void {
    this.#handlers.set(type, handler)
  }

  onPeers(listener: PeerListener): () => void {
    this.#listeners.add(listener)
    for (const [peer, hello] of this.#peers) listener.peerReady(peer, hello)
    return () => this.#listeners.delete(listener)
  }

  request(
    to: NodeId,
    message: OutgoingMessage,
    options: { timeoutMs: number; signal?: AbortSignal }
  ): Promise<IncomingMessage> {
    if (this.dead) return new Promise(() => {})
    if (options.signal?.aborted) return Promise.reject(options.signal.reason)
    if (!this.#peers.has(to)) return Promise.reject(unreachable())
    const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
    const close = (): void => {
      timer.cancel()
      this.#pending.delete(pending)
      options.signal?.removeEventListener('abort', onAbort)
    }
    const pending: Pending = {
      peer: to,
      fail: (error) => {
        close()
        reject(error)
      }
    }
    const timer = this.#hub.clock.setTimer(options.timeoutMs, () =>
      pending.fail(new AileeError('TASK_STREAM_RESPONSE_TIMEOUT', `no reply within ${options.timeoutMs} ms`))
    )
    const onAbort = (): void => pending.fail(options.signal?.reason)
    options.signal?.addEventListener('abort', onAbort, { once: true })
    this.#pending.add(pending)
    this.#pass(to, message, (error, reply) => {
      if (!this.#pending.has(pending)) return
      if (error !== undefined) return pending.fail(error)
      close()
      if (reply !== undefined) resolve(reply)
    })
    return promise
  }

  async send(to: NodeId, message: OutgoingMessage, options: { signal?: AbortSignal } = {}): Promise<void> {
    options.signal?.throwIfAborted()
    if (this.dead) return new Promise(() => {})
    if (!this.#peers.has(to)) throw unreachable()
    this.#pass(to, message, undefined)
  }

  met(peer: NodeId, hello: Hello): void {
    this.#peers.set(peer, hello)
    for (const listener of this.#listeners) listener.peerReady(peer, hello)
  }

  lost(peer: NodeId): void {
    this.#peers.delete(peer)
    for (const pending of [...this.#pending]) {
      if (pending.peer === peer) pending.fail(new AileeError('TASK_STREAM_CLOSED', 'the connection closed'))
    }
    for (const listener of this.#listeners) listener.peerGone(peer)
  }

  async #arrived(message: IncomingMessage): Promise<OutgoingMessage | undefined> {
    const handler = this.#handlers.get(message.type)
    if (handler === undefined) throw new AileeError('UNSUPPORTED', `${message.type} is not answered here`)
    return handler(message)
  }

  /** Gives the message to the other side's handler and its answer, or its coded refusal, to `answered`. */
  #pass(
    to: NodeId,
    { type, payload, signature }: OutgoingMessage,
    answered: ((error: unknown, reply?: IncomingMessage) => void) | undefined
  ): void {
    const from = this.nodeId
    const principal = this.#principal
    this.#hub.pass({ from, to, type, reply: false }, async (member) => {
      if (member === undefined) return
      let reply: OutgoingMessage | undefined
      let refusal: AileeError | undefined
      try {
        // A copy, as bytes that went over a wire are.
        reply = await member.#arrived({
          ...{ from, principal, type, payload: new Uint8Array(payload) },
          ...(signature && { signature })
        })
      } catch (error) {
        const code = errorCode(error)
        if (code === 'INTERNAL') console.error('a handler failed', type, error)
        // As on the wire: what is not coded tells nothing.
        refusal = new AileeError(code, code === 'INTERNAL' ? 'internal error' : errorMessage(error))
      }
      if (answered === undefined || member.dead || (reply === undefined && refusal === undefined)) return
      const replyType = reply?.type ?? 'STATUS'
      this.#hub.pass({ from: to, to: from, type: replyType, reply: true }, async () => {
        if (refusal !== undefined || reply === undefined) answered(refusal)
        else
          answered(undefined, {
            from: to,
            principal: to,
            type: reply.type,
            payload: new Uint8Array(reply.payload),
            ...(reply.signature && { signature: reply.signature })
          })
      })
    })
  }
}

function unreachable(): AileeError {
  return new AileeError('TASK_STREAM_PEER_UNREACHABLE', 'no connection to the peer')
}

/** Blobs that peers of a hub serve each other. */
export class MemoryBlobs implements BlobFetcher {
  /** What each peer serves. */
  readonly sources = new Map<NodeId, BlobSource>()
  readonly fetched: { from: NodeId; hash: ContentHash }[] = []
  /** Awaited before each fetch is answered. */
  gate: (from: NodeId, hash: ContentHash) => Promise<unknown> = async () => {}

  async fetch(
    from: NodeId,
    hash: ContentHash,
    { maxBytes, signal }: { maxBytes: number; signal?: AbortSignal }
  ): Promise<Uint8Array> {
    signal?.throwIfAborted()
    this.fetched.push({ from, hash })
    await this.gate(from, hash)
    signal?.throwIfAborted()
    const blob = await raceSignal(this.#read(from, hash), signal)
    if (blob === undefined) throw new AileeError('BLOB_NOT_FOUND', `blob ${hash} is not there`)
    if (blob.length > maxBytes) throw new AileeError('BLOB_TOO_LARGE', `blob ${hash} is too large`)
    if (contentHash(blob) !== hash) throw new AileeError('BLOB_HASH_MISMATCH', `blob ${hash} is another`)
    return blob
  }

  async #read(from: NodeId, hash: ContentHash): Promise<Uint8Array | undefined> {
    return this.sources.get(from)?.get(hash)
  }
}
