import { readFile, writeFile } from 'node:fs/promises'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { TestnetNode } from '../../src/testnet/testnet-node.js'
import { type CliResult, cli, errorOf, lastJson } from '../support/cli.js'
import { LocalNet } from '../support/local-net.js'
import { example } from '../support/paths.js'

const test = suite<{ net: LocalNet; coordinator: TestnetNode; workers: TestnetNode[] }>(
  'auctions that can be checked'
)

test.before(async (context) => {
  context.net = await LocalNet.create()
  context.coordinator = await context.net.start('coordinator', 'coordinator')
  const [cheap] = await context.net.workers(context.coordinator, ['cheap'], '--price', '50')
  const [dear] = await context.net.workers(context.coordinator, ['dear'], '--price', '100')
  context.workers = [cheap, dear].filter((worker) => worker !== undefined)
  await context.net.joined(context.coordinator, 2)
})

test.after(async ({ net }) => net.close())

interface Auctioned {
  task: Record<string, unknown>
  receipt: string
  set: string
}

/** Submits a task and writes receipt and bid set to files. */
async function auctioned(
  { net, coordinator }: { net: LocalNet; coordinator: TestnetNode },
  name: string,
  ...options: string[]
): Promise<Auctioned> {
  const receipt = net.path(`${name}-receipt.json`)
  const call = ['--arg', 'Alice', '--receipt', receipt, '--json', ...options]
  const submitted = await net.submit(coordinator, example('hello'), ...call)
  assert.is(submitted.code, 0, submitted.stderr)
  const task = lastJson(submitted)
  const shown = await cli(['bid-set', String(task.taskId), ...net.clientArguments(coordinator)])
  assert.is(shown.code, 0, shown.stderr)
  const set = net.path(`${name}-bids.json`)
  await writeFile(set, shown.stdout)
  return { task, receipt, set }
}

const findingOf = (result: CliResult): unknown => lastJson(result).finding

test('the client checks by itself that its task went to the cheapest', async (context) => {
  const { receipt, set, task } = await auctioned(context, 'first', '--strategy', 'lowest-cost')
  const judged = await cli(['verify', set, '--receipt', receipt, '--json'])
  assert.is(judged.code, 0, judged.stdout.toString())
  const { finding, winners, coordinator, taskId } = lastJson(judged)
  assert.equal([finding, taskId], ['SOUND', task.taskId])
  assert.equal(winners, [context.workers[0]?.ready.peerId])
  assert.is(coordinator, context.coordinator.ready.peerId)
  const told = (await cli(['verify', set, '--receipt', receipt])).stdout.toString()
  assert.match(told, /ok {3}selection: 1 wanted, by LOWEST_COST/)
  assert.match(told, /not proven:.*that everybody who might have bid was asked/s)
})

test('a sealed auction goes by bids that nobody saw before, and a loser checks that it was in it', async (context) => {
  const { net, workers } = context
  const [cheap, dear] = workers
  const terms = ['--strategy', 'lowest-cost', '--sealed']
  const { receipt, set, task } = await auctioned(context, 'sealed', ...terms)
  const judged = lastJson(await cli(['verify', set, '--receipt', receipt, '--json']))
  assert.equal([judged.finding, judged.winners], ['SOUND', [cheap?.ready.peerId]])
  const fileOf = async (name: string, ...args: string[]): Promise<string> => {
    const shown = await cli([...args, String(task.taskId), '--data-dir', net.path('dear')])
    assert.is(shown.code, 0, shown.stderr)
    await writeFile(net.path(name), shown.stdout)
    return net.path(name)
  }
  const bid = await fileOf('my-bid.json', 'bid')
  const own = await fileOf('my-set.json', 'bid-set', '--worker')
  const checked = lastJson(await cli(['verify', own, '--bid', bid, '--json']))
  assert.equal([checked.finding, checked.root], ['SOUND', judged.root])
  const names = (checked.checks as { name: string }[]).map(({ name }) => name)
  assert.equal(names.slice(-3), ['own-bid', 'commitments', 'inclusion'])
  const kept = JSON.parse(await readFile(bid, 'utf8')) as { worker: string; reveal: unknown }
  assert.is(kept.worker, dear?.ready.peerId)
  assert.ok(kept.reveal !== null)
  // The same bid was in no other auction.
  const other = await auctioned(context, 'other')
  const apart = await cli(['verify', other.set, '--bid', bid, '--json'])
  assert.equal([apart.code, findingOf(apart)], [5, 'NOTHING'])
})

test('a node that is coordinator and worker bids in its own sealed auctions', async ({ net }) => {
  const both = await net.start('both', 'all', '--slots', '1')
  await net.joined(both, 1)
  const submitted = await net.submit(
    both,
    example('hello'),
    '--sealed',
    '--strategy',
    'round-robin',
    '--json'
  )
  assert.is(submitted.code, 0, submitted.stderr)
  const taskId = String(lastJson(submitted).taskId)
  const shown = await cli(['bid-set', taskId, ...net.clientArguments(both)])
  const path = net.path('both-bids.json')
  await writeFile(path, shown.stdout)
  const judged = lastJson(await cli(['verify', path, '--json']))
  assert.equal([judged.finding, judged.winners], ['SOUND', [both.ready.peerId]])
  const status = await cli(['task', taskId, ...net.clientArguments(both)])
  assert.match(status.stdout.toString(), /1 bid, by round-robin, sealed/)
})

test('a changed set, and the receipt of another task, prove nothing', async (context) => {
  const first = await auctioned(context, 'one')
  const second = await auctioned(context, 'two')
  const other = await cli(['verify', first.set, '--receipt', second.receipt, '--json'])
  assert.equal([other.code, findingOf(other)], [5, 'NOTHING'])
  const spoilt = context.net.path('spoilt.json')
  const text = await readFile(first.set, 'utf8')
  await writeFile(spoilt, text.replace(/"payload": "(..)/, '"payload": "0b'))
  const judged = await cli(['verify', spoilt, '--json'])
  assert.equal([judged.code, findingOf(judged)], [5, 'NOTHING'])
  const mistaken = await cli(['verify', first.receipt, '--bid', first.set, '--json'])
  assert.is(errorOf(mistaken).code, 'CONFIG_INVALID')
})

test('nobody else is shown it', async ({ net, coordinator }) => {
  const submitted = await net.submit(coordinator, example('hello'), '--json')
  const stranger = ['--data-dir', net.path('stranger'), '--network', net.network, '--no-mdns']
  const [, address] = net.clientArguments(coordinator)
  const asked = await cli([
    'bid-set',
    String(lastJson(submitted).taskId),
    '--coordinator',
    String(address),
    ...stranger
  ])
  assert.not.equal(asked.code, 0)
  assert.match(asked.stderr, /AUCTION_NOT_FOUND/)
})

test.run()
