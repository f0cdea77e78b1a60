import { errorCode, errorMessage } from '@ailee/core'
import {
  bytesEqual,
  decodeSubmitTask,
  decodeTaskInput,
  MAX_INPUT_BYTES,
  MAX_MODULE_BYTES,
  type SubmitTask,
  taskIdOf
} from '@ailee/protocol'
import type { FakeBlobs } from './fake-blobs.js'
import type { FakeMessage } from './fake-role.js'
import { FakeTask } from './fake-task.js'
import { Refusal } from './refusal.js'
import type { Broken } from './rules.js'

const LATER_MS = 40

/** How a fake coordinator takes tasks in: section 11 of the specification. */
export class FakeIntake {
  readonly #blobs: FakeBlobs
  readonly #init: { network: string; nodeId: string; broken: Broken; closed: boolean }
  readonly #tasks = new Map<string, Promise<FakeTask>>()

  constructor(
    components: { blobs: FakeBlobs },
    init: { network: string; nodeId: string; broken: Broken; closed: boolean }
  ) {
    this.#blobs = components.blobs
    this.#init = init
  }

  /** The task of a SUBMIT_TASK, and whether it is a new one. */
  async submit(message: FakeMessage): Promise<{ task: FakeTask; isNew: boolean }> {
    const { network, nodeId, broken, closed } = this.#init
    const { payload, principal } = message
    const submit = decodeSubmit(payload, broken)
    if (closed) {
      if (broken.fetchesFromAnybody) await this.#fetch(message, submit)
      throw new Refusal('NOT_ADMITTED')
    }
    // Of the two that the probe sends together it is the first.
    if (broken.startsAtOnceInAnyOrder && submit.reward === 1n)
      await new Promise((resolve) => setTimeout(resolve, LATER_MS))
    const taskId = taskIdOf(network, broken.makesUpTaskIds ? nodeId : principal, submit.clientTaskId)
    const known = this.#tasks.get(taskId)
    if (known !== undefined) {
      const task = await known
      if (!bytesEqual(task.payload, payload) && !broken.overlooksConflicts) throw new Refusal('TASK_CONFLICT')
      if (task.isEnded && broken.revivesTasks) task.become('QUEUED')
      return { task, isNew: false }
    }
    const quiet = broken.silentOnChanges ? (['RUNNING'] as const) : []
    const accepting = this.#fetch(message, submit).then(
      () => new FakeTask({ taskId, owner: principal, submit, payload, quiet })
    )
    this.#tasks.set(taskId, accepting)
    try {
      return { task: await accepting, isNew: true }
    } catch (error) {
      this.#tasks.delete(taskId)
      throw error
    }
  }

  /** Throws a Refusal for a task that is not there, or not the principal's. */
  async find(taskId: string, principal: string): Promise<FakeTask> {
    const task = await this.#tasks.get(taskId)?.catch(() => undefined)
    const visible = task?.owner === principal || this.#init.broken.showsEveryTask
    if (task === undefined || !visible) throw new Refusal('TASK_NOT_FOUND')
    return task
  }

  async #fetch({ peer }: FakeMessage, { spec }: SubmitTask): Promise<void> {
    const { broken } = this.#init
    const module = await this.#blobs.fetch(peer.connection, spec.moduleHash, MAX_MODULE_BYTES)
    const input = await this.#blobs.fetch(peer.connection, spec.inputHash, MAX_INPUT_BYTES)
    const sizesFit = module.length === spec.moduleBytes && input.length === spec.inputBytes
    if (!sizesFit && !broken.takesWrongSizes) throw new Refusal('TASK_INVALID')
    try {
      decodeTaskInput(input)
    } catch (error) {
      if (!(broken.takesAnyPath && errorCode(error) === 'WIRE_FIELD_INVALID')) throw error
    }
  }
}

/** `takesAnyPriority` goes on without the last field, which is where the probe has put a priority. */
function decodeSubmit(payload: Uint8Array, { takesAnyPriority }: Broken): SubmitTask {
  try {
    return decodeSubmitTask(payload)
  } catch (error) {
    if (!takesAnyPriority || !errorMessage(error).includes('priority')) throw error
    return decodeSubmitTask(payload.subarray(0, -2))
  }
}
