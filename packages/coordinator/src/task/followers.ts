import { errorCode, type Logger, type NodeId, type TaskId } from '@ailee/core'
import {
  encodeTaskComplete,
  encodeTaskStatus,
  isEnded,
  type MessageTransport,
  type OutgoingMessage
} from '@ailee/protocol'
import type { TaskRecord } from '@ailee/store'
import { MAX_FOLLOWERS } from '../constants.js'
import { completeOf, statusOf } from './status.js'

/** The message that tells where a task stands. */
export function taskMessage(task: TaskRecord): OutgoingMessage {
  return isEnded(task.state)
    ? { type: 'TASK_COMPLETE', payload: encodeTaskComplete(completeOf(task)) }
    : { type: 'TASK_STATUS', payload: encodeTaskStatus(statusOf(task)) }
}

/** Tells clients how their tasks fare. Best effort: a client that missed something asks again with GET_TASK. */
export class Followers {
  readonly #transport: MessageTransport
  readonly #log: Logger
  readonly #byTask = new Map<TaskId, Set<NodeId>>()

  constructor(components: { transport: MessageTransport; log: Logger }) {
    this.#transport = components.transport
    this.#log = components.log
  }

  follow(taskId: TaskId, client: NodeId): void {
    const followers = this.#byTask.get(taskId) ?? new Set()
    if (followers.size >= MAX_FOLLOWERS) return
    followers.add(client)
    this.#byTask.set(taskId, followers)
  }

  /** A client that is gone is told nothing until it asks again. */
  forget(client: NodeId): void {
    for (const [taskId, followers] of this.#byTask) {
      if (followers.delete(client) && followers.size === 0) this.#byTask.delete(taskId)
    }
  }

  changed(task: TaskRecord): void {
    const followers = this.#byTask.get(task.taskId)
    if (followers === undefined) return
    if (isEnded(task.state)) this.#byTask.delete(task.taskId)
    const message = taskMessage(task)
    for (const client of followers) {
      this.#transport.send(client, message).catch((error: unknown) => {
        this.#log.debug('client not told', { taskId: task.taskId, code: errorCode(error) })
      })
    }
  }
}
