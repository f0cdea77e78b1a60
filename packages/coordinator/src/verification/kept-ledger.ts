import type { Logger, Random, TaskId } from '@ailee/core'
import { LedgerPolicy, type LedgerPolicyState, type ResultRef, type VerificationEvent } from '@ailee/market'
import { PPM } from '@ailee/protocol'
import type { VerificationRepository } from '@ailee/store'
import { MAX_CLIENT_WORKERS, MAX_TRUSTED_WORKERS } from '../constants.js'
import type { Handled, KeptPolicy } from './kept-policy.js'

/**
 * A ledger. What it knows is saved now and then, never in the way of a task: a count that lags behind only means that
 * more is audited. Audits under way are not saved: the tasks they belong to ask for them anew.
 */
export class KeptLedger implements KeptPolicy {
  readonly targetErrorPpm: number
  readonly isOfClient: boolean
  readonly #policy: LedgerPolicy
  readonly #save: () => Promise<void>
  #changed = false

  private constructor(
    targetErrorPpm: number,
    policy: LedgerPolicy,
    save: () => Promise<void>,
    isOfClient = false
  ) {
    this.targetErrorPpm = targetErrorPpm
    this.isOfClient = isOfClient
    this.#policy = policy
    this.#save = save
  }

  /** Takes up what a previous run saved. */
  static async load(
    components: { states: VerificationRepository; random: Random },
    targetErrorPpm: number
  ): Promise<KeptLedger> {
    const { states, random } = components
    const name = `ledger-${targetErrorPpm}`
    const saved = (await states.get(name)) as LedgerPolicyState | undefined
    const init = { epsilon: targetErrorPpm / PPM, maxWorkers: MAX_TRUSTED_WORKERS }
    const policy = new LedgerPolicy({ random }, init, saved)
    const save = (): Promise<void> => states.save(name, policy.snapshot())
    // A secret is on disk before anything is drawn with it.
    if (saved === undefined) await save()
    return new KeptLedger(targetErrorPpm, policy, save)
  }

  /** The referee every time: there is nothing to remember. */
  static finalNow(components: { random: Random }): KeptLedger {
    return new KeptLedger(0, new LedgerPolicy(components, 'final-now'), async () => {})
  }

  get mode(): 'ledger' | 'final-now' {
    return this.#policy.mode
  }

  /** What a client learns of workers as its own referee. `targetErrorPpm`: 0 = each result is executed again. */
  static ofClient(components: { random: Random }, targetErrorPpm: number): KeptLedger {
    const init = { epsilon: targetErrorPpm / PPM, maxWorkers: MAX_CLIENT_WORKERS }
    const policy = new LedgerPolicy(components, targetErrorPpm === 0 ? 'final-now' : init)
    return new KeptLedger(targetErrorPpm, policy, async () => {}, true)
  }

  handle(event: VerificationEvent): Handled {
    this.#changed = true
    return { decisions: this.#policy.handle(event), saved: undefined }
  }

  withdraw(taskId: TaskId, atMs: number): Handled | undefined {
    return this.holds(taskId) ? this.handle({ kind: 'withdrawn', taskId, atMs }) : undefined
  }

  holds(taskId: TaskId): boolean {
    return this.#policy.holds(taskId)
  }

  auditOf(taskId: TaskId): ResultRef | undefined {
    return this.#policy.auditOf(taskId)
  }

  /** False where it could not be written; it is tried again. */
  async save(log: Logger): Promise<boolean> {
    if (!this.#changed) return true
    this.#changed = false
    try {
      await this.#save()
      return true
    } catch (error) {
      this.#changed = true
      log.error('verification policy could not be saved', { targetErrorPpm: this.targetErrorPpm, error })
      return false
    }
  }
}
