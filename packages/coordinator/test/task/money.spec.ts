import { auditLedger } from '@ailee/settlement'
import { LedgerRepository } from '@ailee/store'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { RefereeDouble } from '../support/referee-double.js'
import type { WorkerDouble } from '../support/worker-double.js'
import { codeOf, GRANT_UNITS, prompt, scenario, type World } from '../support/world.js'

const FUEL = 10n
const limits = { fuel: FUEL }

async function balance(world: World, account: string): Promise<bigint> {
  return (await world.ledger().account(account))?.balanceUnits ?? 0n
}

async function isBalanced(world: World): Promise<void> {
  const { balanced, problems } = await auditLedger(new LedgerRepository({ store: world.disk }))
  assert.ok(balanced, problems.join('; '))
}

/** A worker that asks 100 units for all of the fuel; it uses 5 of it. */
function asking100(world: World): Promise<WorkerDouble> {
  return world.worker({ ...prompt, bid: { cost: 100n } }).connect()
}

scenario('a worker is paid for the fuel it used, and the client gets back the rest', async (world) => {
  const client = world.client()
  const worker = await asking100(world)
  const { status } = await client.submit({ reward: 1000n, limits })
  await world.end(status.taskId)
  assert.is(await balance(world, worker.nodeId), 50n)
  assert.is(await balance(world, client.nodeId), GRANT_UNITS - 50n)
  assert.is((await world.ledger().totals()).heldUnits, 0n)
  await isBalanced(world)
})

scenario(
  'the reward is held until the task ends, and all of it comes back where nobody earned any',
  async (world) => {
    const client = world.client()
    const { status } = await client.submit({ reward: 1000n })
    assert.is(await balance(world, client.nodeId), GRANT_UNITS - 1000n)
    assert.is((await world.ledger().totals()).heldUnits, 1000n)
    world.crash()
    await world.boot()
    await client.cancel(status.taskId)
    assert.is(await balance(world, client.nodeId), GRANT_UNITS)
    await isBalanced(world)
  }
)

scenario('who offers more than it has is refused, and a resent task costs nothing more', async (world) => {
  const client = world.client()
  assert.is(await codeOf(client.submit({ reward: GRANT_UNITS + 1n })), 'FUNDS_INSUFFICIENT')
  assert.is((await client.list()).length, 0)
  const task = client.submission({ reward: GRANT_UNITS })
  await client.send(task)
  await client.send(task)
  assert.is(await balance(world, client.nodeId), 0n)
  assert.is(await codeOf(client.submit({ reward: 1n })), 'FUNDS_INSUFFICIENT')
  await isBalanced(world)
})

scenario('another grant is for new clients: who had one keeps it, and is served', async (world) => {
  const client = world.client()
  const { status } = await client.submit({ reward: 1000n })
  await client.cancel(status.taskId)
  await world.shutDown()
  world.grantUnits = 5n
  await world.boot()
  await client.submit({ reward: 1000n })
  assert.is(await balance(world, client.nodeId), GRANT_UNITS - 1000n)
  const newcomer = world.client()
  await newcomer.submit({ reward: 5n })
  assert.is(await codeOf(newcomer.submit({ reward: 1n })), 'FUNDS_INSUFFICIENT')
  await isBalanced(world)
})

scenario('of three replicas those who agree are paid, who disagrees is not', async (world) => {
  const client = world.client()
  const workers = [await asking100(world), await asking100(world), await asking100(world)]
  const [, , liar] = workers
  if (liar === undefined) throw new Error('there are three')
  liar.script = { bid: { cost: 100n }, run: () => ({ output: new TextEncoder().encode('else') }) }
  const { status } = await client.submit({ reward: 3000n, replicas: 3, limits })
  assert.is((await world.end(status.taskId)).state, 'COMPLETED')
  const balances = await Promise.all(workers.map(({ nodeId }) => balance(world, nodeId)))
  assert.equal(balances, [50n, 50n, 0n])
  assert.is(await balance(world, client.nodeId), GRANT_UNITS - 100n)
  await isBalanced(world)
})

scenario(
  'a liar is not paid, and neither is the coordinator that was right in its place',
  async (world) => {
    const client = world.client()
    const liar = await asking100(world)
    liar.script = { ...liar.script, run: () => ({ output: new TextEncoder().encode('a lie') }) }
    const { status } = await client.submit({ reward: 1000n, limits })
    assert.is((await world.end(status.taskId)).state, 'COMPLETED')
    assert.is(await balance(world, liar.nodeId), 0n)
    assert.is(await balance(world, world.coordinatorId), 0n)
    assert.is(await balance(world, client.nodeId), GRANT_UNITS)
    await isBalanced(world)
  },
  { referee: () => new RefereeDouble() }
)

test.run()
