import type { Clock, CommitRequest, Logger, NodeId } from '@ailee/core'
import type { ResultRef } from '@ailee/market'
import type { LedgerBook } from '@ailee/settlement'
import { SLASH_RETRY_MS } from '../constants.js'
import type { CoordinatorEvents } from '../events.js'
import type { ReputationBook } from '../reputation-book.js'
import { contradiction, slashFor, wrongResult } from './faults.js'

export interface ConvictionsComponents {
  reputations: ReputationBook
  /** Holds the stakes; without it there are none. */
  ledger?: LedgerBook<CommitRequest> | undefined
  clock: Clock
  events: CoordinatorEvents
  log: Logger
}

/**
 * What follows from a fault that was proven: 1. the blame; 2. the ban, in one commit with its reason; 3. the stake goes to
 * the slash pool, once for each fault; 4. how much it was is noted. Each step follows from the one before as it is on
 * disk, so what a crash or a failing store leaves undone is done later, and what is done twice changes nothing.
 */
export class Convictions {
  readonly #components: ConvictionsComponents
  #triedAtMs = Number.NEGATIVE_INFINITY
  #settling: Promise<void> = Promise.resolve()

  constructor(components: ConvictionsComponents) {
    this.#components = components
  }

  /** Slashes what an earlier run did not get to. To be called when the reputations are loaded. */
  start(): Promise<void> {
    return this.#settle()
  }

  /** Waits for what is under way. */
  async stop(): Promise<void> {
    await this.#settling
  }

  /** Tries again, where a stake could not be slashed, now and then. */
  tick(): void {
    const { clock, reputations } = this.#components
    if (clock.monotonic() - this.#triedAtMs < SLASH_RETRY_MS) return
    if (reputations.owingSlash().length > 0) void this.#settle()
  }

  /** A result of a worker was proven wrong. Whether that is enough for a ban, others decide. */
  async caught(ref: ResultRef): Promise<void> {
    const { reputations, events } = this.#components
    events.caught(ref.taskId, ref.worker)
    await reputations.blame(ref.worker, wrongResult(ref))
  }

  /** The worker gets no more work, and loses its stake, for what it was last blamed for. */
  async ban(worker: NodeId): Promise<void> {
    const { reputations, events } = this.#components
    if (await reputations.ban(worker)) events.workerBanned(worker)
    await this.#settle()
  }

  /** The same for what a node signed itself. */
  async byEvidence(offender: NodeId, evidenceId: string): Promise<void> {
    const { reputations, events } = this.#components
    if (await reputations.ban(offender, contradiction(evidenceId))) events.workerBanned(offender)
    await this.#settle()
  }

  /** One after the other: the same slash must not be asked for twice at once. Failures are for the next try. */
  #settle(): Promise<void> {
    this.#settling = this.#settling.then(async () => {
      const { reputations, clock, log } = this.#components
      this.#triedAtMs = clock.monotonic()
      for (const worker of reputations.owingSlash()) {
        try {
          await this.#slash(worker, reputations.of(worker).fault)
        } catch (error) {
          log.error('stake could not be slashed; it will be', { worker, error })
        }
      }
    })
    return this.#settling
  }

  async #slash(worker: NodeId, fault: string): Promise<void> {
    const { ledger, reputations, events } = this.#components
    const outcome = await ledger?.apply([slashFor(worker, fault)])
    // The entry of then, where this was done before and not noted.
    const amountUnits = outcome?.committed === true ? (outcome.entries[0]?.movedUnits ?? 0n) : 0n
    await reputations.slashed(worker, fault, amountUnits)
    if (amountUnits > 0n) events.stakeSlashed(worker, amountUnits)
  }
}
