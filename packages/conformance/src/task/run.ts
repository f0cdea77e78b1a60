import { systemRandom } from '@ailee/core'
import {
  bytesToHex,
  decodeTaskComplete,
  decodeTaskStatus,
  type TaskComplete,
  type TaskState,
  type TaskStatus
} from '@ailee/protocol'
import type { Context } from '../case.js'
import type { RawPeer } from '../raw/raw-peer.js'
import { isOf } from '../raw/task-stream.js'
import { ProbeWorker } from './probe-worker.js'
import { type Submission, type SubmissionInit, submission } from './submission.js'
import { submitted } from './submitted.js'

/** A client and workers of the probe, and the task that goes between them through the coordinator under test. */
export interface Run {
  client: RawPeer
  workers: ProbeWorker[]
  task: Submission
  /** Brings one more worker. */
  addWorker(): Promise<ProbeWorker>
}

/** Brings workers and a client to the coordinator, and submits a task that only these workers can take. `silent`: they do not introduce themselves. */
export async function startRun(
  context: Context,
  init: SubmissionInit = {},
  workers = 1,
  { silent = false } = {}
): Promise<Run> {
  const region = `probe-${bytesToHex(systemRandom.bytes(8))}`
  const bring = async (): Promise<ProbeWorker> =>
    new ProbeWorker(await context.peer(), { network: context.network, region }).join()
  const addWorker = async (): Promise<ProbeWorker> => (await bring()).introduce()
  const crew: ProbeWorker[] = []
  for (let count = 0; count < workers; count += 1) crew.push(await (silent ? bring() : addWorker()))
  const client = await context.peer()
  const task = submission({ region, ...init })
  await submitted(client, task)
  return { client, workers: crew, task, addWorker }
}

/** The only worker, or the one at this place. */
export function workerOf(workers: readonly ProbeWorker[], index = 0): ProbeWorker {
  const worker = workers[index]
  if (worker === undefined) throw new Error(`there is no worker ${index}`)
  return worker
}

/** How the coordinator tells the client that its task ended. */
export async function ending({ client }: Run): Promise<TaskComplete> {
  const pushed = await client.inbox.find('TASK_COMPLETE', isOf('TASK_COMPLETE'))
  return decodeTaskComplete(pushed.payload)
}

/** Every TASK_STATUS that the client has been told so far. */
export function statusesOf({ client }: Run): TaskStatus[] {
  return client.inbox.items.filter(isOf('TASK_STATUS')).map(({ payload }) => decodeTaskStatus(payload))
}

/** Waits until the client is told that its task waits again, for this reason. */
export function toldOf(run: Run, code: string): Promise<void> {
  return told(run, `TASK_STATUS with ${code}`, (status) => status.code === code)
}

/** Waits until the client is told that its task is in this state. */
export function toldState(run: Run, state: TaskState): Promise<void> {
  return told(run, `TASK_STATUS ${state}`, (status) => status.state === state)
}

async function told({ client }: Run, what: string, fits: (status: TaskStatus) => boolean): Promise<void> {
  await client.inbox.find(
    what,
    (envelope) => isOf('TASK_STATUS')(envelope) && fits(decodeTaskStatus(envelope.payload))
  )
}
