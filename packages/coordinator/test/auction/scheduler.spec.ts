import { AileeError } from '@ailee/core'
import { isEnded } from '@ailee/protocol'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { AGING_MS } from '../../src/constants.js'
import type { ClientDouble } from '../support/client-double.js'
import { codeOf, prompt, scenario } from '../support/world.js'

scenario('without a worker a task waits until its deadline, then expires', async (world) => {
  const client = world.client()
  const { status } = await client.submit({ deadlineMs: 30_000 })
  await world.advance(29_000)
  const waiting = await world.task(status.taskId)
  assert.equal([waiting.state, waiting.attempts], ['QUEUED', 0])
  const ended = await world.end(status.taskId)
  assert.equal([ended.state, ended.code], ['EXPIRED', 'DEADLINE_EXCEEDED'])
  assert.is(client.complete(status.taskId)?.status.code, 'DEADLINE_EXCEEDED')
  assert.is(world.coordinator.pending, 0)
})

scenario('a deadline ends a running task and frees its worker', async (world) => {
  const client = world.client()
  const worker = await world.worker().connect()
  const { status } = await client.submit({ deadlineMs: 5_000 })
  const ended = await world.end(status.taskId)
  assert.equal([ended.state, ended.executions[0]?.state], ['EXPIRED', 'REVOKED'])
  await world.hub.settle()
  assert.equal(
    worker.revoked.map(({ code }) => code),
    ['EXPIRED']
  )
  assert.is(world.leases(worker), 0)
})

scenario('more tasks than slots: every slot is used, none twice', async (world) => {
  const client = world.client()
  const [small, large] = [
    await world.worker({ status: { slots: 1 } }).connect(),
    await world.worker({ status: { slots: 3 } }).connect()
  ]
  const submitted = await Promise.all(Array.from({ length: 10 }, () => client.submit()))
  await world.advance(1_000)
  assert.equal([small.running.size, large.running.size], [1, 3])
  assert.equal([world.coordinator.running, world.coordinator.pending], [4, 6])
  for (let left = 10; left > 0; ) {
    for (const worker of [small, large]) {
      for (const assignment of worker.running.values()) {
        await worker.finish(assignment)
        left -= 1
      }
    }
    await world.advance(200)
    assert.ok(small.running.size <= 1 && large.running.size <= 3)
  }
  for (const { status } of submitted) assert.is((await world.task(status.taskId)).state, 'COMPLETED')
  assert.is(small.assignments.length + large.assignments.length, 10)
})

scenario('urgent tasks go first', async (world) => {
  const client = world.client()
  const worker = await world.worker().connect()
  await client.submit()
  await world.until(() => worker.running.size === 1)
  const order = ['LOW', 'CRITICAL', 'NORMAL', 'HIGH'] as const
  const ids = new Map<string, string>()
  for (const priority of order) ids.set((await client.submit({ priority })).status.taskId, priority)
  const ran: (string | undefined)[] = []
  for (let turn = 0; turn < order.length; turn += 1) {
    await worker.finish()
    await world.until(() => worker.running.size === 1)
    ran.push(ids.get(worker.last.taskId))
  }
  assert.equal(ran, ['CRITICAL', 'HIGH', 'NORMAL', 'LOW'])
})

scenario('clients take turns, however many tasks one of them has waiting', async (world) => {
  const [first, second] = [world.client(), world.client()]
  const worker = await world.worker().connect()
  const owners = new Map<string, string>()
  const submit = async (client: ClientDouble, name: string): Promise<void> => {
    owners.set((await client.submit()).status.taskId, name)
  }
  for (let count = 0; count < 6; count += 1) await submit(first, 'first')
  await world.until(() => worker.running.size === 1)
  for (let count = 0; count < 2; count += 1) await submit(second, 'second')
  const ran: (string | undefined)[] = [owners.get(worker.last.taskId)]
  while (ran.length < owners.size) {
    await worker.finish()
    await world.until(() => worker.running.size === 1)
    ran.push(owners.get(worker.last.taskId))
  }
  const expected = ['first', 'first', 'second', 'first', 'second', 'first', 'first', 'first']
  assert.equal(ran, expected)
})

scenario(
  'a task ages: one of low priority goes before a more urgent one that came much later',
  async (world) => {
    const client = world.client()
    const worker = await world.worker().connect()
    await client.submit()
    await world.until(() => worker.running.size === 1)
    const low = (await client.submit({ priority: 'LOW' })).status.taskId
    await world.advance(2 * AGING_MS)
    const high = (await client.submit({ priority: 'HIGH' })).status.taskId
    const critical = (await client.submit({ priority: 'CRITICAL' })).status.taskId
    const ran: string[] = []
    for (let count = 0; count < 3; count += 1) {
      await worker.finish()
      await world.until(() => worker.running.size === 1)
      ran.push(worker.last.taskId)
    }
    assert.equal(ran, [critical, low, high])
  }
)

scenario('a worker that comes is given the waiting tasks at once', async (world) => {
  const client = world.client()
  await world.worker({ status: { region: 'us' } }).connect()
  const requirements = { regions: ['eu'], minReputationPermille: 0, isolation: undefined }
  const { status } = await client.submit({ requirements })
  await world.advance(5_000)
  await world.worker(prompt).connect()
  await world.hub.settle()
  assert.is((await world.task(status.taskId)).state, 'COMPLETED')
})

scenario(
  'a worker that comes while a task holds back after a loss changes nothing about that',
  async (world) => {
    const client = world.client()
    await world.worker({ run: () => ({ code: 'KILLED' }) }).connect()
    const { status } = await client.submit()
    await world.hub.settle()
    const { notBeforeMs } = await world.task(status.taskId)
    assert.ok(notBeforeMs > world.clock.now())
    await world.worker(prompt).connect()
    assert.is((await world.task(status.taskId)).state, 'QUEUED')
    assert.is((await world.end(status.taskId)).state, 'COMPLETED')
  }
)

scenario('a worker that bids and then is always busy does not make the coordinator spin', async (world) => {
  const client = world.client()
  const liar = await world
    .worker({
      answerAssignment: () => {
        throw new AileeError('WORKER_BUSY', 'not now')
      }
    })
    .connect()
  const { status } = await client.submit()
  await world.advance(2_000)
  assert.ok(liar.offers.length > 1)
  assert.ok(liar.offers.length <= 2_000 / 100 + 1, `${liar.offers.length} auctions in two seconds`)
  await world.worker(prompt).connect()
  assert.is((await world.end(status.taskId)).state, 'COMPLETED')
  assert.is(world.leases(liar), 0)
})

scenario(
  'a store that fails for a while costs time, but no slot and no task',
  async (world) => {
    const client = world.client()
    const workers = [
      await world.worker({ ...prompt, status: { slots: 2 } }).connect(),
      await world.worker({ ...prompt, status: { slots: 2 } }).connect()
    ]
    const submitted = await Promise.all([2, 1, 2].map((replicas) => client.submit({ replicas })))
    for (let round = 0; round < 4; round += 1) {
      world.store.failing = true
      assert.is(await codeOf(client.submit()), 'STORE_WRITE_FAILED')
      await world.advance(700)
      world.store.failing = false
      await world.advance(300)
    }
    await world.until(async () => {
      const tasks = await Promise.all(submitted.map(({ status }) => world.task(status.taskId)))
      return tasks.every(({ state }) => isEnded(state))
    })
    for (const { status } of submitted) {
      const { state, code } = await world.task(status.taskId)
      assert.equal([state, code], ['COMPLETED', ''])
    }
    assert.equal(
      workers.map((worker) => world.leases(worker)),
      [0, 0]
    )
    assert.equal([world.coordinator.running, world.coordinator.pending], [0, 0])
  },
  { errors: true }
)

test.run()
