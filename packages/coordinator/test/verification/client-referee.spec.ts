import { seededRandom } from '@ailee/core'
import {
  type AuditTask,
  BatchSigner,
  defaultVerificationTerms,
  outputRoot,
  portableSigner,
  type Receipt,
  type ReceiptBody,
  type SubmitTask,
  signReceipt,
  type VerificationTerms
} from '@ailee/protocol'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { CLIENT_AWAY_MS, MAX_CLIENT_CONTRADICTIONS } from '../../src/constants.js'
import type { ClientDouble } from '../support/client-double.js'
import { RefereeDouble } from '../support/referee-double.js'
import { plainOutput, type WorkerScript } from '../support/worker-double.js'
import { codeOf, network, prompt, scenario, type World } from '../support/world.js'

const wrong = new TextEncoder().encode('a lie\n')
const lying: WorkerScript = { run: () => ({ output: wrong }) }
const referee = (): RefereeDouble => new RefereeDouble()
const own: VerificationTerms = { ...defaultVerificationTerms, mode: 'FINAL_NOW', referee: 'CLIENT' }

/** Of the first client of a world. */
const signer = new BatchSigner({
  signer: portableSigner(new Uint8Array(32).fill(101)),
  random: seededRandom(5)
})

function sandboxRuns(world: World): number {
  if (world.referee === undefined) throw new Error('this world has no referee')
  return world.referee.runs
}

/** What this client's session states of an execution of its own. */
async function statement(
  client: ClientDouble,
  { spec }: SubmitTask,
  { taskId, nonce }: AuditTask,
  change: Partial<ReceiptBody> & { output?: Uint8Array } = {}
): Promise<Receipt> {
  const { output = plainOutput, ...others } = change
  const facts = { code: 'SUCCESS' as const, trap: '', exitCode: 0, memoryHash: undefined, fuelUsed: 5n }
  const made = { outputRoot: outputRoot(output), outputBytes: output.length, startedAtMs: 1, finishedAtMs: 2 }
  const about = { network, taskId, worker: client.nodeId, nonce, meteringHash: new Uint8Array(32) }
  const { moduleHash, inputHash, limits, seed, clockMs } = spec
  const asked = { moduleHash, inputHash, limits, seed, clockMs, function: spec.function }
  return signReceipt(signer, { ...about, ...asked, ...facts, ...made, ...others })
}

/** Submits a task that the client is the referee of, and what it will say. */
async function submitOwn(
  client: ClientDouble,
  change: Parameters<typeof statement>[3] = {},
  verification = own
): Promise<string> {
  const submit = client.submission({ verification })
  client.audits = async (asked) => ({ ...asked, receipt: await statement(client, submit, asked, change) })
  return (await client.send(submit)).status.taskId
}

function verdictOf(client: ClientDouble, taskId: string): [string | undefined, string | undefined] {
  const [receipt] = client.complete(taskId)?.receipts ?? []
  return [receipt?.verdict?.method, receipt?.worker]
}

scenario(
  'a client that finds what the worker did is believed, for its own task',
  async (world) => {
    const client = world.client()
    const worker = await world.worker(prompt).connect()
    const taskId = await submitOwn(client)
    const ended = await world.end(taskId)
    assert.is(ended.state, 'COMPLETED')
    assert.equal(verdictOf(client, taskId), ['CLIENT_REFEREE', worker.nodeId])
    assert.is(client.complete(taskId)?.receipts[0]?.verdict?.estimatedErrorPpm, 0)
    assert.equal([client.audited.length, sandboxRuns(world)], [1, 0])
    // Nobody else trusts the worker for it.
    assert.equal(await world.reputation(worker), { successes: 0, failures: 0, disputes: 0 })
    const { status } = await world.client().submit()
    await world.end(status.taskId)
    assert.is(sandboxRuns(world), 1)
  },
  { referee }
)

scenario(
  'it executes as often as the policy wants, and the receipt says what the rest rests on',
  async (world) => {
    const client = world.client()
    await world.worker(prompt).connect()
    const methods = new Set<string>()
    for (let count = 0; count < 40; count += 1) {
      const terms = { ...own, mode: 'LEDGER' as const, targetErrorPpm: 100_000 }
      const taskId = await submitOwn(client, {}, terms)
      await world.end(taskId)
      const [receipt] = client.complete(taskId)?.receipts ?? []
      methods.add(`${receipt?.verdict?.method} ${receipt?.verdict?.estimatedErrorPpm}`)
    }
    assert.equal([...methods].sort(), ['CLIENT_REFEREE 0', 'CLIENT_REFEREE 100000'])
    assert.ok(client.audited.length > 5 && client.audited.length < 35, `${client.audited.length} audits`)
    assert.is(sandboxRuns(world), 0)
  },
  { referee }
)

scenario(
  'where a client contradicts a worker that is right, the worker is paid, and trusted as before',
  async (world) => {
    const client = world.client()
    const worker = await world.worker(prompt).connect()
    for (let lies = 0; lies < MAX_CLIENT_CONTRADICTIONS; lies += 1) {
      const taskId = await submitOwn(client, { output: wrong })
      assert.is((await world.end(taskId)).state, 'COMPLETED')
      assert.equal(verdictOf(client, taskId), ['REFEREE', worker.nodeId])
      assert.is(sandboxRuns(world), lies + 1)
    }
    assert.equal(await world.reputation(worker), {
      successes: MAX_CLIENT_CONTRADICTIONS,
      failures: 0,
      disputes: 0
    })
    assert.ok(((await world.ledger().account(worker.nodeId))?.balanceUnits ?? 0n) > 0n)
    // Too often: it is not asked any more.
    const { length } = client.audited
    const taskId = await submitOwn(client)
    await world.end(taskId)
    assert.equal([client.audited.length, verdictOf(client, taskId)[0]], [length, 'REFEREE'])
  },
  { referee }
)

scenario(
  'where it contradicts one that lies, the coordinator finds so too, and bans the liar',
  async (world) => {
    const client = world.client()
    const liar = await world.worker(lying).connect()
    const taskId = await submitOwn(client)
    const ended = await world.end(taskId)
    assert.equal(
      ended.executions.map(({ code }) => code),
      ['RESULT_WRONG']
    )
    assert.equal(verdictOf(client, taskId), ['REFEREE', world.coordinatorId])
    const { status } = await world.client().submit()
    const next = await world.end(status.taskId)
    assert.equal(
      next.rejections.map(({ worker, code }) => [worker, code]),
      [[liar.nodeId, 'WORKER_BANNED']]
    )
  },
  { referee }
)

const unusable: Record<string, Partial<ReceiptBody>> = {
  'other rules of metering': { meteringHash: new Uint8Array(32).fill(9), output: wrong } as never,
  'a receipt for another nonce': { nonce: new Uint8Array(16) },
  'a receipt of another worker': { worker: 'somebody-else' },
  'a run that its machine failed': { code: 'TIMEOUT' }
}

for (const [what, change] of Object.entries(unusable)) {
  scenario(
    `${what} says nothing: the coordinator executes it itself`,
    async (world) => {
      const client = world.client()
      const worker = await world.worker(prompt).connect()
      for (let count = 0; count <= MAX_CLIENT_CONTRADICTIONS; count += 1) {
        const taskId = await submitOwn(client, change)
        await world.end(taskId)
        assert.equal(verdictOf(client, taskId), ['REFEREE', worker.nodeId])
      }
      // Nor does it count against the client.
      assert.is(client.audited.length, MAX_CLIENT_CONTRADICTIONS + 1)
    },
    { referee }
  )
}

scenario(
  'a client that refuses, or is gone, leaves it to the coordinator',
  async (world) => {
    const client = world.client()
    const worker = await world.worker().connect()
    const refused = await client.submit({ verification: own })
    await world.until(() => worker.running.size === 1)
    await worker.finish()
    await world.end(refused.status.taskId)
    assert.is(verdictOf(client, refused.status.taskId)[0], 'REFEREE')
    const { status } = await client.submit({ verification: own })
    await world.until(() => worker.running.size === 1)
    world.hub.disconnect(client.nodeId)
    await worker.finish()
    await world.advance(CLIENT_AWAY_MS / 2)
    assert.is(sandboxRuns(world), 1)
    const ended = await world.end(status.taskId)
    assert.equal([ended.state, ended.receipts[0]?.verdict?.method], ['COMPLETED', 'REFEREE'])
    assert.is(sandboxRuns(world), 2)
  },
  { referee }
)

scenario(
  'after a crash the client is asked again, once it has come back',
  async (world) => {
    const client = world.client()
    const worker = await world.worker().connect()
    const taskId = await submitOwn(client)
    await world.until(() => worker.running.size === 1)
    world.hub.freeze(client.nodeId)
    await worker.finish()
    await world.until(() => world.coordinator.audits === 1)
    world.crash()
    world.hub.thaw(client.nodeId)
    await world.boot()
    await world.until(() => world.coordinator.audits === 1)
    await client.get(taskId, true)
    const ended = await world.end(taskId)
    assert.equal(
      [ended.receipts[0]?.verdict?.method, ended.receipts[0]?.worker],
      ['CLIENT_REFEREE', worker.nodeId]
    )
    assert.is(sandboxRuns(world), 0)
  },
  { referee }
)

scenario(
  'a client that takes its time is in nobody’s way, and not waited for when its task has ended',
  async (world) => {
    const slow = world.client()
    const worker = await world.worker({ status: { slots: 8 } }).connect()
    const second = world.client(slow.nodeId)
    const waiting: string[] = []
    for (let count = 0; count < 5; count += 1) waiting.push(await submitOwn(slow))
    await world.until(() => worker.running.size === 5)
    world.hub.freeze(slow.nodeId)
    for (const assignment of worker.running.values()) await worker.finish(assignment)
    await world.until(() => world.coordinator.audits === 5)
    const { status } = await world.client().submit()
    await world.until(() => worker.running.size === 1)
    await worker.finish()
    await world.end(status.taskId, 10_000)
    assert.is(world.coordinator.audits, 5)
    for (const taskId of waiting) await second.cancel(taskId)
    await world.until(() => world.coordinator.audits === 0, 'nothing is owed', 2_000)
    assert.is(sandboxRuns(world), 1)
  },
  { referee }
)

scenario('a coordinator that could not arbitrate takes no such task', async (world) => {
  const client = world.client()
  assert.is(await codeOf(client.submit({ verification: own })), 'TASK_INVALID')
})

test.run()
