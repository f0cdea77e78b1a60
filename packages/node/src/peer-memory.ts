import { type Clock, errorCode, type Logger, type NodeId, type Service } from '@ailee/core'
import type { Network } from '@ailee/network'
import type { Hello } from '@ailee/protocol'
import type { NodeRepository } from '@ailee/store'

/** Coordinators dialled again at start, latest first. */
const MAX_REMEMBERED = 8
const DIAL_TIMEOUT_MS = 5_000

/** Remembers nodes across restarts, so that a node that once joined finds its coordinators without a bootstrap address. */
export class PeerMemory implements Service {
  readonly name = 'peer-memory'
  readonly #components: { network: Network; nodes: NodeRepository; clock: Clock; log: Logger }
  readonly #abort = new AbortController()
  readonly #writing = new Set<Promise<unknown>>()
  #unsubscribe: (() => void) | undefined

  constructor(components: { network: Network; nodes: NodeRepository; clock: Clock; log: Logger }) {
    this.#components = components
  }

  async start(): Promise<void> {
    if (this.#unsubscribe !== undefined) return
    const { network } = this.#components
    this.#track(this.#redial())
    this.#unsubscribe = network.transport.onPeers({
      peerReady: (peer, hello) => this.#track(this.#remember(peer, hello)),
      peerGone: () => {}
    })
  }

  async stop(): Promise<void> {
    this.#unsubscribe?.()
    this.#abort.abort()
    await Promise.allSettled(this.#writing)
  }

  #track(work: Promise<void>): void {
    const tracked = work
      .catch((error: unknown) =>
        this.#components.log.debug('peer not remembered', { code: errorCode(error) })
      )
      .finally(() => this.#writing.delete(tracked))
    this.#writing.add(tracked)
  }

  async #remember(peer: NodeId, { worker, coordinator, client, agent }: Hello): Promise<void> {
    if (client) return
    const { nodes, network, clock } = this.#components
    const nowMs = clock.now()
    const known = await nodes.get(peer)
    const reached = network
      .peers()
      .filter(({ nodeId, direction }) => nodeId === peer && direction === 'outbound')
    await nodes.save({
      nodeId: peer,
      worker,
      coordinator,
      agent,
      // Only an address this node has dialled itself is one it can dial again.
      multiaddrs:
        reached.length > 0 ? reached.map(({ multiaddr }) => multiaddr) : (known?.record.multiaddrs ?? []),
      firstSeenMs: known?.record.firstSeenMs ?? nowMs,
      lastSeenMs: nowMs
    })
  }

  async #redial(): Promise<void> {
    const { nodes, network, log } = this.#components
    const known: { nodeId: NodeId; multiaddrs: string[]; lastSeenMs: number }[] = []
    for await (const { record } of nodes.list()) {
      if (record.coordinator && record.multiaddrs.length > 0) known.push(record)
    }
    known.sort((a, b) => b.lastSeenMs - a.lastSeenMs)
    await Promise.all(
      known.slice(0, MAX_REMEMBERED).map(async ({ nodeId, multiaddrs }) => {
        const signal = AbortSignal.any([this.#abort.signal, AbortSignal.timeout(DIAL_TIMEOUT_MS)])
        await network.connectPeer(nodeId, multiaddrs, { signal }).catch((error: unknown) => {
          log.debug('remembered coordinator not reached', { nodeId, code: errorCode(error) })
        })
      })
    )
  }
}
