import { errorCode, type Logger, type NodeId, type TaskId } from '@ailee/core'
import {
  encodeTaskComplete,
  encodeTaskProvisional,
  encodeTaskStatus,
  isEnded,
  type MessageTransport,
  type OutgoingMessage
} from '@ailee/protocol'
import type { TaskRecord } from '@ailee/store'
import { MAX_FOLLOWERS } from '../constants.js'
import type { LotPlace } from '../verification/lot-keeper.js'
import { completeOf, provisionalOf, statusOf } from './status.js'

/** The message that tells where a task stands. `place`: where its result waits, which can be shown meanwhile. */
export function taskMessage(task: TaskRecord, place: LotPlace | undefined): OutgoingMessage {
  if (isEnded(task.state)) return { type: 'TASK_COMPLETE', payload: encodeTaskComplete(completeOf(task)) }
  const provisional = place && provisionalOf(task, place)
  return provisional === undefined
    ? { type: 'TASK_STATUS', payload: encodeTaskStatus(statusOf(task)) }
    : { type: 'TASK_PROVISIONAL', payload: encodeTaskProvisional(provisional) }
}

/** Tells clients how their tasks fare. Best effort: a client that missed something asks again with GET_TASK. */
export class Followers {
  readonly #transport: MessageTransport
  readonly #placeOf: (taskId: TaskId) => LotPlace | undefined
  readonly #log: Logger
  readonly #byTask = new Map<TaskId, Set<NodeId>>()

  constructor(components: {
    transport: MessageTransport
    placeOf: (taskId: TaskId) => LotPlace | undefined
    log: Logger
  }) {
    this.#transport = components.transport
    this.#placeOf = components.placeOf
    this.#log = components.log
  }

  follow(taskId: TaskId, client: NodeId): void {
    const followers = this.#byTask.get(taskId) ?? new Set()
    if (followers.size >= MAX_FOLLOWERS) return
    followers.add(client)
    this.#byTask.set(taskId, followers)
  }

  /** Who follows a task. */
  of(taskId: TaskId): NodeId[] {
    return [...(this.#byTask.get(taskId) ?? [])]
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
    const message = taskMessage(task, this.#placeOf(task.taskId))
    for (const client of followers) {
      this.#transport.send(client, message).catch((error: unknown) => {
        this.#log.debug('client not told', { taskId: task.taskId, code: errorCode(error) })
      })
    }
  }
}
