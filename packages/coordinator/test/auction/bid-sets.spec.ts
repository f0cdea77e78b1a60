import { type BidSet, bidderOf } from '@ailee/protocol'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { codeOf, prompt, scenario } from '../support/world.js'

const winnersOf = ({ entries }: BidSet): string[] =>
  entries.filter(({ outcome }) => outcome === 'WON').map(bidderOf)

scenario(
  'the client and whoever was asked learn how an auction was decided, nobody else does',
  async (world) => {
    const client = world.client()
    const winner = await world.worker({ ...prompt, bid: { cost: 1n } }).connect()
    const loser = await world.worker({ ...prompt, bid: { cost: 2n } }).connect()
    const elsewhere = await world.worker({ status: { region: 'us' } }).connect()
    const requirements = { regions: ['eu'], minReputationPermille: 0, isolation: undefined }
    const { status } = await client.submit({ requirements })
    await world.end(status.taskId)
    for (const party of [client, loser, winner]) {
      const set = await party.bidSet(status.taskId)
      assert.equal(winnersOf(set), [winner.nodeId])
      assert.is(set.entries.length, 2)
    }
    const refused = [elsewhere.bidSet(status.taskId), world.client().bidSet(status.taskId)]
    for (const action of refused) assert.is(await codeOf(action), 'AUCTION_NOT_FOUND')
    assert.is(await codeOf(client.bidSet(status.taskId, 2)), 'AUCTION_NOT_FOUND')
    assert.is(await codeOf(client.bidSet('ef'.repeat(32))), 'AUCTION_NOT_FOUND')
  }
)

scenario(
  'attempt 0 is the last auction with a winner, and the last one where none had one',
  async (world) => {
    const client = world.client()
    const { status } = await client.submit({ replicas: 2 })
    await world.worker({ bid: { cost: 5_000n } }).connect()
    await world.until(async () => (await world.task(status.taskId)).attempts >= 2)
    assert.equal(winnersOf(await client.bidSet(status.taskId)), [])
    const winner = await world.worker(prompt).connect()
    await world.until(async () => (await world.task(status.taskId)).executions.length > 0)
    const [execution] = (await world.task(status.taskId)).executions
    await world.until(async () => (await world.task(status.taskId)).attempts > (execution?.attempt ?? 0) + 1)
    const set = await client.bidSet(status.taskId)
    assert.equal([set.head.attempt, winnersOf(set)], [execution?.attempt, [winner.nodeId]])
    const last = (await world.task(status.taskId)).attempts
    assert.equal(winnersOf(await client.bidSet(status.taskId, last)), [])
  }
)

scenario('it is still known after a restart', async (world) => {
  const client = world.client()
  const winner = await world.worker(prompt).connect()
  const { status } = await client.submit()
  await world.end(status.taskId)
  world.crash()
  await world.boot()
  assert.equal(winnersOf(await client.bidSet(status.taskId)), [winner.nodeId])
})

test.run()
