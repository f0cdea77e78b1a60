import type { Counter, Gauge, Histogram, Logger, MetricsRegister, NodeId, TaskId } from '@ailee/core'
import { isEnded, type Priority, type VerificationMethod } from '@ailee/protocol'
import type { TaskRecord } from '@ailee/store'

/** Upper bounds of task durations, seconds. */
const durationBuckets = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300]

const priorities: readonly Priority[] = ['LOW', 'NORMAL', 'HIGH', 'CRITICAL']

/** What happens on a coordinator, each event as one log line and its metrics together. */
export class CoordinatorEvents {
  readonly #log: Logger
  readonly #submitted: Counter
  readonly #completed: Counter
  readonly #failed: Counter
  readonly #lost: Counter
  readonly #committed: Counter
  readonly #auctions: Counter
  readonly #bids: Counter
  readonly #verified: Counter
  readonly #audits: Counter
  readonly #clientAudits: Counter
  readonly #contradicted: Counter
  readonly #wrong: Counter
  readonly #banned: Counter
  readonly #slashed: Counter
  readonly #duration: Histogram
  readonly #waiting: Gauge

  constructor(components: { log: Logger; metrics: MetricsRegister }) {
    const { metrics } = components
    this.#log = components.log
    this.#submitted = metrics.counter({ name: 'ailee_tasks_submitted_total', help: 'Tasks accepted' })
    this.#completed = metrics.counter({
      name: 'ailee_tasks_completed_total',
      help: 'Tasks that ended COMPLETED'
    })
    this.#failed = metrics.counter({
      name: 'ailee_tasks_failed_total',
      help: 'Tasks that ended otherwise',
      labelNames: ['state']
    })
    this.#lost = metrics.counter({
      name: 'ailee_executions_lost_total',
      help: 'Executions that brought no result'
    })
    this.#committed = metrics.counter({
      name: 'ailee_commitments_total',
      help: 'Results that workers of replicated tasks have committed to'
    })
    this.#auctions = metrics.counter({
      name: 'ailee_auctions_total',
      help: 'Auctions held',
      labelNames: ['outcome']
    })
    this.#bids = metrics.counter({ name: 'ailee_bids_total', help: 'Bids received' })
    this.#verified = metrics.counter({
      name: 'ailee_proofs_verified_total',
      help: 'Receipts checked and countersigned',
      labelNames: ['method']
    })
    this.#audits = metrics.counter({
      name: 'ailee_audits_total',
      help: 'Executions of the referee',
      labelNames: ['outcome']
    })
    this.#clientAudits = metrics.counter({
      name: 'ailee_client_audits_total',
      help: 'What clients that are their own referees found',
      labelNames: ['outcome']
    })
    this.#contradicted = metrics.counter({
      name: 'ailee_clients_contradicted_total',
      help: 'Times that such a client contradicted a worker that was right'
    })
    this.#wrong = metrics.counter({
      name: 'ailee_results_wrong_total',
      help: 'Results of workers that the referee proved wrong'
    })
    this.#banned = metrics.counter({
      name: 'ailee_workers_banned_total',
      help: 'Workers that get no more work, since they gave wrong results'
    })
    this.#slashed = metrics.counter({
      name: 'ailee_slashed_units_total',
      help: 'Units of stakes that were slashed'
    })
    this.#waiting = metrics.gauge({
      name: 'ailee_tasks_waiting',
      help: 'Tasks that could be offered at once, by the priority they were submitted with',
      labelNames: ['priority']
    })
    this.#duration = metrics.histogram({
      name: 'ailee_task_duration_seconds',
      help: 'From acceptance to the end of a task',
      buckets: durationBuckets
    })
  }

  /** Told on every tick how many tasks wait that were submitted with a priority. */
  waiting(count: (priority: Priority) => number): void {
    for (const priority of priorities) this.#waiting.set(count(priority), { priority })
  }

  /** Listener of the task book. */
  taskChanged(task: TaskRecord, previous: TaskRecord | undefined): void {
    const { taskId, state, code } = task
    if (previous === undefined) {
      this.#submitted.inc()
      this.#log.info('task accepted', { taskId, client: task.client })
      return
    }
    if (!isEnded(state)) return
    const durationMs = task.updatedAtMs - task.submittedAtMs
    this.#duration.observe(durationMs / 1000)
    if (state === 'COMPLETED') this.#completed.inc()
    else this.#failed.inc({ state })
    this.#log.info('task ended', { taskId, state, code, durationMs, attempts: task.attempts })
  }

  auctionHeld(taskId: TaskId, bids: number, winners: number): void {
    this.#auctions.inc({ outcome: winners > 0 ? 'sold' : 'unsold' })
    this.#bids.inc({}, bids)
    this.#log.debug('auction held', { taskId, bids, winners })
  }

  executionLost(taskId: TaskId, worker: NodeId, code: string): void {
    this.#lost.inc()
    this.#log.warn('execution lost', { taskId, worker, code })
  }

  committed(taskId: TaskId, worker: NodeId): void {
    this.#committed.inc()
    this.#log.debug('result committed to', { taskId, worker })
  }

  receiptVerified(method: VerificationMethod): void {
    this.#verified.inc({ method })
  }

  audited(outcome: 'done' | 'failed'): void {
    this.#audits.inc({ outcome })
  }

  clientAudited(outcome: 'agreed' | 'differed' | 'failed'): void {
    this.#clientAudits.inc({ outcome })
  }

  clientContradicted(taskId: TaskId, client: NodeId): void {
    this.#contradicted.inc()
    this.#log.warn('client contradicted', { taskId, client })
  }

  caught(taskId: TaskId, worker: NodeId): void {
    this.#wrong.inc()
    this.#log.warn('wrong result', { taskId, worker })
  }

  workerBanned(worker: NodeId): void {
    this.#banned.inc()
    this.#log.warn('worker banned', { worker })
  }

  stakeSlashed(worker: NodeId, amountUnits: bigint): void {
    this.#slashed.inc({}, Number(amountUnits))
    this.#log.warn('stake slashed', { worker, amountUnits: String(amountUnits) })
  }

  workerJoined(worker: NodeId): void {
    this.#log.info('worker joined', { worker })
  }

  workerLeft(worker: NodeId): void {
    this.#log.info('worker left', { worker })
  }
}
