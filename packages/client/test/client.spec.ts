import { AileeError } from '@ailee/core'
import {
  bytesEqual,
  decodeGetTask,
  decodeSubmitTask,
  encodeTaskList,
  type OutgoingMessage,
  type TaskState,
  taskIdOf
} from '@ailee/protocol'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { POLL_MS, RECONNECT_MS, RETRY_MS } from '../src/constants.js'
import type { TaskReport } from '../src/index.js'
import {
  clientId,
  codeOf,
  completeMessage,
  completeOf,
  lost,
  network,
  ScriptedCoordinator,
  statusMessage,
  statusOf
} from './support/scripted-coordinator.js'

const taskId = 'ab'.repeat(32)
const stateOf = (report: TaskReport): TaskState =>
  report.ended ? report.complete.status.state : report.status.state
const end = completeMessage(completeOf(taskId, []))

/** Follows a task in the background and keeps what is told. */
function following(coordinator: ScriptedCoordinator, signal?: AbortSignal) {
  const states: TaskState[] = []
  const done = (async () => {
    for await (const report of coordinator.client.follow(taskId, { signal })) states.push(stateOf(report))
  })()
  done.catch(() => {})
  return { states, done }
}

async function turns(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}

test('a task id follows from network, client and the id of the submission', () => {
  const coordinator = new ScriptedCoordinator()
  const prepared = coordinator.prepare()
  assert.is(coordinator.client.taskId(prepared), taskIdOf(network, clientId, prepared.submit.clientTaskId))
})

test('a submission lost on the way is sent again with the same bytes', async () => {
  const coordinator = new ScriptedCoordinator()
  const prepared = coordinator.prepare()
  const failures = [
    lost('TASK_STREAM_PEER_UNREACHABLE'),
    lost('TASK_STREAM_CLOSED'),
    lost('TASK_STREAM_RESPONSE_TIMEOUT'),
    lost('COORDINATOR_STOPPING')
  ]
  const tries = failures.length + 1
  coordinator.answer = () => {
    const failure = failures.shift()
    if (failure !== undefined) throw failure
    return statusMessage(taskId, 'QUEUED')
  }
  const before = coordinator.clock.now()
  const report = await coordinator.whileWaiting(coordinator.client.submit(prepared))
  assert.is(stateOf(report), 'QUEUED')
  assert.ok(coordinator.clock.now() - before >= (tries - 1) * RETRY_MS)
  assert.is(coordinator.received.length, tries)
  const [first] = coordinator.received
  for (const { type, payload } of coordinator.received) {
    assert.is(type, 'SUBMIT_TASK')
    assert.ok(bytesEqual(payload, first?.payload ?? new Uint8Array()))
    assert.equal(decodeSubmitTask(payload), prepared.submit)
  }
})

test('module and input are served while the submission is under way, and no longer', async () => {
  const coordinator = new ScriptedCoordinator()
  const { outbox, client } = coordinator
  const prepared = coordinator.prepare()
  const { moduleHash, inputHash } = prepared.submit.spec
  const served = async (): Promise<boolean[]> =>
    Promise.all([moduleHash, inputHash].map(async (hash) => (await outbox.get(hash)) !== undefined))
  let during: boolean[] = []
  coordinator.answer = async () => {
    during = await served()
    return statusMessage(taskId, 'QUEUED')
  }
  await client.submit(prepared)
  assert.equal(during, [true, true])
  assert.equal(await served(), [false, false])
  coordinator.answer = () => {
    throw new AileeError('TASK_INVALID', 'no')
  }
  assert.is(await codeOf(client.submit(prepared)), 'TASK_INVALID')
  assert.equal(await served(), [false, false])
})

test('tasks that share a module do not take it from each other', async () => {
  const coordinator = new ScriptedCoordinator()
  const { outbox, client } = coordinator
  const [one, other] = [coordinator.prepare(), coordinator.prepare()]
  const gate = Promise.withResolvers<void>()
  let served: (Uint8Array | undefined)[] = []
  coordinator.answer = async ({ payload }) => {
    const { clientTaskId, spec } = decodeSubmitTask(payload)
    if (bytesEqual(clientTaskId, other.submit.clientTaskId)) {
      await gate.promise
      served = [await outbox.get(spec.moduleHash), await outbox.get(spec.inputHash)]
    }
    return statusMessage(taskId, 'QUEUED')
  }
  const waiting = client.submit(other)
  await client.submit(one)
  gate.resolve()
  await waiting
  assert.ok(served.every((blob) => blob !== undefined))
  assert.is(await outbox.get(one.submit.spec.moduleHash), undefined)
})

test('refusals are passed on as they are, at once', async () => {
  for (const code of ['QUEUE_FULL', 'TASK_CONFLICT', 'BLOB_UNAVAILABLE', 'UNSUPPORTED']) {
    const coordinator = new ScriptedCoordinator()
    coordinator.answer = () => {
      throw new AileeError(code, 'no')
    }
    assert.is(await codeOf(coordinator.client.submit(coordinator.prepare())), code)
    assert.is(coordinator.received.length, 1)
  }
})

test('a task that ended before its submission was answered is told as ended', async () => {
  const coordinator = new ScriptedCoordinator()
  coordinator.answer = () => end
  assert.ok((await coordinator.client.submit(coordinator.prepare())).ended)
})

test('a coordinator that stays away is given up after a minute, with the failure as the cause', async () => {
  const coordinator = new ScriptedCoordinator()
  const { client, clock } = coordinator
  const actions = [
    () => client.submit(coordinator.prepare()),
    () => client.get(taskId),
    () => client.list(10),
    () => client.cancel(taskId),
    () => following(coordinator).done
  ]
  for (const action of actions) {
    const before = clock.now()
    const failure = await coordinator.whileWaiting(action().catch((error: unknown) => error))
    if (!(failure instanceof AileeError)) throw new Error('it did not fail')
    assert.is(failure.code, 'COORDINATOR_UNREACHABLE')
    assert.is((failure.cause as AileeError).code, 'TASK_STREAM_CLOSED')
    const tookMs = clock.now() - before
    assert.ok(tookMs >= RECONNECT_MS && tookMs <= RECONNECT_MS + 2 * RETRY_MS, `${tookMs} ms`)
  }
})

test('tasks are listed and cancelled', async () => {
  const coordinator = new ScriptedCoordinator()
  coordinator.answer = ({ type }): OutgoingMessage =>
    type === 'LIST_TASKS'
      ? { type: 'TASK_LIST', payload: encodeTaskList([statusOf(taskId, 'RUNNING')]) }
      : completeMessage({ ...completeOf(taskId, [], 'CANCELLED'), outcome: undefined })
  assert.equal(await coordinator.client.list(5), [statusOf(taskId, 'RUNNING')])
  assert.is(stateOf(await coordinator.client.cancel(taskId)), 'CANCELLED')
})

test('who follows a task is told where it stands, then each change, then the end', async () => {
  const coordinator = new ScriptedCoordinator()
  coordinator.answer = () => statusMessage(taskId, 'QUEUED')
  const { states, done } = following(coordinator)
  await turns()
  for (const state of ['OFFERED', 'ASSIGNED', 'RUNNING'] as const) {
    await coordinator.push(statusMessage(taskId, state))
  }
  await coordinator.push(end)
  await done
  assert.equal(states, ['QUEUED', 'OFFERED', 'ASSIGNED', 'RUNNING', 'COMPLETED'])
  // No time had to pass for it, and one question was enough.
  assert.equal(
    coordinator.received.map(({ type, payload }) => [type, decodeGetTask(payload)]),
    [['GET_TASK', { taskId, follow: true }]]
  )
})

test('a missed push is made up for by asking', async () => {
  const coordinator = new ScriptedCoordinator()
  let state: TaskState = 'QUEUED'
  coordinator.answer = () => (state === 'COMPLETED' ? end : statusMessage(taskId, state))
  const { states, done } = following(coordinator)
  await turns()
  const before = coordinator.clock.now()
  state = 'COMPLETED'
  await coordinator.whileWaiting(done)
  assert.equal(states, ['QUEUED', 'COMPLETED'])
  const tookMs = coordinator.clock.now() - before
  assert.ok(tookMs >= POLL_MS && tookMs <= POLL_MS + 100, `${tookMs} ms`)
})

test('a push that comes while the client asks is not lost', async () => {
  const coordinator = new ScriptedCoordinator()
  const gate = Promise.withResolvers<void>()
  coordinator.answer = async () => {
    await gate.promise
    return statusMessage(taskId, 'QUEUED')
  }
  const { states, done } = following(coordinator)
  await turns()
  await coordinator.push(end)
  gate.resolve()
  await done
  assert.is(states.at(-1), 'COMPLETED')
})

test('following goes on through a coordinator that was away for less than a minute', async () => {
  const coordinator = new ScriptedCoordinator()
  coordinator.answer = () => statusMessage(taskId, 'RUNNING')
  const { states, done } = following(coordinator)
  await turns()
  coordinator.answer = () => {
    throw lost()
  }
  coordinator.clock.setTimer(RECONNECT_MS / 2, () => {
    coordinator.answer = () => end
  })
  await coordinator.whileWaiting(done)
  assert.equal(states, ['RUNNING', 'COMPLETED'])
})

test('a task the coordinator does not know ends the following', async () => {
  const coordinator = new ScriptedCoordinator()
  coordinator.answer = () => {
    throw new AileeError('TASK_NOT_FOUND', 'no such task')
  }
  assert.is(await codeOf(following(coordinator).done), 'TASK_NOT_FOUND')
})

test('only the coordinator is listened to, and only about this task', async () => {
  const coordinator = new ScriptedCoordinator()
  coordinator.answer = () => statusMessage(taskId, 'QUEUED')
  const { states, done } = following(coordinator)
  await turns()
  await coordinator.push(end, 'somebody else')
  await coordinator.push(completeMessage(completeOf('cd'.repeat(32), [])))
  await coordinator.push({ type: 'TASK_STATUS', payload: Uint8Array.of(0xff) }).catch(() => {})
  await turns()
  assert.equal(states, ['QUEUED'])
  await coordinator.push(end)
  await done
  assert.equal(states, ['QUEUED', 'COMPLETED'])
})

test('two may follow one task, and one may stop', async () => {
  const coordinator = new ScriptedCoordinator()
  coordinator.answer = () => statusMessage(taskId, 'QUEUED')
  const stop = new AbortController()
  const [one, other] = [following(coordinator, stop.signal), following(coordinator)]
  await turns()
  stop.abort()
  await codeOf(one.done)
  await coordinator.push(end)
  await other.done
  assert.equal([one.states, other.states], [['QUEUED'], ['QUEUED', 'COMPLETED']])
})

test('whoever loses interest may leave', async () => {
  const coordinator = new ScriptedCoordinator()
  coordinator.answer = () => statusMessage(taskId, 'QUEUED')
  for await (const report of coordinator.client.follow(taskId)) {
    assert.is(stateOf(report), 'QUEUED')
    break
  }
  await coordinator.push(end)
})

test('an abort ends whatever is under way, with its reason', async () => {
  const reason = new AileeError('INTERRUPTED', 'enough')
  const silence = (): Promise<never> => new Promise(() => {})
  const situations: [name: string, answer: () => Promise<never>][] = [
    ['while the coordinator is silent', silence],
    [
      'between two tries',
      async () => {
        throw lost()
      }
    ]
  ]
  for (const [name, answer] of situations) {
    const actions = (coordinator: ScriptedCoordinator, signal: AbortSignal) => [
      () => coordinator.client.submit(coordinator.prepare(), { signal }),
      () => coordinator.client.get(taskId, { signal }),
      () => coordinator.client.list(1, { signal }),
      () => coordinator.client.cancel(taskId, { signal }),
      () => following(coordinator, signal).done
    ]
    for (let index = 0; index < 5; index += 1) {
      const coordinator = new ScriptedCoordinator()
      coordinator.answer = answer
      const controller = new AbortController()
      const code = codeOf(actions(coordinator, controller.signal)[index]?.() ?? Promise.resolve())
      await turns()
      controller.abort(reason)
      assert.is(await code, 'INTERRUPTED', `${name}, action ${index}`)
      assert.is(coordinator.received.length, 1)
    }
  }
})

test('an abort ends the wait for the next change', async () => {
  const coordinator = new ScriptedCoordinator()
  coordinator.answer = () => statusMessage(taskId, 'QUEUED')
  const controller = new AbortController()
  const { done } = following(coordinator, controller.signal)
  await turns()
  controller.abort(new AileeError('INTERRUPTED', 'enough'))
  assert.is(await codeOf(done), 'INTERRUPTED')
})

test('what is aborted from the start is not even sent', async () => {
  const coordinator = new ScriptedCoordinator()
  const signal = AbortSignal.abort(new AileeError('INTERRUPTED', 'enough'))
  assert.is(await codeOf(coordinator.client.submit(coordinator.prepare(), { signal })), 'INTERRUPTED')
  assert.is(await codeOf(following(coordinator, signal).done), 'INTERRUPTED')
  assert.is(coordinator.received.length, 0)
})

test.run()
