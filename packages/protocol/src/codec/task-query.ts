import type { TaskId } from '@ailee/core'
import { ailee } from '#generated'
import { MAX_LISTED_TASKS } from '../limits.js'
import { hash, hashBytes, integer, parseMessage } from './fields.js'

/** Client to coordinator; answered with TASK_STATUS, or TASK_COMPLETE once the task has ended. */
export interface GetTask {
  taskId: TaskId
  /** Also push TASK_STATUS and TASK_COMPLETE until the task ends. */
  follow: boolean
}

export function encodeGetTask(query: GetTask): Uint8Array {
  return ailee.v1.GetTask.encode({ taskId: hashBytes(query.taskId), follow: query.follow }).finish()
}

export function decodeGetTask(bytes: Uint8Array): GetTask {
  const wire = parseMessage('GetTask', (data) => ailee.v1.GetTask.decode(data), bytes)
  return { taskId: hash(wire.taskId, 'task_id'), follow: wire.follow }
}

/** Client to coordinator, signed; answered with TASK_COMPLETE. Ends the task and kills its runs. */
export interface CancelTask {
  taskId: TaskId
}

export function encodeCancelTask(cancel: CancelTask): Uint8Array {
  return ailee.v1.CancelTask.encode({ taskId: hashBytes(cancel.taskId) }).finish()
}

export function decodeCancelTask(bytes: Uint8Array): CancelTask {
  const wire = parseMessage('CancelTask', (data) => ailee.v1.CancelTask.decode(data), bytes)
  return { taskId: hash(wire.taskId, 'task_id') }
}

/** Client to coordinator: its own tasks, newest first; answered with TASK_LIST. */
export interface ListTasks {
  limit: number
}

export function encodeListTasks(query: ListTasks): Uint8Array {
  return ailee.v1.ListTasks.encode(query).finish()
}

export function decodeListTasks(bytes: Uint8Array): ListTasks {
  const wire = parseMessage('ListTasks', (data) => ailee.v1.ListTasks.decode(data), bytes)
  return { limit: integer(wire.limit, 0, MAX_LISTED_TASKS, 'limit') || MAX_LISTED_TASKS }
}
