import type { Clock, NodeId } from '@ailee/core'
import { afterExecution, newReputation, type Reputation, type ReputationEvent } from '@ailee/market'
import type { ReputationRepository } from '@ailee/store'

/** What this coordinator has come to think of every worker, in memory and on disk. */
export class ReputationBook {
  readonly all = new Map<NodeId, Reputation>()
  readonly #repository: ReputationRepository
  readonly #clock: Clock

  constructor(components: { reputations: ReputationRepository; clock: Clock }) {
    this.#repository = components.reputations
    this.#clock = components.clock
  }

  async load(): Promise<void> {
    for await (const { record } of this.#repository.list()) this.all.set(record.nodeId, record)
  }

  /** Applies the one rule and stores what it leads to. */
  async record(worker: NodeId, event: ReputationEvent): Promise<void> {
    const nowMs = this.#clock.now()
    const next = afterExecution(this.all.get(worker) ?? newReputation(nowMs), event, nowMs)
    this.all.set(worker, next)
    await this.#repository.save([{ ...next, nodeId: worker, slashedAmount: 0n }])
  }
}
