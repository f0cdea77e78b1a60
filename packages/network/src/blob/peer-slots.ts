import type { NodeId } from '@ailee/core'

/** A bounded number of slots a peer; who comes when all are taken waits in line. */
export class PeerSlots {
  readonly #perPeer: number
  readonly #peers = new Map<NodeId, { taken: number; waiting: (() => void)[] }>()

  constructor(perPeer: number) {
    this.#perPeer = perPeer
  }

  /** Runs `work` in a slot of the peer. `signal` ends the waiting too. */
  async run<T>(peer: NodeId, work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    await this.#take(peer, signal)
    try {
      return await work()
    } finally {
      this.#free(peer)
    }
  }

  async #take(peer: NodeId, signal: AbortSignal | undefined): Promise<void> {
    signal?.throwIfAborted()
    const slots = this.#peers.get(peer) ?? { taken: 0, waiting: [] }
    this.#peers.set(peer, slots)
    if (slots.taken < this.#perPeer) {
      slots.taken += 1
      return
    }
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const onAbort = (): void => {
      slots.waiting = slots.waiting.filter((waiting) => waiting !== resolve)
      reject(signal?.reason)
    }
    signal?.addEventListener('abort', onAbort, { once: true })
    slots.waiting.push(resolve)
    await promise.finally(() => signal?.removeEventListener('abort', onAbort))
  }

  /** The slot goes to the next in line, or becomes free. */
  #free(peer: NodeId): void {
    const slots = this.#peers.get(peer)
    if (slots === undefined) return
    const next = slots.waiting.shift()
    if (next !== undefined) {
      next()
      return
    }
    slots.taken -= 1
    if (slots.taken === 0) this.#peers.delete(peer)
  }
}
