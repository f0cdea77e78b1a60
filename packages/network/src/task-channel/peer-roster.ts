import type { Logger, NodeId } from '@ailee/core'
import type { Hello, PeerListener } from '@ailee/protocol'

interface Entry {
  hello: Hello | undefined
  /** We can send to it: it took our HELLO. */
  reachable: boolean
  /** Its present HELLO has been told to the listeners. */
  told: boolean
}

/** Peers of the task protocol. A peer is ready once both sides know each other's HELLO. */
export class PeerRoster {
  readonly #log: Logger
  readonly #entries = new Map<NodeId, Entry>()
  readonly #listeners = new Set<PeerListener>()

  constructor(components: { log: Logger }) {
    this.#log = components.log
  }

  hello(nodeId: NodeId): Hello | undefined {
    return this.#entries.get(nodeId)?.hello
  }

  /** Adds a listener, and tells it at once of the peers that are ready. Returns a function that removes it. */
  listen(listener: PeerListener): () => void {
    const own: PeerListener = {
      peerReady: (peer, hello) => listener.peerReady(peer, hello),
      peerGone: (peer) => listener.peerGone(peer)
    }
    this.#listeners.add(own)
    for (const [peer, entry] of this.#entries) {
      const { hello } = entry
      if (entry.told && hello !== undefined) this.#guard(() => own.peerReady(peer, hello))
    }
    return () => void this.#listeners.delete(own)
  }

  greeted(peer: NodeId, hello: Hello): void {
    const entry = this.#entry(peer)
    entry.hello = hello
    entry.told = false
    this.#tellIfReady(peer, entry)
  }

  reachable(peer: NodeId): void {
    const entry = this.#entry(peer)
    entry.reachable = true
    this.#tellIfReady(peer, entry)
  }

  /** The stream to the peer was lost: its next HELLO is told once there is a new one. */
  unreachable(peer: NodeId): void {
    const entry = this.#entries.get(peer)
    if (entry !== undefined) entry.reachable = false
  }

  gone(peer: NodeId): void {
    const entry = this.#entries.get(peer)
    this.#entries.delete(peer)
    if (entry?.told !== true) return
    for (const listener of [...this.#listeners]) this.#guard(() => listener.peerGone(peer))
  }

  allGone(): void {
    for (const peer of [...this.#entries.keys()]) this.gone(peer)
  }

  #entry(peer: NodeId): Entry {
    let entry = this.#entries.get(peer)
    if (entry === undefined) {
      entry = { hello: undefined, reachable: false, told: false }
      this.#entries.set(peer, entry)
    }
    return entry
  }

  #tellIfReady(peer: NodeId, entry: Entry): void {
    const { hello } = entry
    if (entry.told || !entry.reachable || hello === undefined) return
    entry.told = true
    for (const listener of [...this.#listeners]) this.#guard(() => listener.peerReady(peer, hello))
  }

  #guard(tell: () => void): void {
    try {
      tell()
    } catch (error) {
      this.#log.error('a peer listener failed', { error })
    }
  }
}
