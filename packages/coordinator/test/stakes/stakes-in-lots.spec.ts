import { defaultStakeRule } from '@ailee/market'
import { defaultVerificationTerms } from '@ailee/protocol'
import { auditLedger, SLASH_POOL } from '@ailee/settlement'
import { LedgerRepository, ReputationRepository } from '@ailee/store'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { ClientDouble } from '../support/client-double.js'
import { RefereeDouble } from '../support/referee-double.js'
import { plainOutput, type WorkerScript } from '../support/worker-double.js'
import { prompt, scenario, type World } from '../support/world.js'

const MAX_DELAY_MS = 30_000
const verification = {
  ...defaultVerificationTerms,
  mode: 'LOT' as const,
  targetErrorPpm: 100_000,
  maxDelayMs: MAX_DELAY_MS
}
/** A task pays 1000 units: its worker asks for as many, and uses all of the fuel. */
const task = { reward: 1000n, limits: { fuel: 5n }, verification }
const busy: WorkerScript = { ...prompt, status: { slots: 64 }, bid: { slots: 64, cost: 1000n } }
const wrong = new TextEncoder().encode('a lie\n')

async function submitMany(client: ClientDouble, count: number, firstId: number): Promise<string[]> {
  const taskIds: string[] = []
  for (let id = firstId; id < firstId + count; id += 1) {
    taskIds.push((await client.submit({ id, ...task })).status.taskId)
  }
  return taskIds
}

const allEnded = async (world: World, taskIds: readonly string[]): Promise<boolean> => {
  const tasks = await Promise.all(taskIds.map((taskId) => world.task(taskId)))
  return tasks.every(({ state }) => state === 'COMPLETED')
}

for (const crashes of [false, true]) {
  scenario(
    `who lies in a lot is paid for none of what was provisional, and loses its stake${crashes ? ', over a crash before the slash too' : ''}`,
    async (world) => {
      world.stake = defaultStakeRule
      await world.shutDown()
      await world.boot()
      const client = world.client()
      let lies = false
      const run = () => ({ output: lies ? wrong : plainOutput })
      const liar = await world.worker({ ...busy, run }).connect()
      const before = await submitMany(client, 30, 1)
      await world.until(async () => world.coordinator.pending === 0 && world.coordinator.audits === 0)
      lies = true
      let hasCrashed = false
      world.store.commitGate = async ({ operations }) => {
        const isSlash = operations.some(
          (operation) => 'put' in operation && operation.put.startsWith('ledger/operations/slash:')
        )
        if (!crashes || !isSlash || hasCrashed) return
        hasCrashed = true
        world.crash()
      }
      const lied = (await submitMany(client, 40, 1_000).catch(() => [])) as string[]
      for (let turns = 0; crashes && !hasCrashed && turns < 100; turns += 1) {
        await world.advance(100).catch(() => {})
      }
      if (crashes) {
        assert.ok(hasCrashed)
        await world.boot()
      }
      await world.worker(busy).connect()
      const all = [...before, ...lied]
      await world.until(() => allEnded(world, all), 'all end', 4 * MAX_DELAY_MS)

      let paid = 0n
      const accepted: string[] = []
      for await (const { operation, movedUnits } of world.ledger().entries()) {
        if (operation.kind !== 'release' || operation.account !== liar.nodeId) continue
        paid += movedUnits
        accepted.push(operation.taskId)
      }
      for (const taskId of lied) assert.not.ok(accepted.includes(taskId), 'a lie was paid')
      const account = await world.ledger().account(liar.nodeId)
      const record = (await new ReputationRepository({ store: world.disk }).get(liar.nodeId))?.record
      assert.ok(paid > 0n && (record?.slashedAmount ?? 0n) > 0n)
      assert.is(account?.stakedUnits, 0n)
      assert.is((account?.balanceUnits ?? 0n) + (record?.slashedAmount ?? 0n), paid)
      assert.is((await world.ledger().account(SLASH_POOL))?.balanceUnits, record?.slashedAmount)
      assert.ok((record?.bannedAtMs ?? 0) > 0)
      const { balanced, problems } = await auditLedger(new LedgerRepository({ store: world.disk }))
      assert.ok(balanced, problems.join('; '))
    },
    { referee: () => new RefereeDouble(), lotSize: 100, errors: true }
  )
}

test.run()
