import type { NodeId, TaskId } from '@ailee/core'
import {
  decodeCancelTask,
  decodeGetTask,
  decodeListTasks,
  encodeTaskList,
  type IncomingMessage,
  isEnded,
  type OutgoingMessage,
  type TaskStatus
} from '@ailee/protocol'
import type { TaskRecord, TaskRepository } from '@ailee/store'
import { CoordinatorError } from '../errors.js'
import type { LotPlace } from '../verification/lot-keeper.js'
import { type Followers, taskMessage } from './followers.js'
import { statusOf } from './status.js'
import type { TaskBook } from './task-book.js'

/** Answers clients about their own tasks. A task of somebody else is as good as none. */
export class Queries {
  readonly #book: TaskBook
  readonly #tasks: TaskRepository
  readonly #followers: Followers
  readonly #placeOf: (taskId: TaskId) => LotPlace | undefined

  constructor(components: {
    book: TaskBook
    tasks: TaskRepository
    followers: Followers
    placeOf: (taskId: TaskId) => LotPlace | undefined
  }) {
    this.#placeOf = components.placeOf
    this.#book = components.book
    this.#tasks = components.tasks
    this.#followers = components.followers
  }

  async get({ from, principal, payload }: IncomingMessage): Promise<OutgoingMessage> {
    const { taskId, follow } = decodeGetTask(payload)
    // Followed before it is read, so that no change falls between the two.
    if (follow && this.#book.get(taskId)?.record.client === principal) this.#followers.follow(taskId, from)
    return this.message(await this.ownTask(taskId, principal))
  }

  /** What tells where a task stands now. */
  message(task: TaskRecord): OutgoingMessage {
    return taskMessage(task, this.#placeOf(task.taskId))
  }

  async list({ principal, payload }: IncomingMessage): Promise<OutgoingMessage> {
    const { limit } = decodeListTasks(payload)
    const statuses: TaskStatus[] = []
    for await (const { record } of this.#tasks.listByClient(principal, {
      limit
    })) {
      statuses.push({ ...statusOf(record), rejections: [] })
    }
    return { type: 'TASK_LIST', payload: encodeTaskList(statuses) }
  }

  /** The task a CANCEL_TASK is about, and whether there is anything left to cancel. */
  async cancellable({ principal, payload }: IncomingMessage): Promise<{ task: TaskRecord; open: boolean }> {
    const task = await this.ownTask(decodeCancelTask(payload).taskId, principal)
    return { task, open: !isEnded(task.state) }
  }

  private async ownTask(taskId: TaskId, client: NodeId): Promise<TaskRecord> {
    const task = await this.#book.find(taskId)
    if (task === undefined || task.client !== client) {
      throw new CoordinatorError('TASK_NOT_FOUND', `no task ${taskId} of yours is known here`, {
        hint: 'ask the coordinator it was submitted to, with the identity it was submitted with'
      })
    }
    return task
  }
}
