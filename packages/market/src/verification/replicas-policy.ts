import type { NodeId, TaskId } from '@ailee/core'
import { decideQuorum } from '../quorum.js'
import type { VerificationDecision, VerificationEvent, VerificationPolicy } from './policy.js'

export interface ReplicasPolicyInit {
  /** Executions by different workers. */
  replicas: number
  /** So many of them must agree; more than half, which is also the default. */
  quorum?: number
}

/** A task that waits for votes. Plain data. */
export interface VotedTask {
  taskId: TaskId
  votes: { worker: NodeId; attempt: number; resultKey: string }[]
  /** Executions that are out. */
  active: number
}

/**
 * No referee: a result stands when enough workers gave the same one. It is for tasks too heavy for the referee, and
 * knows nothing of whether the workers are independent: informed colluders who hold the quorum pass what they like.
 */
export class ReplicasPolicy implements VerificationPolicy<VotedTask[]> {
  readonly mode = 'replicas'
  readonly #init: ReplicasPolicyInit
  readonly #tasks = new Map<TaskId, VotedTask>()

  constructor(init: ReplicasPolicyInit, state: readonly VotedTask[] = []) {
    this.#init = init
    for (const task of structuredClone(state)) this.#tasks.set(task.taskId, task)
  }

  /** A task begins with its executions out: `replicas` of them, before the first event. */
  handle(event: VerificationEvent): VerificationDecision[] {
    if (event.kind === 'withdrawn') this.#tasks.delete(event.taskId)
    if (event.kind !== 'result' && event.kind !== 'lost') return []
    const task = this.#taskOf(event.taskId)
    const { attempt, worker } = event
    // One worker, one vote: a second one adds nothing, whatever it says.
    if (event.kind === 'result' && task.votes.some((vote) => vote.worker === worker)) return []
    task.active = Math.max(0, task.active - 1)
    if (event.kind === 'result') task.votes.push({ worker, attempt, resultKey: event.resultKey })
    return this.#decide(task)
  }

  snapshot(): VotedTask[] {
    return structuredClone([...this.#tasks.values()])
  }

  /** The votes on one task, as a copy, to be stored with it; undefined once it is decided, or before it began. */
  votesOf(taskId: TaskId): VotedTask | undefined {
    const task = this.#tasks.get(taskId)
    return task === undefined ? undefined : structuredClone(task)
  }

  pendingAudits(): [] {
    return []
  }

  nextTickMs(): undefined {
    return undefined
  }

  #taskOf(taskId: TaskId): VotedTask {
    const known = this.#tasks.get(taskId)
    if (known !== undefined) return known
    const task = { taskId, votes: [], active: this.#init.replicas }
    this.#tasks.set(taskId, task)
    return task
  }

  #decide(task: VotedTask): VerificationDecision[] {
    const { taskId, votes, active } = task
    const { replicas, quorum } = this.#init
    const decision = decideQuorum(
      votes.map(({ resultKey }) => resultKey),
      replicas,
      active,
      quorum
    )
    if (decision.kind === 'open') {
      task.active += decision.missing
      return decision.missing === 0 ? [] : [{ kind: 'execute', taskId, missing: decision.missing }]
    }
    // Executions that are out may still answer; the task is over for them.
    this.#tasks.delete(taskId)
    if (decision.kind === 'failed') return [{ kind: 'failed', taskId }]
    return votes.map(({ worker, attempt, resultKey }) =>
      resultKey === decision.key
        ? { kind: 'final', checked: true, taskId, attempt, worker }
        : { kind: 'disputed', taskId, attempt, worker }
    )
  }
}
