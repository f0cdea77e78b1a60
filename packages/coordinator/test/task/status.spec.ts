import {
  decodeTaskStatus,
  defaultVerificationTerms,
  encodeDecline,
  encodeSubmitTask,
  encodeTaskStatus,
  MAX_TEXT_BYTES,
  type SubmitTask
} from '@ailee/protocol'
import type { TaskRecord } from '@ailee/store'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { statusOf } from '../../src/index.js'
import { plainLimits } from '../support/client-double.js'
import { scenario } from '../support/world.js'

const submission: SubmitTask = {
  clientTaskId: new Uint8Array(16),
  spec: {
    ...{
      moduleHash: 'ab'.repeat(32),
      moduleBytes: 1,
      inputHash: 'cd'.repeat(32),
      inputBytes: 1,
      function: ''
    },
    ...{ limits: plainLimits, seed: new Uint8Array(32), clockMs: 0, hashMemory: false }
  },
  ...{ reward: 1n, replicas: 1, deadlineMs: 1, priority: 'NORMAL', verification: defaultVerificationTerms },
  requirements: { regions: [], minReputationPermille: 0, isolation: undefined },
  auction: { strategy: 'ROUND_ROBIN', sealed: true }
}

const plainTask: TaskRecord = {
  taskId: 'ab'.repeat(32),
  client: 'client',
  submitPayload: encodeSubmitTask(submission),
  state: 'QUEUED',
  submittedAtMs: 0,
  updatedAtMs: 0,
  deadlineAtMs: 0,
  attempts: 0,
  bids: 0,
  executions: [],
  code: '',
  message: '',
  rejections: [],
  outcome: undefined,
  receipts: [],
  notBeforeMs: 0
}

const bytes = (text: string): number => new TextEncoder().encode(text).length

scenario('whatever a worker writes in a decline, the client can read the status', async (world) => {
  const client = world.client()
  // Control characters become three bytes each where they are replaced.
  const message = '\u0007'.repeat(MAX_TEXT_BYTES)
  await world
    .worker({
      answerOffer: ({ taskId, attempt }) => ({
        type: 'DECLINE',
        payload: encodeDecline({ taskId, attempt, code: 'WORKER_PRICE_TOO_HIGH', message })
      })
    })
    .connect()
  const { status } = await client.submit()
  await world.advance(1_000)
  const report = await client.get(status.taskId)
  assert.is(report.status.rejections.length, 1)
  assert.ok(bytes(report.status.rejections[0]?.message ?? '') <= MAX_TEXT_BYTES)
})

scenario('whatever a worker writes in a failed result, the client can read the status', async (world) => {
  const client = world.client()
  const detail = 'x'.repeat(MAX_TEXT_BYTES)
  const requirements = { regions: ['eu'], minReputationPermille: 0, isolation: undefined }
  const failing = await world.worker({ run: () => ({ code: 'KILLED', detail }) }).connect()
  await world.worker({ status: { region: 'us' } }).connect()
  const { status } = await client.submit({ requirements, deadlineMs: 60_000 })
  await world.hub.settle()
  failing.disconnect()
  // The loss is told together with the reason why nobody else takes the task, then with its end.
  await world.until(async () => (await world.task(status.taskId)).rejections.length > 0)
  const report = await client.get(status.taskId)
  assert.is(report.status.code, 'KILLED')
  assert.ok(bytes(report.status.message) <= MAX_TEXT_BYTES)
  await world.end(status.taskId)
  assert.is((await client.get(status.taskId)).complete?.status.code, 'KILLED')
})

scenario('a long list of regions does not make a status too long', async (world) => {
  const client = world.client()
  await world.worker().connect()
  const regions = Array.from({ length: 16 }, (_, index) => `region-${index}-`.padEnd(64, 'x'))
  const { status } = await client.submit({
    requirements: { regions, minReputationPermille: 0, isolation: undefined }
  })
  await world.advance(1_000)
  const [rejection] = (await client.get(status.taskId)).status.rejections
  assert.is(rejection?.code, 'WORKER_REGION_MISMATCH')
})

scenario('a task that expires says why it had waited', async (world) => {
  const client = world.client()
  await world.worker({ status: { region: 'us' } }).connect()
  const { status } = await client.submit({
    requirements: { regions: ['eu'], minReputationPermille: 0, isolation: undefined },
    deadlineMs: 3_000
  })
  const ended = await world.end(status.taskId)
  assert.equal([ended.state, ended.code], ['EXPIRED', 'DEADLINE_EXCEEDED'])
  assert.match(ended.message, /NO_ELIGIBLE_WORKER/)
  assert.is(ended.rejections[0]?.code, 'WORKER_REGION_MISMATCH')
})

test('texts are cut by bytes, and left alone where they fit', () => {
  const shown = (message: string): string =>
    decodeTaskStatus(encodeTaskStatus(statusOf({ ...plainTask, message }))).message
  for (const text of ['', 'x'.repeat(MAX_TEXT_BYTES), '€'.repeat(170)]) assert.is(shown(text), text)
  for (const text of ['x'.repeat(MAX_TEXT_BYTES + 1), '€'.repeat(171), '😀'.repeat(200)]) {
    assert.ok(text.startsWith(shown(text).slice(0, 160)))
    assert.ok(shown(text).endsWith('…'))
  }
})

test('a status says what the client asked of its auctions', () => {
  const { auction } = decodeTaskStatus(encodeTaskStatus(statusOf(plainTask)))
  assert.equal(auction, submission.auction)
  const { auction: _, ...plain } = submission
  const without = statusOf({ ...plainTask, submitPayload: encodeSubmitTask(plain) })
  assert.is(decodeTaskStatus(encodeTaskStatus(without)).auction, undefined)
})

test.run()
