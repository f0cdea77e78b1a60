import { AileeError } from '@ailee/core'
import {
  encodeBid,
  encodeDecline,
  encodeResultAck,
  type OutgoingMessage,
  type TaskOffer
} from '@ailee/protocol'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { AUCTION_MS, OFFER_FANOUT, SUSPECT_MS } from '../../src/constants.js'
import type { WorkerDouble } from '../support/worker-double.js'
import { prompt, scenario } from '../support/world.js'

const anyone = { regions: [], minReputationPermille: 0, isolation: undefined }

scenario('the best ranked bid wins', async (world) => {
  const client = world.client()
  const workers = new Map<bigint, WorkerDouble>()
  for (const cost of [300n, 100n, 200n]) {
    workers.set(cost, await world.worker({ bid: { cost } }).connect())
  }
  const winners: bigint[] = []
  for (let turn = 0; turn < 3; turn += 1) {
    const { status } = await client.submit()
    await world.until(async () => (await world.task(status.taskId)).state === 'RUNNING')
    const [execution] = (await world.task(status.taskId)).executions
    winners.push(execution?.cost ?? 0n)
    assert.is(workers.get(execution?.cost ?? 0n)?.nodeId, execution?.worker)
  }
  // The winners are busy from then on, so the second best is the best of the rest.
  assert.equal(winners, [100n, 200n, 300n])
})

scenario('between equal bids reputation decides', async (world) => {
  const client = world.client()
  const known = await world.worker(prompt).connect()
  for (let turn = 0; turn < 3; turn += 1) {
    await world.end((await client.submit()).status.taskId)
  }
  for (let number = 0; number < 3; number += 1) await world.worker(prompt).connect()
  for (let turn = 0; turn < 5; turn += 1) {
    const ended = await world.end((await client.submit()).status.taskId)
    assert.is(ended.executions[0]?.worker, known.nodeId)
  }
})

scenario('an offer says what the task needs and pays, and no more', async (world) => {
  const client = world.client()
  const worker = await world.worker().connect()
  await client.submit({ reward: 999n, replicas: 2, limits: { fuel: 77n } })
  await world.hub.settle()
  const [offer] = worker.offers
  assert.is(offer?.maxCost, 499n)
  assert.is(offer?.limits.fuel, 77n)
  assert.is(offer?.closesAtMs, world.clock.now() + AUCTION_MS)
})

const answers: Record<string, { answer(offer: TaskOffer): OutgoingMessage; code: string }> = {
  'a bid above what is paid': {
    answer: ({ taskId, attempt }) => bid({ taskId, attempt, cost: 1_001n }),
    code: 'BID_TOO_HIGH'
  },
  'a bid for another attempt': {
    answer: ({ taskId, attempt }) => bid({ taskId, attempt: attempt + 1, cost: 1n }),
    code: 'BID_INVALID'
  },
  'a bid for another task': {
    answer: ({ attempt }) => bid({ taskId: 'cd'.repeat(32), attempt, cost: 1n }),
    code: 'BID_INVALID'
  },
  'garbage in place of a bid': {
    answer: () => ({ type: 'BID', payload: Uint8Array.of(0xff) }),
    code: 'BID_INVALID'
  },
  'another message in place of a bid': {
    answer: () => ({ type: 'RESULT_ACK', payload: encodeResultAck({ leaseId: 1n }) }),
    code: 'BID_INVALID'
  },
  'a decline': {
    answer: ({ taskId, attempt }) => ({
      type: 'DECLINE',
      payload: encodeDecline({ taskId, attempt, code: 'WORKER_PRICE_TOO_HIGH', message: 'too cheap' })
    }),
    code: 'WORKER_PRICE_TOO_HIGH'
  },
  'a refusal': {
    answer: () => {
      throw new AileeError('WORKER_NOT_TRUSTED', 'who are you')
    },
    code: 'WORKER_UNRESPONSIVE'
  },
  'a malformed decline': {
    answer: () => ({ type: 'DECLINE', payload: Uint8Array.of(0xff) }),
    code: 'WORKER_UNRESPONSIVE'
  }
}

for (const [what, { answer, code }] of Object.entries(answers)) {
  scenario(`${what} is put down as ${code}, and another worker gets the task`, async (world) => {
    const client = world.client()
    const odd = await world.worker({ answerOffer: answer }).connect()
    const { status } = await client.submit()
    await world.until(async () => (await world.task(status.taskId)).rejections.length > 0)
    const { rejections, state } = (await client.get(status.taskId)).status
    assert.equal(
      rejections.map((rejection) => [rejection.worker, rejection.code]),
      [[odd.nodeId, code]]
    )
    assert.ok(state === 'QUEUED' || state === 'OFFERED', state)
    const good = await world.worker(prompt).connect()
    const ended = await world.end(status.taskId)
    assert.is(ended.state, 'COMPLETED')
    assert.is(ended.executions[0]?.worker, good.nodeId)
    assert.is(odd.assignments.length, 0)
    // Talk costs nothing but time: only executions are judged.
    assert.equal(await world.reputation(odd), { successes: 0, failures: 0, disputes: 0 })
  })
}

scenario('a task that no worker fits fails after the grace, with a reason for each worker', async (world) => {
  const client = world.client()
  const unfit = {
    WORKER_REGION_MISMATCH: { region: 'us' },
    WORKER_MEMORY_TOO_SMALL: { memoryBytes: 1 },
    WORKER_ISOLATION_TOO_LOW: { isolation: 'reduced' as const },
    WORKER_DRAINING: { draining: true }
  }
  const expected = new Map<string, string>()
  for (const [code, status] of Object.entries(unfit)) {
    expected.set((await world.worker({ status }).connect()).nodeId, code)
  }
  const { status } = await client.submit({ requirements: { ...anyone, regions: ['eu'], isolation: 'full' } })
  await world.advance(9_000)
  const waiting = (await client.get(status.taskId)).status
  assert.is(waiting.code, 'NO_ELIGIBLE_WORKER')
  assert.ok(waiting.state === 'QUEUED' || waiting.state === 'OFFERED')
  const ended = await world.end(status.taskId, 15_000)
  assert.equal([ended.state, ended.code], ['FAILED', 'NO_ELIGIBLE_WORKER'])
  assert.equal(
    Object.fromEntries(ended.rejections.map(({ worker, code }) => [worker, code])),
    Object.fromEntries(expected)
  )
  assert.is(client.complete(status.taskId)?.status.rejections.length, expected.size)
})

scenario('a minimum reputation keeps new workers out', async (world) => {
  const client = world.client()
  const worker = await world.worker(prompt).connect()
  const requirements = { ...anyone, minReputationPermille: 501 }
  const { status } = await client.submit({ requirements })
  await world.advance(500)
  assert.is((await world.task(status.taskId)).rejections[0]?.code, 'WORKER_REPUTATION_TOO_LOW')
  await world.end((await client.submit()).status.taskId)
  assert.is((await world.end(status.taskId)).executions[0]?.worker, worker.nodeId)
})

scenario('a worker that hangs is suspected and left out for a while', async (world) => {
  const client = world.client()
  const hung = await world.worker(prompt).connect()
  const good = await world.worker(prompt).connect()
  world.hub.freeze(hung.nodeId)
  const asked = (): number => world.hub.count('TASK_OFFER', { to: hung.nodeId })
  const first = await client.submit()
  const ended = await world.end(first.status.taskId)
  assert.is(ended.executions[0]?.worker, good.nodeId)
  assert.is(asked(), 1)
  const before = world.clock.now()
  const second = await world.end((await client.submit()).status.taskId)
  assert.is(second.executions[0]?.worker, good.nodeId)
  // Nobody waited for the hung one this time.
  assert.ok(world.clock.now() - before < AUCTION_MS)
  assert.is(asked(), 1)
  world.hub.thaw(hung.nodeId)
  await world.advance(SUSPECT_MS)
  await world.end((await client.submit()).status.taskId)
  assert.is(asked(), 2)
})

scenario(
  'an auction is offered to a bounded number of workers, another part of them each time',
  async (world) => {
    const client = world.client()
    const decline = ({ taskId, attempt }: TaskOffer): OutgoingMessage => ({
      type: 'DECLINE',
      payload: encodeDecline({ taskId, attempt, code: 'WORKER_BUSY', message: '' })
    })
    const workers: WorkerDouble[] = []
    for (let number = 0; number < OFFER_FANOUT + 4; number += 1) {
      workers.push(await world.worker({ answerOffer: decline }).connect())
    }
    await client.submit()
    await world.hub.settle()
    assert.is(world.hub.count('TASK_OFFER'), OFFER_FANOUT)
    await world.until(() => workers.every(({ offers }) => offers.length > 0))
  }
)

scenario('fewer are asked where the coordinator is set so, and the rest in their turn', async (world) => {
  await world.shutDown()
  world.maxBidders = 2
  await world.boot()
  const client = world.client()
  const workers: WorkerDouble[] = []
  for (let number = 0; number < 5; number += 1) workers.push(await world.worker(prompt).connect())
  const ended = await world.end((await client.submit()).status.taskId)
  const [auction] = await world.auctions(ended.taskId)
  assert.equal([auction?.asked.length, auction?.eligible, auction?.bidSet.entries.length], [2, 5, 2])
  // More winners than may be asked at once take several auctions.
  const all = await world.end((await client.submit({ replicas: 3 })).status.taskId)
  assert.is(all.executions.filter(({ state }) => state === 'RETURNED').length, 3)
})

function bid(terms: { taskId: string; attempt: number; cost: bigint }): OutgoingMessage {
  return { type: 'BID', payload: encodeBid({ ...terms, load: 0, slots: 1, moduleCached: false }) }
}

test.run()
