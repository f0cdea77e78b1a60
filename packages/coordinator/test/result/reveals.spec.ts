import { bytesEqual, contentHash, MAX_INLINE_OUTPUT_BYTES } from '@ailee/protocol'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { COMMITMENTS_WAIT_MS, REVEAL_TIMEOUT_MS } from '../../src/constants.js'
import { plainOutput, type WorkerDouble, type WorkerScript } from '../support/worker-double.js'
import { codeOf, prompt, scenario, type World } from '../support/world.js'

const other = new TextEncoder().encode('another answer\n')

async function connected(world: World, count: number, script: WorkerScript = {}): Promise<WorkerDouble[]> {
  return Promise.all(Array.from({ length: count }, () => world.worker(script).connect()))
}

/** Lets a task of so many replicas be submitted and assigned to all of these workers. */
async function assignedTo(world: World, workers: readonly WorkerDouble[]): Promise<string> {
  const { status } = await world.client().submit({ replicas: workers.length })
  await world.until(() => workers.every(({ running }) => running.size === 1))
  return status.taskId
}

async function states(world: World, taskId: string): Promise<string[]> {
  return (await world.task(taskId)).executions.map(({ state, code }) => `${state} ${code}`.trim()).sort()
}

const asked = (workers: readonly WorkerDouble[]): number[] => workers.map((worker) => worker.asked.length)

scenario('no result is asked for before every replica has committed to its own', async (world) => {
  const workers = await connected(world, 3)
  const [one, two, three] = workers as [WorkerDouble, WorkerDouble, WorkerDouble]
  const taskId = await assignedTo(world, workers)
  assert.ok(workers.every(({ last }) => last.commitFirst))
  await one.finish()
  await two.finish()
  await world.advance(5_000)
  assert.equal(asked(workers), [0, 0, 0])
  assert.equal(await states(world, taskId), ['COMMITTED', 'COMMITTED', 'RUNNING'])
  await three.finish()
  const ended = await world.end(taskId)
  assert.equal([ended.state, ended.receipts.length], ['COMPLETED', 3])
  assert.equal(asked(workers), [1, 1, 1])
})

scenario('a task of one replica wants its result at once', async (world) => {
  const [worker] = await connected(world, 1)
  const { status } = await world.client().submit()
  await world.until(() => worker?.running.size === 1)
  assert.is(worker?.last.commitFirst, false)
  const commitment = { taskId: status.taskId, leaseId: worker?.last.leaseId ?? 0n }
  const refused = worker?.sendCommitment({ ...commitment, commitment: new Uint8Array(32) })
  assert.is(await codeOf(refused ?? Promise.resolve()), 'COMMITMENT_REFUSED')
  await worker?.finish()
  assert.is((await world.end(status.taskId)).state, 'COMPLETED')
})

scenario('nobody is asked while a replica has no worker yet', async (world) => {
  const workers = await connected(world, 2, prompt)
  const { status } = await world.client().submit({ replicas: 3 })
  await world.advance(5_000)
  assert.equal(await states(world, status.taskId), ['COMMITTED', 'COMMITTED'])
  assert.equal(asked(workers), [0, 0])
  await connected(world, 1, prompt)
  assert.is((await world.end(status.taskId)).state, 'COMPLETED')
})

scenario('what is committed to takes no slot: two tasks never wait for each other', async (world) => {
  const client = world.client()
  const workers = await connected(world, 3)
  const tasks = [await client.submit({ replicas: 3 }), await client.submit({ replicas: 3 })]
  for (let round = 0; round < 2; round += 1) {
    await world.until(() => workers.every(({ running, sealed }) => running.size > sealed.size))
    for (const worker of workers) await worker.finish()
  }
  for (const { status } of tasks) assert.is((await world.end(status.taskId)).state, 'COMPLETED')
})

scenario('a commitment cannot be changed, and the same again is acknowledged again', async (world) => {
  const workers = await connected(world, 2)
  const [worker, second] = workers as [WorkerDouble, WorkerDouble]
  const taskId = await assignedTo(world, workers)
  const salt = new Uint8Array(32).fill(4)
  const result = await worker.prove(worker.last)
  await worker.commit(result, salt)
  await worker.commit(result, salt)
  const changed = await worker.prove(worker.last, { output: other })
  assert.is(await codeOf(worker.commit(changed, salt)), 'COMMITMENT_REFUSED')
  worker.sealed.set(result.leaseId, { ...result, salt })
  await second.finish()
  assert.is((await world.end(taskId)).state, 'COMPLETED')
})

scenario("a commitment for another's lease, or one that is over, is refused", async (world) => {
  const workers = await connected(world, 2)
  const [worker, thief] = workers as [WorkerDouble, WorkerDouble]
  const taskId = await assignedTo(world, workers)
  const commitment = new Uint8Array(32)
  const { leaseId } = worker.last
  assert.is(await codeOf(thief.sendCommitment({ taskId, leaseId, commitment })), 'LEASE_UNKNOWN')
  await worker.returnLease(leaseId)
  assert.is(await codeOf(worker.sendCommitment({ taskId, leaseId, commitment })), 'LEASE_UNKNOWN')
})

scenario('who shows something else than it committed to is lost, and has the task no more', async (world) => {
  const client = world.client()
  // It waits until it knows the answer of the others.
  const copier = await world.worker({ run: () => ({ output: other }) }).connect()
  copier.script.shows = async ({ leaseId, salt }) => {
    const assignment = copier.assignments.find((one) => one.leaseId === leaseId)
    if (assignment === undefined) throw new Error('no such lease')
    return { ...(await copier.prove(assignment, { output: plainOutput })), salt }
  }
  const honest = await connected(world, 2, prompt)
  const { status } = await client.submit({ replicas: 3 })
  await world.until(async () => (await states(world, status.taskId)).includes('LOST COMMITMENT_BROKEN'))
  assert.equal(await world.reputation(copier), { successes: 0, failures: 1, disputes: 0 })
  await world.advance(5_000)
  assert.is(copier.assignments.length, 1)
  await connected(world, 1, prompt)
  const ended = await world.end(status.taskId)
  assert.is(ended.state, 'COMPLETED')
  assert.not.ok(ended.receipts.some((receipt) => receipt.worker === copier.nodeId))
  for (const { nodeId } of honest) assert.ok(ended.receipts.some((receipt) => receipt.worker === nodeId))
})

scenario("another's commitment is no good to who copies it", async (world) => {
  const workers = await connected(world, 2)
  const [worker, copier] = workers as [WorkerDouble, WorkerDouble]
  const taskId = await assignedTo(world, workers)
  const salt = new Uint8Array(32).fill(4)
  const result = await worker.prove(worker.last)
  // Even where it learns everything that the other knows.
  copier.sealed.set(copier.last.leaseId, { ...result, leaseId: copier.last.leaseId, salt })
  await worker.commit(result, salt)
  const { commitment } = (await world.executions(taskId, worker))[0] ?? {}
  if (commitment === undefined) throw new Error('no commitment is stored')
  await copier.sendCommitment({ taskId, leaseId: copier.last.leaseId, commitment })
  await world.until(async () => (await states(world, taskId)).includes('LOST RECEIPT_INVALID'))
  const mine = await copier.prove(copier.assignments[0] ?? copier.last)
  assert.is(bytesEqual(commitment, mine.receipt.outputRoot), false)
})

scenario('a result that nobody committed to is lost', async (world) => {
  const [worker] = await connected(world, 1, { ...prompt, neverCommits: true })
  const { status } = await world.client().submit({ replicas: 2 })
  await world.until(async () => (await states(world, status.taskId)).includes('LOST COMMITMENT_MISSING'))
  await world.advance(5_000)
  assert.is(worker?.assignments.length, 1)
})

scenario('a run that its machine failed is told at once, and is nothing to commit to', async (world) => {
  const workers = await connected(world, 2)
  const [unlucky, second] = workers as [WorkerDouble, WorkerDouble]
  const taskId = await assignedTo(world, workers)
  await unlucky.finish(unlucky.last, { code: 'TIMEOUT' })
  assert.equal(await states(world, taskId), ['LOST TIMEOUT', 'RUNNING'])
  // It was its machine's doing, so it may try again.
  await world.until(() => unlucky.running.size === 1)
  await unlucky.finish()
  await second.finish()
  assert.is((await world.end(taskId)).state, 'COMPLETED')
})

scenario('who commits and never shows is lost, and has the task no more', async (world) => {
  const silent = await world.worker({ ...prompt, shows: () => undefined }).connect()
  const [honest] = await connected(world, 1, prompt)
  const { status } = await world.client().submit({ replicas: 2 })
  await world.until(() => honest?.asked.length === 1 && silent.asked.length > 1)
  await connected(world, 1, prompt)
  await world.advance(REVEAL_TIMEOUT_MS - 10_000)
  assert.equal(await states(world, status.taskId), ['COMMITTED', 'RETURNED'])
  await world.until(async () => (await states(world, status.taskId)).includes('LOST REVEAL_TIMEOUT'))
  assert.ok(silent.revoked.some(({ code }) => code === 'REVEAL_TIMEOUT'))
  assert.is((await world.end(status.taskId)).state, 'COMPLETED')
  assert.is(silent.assignments.length, 1)
})

scenario('who hands back what it committed to is not blamed, and has the task no more', async (world) => {
  const [worker] = await connected(world, 1, prompt)
  const { status } = await world.client().submit({ replicas: 2 })
  await world.until(async () => (await states(world, status.taskId)).includes('COMMITTED'))
  await worker?.returnLease(worker.last.leaseId)
  await world.advance(5_000)
  assert.is(worker?.assignments.length, 1)
  assert.equal(worker && (await world.reputation(worker)), { successes: 0, failures: 0, disputes: 0 })
})

scenario('a worker that goes before it has committed holds up nobody', async (world) => {
  const workers = await connected(world, 3)
  const [one, two, gone] = workers as [WorkerDouble, WorkerDouble, WorkerDouble]
  const taskId = await assignedTo(world, workers)
  await one.finish()
  await two.finish()
  gone.disconnect()
  await world.advance(3_000)
  assert.equal(asked(workers), [0, 0, 0])
  // The one in its place commits before it can have seen anything.
  const [late] = await connected(world, 1)
  await world.until(() => late?.running.size === 1)
  await world.advance(2_000)
  assert.equal(asked(workers), [0, 0, 0])
  await late?.finish()
  assert.is((await world.end(taskId)).state, 'COMPLETED')
})

scenario('others are not waited for longer than a while', async (world) => {
  const workers = await connected(world, 2)
  const [quick, slow] = workers as [WorkerDouble, WorkerDouble]
  const taskId = await assignedTo(world, workers)
  await quick.finish()
  await world.advance(COMMITMENTS_WAIT_MS - 1_000)
  assert.is(quick.asked.length, 0)
  await world.advance(2_000)
  assert.is(quick.asked.length, 1)
  assert.equal(await states(world, taskId), ['RETURNED', 'RUNNING'])
  await slow.finish()
  assert.is((await world.end(taskId)).state, 'COMPLETED')
})

scenario(
  'a fourth replica after a disagreement commits too, and nobody is told what was shown',
  async (world) => {
    const client = world.client()
    const outputs = [plainOutput, other, Uint8Array.of(1)]
    for (const output of outputs) await world.worker({ run: () => ({ output }) }).connect()
    const { status } = await client.submit({ replicas: 3 })
    await world.until(
      async () => (await states(world, status.taskId)).filter((one) => one === 'RETURNED').length === 3
    )
    for (const report of client.pushed) assert.is(report.complete, undefined)
    const [fourth] = await connected(world, 1)
    await world.until(() => fourth?.running.size === 1)
    assert.is(fourth?.last.commitFirst, true)
    await fourth?.finish()
    const ended = await world.end(status.taskId)
    assert.equal([ended.state, ended.receipts.length, fourth?.asked.length], ['COMPLETED', 2, 1])
  }
)

scenario('a large output can be had only once it may be shown', async (world) => {
  const output = new Uint8Array(MAX_INLINE_OUTPUT_BYTES + 1).fill(3)
  const workers = await connected(world, 2, { run: () => ({ output }) })
  const { status } = await world.client().submit({ replicas: 2 })
  assert.is((await world.end(status.taskId)).outcome?.outputHash, contentHash(output))
  assert.equal(asked(workers), [1, 1])
})

for (const how of ['crash', 'shutDown'] as const) {
  scenario(`after a ${how} the coordinator asks again for what was committed to`, async (world) => {
    const workers = await connected(world, 2)
    const [one, two] = workers as [WorkerDouble, WorkerDouble]
    const taskId = await assignedTo(world, workers)
    one.script.shows = () => undefined
    await one.finish()
    await two.finish()
    await world.until(() => one.asked.length === 1 && two.asked.length === 1)
    await (how === 'crash' ? world.crash() : world.shutDown())
    delete one.script.shows
    await world.boot()
    await world.until(() => one.asked.length > 1)
    const ended = await world.end(taskId)
    assert.equal([ended.state, ended.receipts.length], ['COMPLETED', 2])
    assert.is(ended.executions.length, 2)
  })
}

scenario('a commitment is on disk before it is acknowledged', async (world) => {
  const workers = await connected(world, 2)
  const [worker, second] = workers as [WorkerDouble, WorkerDouble]
  const taskId = await assignedTo(world, workers)
  await worker.finish()
  world.crash()
  await world.boot()
  const [execution] = await world.executions(taskId, worker)
  assert.is(execution?.state, 'COMMITTED')
  assert.equal([world.leases(worker), world.leases(second)], [0, 1])
  await second.finish()
  assert.is((await world.end(taskId)).state, 'COMPLETED')
})

scenario('a worker that restarts has lost what it committed to', async (world) => {
  const workers = await connected(world, 2)
  const [worker, second] = workers as [WorkerDouble, WorkerDouble]
  const taskId = await assignedTo(world, workers)
  await worker.finish()
  worker.disconnect()
  worker.running.clear()
  worker.sealed.clear()
  await worker.connect()
  await world.until(async () => (await states(world, taskId)).includes('LOST LEASE_EXPIRED'))
  await world.advance(5_000)
  // It has seen its own result, and would wait for the other's.
  assert.is(worker.assignments.length, 1)
  assert.is(second.asked.length, 0)
})

scenario('a quorum of all is waited for: a liar among three costs another execution', async (world) => {
  const client = world.client()
  await world.worker({ run: () => ({ output: other }) }).connect()
  await connected(world, 2, prompt)
  const verification = {
    mode: 'REPLICAS' as const,
    targetErrorPpm: 1_000,
    maxDelayMs: 0,
    quorum: 3,
    referee: 'COORDINATOR' as const
  }
  const { status } = await client.submit({ replicas: 3, verification })
  await world.until(
    async () => (await states(world, status.taskId)).filter((one) => one === 'RETURNED').length === 3
  )
  await world.advance(2_000)
  await connected(world, 1, prompt)
  const ended = await world.end(status.taskId)
  assert.equal(
    ended.receipts.map(({ verdict }) => [verdict?.method, verdict?.votes]),
    new Array(3).fill(['QUORUM', 3])
  )
  assert.equal([ended.state, ended.executions.length], ['COMPLETED', 4])
})

test.run()
