import type { LedgerPolicyState, StakeRule } from '@ailee/market'
import { defaultVerificationTerms } from '@ailee/protocol'
import { auditLedger } from '@ailee/settlement'
import { LedgerRepository, VerificationRepository } from '@ailee/store'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { STAKE_RETURN_CHECK_MS, STAKE_RETURN_MS } from '../../src/constants.js'
import { RefereeDouble } from '../support/referee-double.js'
import type { WorkerDouble } from '../support/worker-double.js'
import { prompt, scenario, type World } from '../support/world.js'

const referee = (): RefereeDouble => new RefereeDouble()
const rule: StakeRule = { sharePermille: 1000, pays: 28 }
const verification = { ...defaultVerificationTerms, targetErrorPpm: 100_000 }
const task = { reward: 1000n, limits: { fuel: 5n }, verification }

async function staking(world: World): Promise<WorkerDouble> {
  world.stake = rule
  await world.shutDown()
  await world.boot()
  return world.worker({ ...prompt, bid: { cost: 1000n } }).connect()
}

async function earn(world: World, tasks: number): Promise<void> {
  const client = world.client()
  for (let count = 0; count < tasks; count += 1) {
    await world.end((await client.submit(task)).status.taskId)
  }
}

async function holdings(world: World, worker: WorkerDouble): Promise<[bigint, bigint]> {
  const account = await world.ledger().account(worker.nodeId)
  return [account?.balanceUnits ?? 0n, account?.stakedUnits ?? 0n]
}

/** Lets so much time go by at once, and looks at stakes again. */
async function later(world: World, ms: number): Promise<void> {
  world.clock.jump(ms)
  await world.advance(500)
}

scenario(
  'who has done nothing for a week gets its stake back, and begins anew when it returns',
  async (world) => {
    const worker = await staking(world)
    await earn(world, 40)
    assert.equal(await holdings(world, worker), [12_000n, 28_000n])
    worker.disconnect()
    await later(world, STAKE_RETURN_MS - 10_000)
    assert.equal(await holdings(world, worker), [12_000n, 28_000n])
    await later(world, STAKE_RETURN_CHECK_MS)
    assert.equal(await holdings(world, worker), [40_000n, 0n])
    const saved = await new VerificationRepository({ store: world.disk }).get('ledger-100000')
    assert.equal((saved as LedgerPolicyState).workers, [
      { worker: worker.nodeId, results: 0, isBanned: false }
    ])
    const { balanced, problems } = await auditLedger(new LedgerRepository({ store: world.disk }))
    assert.ok(balanced, problems.join('; '))
    await worker.connect()
    const runs = world.referee?.runs ?? 0
    await earn(world, 1)
    assert.is((world.referee?.runs ?? 0) - runs, 1, 'executed again as the first result of all')
    assert.equal(await holdings(world, worker), [40_000n, 1000n])
    // And again after another week.
    await later(world, STAKE_RETURN_MS + STAKE_RETURN_CHECK_MS)
    assert.equal(await holdings(world, worker), [41_000n, 0n])
  },
  { referee }
)

scenario(
  'a stake stays while a result of its worker is not final',
  async (world) => {
    const worker = await staking(world)
    await earn(world, 3)
    await later(world, STAKE_RETURN_MS - STAKE_RETURN_CHECK_MS)
    const release = world.referee?.hold()
    const finalNow = { ...verification, mode: 'FINAL_NOW' as const }
    const terms = { ...task, verification: finalNow, deadlineMs: STAKE_RETURN_MS }
    const { status } = await world.client().submit(terms)
    await world.until(async () => (await world.task(status.taskId)).state === 'PROVISIONAL')
    worker.disconnect()
    await later(world, 2 * STAKE_RETURN_CHECK_MS)
    assert.is((await world.task(status.taskId)).state, 'PROVISIONAL')
    assert.equal(await holdings(world, worker), [0n, 3000n])
    release?.()
    assert.is((await world.end(status.taskId)).state, 'COMPLETED')
    assert.equal(await holdings(world, worker), [0n, 4000n])
  },
  { referee }
)

scenario('a banned worker gets nothing back', async (world) => {
  const worker = await staking(world)
  await earn(world, 3)
  await world.coordinator.convicted(worker.nodeId, 'ab'.repeat(32))
  await later(world, STAKE_RETURN_MS + STAKE_RETURN_CHECK_MS)
  assert.equal(await holdings(world, worker), [0n, 0n])
  assert.is((await world.ledger().totals()).refundedUnits, 0n)
})

scenario(
  'a stake is given back only when it is written that its worker begins anew, and once',
  async (world) => {
    const worker = await staking(world)
    await earn(world, 3)
    worker.disconnect()
    world.store.commitGate = async ({ operations }) => {
      const [first] = operations
      world.store.failing = first !== undefined && 'put' in first && first.put.startsWith('verification/')
    }
    await later(world, STAKE_RETURN_MS + STAKE_RETURN_CHECK_MS)
    assert.equal(await holdings(world, worker), [0n, 3000n])
    assert.ok(world.errors.every((error) => error === 'verification policy could not be saved'))
    world.store.commitGate = async () => {}
    world.store.failing = false
    world.crash()
    await world.boot()
    await world.advance(500)
    assert.equal(await holdings(world, worker), [3000n, 0n])
    world.crash()
    await world.boot()
    await world.advance(500)
    assert.equal(await holdings(world, worker), [3000n, 0n])
  },
  { referee, errors: true }
)

test.run()
