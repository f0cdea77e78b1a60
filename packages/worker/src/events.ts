import type { Counter, Histogram, Logger, MetricsRegister, TaskId } from '@ailee/core'
import type { Result } from '@ailee/protocol'

/** What happens on a worker, each event as one log line and its metrics together. */
export class WorkerEvents {
  readonly #log: Logger
  readonly #executions: Counter
  readonly #proofs: Counter
  readonly #proofSeconds: Histogram
  readonly #onError: () => void

  /** `onError` is called for every error that is this node's own fault. */
  constructor(components: { log: Logger; metrics: MetricsRegister; onError: () => void }) {
    const { metrics } = components
    this.#onError = components.onError
    this.#log = components.log
    this.#executions = metrics.counter({
      name: 'ailee_executions_total',
      help: 'Executions that came to an end, by result code',
      labelNames: ['code']
    })
    this.#proofs = metrics.counter({ name: 'ailee_proofs_generated_total', help: 'Receipts signed' })
    this.#proofSeconds = metrics.histogram({
      name: 'ailee_proof_generation_duration_seconds',
      help: 'From the end of a run to its signed receipt',
      buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.1, 1]
    })
  }

  started(taskId: TaskId): void {
    this.#log.debug('execution started', { taskId })
  }

  finished(taskId: TaskId, { receipt }: Result): void {
    const { code, exitCode, startedAtMs, finishedAtMs } = receipt
    this.#executions.inc({ code })
    this.#log.info('execution finished', { taskId, code, exitCode, durationMs: finishedAtMs - startedAtMs })
  }

  /** A run that this node could not carry out or hand in, through no fault of the module. */
  failed(): void {
    this.#onError()
  }

  proved(durationMs: number): void {
    this.#proofs.inc()
    this.#proofSeconds.observe(durationMs / 1000)
  }
}
