import { ANNOUNCE_MS, type Coordinator } from '@ailee/coordinator'
import type { Clock, Logger, Service, Timer } from '@ailee/core'
import type { Network } from '@ailee/network'
import { hexToBytes } from '@ailee/protocol'

/** Lets the network know that this coordinator takes work, so that workers that joined elsewhere find it. */
export class Announcer implements Service {
  readonly name = 'announcer'
  readonly #components: { network: Network; coordinator: Coordinator; clock: Clock; log: Logger }
  readonly #network: string
  #timer: Timer | undefined

  constructor(
    components: { network: Network; coordinator: Coordinator; clock: Clock; log: Logger },
    init: { network: string }
  ) {
    this.#components = components
    this.#network = init.network
  }

  async start(): Promise<void> {
    if (this.#timer === undefined) this.#schedule(0)
  }

  async stop(): Promise<void> {
    this.#timer?.cancel()
    this.#timer = undefined
  }

  #schedule(delayMs: number): void {
    this.#timer = this.#components.clock.setTimer(delayMs, () => {
      this.#announce().catch((error: unknown) =>
        this.#components.log.debug('announcement not sent', { error })
      )
      this.#schedule(ANNOUNCE_MS)
    })
  }

  async #announce(): Promise<void> {
    const { network, coordinator, clock } = this.#components
    await network.gossip.publishAnnouncement({
      network: this.#network,
      nodeId: network.nodeId,
      timestampMs: clock.now(),
      multiaddrs: network.multiaddrs().slice(0, 8),
      tasksPending: coordinator.pending,
      lots: coordinator.lotCommitments().slice(0, 16).map(hexToBytes)
    })
  }
}
