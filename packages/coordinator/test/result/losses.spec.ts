import { AileeError } from '@ailee/core'
import { encodeAssignAck } from '@ailee/protocol'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { ASSIGN_TIMEOUT_MS, DISCONNECT_GRACE_MS, LEASE_MS, MAX_LOST_EXECUTIONS } from '../../src/constants.js'
import type { WorkerDouble } from '../support/worker-double.js'
import { prompt, scenario, type World } from '../support/world.js'

const nothing = { successes: 0, failures: 0, disputes: 0 }
const oneFailure = { ...nothing, failures: 1 }

/** A task that runs on the first of two workers; the second one would end it at once. */
async function runningTask(world: World) {
  const client = world.client()
  const first = await world.worker({ bid: { cost: 1n } }).connect()
  const second = await world.worker(prompt).connect()
  const { status } = await client.submit()
  await world.until(() => first.running.size === 1)
  return { client, first, second, taskId: status.taskId }
}

async function expectTakenOver(world: World, taskId: string, by: WorkerDouble): Promise<void> {
  const ended = await world.end(taskId)
  assert.equal([ended.state, ended.receipts[0]?.worker], ['COMPLETED', by.nodeId])
}

scenario(
  'a worker that goes loses its lease after a short grace, and the other takes over',
  async (world) => {
    const { first, second, taskId } = await runningTask(world)
    const before = world.clock.now()
    first.disconnect()
    await expectTakenOver(world, taskId, second)
    const [lost] = await world.executions(taskId, first)
    assert.equal([lost?.state, lost?.code], ['LOST', 'LEASE_EXPIRED'])
    const tookMs = (lost?.endedAtMs ?? 0) - before
    assert.ok(tookMs >= DISCONNECT_GRACE_MS && tookMs < LEASE_MS, `${tookMs} ms`)
    assert.equal(await world.reputation(first), oneFailure)
  }
)

scenario('a worker that comes back within the grace goes on', async (world) => {
  const { first, taskId } = await runningTask(world)
  first.disconnect()
  await world.advance(DISCONNECT_GRACE_MS / 2)
  await first.connect()
  assert.is(world.leases(first), 1)
  await first.sendHeartbeat()
  await world.advance(3 * LEASE_MS)
  await first.finish()
  const ended = await world.end(taskId)
  assert.equal([ended.state, ended.executions.length], ['COMPLETED', 1])
  assert.equal(await world.reputation(first), { ...nothing, successes: 1 })
})

scenario(
  'a worker that freezes loses its lease; its late result is acknowledged and changes nothing',
  async (world) => {
    const { client, first, second, taskId } = await runningTask(world)
    world.hub.freeze(first.nodeId)
    const before = world.clock.now()
    await expectTakenOver(world, taskId, second)
    const [lost] = await world.executions(taskId, first)
    assert.equal([lost?.state, lost?.code], ['LOST', 'LEASE_EXPIRED'])
    assert.ok((lost?.endedAtMs ?? 0) - before <= LEASE_MS + 500)
    const ended = await world.task(taskId)
    const told = client.pushed.length
    world.hub.thaw(first.nodeId)
    await first.finish(first.last, { output: Uint8Array.of(1) })
    assert.equal(await world.task(taskId), ended)
    assert.is(client.pushed.length, told)
    assert.equal(await world.reputation(first), oneFailure)
    assert.is(world.leases(first), 0)
  }
)

scenario('a late result while the task runs elsewhere changes nothing either', async (world) => {
  const { first, second, taskId } = await runningTask(world)
  second.script = {}
  world.hub.freeze(first.nodeId)
  await world.until(() => second.running.size === 1)
  world.hub.thaw(first.nodeId)
  await first.finish(first.assignments[0], { output: Uint8Array.of(1) })
  assert.is((await world.task(taskId)).state, 'RUNNING')
  await second.finish()
  await expectTakenOver(world, taskId, second)
})

scenario('heartbeats keep a lease for as long as they come', async (world) => {
  const { first, taskId } = await runningTask(world)
  await world.advance(10 * LEASE_MS)
  assert.is((await world.task(taskId)).state, 'RUNNING')
  assert.equal(first.revoked, [])
})

scenario("nobody keeps another's lease alive", async (world) => {
  const { first, second, taskId } = await runningTask(world)
  const { leaseId } = first.last
  world.hub.freeze(first.nodeId)
  const beats = Array.from({ length: 8 }, (_, index) => (index + 1) * 500)
  for (const _ of beats) {
    await second.sendHeartbeat([leaseId])
    await world.advance(500)
  }
  await expectTakenOver(world, taskId, second)
  assert.ok(second.revoked.some((revoked) => revoked.leaseId === leaseId))
})

scenario('a heartbeat of a lease that is not out is answered with its revocation', async (world) => {
  const worker = await world.worker().connect()
  await worker.sendHeartbeat([77n])
  await world.hub.settle()
  assert.equal(worker.revoked, [{ leaseId: 77n, code: 'LEASE_UNKNOWN' }])
})

for (const code of ['TIMEOUT', 'KILLED'] as const) {
  scenario(`${code} decides nothing: the task is tried elsewhere`, async (world) => {
    const { first, second, taskId } = await runningTask(world)
    await first.finish(first.last, { code, detail: 'too slow' })
    const [lost] = await world.executions(taskId, first)
    assert.equal([lost?.state, lost?.code, lost?.message], ['LOST', code, 'too slow'])
    await expectTakenOver(world, taskId, second)
    assert.equal(await world.reputation(first), oneFailure)
  })
}

scenario('a task lost too often fails with what the last run said', async (world) => {
  const client = world.client()
  const workers: WorkerDouble[] = []
  for (let number = 0; number < MAX_LOST_EXECUTIONS + 1; number += 1) {
    workers.push(await world.worker({ run: () => ({ code: 'TIMEOUT', detail: 'too slow' }) }).connect())
  }
  const { status } = await client.submit()
  const ended = await world.end(status.taskId)
  assert.equal([ended.state, ended.code, ended.message], ['FAILED', 'TIMEOUT', 'too slow'])
  assert.is(ended.executions.length, MAX_LOST_EXECUTIONS)
  // Each time another one, and longer apart each time.
  assert.is(new Set(ended.executions.map(({ worker }) => worker)).size, MAX_LOST_EXECUTIONS)
  const starts = ended.executions.map(({ assignedAtMs }) => assignedAtMs)
  const [a = 0, b = 0, c = 0] = starts
  assert.ok(b - a >= 100 && c - b >= 200, starts.join())
  // It rests on nothing that was checked.
  assert.equal([ended.receipts.length, client.complete(status.taskId)?.receipts.length], [0, 0])
})

scenario('a task whose workers all die fails with EXECUTION_LOST', async (world) => {
  const client = world.client()
  const workers: WorkerDouble[] = []
  for (let number = 0; number < MAX_LOST_EXECUTIONS; number += 1) workers.push(await world.worker().connect())
  const { status } = await client.submit()
  for (let number = 0; number < MAX_LOST_EXECUTIONS; number += 1) {
    await world.until(() => workers.some(({ running }) => running.size === 1))
    for (const worker of workers) {
      if (worker.running.size === 0) continue
      worker.disconnect()
      worker.running.clear()
    }
  }
  const ended = await world.end(status.taskId)
  assert.equal([ended.state, ended.code], ['FAILED', 'EXECUTION_LOST'])
})

scenario('the last worker there is may try again what was lost on it', async (world) => {
  const client = world.client()
  let runs = 0
  const worker = await world
    .worker({
      run: () => {
        runs += 1
        return runs === 1 ? { code: 'KILLED' } : {}
      }
    })
    .connect()
  const { status } = await client.submit()
  const ended = await world.end(status.taskId)
  assert.equal([ended.state, ended.executions.length], ['COMPLETED', 2])
  assert.equal(await world.reputation(worker), { ...nothing, successes: 1, failures: 1 })
})

scenario('a worker without room hands the task back: no fault, no exclusion', async (world) => {
  const client = world.client()
  let refusals = 0
  const worker = await world
    .worker({
      ...prompt,
      answerAssignment: () => {
        refusals += 1
        if (refusals === 1) throw new AileeError('WORKER_BUSY', 'no free slot')
        return undefined as never
      }
    })
    .connect()
  const { status } = await client.submit()
  const ended = await world.end(status.taskId)
  assert.is(ended.state, 'COMPLETED')
  assert.equal(
    ended.executions.map(({ state, code, worker: by }) => [state, code, by]),
    [
      ['REVOKED', 'WORKER_BUSY', worker.nodeId],
      ['RETURNED', '', worker.nodeId]
    ]
  )
  assert.equal(await world.reputation(worker), { ...nothing, successes: 1 })
})

scenario('a worker that stops returns its lease, and the task goes on elsewhere', async (world) => {
  const { first, second, taskId } = await runningTask(world)
  await first.sendStatus({ draining: true })
  await first.returnLease(first.last.leaseId)
  await expectTakenOver(world, taskId, second)
  const [returned] = await world.executions(taskId, first)
  assert.equal([returned?.state, returned?.code], ['REVOKED', 'WORKER_DRAINING'])
  assert.equal(await world.reputation(first), nothing)
})

scenario("nobody returns another's lease", async (world) => {
  const { first, second, taskId } = await runningTask(world)
  await second.returnLease(first.last.leaseId)
  await world.hub.settle()
  assert.is((await world.task(taskId)).state, 'RUNNING')
  assert.is(world.leases(first), 1)
})

scenario(
  'an assignment that is not answered is given to somebody else, and its late run revoked',
  async (world) => {
    const client = world.client()
    world.hub.rule = ({ type }) => (type === 'ASSIGN_ACK' ? 'lost' : 'arrives')
    const first = await world.worker({ bid: { cost: 1n } }).connect()
    const second = await world.worker(prompt).connect()
    const { status } = await client.submit()
    await world.until(() => first.revoked.length > 0)
    world.hub.rule = () => 'arrives'
    await expectTakenOver(world, status.taskId, second)
    const [lost] = await world.executions(status.taskId, first)
    assert.equal([lost?.state, lost?.code], ['LOST', 'ASSIGNMENT_UNANSWERED'])
    assert.ok((lost?.endedAtMs ?? 0) - (lost?.assignedAtMs ?? 0) >= ASSIGN_TIMEOUT_MS)
    assert.is(first.running.size, 0)
  }
)

scenario('an acknowledgement of another lease is none', async (world) => {
  const client = world.client()
  const odd = await world
    .worker({
      bid: { cost: 1n },
      answerAssignment: ({ taskId, leaseId }) => ({
        type: 'ASSIGN_ACK',
        payload: encodeAssignAck({ taskId, leaseId: leaseId + 1n })
      })
    })
    .connect()
  const good = await world.worker(prompt).connect()
  const { status } = await client.submit()
  await expectTakenOver(world, status.taskId, good)
  assert.is((await world.executions(status.taskId, odd))[0]?.code, 'ASSIGNMENT_UNANSWERED')
})

scenario('a result that comes before its acknowledgement counts', async (world) => {
  const client = world.client()
  const gate = Promise.withResolvers<void>()
  world.hub.rule = ({ type }) => (type === 'ASSIGN_ACK' ? gate.promise : 'arrives')
  const worker = await world.worker(prompt).connect()
  const { status } = await client.submit()
  assert.is((await world.end(status.taskId)).state, 'COMPLETED')
  gate.resolve()
  await world.advance(ASSIGN_TIMEOUT_MS)
  assert.is((await world.task(status.taskId)).state, 'COMPLETED')
  assert.equal(await world.reputation(worker), { ...nothing, successes: 1 })
})

scenario(
  'a loss that cannot be stored is stored later, and holds neither task nor slot for ever',
  async (world) => {
    const { first, second, taskId } = await runningTask(world)
    world.hub.freeze(first.nodeId)
    world.store.failing = true
    await world.advance(2 * LEASE_MS)
    world.store.failing = false
    await expectTakenOver(world, taskId, second)
    assert.equal([world.leases(first), world.coordinator.running], [0, 0])
    // Told once of a failure that was tried several times.
    assert.equal(await world.reputation(first), oneFailure)
  },
  { errors: true }
)

scenario(
  'a refusal that cannot be stored does not end the process',
  async (world) => {
    const client = world.client()
    const worker = await world
      .worker({
        answerAssignment: () => {
          world.store.failing = true
          throw new AileeError('WORKER_BUSY', 'no free slot')
        }
      })
      .connect()
    const { status } = await client.submit()
    await world.advance(1_000)
    worker.script = prompt
    world.store.failing = false
    assert.is((await world.end(status.taskId)).state, 'COMPLETED')
    assert.equal([world.leases(worker), world.coordinator.running], [0, 0])
  },
  { errors: true }
)

scenario('a coordinator that was stopped for a while does not blame its workers', async (world) => {
  const { first, taskId } = await runningTask(world)
  world.clock.jump(20_000)
  await world.advance(1_000)
  assert.is((await world.task(taskId)).state, 'RUNNING')
  assert.equal(first.revoked, [])
  // It is not blind from then on: without heartbeats the lease runs out some time later.
  world.hub.freeze(first.nodeId)
  await world.advance(20_000 + 4 * LEASE_MS)
  assert.is((await world.task(taskId)).state, 'COMPLETED')
})

test.run()
