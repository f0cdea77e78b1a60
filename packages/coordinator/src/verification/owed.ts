import type { TaskId } from '@ailee/core'
import type { LotRecord, VerificationDecision } from '@ailee/market'
import type { KeptPolicy } from './kept-policy.js'
import type { RefereeFinding } from './referee.js'

/** A decision by which a task ends, or goes on. */
export type TaskDecision = Extract<VerificationDecision, { kind: 'final' | 'replaced' | 'requeue' }>

/** A decision that is to be carried out until it is. */
export interface OwedDecision {
  readonly policy: KeptPolicy
  readonly decision: TaskDecision
  /** What the referee found, if that led to it and this process saw it. */
  finding: RefereeFinding | undefined
  isRunning: boolean
}

export function isTaskDecision(decision: VerificationDecision): decision is TaskDecision {
  return decision.kind === 'final' || decision.kind === 'replaced' || decision.kind === 'requeue'
}

/**
 * What policies have decided and is not on disk as part of a task yet. A policy forgets what it has decided, so until
 * then this is what says that a task need not be drawn for again.
 */
export class Owed {
  readonly #byTask = new Map<TaskId, OwedDecision>()
  readonly #lots = new Map<string, { policy: KeptPolicy; decision: LotClosed }>()

  add(
    policy: KeptPolicy,
    decisions: readonly VerificationDecision[],
    finding?: RefereeFinding
  ): { tasks: OwedDecision[]; lots: LotRecord[] } {
    const tasks: OwedDecision[] = []
    const lots: LotRecord[] = []
    for (const decision of decisions) {
      if (isTaskDecision(decision)) {
        const owed = { policy, decision, finding, isRunning: false }
        this.#byTask.set(decision.taskId, owed)
        tasks.push(owed)
      } else if (decision.kind === 'lot-closed') {
        this.#lots.set(decision.record.commitment, { policy, decision })
        lots.push(decision.record)
      }
    }
    return { tasks, lots }
  }

  get(taskId: TaskId): OwedDecision | undefined {
    return this.#byTask.get(taskId)
  }

  /** Carried out, or no longer wanted. A later decision about the same task stays. */
  done(owed: OwedDecision): void {
    const { taskId } = owed.decision
    if (this.#byTask.get(taskId) === owed) this.#byTask.delete(taskId)
  }

  published({ commitment }: LotRecord): void {
    this.#lots.delete(commitment)
  }

  unpublished(): { policy: KeptPolicy; record: LotRecord }[] {
    return [...this.#lots.values()].map(({ policy, decision }) => ({ policy, record: decision.record }))
  }

  /** All that one policy decided. */
  of(policy: KeptPolicy): VerificationDecision[] {
    const all = [...this.#byTask.values(), ...this.#lots.values()]
    return all.filter((owed) => owed.policy === policy).map(({ decision }) => decision)
  }
}

type LotClosed = Extract<VerificationDecision, { kind: 'lot-closed' }>
