import type { Clock, CommitRequest, Logger, NodeId } from '@ailee/core'
import { type LedgerBook, unstakeIdle } from '@ailee/settlement'
import { STAKE_RETURN_CHECK_MS, STAKE_RETURN_MS } from '../constants.js'
import type { ReputationBook } from '../reputation-book.js'
import type { TaskBook } from '../task/task-book.js'
import { activeExecutions, returnedExecutions } from '../task/transitions.js'

export interface StakeReturnsComponents {
  ledger: LedgerBook<CommitRequest>
  reputations: ReputationBook
  book: TaskBook
  /** Lets policies forget what they thought of workers; false where that could not be written. */
  forget: (workers: readonly NodeId[]) => Promise<boolean>
  clock: Clock
  log: Logger
}

/**
 * Gives stakes back to workers that have left: nothing of theirs was executed for a week, and nothing is undecided. What
 * policies thought of them goes first, and is on disk: a worker that comes back without a stake is a new one.
 */
export class StakeReturns {
  readonly #components: StakeReturnsComponents
  /** Idle workers that were found without a stake, and since when they are idle. */
  readonly #withoutStake = new Map<NodeId, number>()
  #checkedAtMs = Number.NEGATIVE_INFINITY
  #checking: Promise<void> = Promise.resolve()
  #stopped = false

  constructor(components: StakeReturnsComponents) {
    this.#components = components
  }

  /** Looks now and then. */
  tick(): void {
    const nowMs = this.#components.clock.monotonic()
    if (this.#stopped || nowMs - this.#checkedAtMs < STAKE_RETURN_CHECK_MS) return
    this.#checkedAtMs = nowMs
    this.#checking = this.#checking.then(() => this.#check())
  }

  /** Waits for what is under way. */
  async stop(): Promise<void> {
    this.#stopped = true
    await this.#checking
  }

  async #check(): Promise<void> {
    const { forget, log } = this.#components
    try {
      const leaving: NodeId[] = []
      for (const worker of this.#idle()) if (await this.#mayLeave(worker)) leaving.push(worker)
      if (leaving.length === 0 || !(await forget(leaving))) return
      for (const worker of leaving) if (!this.#stopped) await this.#return(worker)
    } catch (error) {
      log.error('stakes could not be given back; they will be', { error })
    }
  }

  #idle(): NodeId[] {
    const { reputations, clock } = this.#components
    const untilMs = clock.now() - STAKE_RETURN_MS
    return [...reputations.all].flatMap(([worker, { updatedAtMs, bannedAtMs }]) =>
      updatedAtMs > untilMs || bannedAtMs > 0 || this.#withoutStake.get(worker) === updatedAtMs
        ? []
        : [worker]
    )
  }

  /** True where there is something to give back, and nothing that may still cost it. */
  async #mayLeave(worker: NodeId): Promise<boolean> {
    const { ledger, reputations } = this.#components
    const { updatedAtMs } = reputations.of(worker)
    const staked = (await ledger.account(worker))?.stakedUnits ?? 0n
    if (staked === 0n) this.#withoutStake.set(worker, updatedAtMs)
    return staked > 0n && !this.#isBusy(worker)
  }

  async #return(worker: NodeId): Promise<void> {
    const { ledger, reputations, log } = this.#components
    const staked = (await ledger.account(worker))?.stakedUnits ?? 0n
    const { updatedAtMs, bannedAtMs } = reputations.of(worker)
    // Looked at last: a fault that came out meanwhile takes all of it.
    if (bannedAtMs > 0 || staked === 0n) return
    await ledger.apply([unstakeIdle(worker, updatedAtMs, staked)])
    log.info('stake given back', { worker, amountUnits: String(staked) })
  }

  /** True while an execution of this worker is under way or its result undecided. */
  #isBusy(worker: NodeId): boolean {
    for (const { record } of this.#components.book.open()) {
      const open = [...activeExecutions(record), ...returnedExecutions(record)]
      if (open.some((execution) => execution.worker === worker)) return true
    }
    return false
  }
}
