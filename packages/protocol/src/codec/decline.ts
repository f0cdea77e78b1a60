import type { TaskId } from '@ailee/core'
import { ailee } from '#generated'
import { MAX_TEXT_BYTES } from '../limits.js'
import { code, hash, hashBytes, parseMessage, text } from './fields.js'

/** Worker to coordinator: the answer to a TASK_OFFER it does not want, and why. */
export interface Decline {
  taskId: TaskId
  attempt: number
  code: string
  message: string
}

export function encodeDecline(decline: Decline): Uint8Array {
  return ailee.v1.Decline.encode({ ...decline, taskId: hashBytes(decline.taskId) }).finish()
}

export function decodeDecline(bytes: Uint8Array): Decline {
  const wire = parseMessage('Decline', (data) => ailee.v1.Decline.decode(data), bytes)
  return {
    taskId: hash(wire.taskId, 'task_id'),
    attempt: wire.attempt,
    code: code(wire.code, 'code'),
    message: text(wire.message, MAX_TEXT_BYTES, 'message')
  }
}
