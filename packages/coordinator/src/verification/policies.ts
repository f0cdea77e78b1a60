import type { Logger, NodeId, Random, TaskId } from '@ailee/core'
import { LedgerPolicy, type LedgerPolicyState, type VerificationPolicy } from '@ailee/market'
import { PPM, type SubmitTask } from '@ailee/protocol'
import type { VerificationRepository } from '@ailee/store'
import { MAX_TRUSTED_WORKERS } from '../constants.js'

/** Targets that policies are kept for: a task's own is met by the next smaller one. */
const TARGETS_PPM = [100_000, 10_000, 1_000, 100, 10, 1] as const

/** How a result that comes alone is made sure of. */
type VerificationKind = 'final-now' | 'ledger'

/** What a client's terms come to here. LOT is not held yet: until it is, each result is made sure of at once. */
function kindOf({ verification }: SubmitTask): VerificationKind {
  return verification.mode === 'FINAL_NOW' ? 'final-now' : 'ledger'
}

/** Greatest chance of a wrong result that is kept to, for a task that asks for this: parts per million. */
export function targetFor(targetErrorPpm: number): number {
  return TARGETS_PPM.find((target) => target <= targetErrorPpm) ?? 1
}

interface Kept {
  policy: VerificationPolicy<unknown>
  changed: boolean
}

/**
 * The policies of this coordinator, one for each target. What they know is saved now and then, never in the way of a
 * task: a count that lags behind only means that more is audited. Audits under way are not saved: the tasks they belong
 * to ask for them anew.
 */
export class Policies {
  readonly #repository: VerificationRepository
  readonly #random: Random
  readonly #log: Logger
  readonly #kept = new Map<string, Kept>()

  constructor(components: { repository: VerificationRepository; random: Random; log: Logger }) {
    this.#repository = components.repository
    this.#random = components.random
    this.#log = components.log
  }

  /** Takes up what a previous run saved. */
  async load(): Promise<void> {
    this.#kept.set('final-now', {
      policy: new LedgerPolicy({ random: this.#random }, 'final-now'),
      changed: false
    })
    for (const target of TARGETS_PPM) {
      const name = ledgerName(target)
      const saved = (await this.#repository.get(name)) as LedgerPolicyState | undefined
      const init = { epsilon: target / PPM, maxWorkers: MAX_TRUSTED_WORKERS }
      const policy = new LedgerPolicy({ random: this.#random }, init, saved)
      // A secret is on disk before anything is drawn with it.
      if (saved === undefined) await this.#repository.save(name, policy.snapshot())
      this.#kept.set(name, { policy, changed: false })
    }
  }

  /** The policy of a task that is verified by one. */
  of(submit: SubmitTask): VerificationPolicy<unknown> {
    const name =
      kindOf(submit) === 'final-now' ? 'final-now' : ledgerName(targetFor(submit.verification.targetErrorPpm))
    const kept = this.#kept.get(name)
    if (kept === undefined) throw new Error(`no policy ${name}: it is not loaded`)
    kept.changed = true
    return kept.policy
  }

  /** A task has ended; nothing is expected for it any more. */
  withdrawn(taskId: TaskId, atMs: number): void {
    for (const { policy } of this.#kept.values()) policy.handle({ kind: 'withdrawn', taskId, atMs })
  }

  /** Workers have got their stakes back: they begin anew. False where that could not be written. */
  async left(workers: readonly NodeId[]): Promise<boolean> {
    let isWritten = true
    for (const [name, kept] of this.#kept) {
      for (const worker of workers) kept.policy.handle({ kind: 'left', worker })
      isWritten = (await this.#saveOne(name, kept)) && isWritten
    }
    return isWritten
  }

  async save(): Promise<void> {
    for (const [name, kept] of this.#kept) if (kept.changed) await this.#saveOne(name, kept)
  }

  async #saveOne(name: string, kept: Kept): Promise<boolean> {
    // It always audits, whatever it knows.
    if (name === 'final-now') return true
    kept.changed = false
    try {
      await this.#repository.save(name, kept.policy.snapshot())
      return true
    } catch (error) {
      kept.changed = true
      this.#log.error('verification policy could not be saved', { name, error })
      return false
    }
  }
}

function ledgerName(targetPpm: number): string {
  return `ledger-${targetPpm}`
}
