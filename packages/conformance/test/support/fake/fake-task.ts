import {
  encodeTaskComplete,
  encodeTaskStatus,
  isEnded,
  type SubmitTask,
  type TaskComplete,
  type TaskState,
  type TaskStatus
} from '@ailee/protocol'
import type { Answer, FakePeer } from './fake-peer.js'

/** A task at a fake coordinator: where it stands, and who is told. */
export class FakeTask {
  readonly taskId: string
  readonly owner: string
  readonly submit: SubmitTask
  readonly payload: Uint8Array
  /** Workers that are not asked any more. */
  readonly excluded = new Set<string>()
  lost = 0
  lastLeaseId: bigint | undefined
  readonly #followers = new Set<FakePeer>()
  readonly #quiet: ReadonlySet<TaskState>
  #status: TaskStatus
  #complete: Omit<TaskComplete, 'status'> = { outcome: undefined, receipts: [] }

  constructor(
    init: Pick<FakeTask, 'taskId' | 'owner' | 'submit' | 'payload'> & { quiet: readonly TaskState[] }
  ) {
    this.taskId = init.taskId
    this.owner = init.owner
    this.submit = init.submit
    this.payload = init.payload
    this.#quiet = new Set(init.quiet)
    const now = Date.now()
    const counts = { bids: 0, workers: [], attempts: 0, rejections: [] }
    const times = { submittedAtMs: now, updatedAtMs: now }
    this.#status = { taskId: init.taskId, state: 'QUEUED', code: '', message: '', ...counts, ...times }
  }

  get attempts(): number {
    return this.#status.attempts
  }

  get submittedAtMs(): number {
    return this.#status.submittedAtMs
  }

  get isEnded(): boolean {
    return isEnded(this.#status.state)
  }

  follow(peer: FakePeer): void {
    this.#followers.add(peer)
  }

  /** Changes it and tells everybody who follows. */
  become(state: TaskState, change: Partial<TaskStatus & TaskComplete> = {}): void {
    const { outcome, receipts, ...status } = change
    this.#status = { ...this.#status, code: '', ...status, state, updatedAtMs: Date.now() }
    if (receipts !== undefined) this.#complete = { outcome, receipts }
    if (this.#quiet.has(state)) return
    for (const peer of this.#followers) void peer.say(this.answer()).catch(() => {})
  }

  /** TASK_STATUS, or TASK_COMPLETE once it has ended. */
  answer(): Answer {
    const status = this.#status
    return this.isEnded
      ? { type: 'TASK_COMPLETE', payload: encodeTaskComplete({ ...this.#complete, status }) }
      : { type: 'TASK_STATUS', payload: encodeTaskStatus(status) }
  }
}
