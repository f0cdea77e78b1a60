import type { Clock, NodeId } from '@ailee/core'
import type { IncomingMessage } from '@ailee/protocol'
import { NetworkError } from '../errors.js'

/** A request that waits for its reply. */
export interface PendingRequest {
  requestId: number
  reply: Promise<IncomingMessage>
  /** False once it has been answered, refused, aborted or given up. */
  isOpen(): boolean
  fail(error: unknown): void
}

interface Entry {
  peer: NodeId
  settle(message: IncomingMessage): void
  fail(error: unknown): void
}

/** Requests in flight. Each ends exactly once: by its reply, a refusal, its timeout, its signal, or the loss of the peer. */
export class PendingRequests {
  readonly #clock: Clock
  readonly #entries = new Map<number, Entry>()
  #lastId = 0

  constructor(components: { clock: Clock }) {
    this.#clock = components.clock
  }

  open(peer: NodeId, options: { timeoutMs: number; signal?: AbortSignal }): PendingRequest {
    this.#lastId += 1
    const requestId = this.#lastId
    const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
    const onAbort = (): void => fail(options.signal?.reason)
    const close = (): boolean => {
      timer.cancel()
      options.signal?.removeEventListener('abort', onAbort)
      return this.#entries.delete(requestId)
    }
    const fail = (error: unknown): void => {
      if (close()) reject(error)
    }
    const settle = (message: IncomingMessage): void => {
      if (close()) resolve(message)
    }
    const timer = this.#clock.setTimer(options.timeoutMs, () =>
      fail(new NetworkError('TASK_STREAM_RESPONSE_TIMEOUT', `no reply within ${options.timeoutMs} ms`))
    )
    options.signal?.addEventListener('abort', onAbort, { once: true })
    this.#entries.set(requestId, { peer, settle, fail })
    return { requestId, reply: promise, isOpen: () => this.#entries.has(requestId), fail }
  }

  /** False if no request of that id waits for this peer. */
  settle(requestId: number, message: IncomingMessage): boolean {
    const entry = this.#entries.get(requestId)
    if (entry?.peer !== message.from) return false
    entry.settle(message)
    return true
  }

  /** As {@link settle}, with a refusal. */
  refuse(requestId: number, peer: NodeId, error: Error): boolean {
    const entry = this.#entries.get(requestId)
    if (entry?.peer !== peer) return false
    entry.fail(error)
    return true
  }

  /** Fails every request to `peer`, or to all peers. */
  failAll(error: Error, peer?: NodeId): void {
    for (const entry of [...this.#entries.values()]) {
      if (peer === undefined || entry.peer === peer) entry.fail(error)
    }
  }
}
