import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { noMetrics, silentLogger } from '@ailee/core'
import type { TaskComplete } from '@ailee/protocol'
import { earnedUnits, SLASH_POOL } from '@ailee/settlement'
import { LedgerRepository, LevelStore, ReputationRepository, TaskRepository } from '@ailee/store'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { DataDir } from '../../src/config/data-dir.js'
import type { TestnetNode } from '../../src/testnet/testnet-node.js'
import { cli, lastJson } from '../support/cli.js'
import { addressOf, LocalNet } from '../support/local-net.js'
import { metricsOf } from '../support/metrics.js'
import { PrimeClient } from '../support/prime-client.js'

/** The scale; larger by environment variables. */
const scale = {
  tasks: Number(process.env.BYZANTINE_TASKS ?? 120),
  honest: Number(process.env.BYZANTINE_HONEST ?? 3),
  liars: Number(process.env.BYZANTINE_LIARS ?? 2)
}
/** In lots, with BYZANTINE_LOTS=1, results wait for each other, so that more of them must be under way. */
const inLots = process.env.BYZANTINE_LOTS === '1'
const CONCURRENCY = inLots ? 200 : 16
const LOT_SIZE = 200
const lotTerms = { mode: 'LOT' as const, maxDelayMs: 5_000, targetErrorPpm: 1_000 }
/**
 * A lot of 200 lets 0.16 wrong results through in expectation, as long as there are liars. They last for two or three
 * lots: with Poisson's law more than five come once in a million runs.
 */
const MAX_WRONG_IN_LOTS = 5
const wrong: string[] = []
const FUEL = 10_000_000n
const behaviours = ['always', 'sleeper', 'on-off', 'sometimes']
const liarProgram = fileURLToPath(new URL('../support/byzantine/lying-worker.js', import.meta.url))

interface Liar {
  process: ChildProcess
  nodeId: string
}

const test = suite<{
  net: LocalNet
  coordinator: TestnetNode
  liars: Liar[]
  client: PrimeClient
}>('lying workers')

test.before(async (context) => {
  context.net = await LocalNet.create()
  context.coordinator = await context.net.start('coordinator', 'coordinator', '--lot-size', String(LOT_SIZE))
  const names = Array.from({ length: scale.honest }, (_, index) => `honest-${index}`)
  await context.net.workers(context.coordinator, names, '--slots', '2')
  const { network } = context.net
  const address = addressOf(context.coordinator)
  context.liars = await Promise.all(
    Array.from({ length: scale.liars }, async (_, index) => {
      const behaviour = behaviours[index % behaviours.length] ?? ''
      const child = spawn(process.execPath, [liarProgram, network, address, behaviour], {
        stdio: ['ignore', 'pipe', 'inherit']
      })
      const [line] = await once(child.stdout, 'data')
      return { process: child, nodeId: String(line).trim() }
    })
  )
  await context.net.joined(context.coordinator, scale.honest + scale.liars)
  context.client = await PrimeClient.open({
    dataDir: context.net.path('client'),
    network,
    coordinator: address,
    fuel: FUEL,
    deadlineMs: 300_000,
    ...(inLots && { verification: lotTerms, onWrong: (what: string) => void wrong.push(what) })
  })
})

test.after(async ({ net, liars, client }) => {
  await client?.close()
  for (const { process: child } of liars ?? []) child.kill('SIGKILL')
  await net.close()
})

/** Counts primes, some tasks at a time. */
async function runTasks(client: PrimeClient, limits: readonly number[]): Promise<TaskComplete[]> {
  const waiting = [...limits]
  const completed: TaskComplete[] = []
  const lane = async (): Promise<void> => {
    for (let limit = waiting.pop(); limit !== undefined; limit = waiting.pop()) {
      completed.push(await client.count(limit))
    }
  }
  await Promise.all(Array.from({ length: CONCURRENCY }, lane))
  return completed
}

const limitsFrom = (first: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => first + index)

async function counted(coordinator: TestnetNode, name: string): Promise<number> {
  return (await metricsOf(coordinator)).get(name) ?? 0
}

test('no wrong result is accepted, and whoever gave one gets no more work', async (context) => {
  const { client, coordinator, liars } = context
  const completed = await runTasks(client, limitsFrom(1000, scale.tasks))
  assert.is(completed.length, scale.tasks)
  assert.ok(wrong.length <= MAX_WRONG_IN_LOTS, wrong.join())
  // A liar that has not lied yet may be right all the time; it is given the occasion.
  for (let round = 0; (await counted(coordinator, 'ailee_workers_banned_total')) < liars.length; round += 1) {
    assert.ok(round < 20, 'not all liars were caught')
    await runTasks(client, limitsFrom(10_000 + 100 * round, 40))
  }
  assert.ok((await counted(coordinator, 'ailee_results_wrong_total')) >= liars.length)
  const later = await runTasks(client, limitsFrom(50_000, 40))
  const workers = new Set(later.flatMap(({ receipts }) => receipts.map(({ worker }) => worker)))
  for (const { nodeId } of liars) assert.not.ok(workers.has(nodeId), 'a banned worker was chosen')
  // Honest workers are still trusted with work.
  assert.ok(workers.size >= Math.min(2, scale.honest), `${workers.size} workers`)
})

/** What the records of reputation say that workers lost. */
async function slashedOf(store: LevelStore): Promise<Map<string, bigint>> {
  const slashed = new Map<string, bigint>()
  for await (const { record } of new ReputationRepository({ store }).list()) {
    if (record.slashedAmount > 0n) slashed.set(record.nodeId, record.slashedAmount)
  }
  return slashed
}

test('everybody is paid exactly what its accepted results earned, and the ledger balances', async ({
  net,
  coordinator,
  client,
  liars
}) => {
  await client.close()
  await coordinator.stop()
  const dataDir = net.path('coordinator')
  const audit = await cli(['audit', '--json', '--data-dir', dataDir])
  assert.is(audit.code, 0, audit.stderr)
  assert.is(lastJson(audit).balanced, true)

  const level = new LevelStore(
    { log: silentLogger, metrics: noMetrics },
    { path: new DataDir(dataDir).store }
  )
  await level.start()
  try {
    const earned = new Map<string, bigint>()
    let tasks = 0
    for await (const { record } of new TaskRepository({ store: level }).list()) {
      tasks += 1
      for (const { worker, state, cost } of record.executions) {
        const receipt = record.receipts.find((accepted) => accepted.worker === worker)
        if (state !== 'RETURNED' || receipt === undefined) continue
        const units = earnedUnits(cost, receipt.fuelUsed, FUEL)
        earned.set(worker, (earned.get(worker) ?? 0n) + units)
      }
    }
    assert.ok(tasks >= scale.tasks)
    const ledger = new LedgerRepository({ store: level })
    const slashed = await slashedOf(level)
    let stakedUnits = 0n
    for (const [worker, units] of earned) {
      const account = await ledger.readAccount(worker)
      if (account === undefined) throw new Error(`${worker} has no account`)
      const lost = slashed.get(worker) ?? 0n
      assert.is(account.balanceUnits + account.stakedUnits + lost, units, worker)
      stakedUnits += account.stakedUnits
    }
    const totals = (await ledger.readTotals())?.record
    assert.is(
      totals?.paidUnits,
      [...earned.values()].reduce((sum, units) => sum + units, 0n)
    )
    assert.is(totals?.heldUnits, stakedUnits)
    for (const { nodeId } of liars) assert.is((await ledger.readAccount(nodeId))?.stakedUnits ?? 0n, 0n)
    const slashedUnits = [...slashed.values()].reduce((sum, units) => sum + units, 0n)
    assert.is(totals?.slashedUnits, slashedUnits)
    assert.is((await ledger.readAccount(SLASH_POOL))?.balanceUnits ?? 0n, slashedUnits)
    // Sleepers are right at first, so they had something to lose.
    assert.ok(slashedUnits > 0n, 'no liar lost a stake')
    assert.ok([...slashed.keys()].every((worker) => liars.some(({ nodeId }) => nodeId === worker)))
  } finally {
    await level.stop()
  }
})

test.run()
