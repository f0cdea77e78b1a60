import type { Clock, NodeId } from '@ailee/core'
import { afterExecution, newReputation, type Reputation, type ReputationEvent } from '@ailee/market'
import type { ReputationRepository } from '@ailee/store'

/** What this coordinator has come to think of every worker, in memory and on disk. */
export class ReputationBook {
  readonly all = new Map<NodeId, Reputation>()
  /** Workers that get no more work, and since when. */
  readonly #bannedAtMs = new Map<NodeId, number>()
  readonly #repository: ReputationRepository
  readonly #clock: Clock

  constructor(components: { reputations: ReputationRepository; clock: Clock }) {
    this.#repository = components.reputations
    this.#clock = components.clock
  }

  async load(): Promise<void> {
    for await (const { record } of this.#repository.list()) {
      const { nodeId, bannedAtMs, slashedAmount: _, ...reputation } = record
      this.all.set(nodeId, reputation)
      if (bannedAtMs > 0) this.#bannedAtMs.set(nodeId, bannedAtMs)
    }
  }

  isBanned(worker: NodeId): boolean {
    return this.#bannedAtMs.has(worker)
  }

  /** Applies the one rule and stores what it leads to. */
  async record(worker: NodeId, event: ReputationEvent): Promise<void> {
    const nowMs = this.#clock.now()
    this.all.set(worker, afterExecution(this.#of(worker), event, nowMs))
    await this.#save(worker)
  }

  /** The worker gets no more work from here. False: it was banned before. */
  async ban(worker: NodeId): Promise<boolean> {
    if (this.isBanned(worker)) return false
    this.#bannedAtMs.set(worker, this.#clock.now())
    try {
      await this.#save(worker)
    } catch (error) {
      // Not on disk, so not so: whoever convicts it next tries again.
      this.#bannedAtMs.delete(worker)
      throw error
    }
    return true
  }

  #of(worker: NodeId): Reputation {
    return this.all.get(worker) ?? newReputation(this.#clock.now())
  }

  async #save(worker: NodeId): Promise<void> {
    const bannedAtMs = this.#bannedAtMs.get(worker) ?? 0
    await this.#repository.save([{ ...this.#of(worker), nodeId: worker, slashedAmount: 0n, bannedAtMs }])
  }
}
