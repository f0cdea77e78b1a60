import type { StakeRule } from '@ailee/market'
import { defaultVerificationTerms } from '@ailee/protocol'
import { auditLedger } from '@ailee/settlement'
import { LedgerRepository, ReputationRepository } from '@ailee/store'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { SLASH_RETRY_MS } from '../../src/constants.js'
import { RefereeDouble } from '../support/referee-double.js'
import type { WorkerDouble } from '../support/worker-double.js'
import { prompt, scenario, type World } from '../support/world.js'

const referee = (): RefereeDouble => new RefereeDouble()
const evidenceId = 'ab'.repeat(32)

/** The worker asks for 1000 units and is paid as much: it uses all of the fuel. */
const limits = { fuel: 5n }
const task = { reward: 1000n, limits }
const tenth: StakeRule = { sharePermille: 100, pays: 28 }

/** A coordinator that keeps stakes, and a worker that earns 1000 units a task. */
async function staking(world: World, stake = tenth): Promise<WorkerDouble> {
  world.stake = stake
  await world.shutDown()
  await world.boot()
  return world.worker({ ...prompt, bid: { cost: 1000n } }).connect()
}

async function earn(world: World, tasks: number): Promise<void> {
  const client = world.client()
  for (let count = 0; count < tasks; count += 1) {
    const { status } = await client.submit(task)
    assert.is((await world.end(status.taskId)).state, 'COMPLETED')
  }
}

/** Balance and stake of a worker, and what the slash pool has. */
async function holdings(world: World, worker: WorkerDouble): Promise<[bigint, bigint, bigint]> {
  const account = await world.ledger().account(worker.nodeId)
  const pool = await world.ledger().account('system:slash-pool')
  return [account?.balanceUnits ?? 0n, account?.stakedUnits ?? 0n, pool?.balanceUnits ?? 0n]
}

async function isBalanced(world: World): Promise<void> {
  const { balanced, problems } = await auditLedger(new LedgerRepository({ store: world.disk }))
  assert.ok(balanced, problems.join('; '))
}

/** What is stored of a worker: slashed units, and the kinds of its latest changes, newest first. */
async function recordOf(world: World, worker: WorkerDouble): Promise<{ slashed: bigint; latest: string[] }> {
  const reputations = new ReputationRepository({ store: world.disk })
  const slashed = (await reputations.get(worker.nodeId))?.record.slashedAmount ?? 0n
  const history = await reputations.history(worker.nodeId)
  return { slashed, latest: history.slice(0, 3).map(({ kind }) => kind) }
}

/** Without the world's clock: there may be no coordinator to wait for. */
async function until(condition: () => boolean): Promise<void> {
  for (let turns = 0; !condition(); turns += 1) {
    if (turns > 10_000) throw new Error(`not so: ${condition}`)
    await new Promise((resolve) => setImmediate(resolve))
  }
}

const lie: WorkerDouble['script'] = {
  bid: { cost: 1000n },
  run: () => ({ output: new TextEncoder().encode('a lie') })
}

scenario('a tenth of each pay is staked, in the commit of the task’s end', async (world) => {
  const worker = await staking(world)
  await earn(world, 3)
  assert.equal(await holdings(world, worker), [2700n, 300n, 0n])
  const kinds: string[] = []
  for await (const { operation } of world.ledger().entries()) kinds.push(operation.kind)
  assert.equal(kinds.slice(0, 5), ['credit', 'hold', 'release', 'refund', 'stake'])
  await isBalanced(world)
})

scenario('a stake that is large enough grows no more, and none grows where they are off', async (world) => {
  const worker = await staking(world, { sharePermille: 500, pays: 2 })
  await earn(world, 6)
  assert.equal(await holdings(world, worker), [4000n, 2000n, 0n])
  const other = await staking(world, { sharePermille: 0, pays: 2 })
  worker.disconnect()
  await earn(world, 1)
  assert.equal(await holdings(world, other), [1000n, 0n, 0n])
})

scenario('each of nine replicas that agree leaves a stake, in one commit', async (world) => {
  world.stake = tenth
  await world.shutDown()
  await world.boot()
  const workers: WorkerDouble[] = []
  for (let count = 0; count < 9; count += 1) {
    workers.push(await world.worker({ ...prompt, bid: { cost: 1000n } }).connect())
  }
  const { status } = await world.client().submit({ ...task, reward: 9000n, replicas: 9 })
  assert.is((await world.end(status.taskId)).state, 'COMPLETED')
  for (const worker of workers) assert.equal(await holdings(world, worker), [900n, 100n, 0n])
  await isBalanced(world)
})

scenario(
  'who gave a wrong result loses its stake, and the pay of that result; what it earned before it keeps',
  async (world) => {
    const worker = await staking(world)
    await earn(world, 3)
    worker.script = lie
    await earn(world, 1)
    assert.equal(await holdings(world, worker), [2700n, 0n, 300n])
    assert.equal(await recordOf(world, worker), { slashed: 300n, latest: ['SLASHED', 'BANNED', 'BYZANTINE'] })
    assert.is((await world.ledger().totals()).slashedUnits, 300n)
    await isBalanced(world)
  },
  { referee }
)

scenario(
  'who contradicted itself loses its stake, once, however often it is told of',
  async (world) => {
    const worker = await staking(world)
    await earn(world, 2)
    await Promise.all([1, 2, 3].map(() => world.coordinator.convicted(worker.nodeId, evidenceId)))
    await world.coordinator.convicted(worker.nodeId, evidenceId)
    await world.coordinator.convicted(worker.nodeId, 'cd'.repeat(32))
    assert.equal(await holdings(world, worker), [1800n, 0n, 200n])
    assert.equal(await recordOf(world, worker), { slashed: 200n, latest: ['SLASHED', 'BANNED', 'BYZANTINE'] })
    assert.is((await world.ledger().entry(`slash:evidence:${evidenceId}`))?.movedUnits, 200n)
    const stored = await new ReputationRepository({ store: world.disk }).get(worker.nodeId)
    assert.is(stored?.record.byzantineActs, 1)
    await isBalanced(world)
  },
  { referee }
)

scenario('a convict that never worked here has nothing to lose', async (world) => {
  const worker = await staking(world)
  await world.coordinator.convicted(worker.nodeId, evidenceId)
  assert.equal(await recordOf(world, worker), { slashed: 0n, latest: ['BANNED', 'BYZANTINE'] })
  await isBalanced(world)
})

for (const commits of [1, 2, 3]) {
  scenario(
    `a crash before commit ${commits} of a conviction by evidence lets nobody off`,
    async (world) => {
      const worker = await staking(world)
      await earn(world, 2)
      let left = commits
      world.store.commitGate = async () => {
        left -= 1
        if (left === 0) world.crash()
      }
      void world.coordinator.convicted(worker.nodeId, evidenceId)
      await world.hub.settle()
      await world.boot()
      // The evidence is on disk as not applied, so it is told again.
      await world.coordinator.convicted(worker.nodeId, evidenceId)
      assert.equal(await holdings(world, worker), [1800n, 0n, 200n])
      assert.equal(await recordOf(world, worker), {
        slashed: 200n,
        latest: ['SLASHED', 'BANNED', 'BYZANTINE']
      })
      await isBalanced(world)
    },
    { referee }
  )
}

for (const commits of [1, 2, 3, 4, 5]) {
  scenario(
    `a crash before commit ${commits} after an audit that found a wrong result lets nobody off`,
    async (world) => {
      const worker = await staking(world)
      await earn(world, 2)
      const release = world.referee?.hold()
      worker.script = lie
      const { status } = await world.client().submit(task)
      await world.until(() => world.referee?.runs === 3)
      let left = commits
      world.store.commitGate = async () => {
        left -= 1
        if (left === 0) world.crash()
      }
      release?.()
      await until(() => left <= 0)
      await world.boot()
      const ended = await world.end(status.taskId)
      assert.is(ended.receipts[0]?.worker === worker.nodeId, false)
      assert.equal(await holdings(world, worker), [1800n, 0n, 200n])
      assert.equal(await recordOf(world, worker), {
        slashed: 200n,
        latest: ['SLASHED', 'BANNED', 'BYZANTINE']
      })
      await isBalanced(world)
    },
    { referee }
  )
}

scenario('the next start slashes what a crash kept from being slashed', async (world) => {
  const worker = await staking(world)
  await earn(world, 2)
  let commits = 0
  world.store.commitGate = async () => {
    commits += 1
    if (commits === 2) world.crash()
  }
  void world.coordinator.convicted(worker.nodeId, evidenceId)
  await until(() => commits === 2)
  assert.equal(await holdings(world, worker), [1800n, 200n, 0n])
  await world.boot()
  assert.equal(await holdings(world, worker), [1800n, 0n, 200n])
  assert.is((await recordOf(world, worker)).slashed, 200n)
})

scenario(
  'a store that fails while a stake is slashed is asked again, without a restart',
  async (world) => {
    const worker = await staking(world)
    await earn(world, 2)
    let commits = 0
    world.store.commitGate = async () => {
      commits += 1
      world.store.failing = commits === 2
    }
    await world.coordinator.convicted(worker.nodeId, evidenceId)
    assert.equal(await holdings(world, worker), [1800n, 200n, 0n])
    assert.equal(world.errors, ['stake could not be slashed; it will be'])
    await world.advance(2 * SLASH_RETRY_MS)
    assert.equal(await holdings(world, worker), [1800n, 0n, 200n])
    assert.is((await recordOf(world, worker)).slashed, 200n)
  },
  { errors: true }
)

scenario(
  'what a banned worker is still paid leaves no stake that would escape',
  async (world) => {
    const worker = await staking(world)
    const partner = await world.worker({ bid: { cost: 1000n } }).connect()
    worker.script = { bid: { cost: 1000n } }
    const { status } = await world.client().submit({ ...task, reward: 2000n, replicas: 2 })
    await world.until(() => worker.running.size === 1 && partner.running.size === 1)
    await worker.finish()
    await world.coordinator.convicted(worker.nodeId, evidenceId)
    await partner.finish()
    assert.is((await world.end(status.taskId)).state, 'COMPLETED')
    assert.equal(await holdings(world, worker), [1000n, 0n, 0n])
    assert.equal(await holdings(world, partner), [900n, 100n, 0n])
  },
  { referee }
)

scenario(
  'a worker of bad repute is executed again, however many results it gave before',
  async (world) => {
    const worker = await staking(world, { sharePermille: 0, pays: 1 })
    const client = world.client()
    const verification = { ...defaultVerificationTerms, targetErrorPpm: 100_000 }
    const runs = (): number => world.referee?.runs ?? 0
    for (let count = 0; count < 100; count += 1) {
      await world.end((await client.submit({ ...task, verification })).status.taskId)
    }
    assert.ok(runs() < 60, `${runs()} audits of 100 results`)
    await world.shutDown()
    const reputations = new ReputationRepository({ store: world.disk })
    const stored = await reputations.get(worker.nodeId)
    if (stored === undefined) throw new Error('nothing is known of it')
    await reputations.save([{ ...stored.record, score: 0 }])
    await world.boot()
    const before = runs()
    for (let count = 0; count < 5; count += 1) {
      await world.end((await client.submit({ ...task, verification })).status.taskId)
    }
    assert.is(runs() - before, 5)
  },
  { referee }
)

scenario(
  'a task that pays far more than the stake is worth is executed again, however long the worker was right',
  async (world) => {
    const worker = await staking(world, { sharePermille: 1000, pays: 28 })
    const client = world.client()
    const runs = (): number => world.referee?.runs ?? 0
    const verification = { ...defaultVerificationTerms, targetErrorPpm: 100_000 }
    const submit = async (reward: bigint): Promise<boolean> => {
      const before = runs()
      const { status } = await client.submit({ ...task, reward, verification })
      assert.is((await world.end(status.taskId)).state, 'COMPLETED')
      return runs() > before
    }
    for (let count = 0; count < 100; count += 1) await submit(1000n)
    assert.ok(runs() < 60, `${runs()} audits of 100 results`)
    assert.is((await holdings(world, worker))[1], 28_000n)
    worker.script = { ...prompt, bid: { cost: 28_000_000n } }
    assert.ok(await submit(28_000_000n))
  },
  { referee }
)

test.run()
