import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { codeOf, prompt, scenario } from '../support/world.js'

scenario('a client asks for its own tasks only', async (world) => {
  const [one, other] = [world.client(), world.client()]
  const { status } = await one.submit()
  assert.is((await one.get(status.taskId)).status.state, 'QUEUED')
  assert.is(await codeOf(other.get(status.taskId)), 'TASK_NOT_FOUND')
  assert.is(await codeOf(other.get(status.taskId, true)), 'TASK_NOT_FOUND')
  assert.is(await codeOf(one.get('ab'.repeat(32))), 'TASK_NOT_FOUND')
  // What was refused is not followed either.
  await world.worker(prompt).connect()
  await world.end(status.taskId)
  assert.is(other.pushed.length, 0)
})

scenario('whoever speaks for a client has its tasks, and is told of them', async (world) => {
  const one = world.client()
  const other = world.client(one.nodeId)
  const submit = one.submission({ id: 1 })
  const { status } = await one.send(submit)
  assert.is(other.taskId(submit), status.taskId)
  assert.is((await other.submit({ id: 1 })).status.submittedAtMs, status.submittedAtMs)
  assert.equal(
    (await other.list()).map(({ taskId }) => taskId),
    [status.taskId]
  )
  await other.get(status.taskId, true)
  await other.cancel(status.taskId)
  await world.hub.settle()
  for (const client of [one, other]) assert.is(client.states(status.taskId).at(-1), 'CANCELLED')
  assert.is((await world.task(status.taskId)).client, one.nodeId)
})

scenario('a client lists its own tasks, newest first, open and ended', async (world) => {
  const [one, other] = [world.client(), world.client()]
  await other.submit()
  const first = await one.submit()
  await world.advance(10)
  const second = await one.submit()
  await one.cancel(first.status.taskId)
  const listed = await one.list()
  assert.equal(
    listed.map(({ taskId, state }) => [taskId, state]),
    [
      [second.status.taskId, 'QUEUED'],
      [first.status.taskId, 'CANCELLED']
    ]
  )
  assert.is((await one.list(1)).length, 1)
  assert.is((await other.list()).length, 1)
})

scenario('a waiting task is cancelled', async (world) => {
  const client = world.client()
  const { status } = await client.submit()
  assert.is(world.coordinator.pending, 1)
  const report = await client.cancel(status.taskId)
  assert.is(report.complete?.status.state, 'CANCELLED')
  assert.is(report.complete?.status.code, 'CANCELLED_BY_CLIENT')
  assert.is(world.coordinator.pending, 0)
  const worker = await world.worker(prompt).connect()
  await world.advance(1_000)
  assert.is(worker.offers.length, 0)
})

scenario('cancelling a running task stops the run and frees the slot', async (world) => {
  const client = world.client()
  const worker = await world.worker().connect()
  const { status } = await client.submit()
  await world.until(() => worker.running.size === 1)
  assert.equal([world.leases(worker), world.coordinator.running], [1, 1])
  await client.cancel(status.taskId)
  await world.hub.settle()
  assert.equal(worker.revoked, [{ leaseId: worker.last.leaseId, code: 'CANCELLED' }])
  assert.equal([world.leases(worker), world.coordinator.running], [0, 0])
  assert.equal(client.states(status.taskId).at(-1), 'CANCELLED')
  assert.equal(await world.reputation(worker), { successes: 0, failures: 0, disputes: 0 })
  // What the worker still says about it changes nothing, and the slot is there for the next task.
  await worker.finish()
  assert.is((await world.task(status.taskId)).state, 'CANCELLED')
  worker.script = prompt
  const next = await client.submit()
  assert.is((await world.end(next.status.taskId)).state, 'COMPLETED')
})

scenario('a task cancelled during its auction is given to nobody', async (world) => {
  const client = world.client()
  const gate = Promise.withResolvers<void>()
  const worker = await world.worker(prompt).connect()
  world.hub.rule = ({ type }) => (type === 'BID' ? gate.promise : 'arrives')
  const { status } = await client.submit()
  await client.cancel(status.taskId)
  gate.resolve()
  await world.advance(1_000)
  assert.is(worker.assignments.length, 0)
  assert.equal([world.leases(worker), world.coordinator.running, world.coordinator.pending], [0, 0, 0])
})

scenario('cancelling what has ended changes nothing', async (world) => {
  const client = world.client()
  await world.worker(prompt).connect()
  const { status } = await client.submit()
  await world.end(status.taskId)
  assert.is((await client.cancel(status.taskId)).complete?.status.state, 'COMPLETED')
})

scenario("another client's task cannot be cancelled", async (world) => {
  const { status } = await world.client().submit()
  assert.is(await codeOf(world.client().cancel(status.taskId)), 'TASK_NOT_FOUND')
  assert.is((await world.task(status.taskId)).state, 'QUEUED')
})

test.run()
