import { checkReceipt, MAX_INLINE_OUTPUT_BYTES, portableVerifier } from '@ailee/protocol'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { RECOVERY_GRACE_MS } from '../src/constants.js'
import { plainOutput } from './support/worker-double.js'
import { codeOf, prompt, scenario, type World } from './support/world.js'

const nothing = { successes: 0, failures: 0, disputes: 0 }

/** The ways a coordinator goes down; both must end alike. */
const ends: Record<string, (world: World) => Promise<void>> = {
  'a crash': async (world) => world.crash(),
  'a stop': (world) => world.shutDown()
}

for (const [what, goDown] of Object.entries(ends)) {
  scenario(
    `after ${what} waiting tasks go on, ended ones stay readable, and so does what may not be done twice`,
    async (world) => {
      const client = world.client()
      const worker = await world.worker(prompt).connect()
      const done = client.submission({ id: 1 })
      const { status } = await client.send(done)
      const before = await world.end(status.taskId)
      worker.disconnect()
      const waiting = await client.submit({ id: 2 })
      await goDown(world)
      assert.is(await codeOf(client.get(status.taskId)), 'TASK_STREAM_PEER_UNREACHABLE')
      await world.boot()

      assert.equal(await world.task(status.taskId), before)
      const [receipt] = (await client.get(status.taskId)).complete?.receipts ?? []
      if (receipt === undefined) throw new Error('no receipt')
      assert.ok(checkReceipt(portableVerifier, receipt, { output: plainOutput }).every(({ ok }) => ok))
      assert.is((await client.send(done)).complete?.status.state, 'COMPLETED')
      assert.is(await codeOf(client.submit({ id: 1, reward: 2n })), 'TASK_CONFLICT')
      assert.is((await client.list()).length, 2)

      assert.is(world.coordinator.pending, 1)
      await worker.connect()
      assert.is((await world.end(waiting.status.taskId)).state, 'COMPLETED')
      assert.equal(await world.reputation(worker), { ...nothing, successes: 2 })
    }
  )

  scenario(
    `after ${what} a lease that is kept alive goes on, and its result completes the task`,
    async (world) => {
      const client = world.client()
      const worker = await world.worker().connect()
      const { status } = await client.submit()
      await world.until(() => worker.running.size === 1)
      await goDown(world)
      await world.advance(5_000)
      await world.boot()
      assert.equal([world.leases(worker), world.coordinator.running], [1, 1])
      await world.advance(2 * RECOVERY_GRACE_MS)
      assert.equal(worker.revoked, [])
      await client.get(status.taskId, true)
      await worker.finish()
      const ended = await world.end(status.taskId)
      assert.equal([ended.state, ended.executions.length], ['COMPLETED', 1])
      assert.is(client.complete(status.taskId)?.status.state, 'COMPLETED')
      assert.equal([world.leases(worker), world.coordinator.running], [0, 0])
    }
  )

  scenario(
    `after ${what} a lease nobody keeps alive goes to somebody else, after a longer grace`,
    async (world) => {
      const client = world.client()
      const gone = await world.worker({ bid: { cost: 1n } }).connect()
      const { status } = await client.submit()
      await world.until(() => gone.running.size === 1)
      await goDown(world)
      gone.disconnect()
      await world.boot()
      const upAtMs = world.clock.now()
      const heir = await world.worker(prompt).connect()
      const ended = await world.end(status.taskId)
      assert.is(ended.receipts[0]?.worker, heir.nodeId)
      const [lost] = await world.executions(status.taskId, gone)
      assert.equal([lost?.state, lost?.code], ['LOST', 'LEASE_EXPIRED'])
      assert.ok((lost?.endedAtMs ?? 0) - upAtMs >= RECOVERY_GRACE_MS)
      // New leases have ids of their own.
      assert.ok(heir.last.leaseId > gone.last.leaseId)
    }
  )

  scenario(`a worker that keeps its result through ${what} is believed afterwards`, async (world) => {
    const client = world.client()
    let ready = false
    const worker = await world.worker({ run: () => (ready ? {} : undefined) }).connect()
    const { status } = await client.submit()
    await world.until(() => worker.running.size === 1)
    await goDown(world)
    assert.is(await codeOf(worker.finish()), 'TASK_STREAM_PEER_UNREACHABLE')
    ready = true
    await world.boot()
    await worker.finish()
    assert.is((await world.end(status.taskId)).state, 'COMPLETED')
  })
}

scenario('a crash between result and verdict costs no result', async (world) => {
  const client = world.client()
  const worker = await world.worker(prompt).connect()
  // The result is on disk, the verdict never gets there.
  const stuck = Promise.withResolvers<void>()
  let writes = 0
  const { status } = await client.submit()
  world.store.commitGate = async () => {
    const { executions } = await world.task(status.taskId)
    if (executions[0]?.state !== 'RETURNED') return
    writes += 1
    stuck.resolve()
    await new Promise(() => {})
  }
  await stuck.promise
  assert.is(writes, 1)
  world.crash()
  worker.disconnect()
  await world.boot()
  const recovered = await world.task(status.taskId)
  assert.equal([recovered.state, recovered.executions[0]?.state], ['PROVISIONAL', 'RETURNED'])
  const ended = await world.end(status.taskId)
  assert.equal([ended.state, ended.executions.length], ['COMPLETED', 1])
  const [receipt] = ended.receipts
  assert.ok(receipt && checkReceipt(portableVerifier, receipt, { output: plainOutput }).every(({ ok }) => ok))
  assert.equal(await world.reputation(worker), { ...nothing, successes: 1 })
})

scenario('a crash between lease and assignment costs a grace, not the task', async (world) => {
  const client = world.client()
  world.hub.rule = ({ type }) => (type === 'ASSIGN_TASK' ? 'lost' : 'arrives')
  const worker = await world.worker(prompt).connect()
  const { status } = await client.submit()
  await world.until(async () => (await world.task(status.taskId)).state === 'ASSIGNED')
  world.crash()
  world.hub.rule = () => 'arrives'
  await world.boot()
  assert.equal([world.leases(worker), world.coordinator.running], [1, 1])
  const ended = await world.end(status.taskId)
  assert.equal([ended.state, ended.executions[0]?.code], ['COMPLETED', 'LEASE_EXPIRED'])
})

scenario('no result is acknowledged that a stop kept from being stored', async (world) => {
  const client = world.client()
  const gate = Promise.withResolvers<void>()
  const asked = Promise.withResolvers<void>()
  const worker = await world.worker().connect()
  const { status } = await client.submit()
  await world.until(() => worker.running.size === 1)
  world.wireBlobs.gate = () => {
    asked.resolve()
    return gate.promise
  }
  const output = new Uint8Array(MAX_INLINE_OUTPUT_BYTES + 1)
  const delivered = codeOf(worker.finish(worker.last, { output }))
  await asked.promise
  await world.coordinator.stop()
  gate.resolve()
  assert.is(await delivered, 'COORDINATOR_STOPPING')
  world.hub.disconnect(world.coordinatorId)
  await world.boot()
  await worker.finish(worker.last, { output })
  const ended = await world.end(status.taskId)
  assert.equal([ended.state, ended.executions.length], ['COMPLETED', 1])
})

scenario('a stop blames no worker for what it interrupts', async (world) => {
  const client = world.client()
  const worker = await world.worker().connect()
  world.hub.rule = ({ type }) => (type === 'ASSIGN_ACK' ? 'lost' : 'arrives')
  const { status } = await client.submit()
  await world.until(() => worker.running.size === 1)
  await world.shutDown()
  await world.hub.settle()
  assert.equal(await world.reputation(worker), nothing)
  assert.equal(worker.revoked, [])
  world.hub.rule = () => 'arrives'
  await world.boot()
  await worker.finish()
  assert.is((await world.end(status.taskId)).state, 'COMPLETED')
})

scenario('a coordinator misses no worker that is there before it has started', async (world) => {
  const client = world.client()
  const worker = await world.worker(prompt).connect()
  world.crash()
  await world.boot(async () => {
    await world.hub.settle()
    assert.is(world.hub.count('WORKER_STATUS', { from: worker.nodeId }), 2)
    // Whoever asks too early may ask again.
    assert.is(await codeOf(client.submit()), 'COORDINATOR_STOPPING')
  })
  const { status } = await client.submit()
  assert.is((await world.end(status.taskId)).state, 'COMPLETED')
})

scenario('deadlines go on while the coordinator is down', async (world) => {
  const client = world.client()
  const { status } = await client.submit({ deadlineMs: 5_000 })
  world.crash()
  await world.advance(6_000)
  await world.boot()
  assert.is((await world.end(status.taskId, 1_000)).state, 'EXPIRED')
})

scenario('reputations are remembered', async (world) => {
  const client = world.client()
  const worker = await world.worker(prompt).connect()
  await world.end((await client.submit()).status.taskId)
  const score = world.coordinator.workers.reputation(worker.nodeId)
  assert.ok(score > 0.5)
  world.crash()
  await world.boot()
  assert.is(world.coordinator.workers.reputation(worker.nodeId), score)
})

test.run()
