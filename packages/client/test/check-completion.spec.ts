import { AileeError } from '@ailee/core'
import { contentHash, outputRoot, type Receipt, type ReceiptBody, type TaskComplete } from '@ailee/protocol'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { PreparedTask } from '../src/index.js'
import {
  codeOf,
  completeOf,
  judged,
  otherCoordinator,
  output,
  receiptOf,
  ScriptedCoordinator,
  secondWorkerSigner,
  statusOf,
  workerSigner
} from './support/scripted-coordinator.js'

interface Case {
  coordinator: ScriptedCoordinator
  prepared: PreparedTask
  taskId: string
  result(complete: TaskComplete): Promise<Uint8Array>
}

function begin(replicas = 1): Case {
  const coordinator = new ScriptedCoordinator()
  const prepared = coordinator.prepare({ replicas })
  return {
    coordinator,
    prepared,
    taskId: coordinator.client.taskId(prepared),
    result: async (complete) => (await coordinator.client.result(prepared, complete)).output
  }
}

const empty = { outputRoot: outputRoot(new Uint8Array()), outputBytes: 0 }

test('a completed task is believed, its output inside the message', async () => {
  const { prepared, taskId, result } = begin()
  const receipt = await judged(await receiptOf(prepared, taskId))
  assert.equal(await result(completeOf(taskId, [receipt])), output)
})

test('a larger output is fetched from the coordinator', async () => {
  const { coordinator, prepared, taskId, result } = begin()
  const complete = completeOf(taskId, [await judged(await receiptOf(prepared, taskId))])
  const elsewhere = {
    ...complete,
    outcome: complete.outcome && { ...complete.outcome, outputInline: undefined }
  }
  assert.is(await codeOf(result(elsewhere)), 'BLOB_NOT_FOUND')
  coordinator.blobs.set(contentHash(output), output)
  assert.equal(await result(elsewhere), output)
  // What is fetched is held against the receipt, whatever it was fetched as.
  coordinator.blobs.set(contentHash(output), Uint8Array.from(output).fill(0, 0, 1))
  assert.is(await codeOf(result(elsewhere)), 'RESULT_NOT_TRUSTED')
  const signal = AbortSignal.abort(new AileeError('INTERRUPTED', 'enough'))
  assert.is(await codeOf(coordinator.client.result(prepared, elsewhere, { signal })), 'INTERRUPTED')
})

test('a failure that an execution proves is believed', async () => {
  const { prepared, taskId, result } = begin()
  const trapped = await judged(
    await receiptOf(prepared, taskId, { code: 'TRAP', trap: 'unreachable', ...empty })
  )
  assert.equal(await result(completeOf(taskId, [trapped], 'FAILED')), new Uint8Array())
})

test('a task that ended without an execution has no output and nothing to prove it', async () => {
  for (const state of ['FAILED', 'CANCELLED', 'EXPIRED'] as const) {
    const { taskId, result } = begin()
    const complete = { status: statusOf(taskId, state), outcome: undefined, receipts: [] }
    assert.equal(await result(complete), new Uint8Array())
  }
})

test('a quorum is believed with a receipt for each vote', async () => {
  const { prepared, taskId, result } = begin(3)
  const verdict = { method: 'QUORUM' as const, replicas: 3, votes: 2 }
  const receipts = [
    await judged(await receiptOf(prepared, taskId, {}, workerSigner), verdict),
    await judged(await receiptOf(prepared, taskId, {}, secondWorkerSigner), verdict)
  ]
  assert.equal(await result(completeOf(taskId, receipts)), output)
})

const forgedBodies: Record<string, Partial<ReceiptBody>> = {
  'another task': { taskId: 'ab'.repeat(32) },
  'another module': { moduleHash: 'ab'.repeat(32) },
  'another input': { inputHash: 'ab'.repeat(32) },
  'another function': { function: 'other' },
  'another seed': { seed: new Uint8Array(32) },
  'another clock': { clockMs: 1 },
  'other limits': { limits: { memoryBytes: 1, fuel: 10n, wallTimeMs: 1_000, outputBytes: 1 } },
  'another output': { outputRoot: outputRoot(Uint8Array.of(1)) },
  'another size of output': { outputBytes: output.length + 1 },
  'a failure': { code: 'TRAP', trap: 'unreachable' }
}

for (const [what, body] of Object.entries(forgedBodies)) {
  test(`a receipt of ${what} proves nothing`, async () => {
    const { prepared, taskId, result } = begin()
    const receipt = await judged(await receiptOf(prepared, taskId, body))
    assert.is(await codeOf(result(completeOf(taskId, [receipt]))), 'RESULT_NOT_TRUSTED')
  })
}

const forgedCompletions: Record<
  string,
  (good: Receipt, given: Case) => TaskComplete | Promise<TaskComplete>
> = {
  'no receipt': (_, { taskId }) => completeOf(taskId, []),
  'no outcome': (good, { taskId }) => ({ ...completeOf(taskId, [good]), outcome: undefined }),
  'no verdict': (good, { taskId }) => completeOf(taskId, [{ ...good, verdict: undefined }]),
  'a verdict that nobody signed': (good, { taskId }) =>
    completeOf(taskId, [
      {
        ...good,
        verdict: good.verdict && {
          ...good.verdict,
          coordinatorSignature: { ...good.verdict.coordinatorSignature, signature: new Uint8Array(64) }
        }
      }
    ]),
  'a verdict changed after it was signed': (good, { taskId }) =>
    completeOf(taskId, [{ ...good, verdict: good.verdict && { ...good.verdict, estimatedErrorPpm: 1 } }]),
  'a verdict by another coordinator': async (good, { taskId }) =>
    completeOf(taskId, [await judged(good, {}, otherCoordinator)]),
  'a verdict of another name than its signer': async (good, { taskId }) => {
    const { verdict } = await judged(good, {}, otherCoordinator)
    return completeOf(taskId, [
      { ...good, verdict: verdict && { ...verdict, coordinator: good.verdict?.coordinator ?? '' } }
    ])
  },
  'a receipt that its worker did not sign': (good, { taskId }) =>
    completeOf(taskId, [
      { ...good, workerSignature: { ...good.workerSignature, signature: new Uint8Array(64) } }
    ]),
  'a changed receipt': (good, { taskId }) => completeOf(taskId, [{ ...good, exitCode: 1 }]),
  'another output': (good, { taskId }) => {
    const complete = completeOf(taskId, [good])
    return {
      ...complete,
      outcome: complete.outcome && { ...complete.outcome, outputInline: Uint8Array.of(1) }
    }
  },
  'the end of another task': (good) => completeOf('ab'.repeat(32), [good]),
  'the failure of another task': () => ({
    status: statusOf('ab'.repeat(32), 'FAILED'),
    outcome: undefined,
    receipts: []
  }),
  'a success told as a failure': (good, { taskId }) => completeOf(taskId, [good], 'FAILED'),
  'one bad receipt among good ones': async (good, { taskId, prepared }) => {
    const verdict = { replicas: 1, votes: 2 }
    const { verdict: _, ...unjudged } = good
    const other = await receiptOf(prepared, taskId, {}, secondWorkerSigner)
    return completeOf(taskId, [await judged({ ...unjudged, verdict: undefined }, verdict), other])
  }
}

for (const [what, forge] of Object.entries(forgedCompletions)) {
  test(`${what} is not believed`, async () => {
    const given = begin()
    const good = await judged(await receiptOf(given.prepared, given.taskId))
    assert.is(await codeOf(given.result(await forge(good, given))), 'RESULT_NOT_TRUSTED')
  })
}

test('votes are counted in receipts of different workers', async () => {
  const { prepared, taskId, result } = begin(3)
  const of = async (votes: number, signer = workerSigner): Promise<Receipt> =>
    judged(await receiptOf(prepared, taskId, {}, signer), { method: 'QUORUM', replicas: 3, votes })
  const unearned: Record<string, Receipt[]> = {
    'one worker twice': [await of(2), await of(2)],
    'more votes than receipts': [await of(2)],
    'a verdict of fewer replicas than asked for': [
      await judged(await receiptOf(prepared, taskId), { replicas: 1, votes: 1 })
    ]
  }
  for (const [what, receipts] of Object.entries(unearned)) {
    assert.is(await codeOf(result(completeOf(taskId, receipts))), 'RESULT_NOT_TRUSTED', what)
  }
})

test('a minority is no quorum', async () => {
  const { prepared, taskId, result } = begin(3)
  const receipt = await judged(await receiptOf(prepared, taskId), { method: 'QUORUM', replicas: 3, votes: 1 })
  assert.is(await codeOf(result(completeOf(taskId, [receipt]))), 'RESULT_NOT_TRUSTED')
})

test.run()
