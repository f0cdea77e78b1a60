import { decodeTaskStatus, type TaskStatus } from '@ailee/protocol'
import { expect } from '../errors.js'
import { codeOf, type RawPeer } from '../raw/raw-peer.js'
import { isOf } from '../raw/task-stream.js'
import type { Submission } from './submission.js'

/** Puts a task's blobs on the shelf, joins if that has not happened, submits, and gives the first TASK_STATUS. */
export async function submitted(probe: RawPeer, task: Submission): Promise<TaskStatus> {
  probe.blobs.put(task.module)
  probe.blobs.put(task.input)
  if (!probe.joined) await probe.join()
  const reply = await probe.ask('SUBMIT_TASK', task.payload)
  expect(isOf('TASK_STATUS')(reply), `SUBMIT_TASK is answered with ${codeOf(reply)}`)
  return decodeTaskStatus(reply.payload)
}
