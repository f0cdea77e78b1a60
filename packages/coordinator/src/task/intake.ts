import { type Clock, errorMessage, type NodeId, type TaskId } from '@ailee/core'
import {
  type BlobFetcher,
  bytesEqual,
  type ContentBlobs,
  decodeSubmitTask,
  decodeTaskInput,
  type IncomingMessage,
  MAX_MODULE_BYTES,
  type SubmitTask,
  taskIdOf
} from '@ailee/protocol'
import type { TaskRecord } from '@ailee/store'
import { BLOB_TIMEOUT_MS, QUEUE_FULL_RETRY_MS } from '../constants.js'
import { CoordinatorError } from '../errors.js'
import type { Admission } from './admission.js'
import { OpenTaskBounds } from './open-task-bounds.js'
import type { TaskBook } from './task-book.js'

export interface IntakeComponents {
  network: string
  book: TaskBook
  blobs: ContentBlobs
  blobFetcher: BlobFetcher
  clock: Clock
  admission: Admission
  /** Whether a referee of its own decides where a client and a worker differ. */
  arbitrates: boolean
}

/**
 * Takes tasks in. A task is acknowledged only when it, its module and its input are on this coordinator's disk, so
 * from then on the client may leave.
 *
 * 1. check the submission and its sender; 2. the same client task id again gives the task that is there; 3. fetch module and input
 * from the client, unless they are here already; 4. store the task.
 */
export class Intake {
  readonly #components: IntakeComponents
  /** Submissions under way: a resent one joins the first. */
  readonly #arriving = new Map<TaskId, Promise<TaskRecord>>()
  readonly #bounds: OpenTaskBounds

  constructor(components: IntakeComponents, init: { maxClientTasks: number }) {
    this.#components = components
    this.#bounds = new OpenTaskBounds(components.book, init)
  }

  async submit(message: IncomingMessage): Promise<TaskRecord> {
    const submit = decodeSubmitTask(message.payload)
    const { network, book, admission, arbitrates } = this.#components
    admission.check(message.principal, submit)
    if (submit.verification.referee === 'CLIENT' && !arbitrates) {
      throw new CoordinatorError(
        'TASK_INVALID',
        'clients are not their own referees where nobody can arbitrate'
      )
    }
    const taskId = taskIdOf(network, message.principal, submit.clientTaskId)
    const existing = await book.find(taskId)
    if (existing !== undefined) return sameTask(existing, message.payload)
    const arriving = this.#arriving.get(taskId)
    if (arriving !== undefined) return sameTask(await arriving, message.payload)
    const full = this.#bounds.begin(message.principal)
    if (full !== undefined) {
      throw new CoordinatorError('QUEUE_FULL', full, { retryAfterMs: QUEUE_FULL_RETRY_MS })
    }
    const accepting = this.#accept(taskId, message, submit)
    this.#arriving.set(taskId, accepting)
    try {
      // Where the store was read just before another submission was written, this gives the other's task.
      return sameTask(await accepting, message.payload)
    } finally {
      this.#arriving.delete(taskId)
      this.#bounds.end(message.principal)
    }
  }

  async #accept(
    taskId: TaskId,
    { from, principal, payload }: IncomingMessage,
    submit: SubmitTask
  ): Promise<TaskRecord> {
    const { clock, book } = this.#components
    const { spec } = submit
    await this.#fetch(from, spec.moduleHash, spec.moduleBytes, MAX_MODULE_BYTES, 'module')
    const input = await this.#fetch(from, spec.inputHash, spec.inputBytes, spec.inputBytes, 'input')
    // Refused here rather than on a worker: an input that cannot be read is no work for anybody.
    decodeTaskInput(input)
    const nowMs = clock.now()
    return book.add({
      taskId,
      client: principal,
      submitPayload: payload,
      state: 'QUEUED',
      submittedAtMs: nowMs,
      updatedAtMs: nowMs,
      deadlineAtMs: nowMs + submit.deadlineMs,
      attempts: 0,
      bids: 0,
      executions: [],
      code: '',
      message: '',
      rejections: [],
      outcome: undefined,
      receipts: [],
      notBeforeMs: 0
    })
  }

  async #fetch(
    client: NodeId,
    hash: string,
    bytes: number,
    maxBytes: number,
    what: string
  ): Promise<Uint8Array> {
    const { blobs, blobFetcher } = this.#components
    const here = await blobs.get(hash)
    const blob = here ?? (await this.#fetchFrom(blobFetcher, client, hash, maxBytes, what))
    if (blob.length !== bytes) {
      throw new CoordinatorError(
        'TASK_INVALID',
        `the ${what} has ${blob.length} bytes, the task says ${bytes}`
      )
    }
    if (here === undefined) await blobs.put(blob)
    return blob
  }

  async #fetchFrom(
    fetcher: BlobFetcher,
    client: NodeId,
    hash: string,
    maxBytes: number,
    what: string
  ): Promise<Uint8Array> {
    try {
      return await fetcher.fetch(client, hash, { maxBytes, signal: AbortSignal.timeout(BLOB_TIMEOUT_MS) })
    } catch (cause) {
      const message = `the ${what} could not be fetched from the client: ${errorMessage(cause)}`
      throw new CoordinatorError('BLOB_UNAVAILABLE', message, { cause })
    }
  }
}

function sameTask(existing: TaskRecord, payload: Uint8Array): TaskRecord {
  if (bytesEqual(existing.submitPayload, payload)) return existing
  throw new CoordinatorError('TASK_CONFLICT', 'this client task id belongs to another task', {
    hint: 'use a fresh id for a new task, and the same bytes to resend one'
  })
}
