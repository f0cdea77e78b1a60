import {
  bytesEqual,
  contentHash,
  isSignedByCoordinator,
  isSignedByWorker,
  MAX_INLINE_OUTPUT_BYTES,
  portableVerifier,
  type ReceiptBody,
  type Result
} from '@ailee/protocol'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { Run, WorkerDouble, WorkerScript } from '../support/worker-double.js'
import { plainOutput } from '../support/worker-double.js'
import { prompt, scenario, type World } from '../support/world.js'

const other = new TextEncoder().encode('another answer\n')
const says = (run: Run): WorkerScript => ({ run: () => run })

scenario('a module that traps fails its task, proven by the receipt', async (world) => {
  const client = world.client()
  const worker = await world
    .worker(says({ code: 'TRAP', trap: 'unreachable', detail: 'unreachable executed' }))
    .connect()
  const { status } = await client.submit()
  const ended = await world.end(status.taskId)
  assert.equal([ended.state, ended.code, ended.message], ['FAILED', 'TRAP', 'unreachable executed'])
  const [receipt] = client.complete(status.taskId)?.receipts ?? []
  if (receipt === undefined) throw new Error('no receipt')
  assert.equal([receipt.code, receipt.trap], ['TRAP', 'unreachable'])
  assert.ok(isSignedByWorker(portableVerifier, receipt) && isSignedByCoordinator(portableVerifier, receipt))
  // It is the module's failure: the worker did its work, and nobody else is asked.
  assert.equal(await world.reputation(worker), { successes: 1, failures: 0, disputes: 0 })
  assert.is(ended.executions.length, 1)
})

scenario('a program that says it failed has run all the same', async (world) => {
  const client = world.client()
  await world.worker(says({ exitCode: 7 })).connect()
  const { status } = await client.submit()
  assert.is((await world.end(status.taskId)).state, 'COMPLETED')
  assert.is(client.complete(status.taskId)?.receipts[0]?.exitCode, 7)
})

scenario('a task without output needs no blob', async (world) => {
  const client = world.client()
  await world.worker(says({ output: new Uint8Array() })).connect()
  const { status } = await client.submit()
  assert.is((await world.end(status.taskId)).state, 'COMPLETED')
  assert.is(client.complete(status.taskId)?.outcome?.outputBytes, 0)
})

scenario('a large output is fetched from the worker and kept', async (world) => {
  const client = world.client()
  const output = new Uint8Array(MAX_INLINE_OUTPUT_BYTES + 1).fill(3)
  const worker = await world.worker(says({ output })).connect()
  const { status } = await client.submit()
  assert.is((await world.end(status.taskId)).state, 'COMPLETED')
  assert.is(world.wireBlobs.fetched.at(-1)?.from, worker.nodeId)
  const kept = await world.wireBlobs.sources.get(world.coordinatorId)?.get(contentHash(output))
  assert.ok(kept !== undefined && bytesEqual(kept, output))
})

scenario('a lease does not run out while its output is fetched', async (world) => {
  const client = world.client()
  const asked = Promise.withResolvers<void>()
  const gate = Promise.withResolvers<void>()
  const worker = await world.worker().connect()
  const { status } = await client.submit()
  await world.until(() => worker.running.size === 1)
  world.wireBlobs.gate = () => {
    asked.resolve()
    return gate.promise
  }
  const output = new Uint8Array(MAX_INLINE_OUTPUT_BYTES + 1)
  const result = await worker.prove(worker.last, { output })
  worker.running.clear()
  const delivered = worker.deliver(result)
  await asked.promise
  world.clock.advance(4_000)
  gate.resolve()
  await delivered
  assert.is((await world.end(status.taskId)).state, 'COMPLETED')
})

scenario('an output that cannot be fetched loses the execution', async (world) => {
  const client = world.client()
  const worker = await world.worker(says({ output: new Uint8Array(MAX_INLINE_OUTPUT_BYTES + 1) })).connect()
  world.wireBlobs.sources.delete(worker.nodeId)
  const { status } = await client.submit()
  await world.hub.settle()
  await expectLost(world, status.taskId, worker, 'OUTPUT_UNAVAILABLE')
})

const forgeries: Record<string, (body: ReceiptBody) => Partial<ReceiptBody>> = {
  'another network': () => ({ network: 'other' }),
  'another task': () => ({ taskId: 'ab'.repeat(32) }),
  'another nonce': () => ({ nonce: new Uint8Array(16) }),
  'another module': () => ({ moduleHash: 'ab'.repeat(32) }),
  'another function': () => ({ function: 'other' }),
  'another input': () => ({ inputHash: 'ab'.repeat(32) }),
  'another seed': () => ({ seed: new Uint8Array(32) }),
  'another clock': ({ clockMs }) => ({ clockMs: clockMs + 1 }),
  'another memory limit': ({ limits }) => ({ limits: { ...limits, memoryBytes: 1 } }),
  'more fuel': ({ limits }) => ({ limits: { ...limits, fuel: limits.fuel + 1n } }),
  'another wall time': ({ limits }) => ({ limits: { ...limits, wallTimeMs: 1 } }),
  'another output limit': ({ limits }) => ({ limits: { ...limits, outputBytes: 1 } }),
  'a memory hash nobody asked for': () => ({ memoryHash: new Uint8Array(32) }),
  'another output size': ({ outputBytes }) => ({ outputBytes: outputBytes + 1 }),
  'the name of another worker': () => ({ worker: 'somebody-else' })
}

for (const [what, forge] of Object.entries(forgeries)) {
  scenario(`a receipt of ${what} is no receipt`, async (world) => {
    const forged = { ...prompt, forgeBody: (body: ReceiptBody) => ({ ...body, ...forge(body) }) }
    await expectForgeryLost(world, forged, 'RECEIPT_INVALID')
  })
}

scenario('a receipt with a changed signature is no receipt', (world) =>
  expectForgeryLost(world, { ...prompt, forgeResult: withReceipt(unsigned) }, 'RECEIPT_INVALID')
)

scenario('a receipt changed after it was signed is no receipt', (world) => {
  const forgeResult = withReceipt((receipt) => ({ ...receipt, fuelUsed: receipt.fuelUsed + 1n }))
  return expectForgeryLost(world, { ...prompt, forgeResult }, 'RECEIPT_INVALID')
})

scenario('a failed run needs a receipt that holds as well', (world) =>
  expectForgeryLost(
    world,
    { ...says({ code: 'TIMEOUT' }), forgeResult: withReceipt(unsigned) },
    'RECEIPT_INVALID'
  )
)

scenario("another worker's receipt is no receipt", async (world) => {
  const client = world.client()
  const [one, thief] = [await world.worker().connect(), await world.worker().connect()]
  const { status } = await client.submit({ replicas: 2 })
  await world.until(() => one.running.size + thief.running.size === 2)
  const stolen = await one.prove(one.last)
  await thief.deliver({ ...stolen, leaseId: thief.last.leaseId })
  await expectLost(world, status.taskId, thief, 'RECEIPT_INVALID')
})

scenario("a result for another worker's lease is acknowledged and changes nothing", async (world) => {
  const client = world.client()
  const [one, thief] = [await world.worker().connect(), await world.worker().connect()]
  const { status } = await client.submit()
  await world.until(() => one.running.size + thief.running.size === 1)
  const [holder, idle] = one.running.size === 1 ? [one, thief] : [thief, one]
  await idle.deliver(await idle.prove(holder.last))
  const [execution] = (await world.task(status.taskId)).executions
  assert.equal([execution?.state, execution?.worker], ['RUNNING', holder.nodeId])
  assert.equal(await world.reputation(idle), { successes: 0, failures: 0, disputes: 0 })
})

const outputs: Record<string, (result: Result) => Result['outcome']> = {
  'another output': ({ outcome }) => ({ ...outcome, outputInline: new Uint8Array(outcome.outputBytes) }),
  'another hash': ({ outcome }) => ({ ...outcome, outputHash: 'ab'.repeat(32) }),
  'another output that fits its hash': ({ outcome }) => {
    const forged = new Uint8Array(outcome.outputBytes)
    return { ...outcome, outputInline: forged, outputHash: contentHash(forged) }
  }
}

for (const [what, forge] of Object.entries(outputs)) {
  scenario(`${what} than the receipt speaks of is refused`, async (world) => {
    const forgeResult = (result: Result): Result => ({ ...result, outcome: forge(result) })
    await expectForgeryLost(world, { ...prompt, forgeResult }, 'OUTPUT_INVALID')
  })
}

scenario('a malformed result is refused and changes nothing', async (world) => {
  const client = world.client()
  const worker = await world.worker().connect()
  const { status } = await client.submit()
  await world.until(() => worker.running.size === 1)
  const { deliver } = worker
  const broken = await worker.prove(worker.last)
  broken.receipt.nonce = new Uint8Array(3)
  await deliver.call(worker, broken).then(
    () => assert.unreachable('it was acknowledged'),
    (error: { code: string }) => assert.is(error.code, 'WIRE_FIELD_INVALID')
  )
  assert.is((await world.task(status.taskId)).state, 'RUNNING')
})

scenario('a result delivered twice changes nothing the second time', async (world) => {
  const client = world.client()
  const worker = await world.worker().connect()
  const { status } = await client.submit()
  await world.until(() => worker.running.size === 1)
  const result = await worker.finish()
  const first = await world.end(status.taskId)
  await worker.deliver(result)
  await worker.deliver(await worker.prove(worker.last, { output: other }))
  assert.equal(await world.task(status.taskId), first)
  assert.equal(await world.reputation(worker), { successes: 1, failures: 0, disputes: 0 })
  assert.is(world.leases(worker), 0)
})

scenario('a result whose copies arrive together counts once', async (world) => {
  const client = world.client()
  world.hub.rule = ({ type }) => (type === 'RESULT' || type === 'ASSIGN_ACK' ? 'twice' : 'arrives')
  const worker = await world.worker(prompt).connect()
  const { status } = await client.submit({ replicas: 1 })
  const ended = await world.end(status.taskId)
  assert.equal([ended.state, ended.executions.length, ended.receipts.length], ['COMPLETED', 1, 1])
  assert.equal(await world.reputation(worker), { successes: 1, failures: 0, disputes: 0 })
  assert.is(client.pushed.filter(({ complete }) => complete !== undefined).length, 1)
})

/** The result that a worker has committed to last. */
function sealedBy(worker: WorkerDouble): Result {
  const sealed = worker.sealed.get(worker.last.leaseId)
  if (sealed === undefined) throw new Error('this worker has committed to nothing')
  return sealed
}

scenario(
  'a good result and a forged one of the same lease at once: the lease is ended once',
  async (world) => {
    const client = world.client()
    const worker = await world.worker().connect()
    const second = await world.worker().connect()
    const { status } = await client.submit({ replicas: 2 })
    await world.until(() => worker.running.size + second.running.size === 2)
    const good = await worker.prove(worker.last)
    await worker.commit(good)
    const sealed = sealedBy(worker)
    await Promise.all([worker.deliver(sealed), worker.deliver(withReceipt(unsigned)(sealed))])
    await second.finish()
    await world.advance(5_000)
    assert.equal([world.leases(worker), world.leases(second)], [0, 0])
    const { executions } = await world.task(status.taskId)
    assert.is(world.coordinator.running, executions.filter(({ state }) => state === 'COMMITTED').length)
  }
)

scenario('three executions that agree make a quorum of three receipts', async (world) => {
  const client = world.client()
  const workers = await Promise.all([1, 2, 3].map(() => world.worker(prompt).connect()))
  const { status } = await client.submit({ replicas: 3 })
  const ended = await world.end(status.taskId)
  assert.is(ended.state, 'COMPLETED')
  const receipts = client.complete(status.taskId)?.receipts ?? []
  assert.equal(new Set(receipts.map(({ worker }) => worker)), new Set(workers.map(({ nodeId }) => nodeId)))
  for (const receipt of receipts) {
    assert.equal(
      [receipt.verdict?.method, receipt.verdict?.replicas, receipt.verdict?.votes],
      ['QUORUM', 3, 3]
    )
    assert.ok(isSignedByCoordinator(portableVerifier, receipt))
  }
})

scenario('a liar among three is outvoted and disputed', async (world) => {
  const client = world.client()
  const liar = await world.worker(says({ output: other })).connect()
  const honest = [await world.worker(prompt).connect(), await world.worker(prompt).connect()]
  const { status } = await client.submit({ replicas: 3 })
  const ended = await world.end(status.taskId)
  assert.is(ended.state, 'COMPLETED')
  assert.is(ended.outcome?.outputHash, contentHash(plainOutput))
  const receipts = client.complete(status.taskId)?.receipts ?? []
  assert.equal(receipts.map(({ worker }) => worker).sort(), honest.map(({ nodeId }) => nodeId).sort())
  assert.ok(receipts.every(({ verdict }) => verdict?.votes === 2))
  assert.equal(await world.reputation(liar), { successes: 0, failures: 0, disputes: 1 })
  for (const worker of honest) {
    assert.equal(await world.reputation(worker), { successes: 1, failures: 0, disputes: 0 })
  }
})

scenario('executions that all differ are asked of more workers, then given up', async (world) => {
  const client = world.client()
  const outputOf = (index: number): Uint8Array => Uint8Array.of(index)
  const workers = await Promise.all(
    Array.from({ length: 7 }, (_, index) => world.worker(says({ output: outputOf(index) })).connect())
  )
  const { status } = await client.submit({ replicas: 3 })
  const ended = await world.end(status.taskId)
  assert.equal([ended.state, ended.code, ended.executions.length], ['FAILED', 'NO_QUORUM', 5])
  assert.is(client.complete(status.taskId)?.receipts.length, 0)
  for (const worker of workers) assert.is(world.leases(worker), 0)
})

scenario('a disagreement is settled by one more execution', async (world) => {
  const client = world.client()
  await world.worker(says({ output: other })).connect()
  await world.worker(prompt).connect()
  const { status } = await client.submit({ replicas: 2 })
  await world.until(async () => (await world.task(status.taskId)).rejections.length > 0)
  await world.worker(prompt).connect()
  const ended = await world.end(status.taskId)
  assert.equal([ended.state, ended.receipts.length, ended.executions.length], ['COMPLETED', 2, 3])
})

scenario('where the memory is to be named, it is part of what must agree', async (world) => {
  const client = world.client()
  await world.worker(says({ memoryHash: new Uint8Array(32).fill(1) })).connect()
  await world.worker(prompt).connect()
  const { status } = await client.submit({ replicas: 2, hashMemory: true })
  await world.until(async () => (await world.task(status.taskId)).rejections.length > 0)
  await world.worker(prompt).connect()
  const ended = await world.end(status.taskId)
  assert.equal([ended.state, ended.receipts.length, ended.executions.length], ['COMPLETED', 2, 3])
})

scenario('no worker gives two of the executions of one task', async (world) => {
  const client = world.client()
  const worker = await world.worker({ ...prompt, status: { slots: 4 } }).connect()
  const { status } = await client.submit({ replicas: 2 })
  const ended = await world.end(status.taskId)
  assert.equal([ended.state, ended.code], ['FAILED', 'NO_ELIGIBLE_WORKER'])
  assert.is(worker.assignments.length, 1)
})

scenario(
  'a result that could not be judged at once is judged later',
  async (world) => {
    const client = world.client()
    const worker = await world.worker().connect()
    const { status } = await client.submit()
    await world.until(() => worker.running.size === 1)
    // The result is stored, the end is not.
    let writes = 0
    world.store.commitGate = async () => {
      writes += 1
      world.store.failing = writes > 1
    }
    await worker.finish().then(
      () => assert.unreachable('it was acknowledged'),
      () => {}
    )
    worker.disconnect()
    assert.is((await world.task(status.taskId)).state, 'PROVISIONAL')
    world.store.commitGate = async () => {}
    world.store.failing = false
    assert.is((await world.end(status.taskId)).state, 'COMPLETED')
  },
  { errors: true }
)

function withReceipt(change: (receipt: Result['receipt']) => Result['receipt']): (result: Result) => Result {
  return (result) => ({ ...result, receipt: change(result.receipt) })
}

function unsigned(receipt: Result['receipt']): Result['receipt'] {
  const { workerSignature } = receipt
  return { ...receipt, workerSignature: { ...workerSignature, signature: new Uint8Array(64) } }
}

/** The forger loses the execution and some of its name; the task goes to somebody else. */
async function expectForgeryLost(world: World, script: WorkerScript, code: string): Promise<void> {
  const client = world.client()
  const forger = await world.worker(script).connect()
  const { status } = await client.submit()
  await world.hub.settle()
  await expectLost(world, status.taskId, forger, code)
  const honest = await world.worker(prompt).connect()
  const ended = await world.end(status.taskId)
  assert.equal([ended.state, ended.receipts[0]?.worker], ['COMPLETED', honest.nodeId])
  // A forger is not asked again, not even as the last there is.
  assert.is(forger.assignments.length, 1)
}

async function expectLost(world: World, taskId: string, worker: WorkerDouble, code: string): Promise<void> {
  const [execution] = await world.executions(taskId, worker)
  assert.equal([execution?.state, execution?.code], ['LOST', code])
  assert.equal(await world.reputation(worker), { successes: 0, failures: 1, disputes: 0 })
  assert.is(world.leases(worker), 0)
}

test.run()
