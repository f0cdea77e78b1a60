import type { TaskId } from '@ailee/core'
import { ailee } from '#generated'
import { hash, hashBytes, parseMessage } from './fields.js'

/** To a coordinator, from the task's client or a worker that was asked: answered with BID_SET. */
export interface GetBidSet {
  taskId: TaskId
  /** 0 = the last one that had a winner, else the last one. */
  attempt: number
}

export function encodeGetBidSet({ taskId, attempt }: GetBidSet): Uint8Array {
  return ailee.v1.GetBidSet.encode({ taskId: hashBytes(taskId), attempt }).finish()
}

export function decodeGetBidSet(bytes: Uint8Array): GetBidSet {
  const wire = parseMessage('GetBidSet', (data) => ailee.v1.GetBidSet.decode(data), bytes)
  return { taskId: hash(wire.taskId, 'task_id'), attempt: wire.attempt }
}
