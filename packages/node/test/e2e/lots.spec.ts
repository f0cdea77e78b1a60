import { readFile, writeFile } from 'node:fs/promises'
import type { Explanation } from '@ailee/coordinator'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { TestnetNode } from '../../src/testnet/testnet-node.js'
import { type CliResult, cli, lastJson } from '../support/cli.js'
import { addressOf, LocalNet } from '../support/local-net.js'
import { example } from '../support/paths.js'
import { until } from '../support/until.js'

const LOT_SIZE = 8

const test = suite<{ net: LocalNet; coordinator: TestnetNode }>('lots, by the command line')

test.before(async (context) => {
  context.net = await LocalNet.create()
  context.coordinator = await context.net.start('coordinator', 'coordinator', '--lot-size', String(LOT_SIZE))
  await context.net.workers(context.coordinator, ['worker-1', 'worker-2'])
})

test.after(async ({ net }) => net.close())

/** A tenth may be wrong, so that a small lot leaves results unaudited. */
function submitToLot(net: LocalNet, coordinator: TestnetNode, ...args: string[]): Promise<CliResult> {
  const verification = ['--verification', 'lot', '--max-delay', '120', '--target-error', '0.1']
  return net.submit(coordinator, example('hello'), '--arg', 'Alice', ...verification, '--json', ...args)
}

const textOf = ({ stdout }: CliResult): string => stdout.toString()

const lotsOf = async (coordinator: TestnetNode): Promise<Record<string, unknown>[]> => {
  const address = new URL(String(coordinator.ready.http)).host
  return JSON.parse(textOf(await cli(['lots', '--json', '--http', address])))
}

test('results of a lot are there at once, last through SIGKILL, and anybody can check its audits', async (context) => {
  const { net, coordinator } = context
  const early = await submitToLot(net, coordinator, '--provisional')
  assert.is(early.code, 0, early.stderr)
  const provisional = lastJson(early)
  assert.is(provisional.state, 'PROVISIONAL')
  assert.is(Buffer.from(String(provisional.stdout), 'base64').toString(), 'Hello, Alice!\n')
  assert.match(String(provisional.lot), /^[0-9a-f]{64}$/)

  const listen = addressOf(coordinator).split('/p2p/')[0] ?? ''
  coordinator.kill('SIGKILL')
  await until('the coordinator to be gone', () => !coordinator.running)
  const again = await net.start(
    'coordinator',
    'coordinator',
    '--lot-size',
    String(LOT_SIZE),
    '--listen',
    listen
  )
  context.coordinator = again
  await net.joined(again, 2)
  const { http } = again.ready
  const address = new URL(String(http)).host
  const receipt = net.path('receipt.json')
  const rest = await Promise.all(
    Array.from({ length: LOT_SIZE - 1 }, (_, index) =>
      submitToLot(net, again, ...(index === 0 ? ['--receipt', receipt] : []))
    )
  )
  for (const { code, stderr } of rest) assert.is(code, 0, stderr)
  const results = rest.map(lastJson)
  for (const { state, verdict } of results) {
    assert.is(state, 'COMPLETED')
    assert.is((verdict as { lot: string }).lot, provisional.lot, 'the lot of before the crash')
  }
  const [lot, ...others] = await until('the lot to be stored', async () => {
    const lots = await lotsOf(again)
    return lots.length > 0 && lots
  })
  assert.equal(others, [])
  assert.equal([lot?.lot, lot?.draws, lot?.catches], [provisional.lot, LOT_SIZE, 0])

  const file = net.path('lot.json')
  const written = await cli(['lots', String(lot?.lot), '--http', address])
  await writeFile(file, written.stdout)
  const verified = await cli(['verify', file, '--receipt', receipt])
  assert.is(verified.code, 0, textOf(verified))
  assert.match(textOf(verified), /ok {3}audits:/)
  assert.match(textOf(verified), /ok {3}receipt-draw:/)

  // Whatever is changed about the draws shows.
  const text = await readFile(file, 'utf8')
  for (const [from, to] of [
    ['"state":"equal"', '"state":"open"'],
    [`"secret":"${JSON.parse(text).secret.slice(0, 8)}`, '"secret":"00000000'],
    ['"size":8', '"size":4']
  ] as const) {
    assert.ok(text.includes(from), from)
    const forged = net.path('forged.json')
    await writeFile(forged, text.replace(from, to))
    const result = await cli(['verify', forged])
    assert.is(result.code, 5, `${to}: ${textOf(result)}`)
  }
  assert.is((await cli(['lots', 'ab'.repeat(32), '--http', address])).code, 1)
})

test('explain tells who bid what, who ran it, how sure it is and where the money went', async ({
  net,
  coordinator
}) => {
  const submitted = lastJson(await net.submit(coordinator, example('hello'), '--arg', 'Bob', '--json'))
  const taskId = String(submitted.taskId)
  const address = new URL(String(coordinator.ready.http)).host
  const told = await cli(['explain', taskId, '--json', '--http', address])
  const explanation: Explanation = JSON.parse(textOf(told))
  const [auction] = explanation.auctions
  assert.is(auction?.bids.length, 2)
  assert.equal(
    auction?.bids.map(({ outcome }) => outcome),
    ['WON', 'LOST']
  )
  const [won, lost] = auction?.bids ?? []
  assert.ok((won?.score ?? 0) >= (lost?.score ?? 1))
  assert.is(won?.worker, submitted.worker)
  assert.equal(
    explanation.executions.map(({ worker, state }) => [worker, state]),
    [[submitted.worker, 'RETURNED']]
  )
  const { policy, method, estimatedErrorPpm } = explanation.verification
  assert.is(policy, 'ledger')
  assert.equal([method, estimatedErrorPpm], method === 'REFEREE' ? ['REFEREE', 0] : ['SAMPLED', 1000])
  const { escrow, movements } = explanation.money
  assert.is(escrow?.held, '0')
  assert.is(BigInt(escrow?.funded ?? 0), BigInt(escrow?.paid ?? 0) + BigInt(escrow?.refunded ?? 0))
  const kinds = movements.map(({ operation }) => operation.split(':')[0])
  assert.equal(kinds, ['hold', 'release', 'refund', 'stake'])

  const text = await cli(['explain', taskId, '--http', address])
  assert.is(text.code, 0)
  for (const part of [taskId, String(submitted.worker), 'WON', 'LOST', 'verified by ledger', 'refund']) {
    assert.ok(textOf(text).includes(part), part)
  }
  const unknown = await cli(['explain', 'ab'.repeat(32), '--http', address])
  assert.is(unknown.code, 3)
  assert.match(unknown.stderr, /TASK_NOT_FOUND/)
})

test('explain names who was left out, and why', async ({ net, coordinator }) => {
  const args = ['--require-region', 'nowhere', '--deadline', '3', '--json']
  const submitted = lastJson(await net.submit(coordinator, example('hello'), ...args))
  const address = new URL(String(coordinator.ready.http)).host
  const told = await cli(['explain', String(submitted.taskId), '--json', '--http', address])
  const { auctions, money }: Explanation = JSON.parse(textOf(told))
  const codes = auctions.at(-1)?.rejections.map(({ code }) => code)
  assert.equal(codes, ['WORKER_REGION_MISMATCH', 'WORKER_REGION_MISMATCH'])
  assert.is(money.escrow?.refunded, money.escrow?.funded)
})

test.run()
