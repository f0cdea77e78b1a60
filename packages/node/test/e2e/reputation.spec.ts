import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { ReputationDetails, ReputationStatus } from '../../src/http/reputation-view.js'
import type { TestnetNode } from '../../src/testnet/testnet-node.js'
import { cli, errorOf, lastJson } from '../support/cli.js'
import { LocalNet } from '../support/local-net.js'
import { example } from '../support/paths.js'
import { until } from '../support/until.js'

const test = suite<{ net: LocalNet; coordinator: TestnetNode; worker: TestnetNode }>('reputation')

test.before(async (context) => {
  context.net = await LocalNet.create()
  context.coordinator = await context.net.start('coordinator', 'coordinator')
  const [worker] = await context.net.workers(context.coordinator, ['worker'])
  assert.ok(worker)
  context.worker = worker
  for (let count = 0; count < 2; count += 1) {
    const result = await context.net.submit(context.coordinator, example('hello'))
    assert.is(result.code, 0, result.stderr)
  }
})

test.after(({ net }) => net.close())

const get = (node: TestnetNode, path: string) => fetch(new URL(path, node.ready.http))

async function details(node: TestnetNode, peerId: string): Promise<ReputationDetails | undefined> {
  const answer = await get(node, `/v1/reputation/${peerId}`)
  return answer.status === 404 ? undefined : ((await answer.json()) as ReputationDetails)
}

test('a coordinator shows what it thinks of a worker, what that one staked, and how it came to that', async ({
  net,
  coordinator,
  worker
}) => {
  const { peerId } = worker.ready
  const found = await until('two results', async () => {
    const one = await details(coordinator, peerId)
    return one?.successes === 2 ? one : false
  })
  const { history, ...status } = found
  assert.equal(await (await get(coordinator, '/v1/reputation')).json(), [status])
  assert.equal(
    [status.failures, status.byzantineActs, status.bannedAtMs, status.slashedUnits],
    [0, 0, null, '0']
  )
  assert.ok(status.score > 0.5)
  assert.ok(BigInt(status.stakedUnits) > 0n, 'the first pays are a stake')
  assert.equal(
    history.map(({ number, event }) => [number, event]),
    [
      [2, 'SUCCEEDED'],
      [1, 'SUCCEEDED']
    ]
  )
  assert.is(history[1]?.scoreBefore, 0.5)
  assert.is(history[1]?.scoreAfter, history[0]?.scoreBefore)
  assert.is(new Set(history.map(({ subject }) => subject)).size, 2)

  const here = ['--data-dir', net.path('coordinator')]
  const json = await cli(['reputation', peerId, '--history', '--json', ...here])
  assert.equal(lastJson(json), found as unknown as Record<string, unknown>)
  const short = lastJson(await cli(['reputation', peerId, '--json', ...here]))
  assert.equal(short, status as unknown as Record<string, unknown>)
  const text = await cli(['reputation', peerId, '--history', ...here])
  assert.is(text.code, 0, text.stderr)
  assert.match(text.stdout.toString(), new RegExp(`^${peerId} .* ok$`, 'm'))
  assert.is(text.stdout.toString().match(/SUCCEEDED/g)?.length, 2)
  const list = await cli(['reputation', ...here])
  assert.match(list.stdout.toString(), new RegExp(`^${peerId} `, 'm'))
})

test('lists go on behind a peer id', async ({ coordinator, worker }) => {
  const { peerId } = worker.ready
  const behind = (after: string) => get(coordinator, `/v1/reputation?limit=1&after=${after}`)
  assert.equal(await (await behind(peerId)).json(), [])
  const before = (await (await behind('1')).json()) as ReputationStatus[]
  assert.equal(
    before.map((status) => status.peerId),
    [peerId]
  )
})

test('who knows nothing says so, and what cannot be asked for is refused', async ({
  net,
  worker,
  coordinator
}) => {
  assert.equal(await (await get(worker, '/v1/reputation')).json(), [])
  assert.is((await get(coordinator, `/v1/reputation/${'1'.repeat(52)}`)).status, 404)
  for (const path of ['?limit=0', '?limit=1001', '?after=a/b', '/a%2Fb']) {
    assert.is((await get(coordinator, `/v1/reputation${path}`)).status, 400, path)
  }
  const unknown = await cli(['reputation', '1'.repeat(52), '--json', '--data-dir', net.path('coordinator')])
  assert.is(unknown.code, 1)
  assert.is(errorOf(unknown).code, 'REPUTATION_UNKNOWN')
  assert.is((await cli(['reputation', 'a/b'])).code, 2)
})

test('it outlives a restart', async ({ net, coordinator, worker }) => {
  const { peerId } = worker.ready
  const before = await details(coordinator, peerId)
  await coordinator.stop()
  const again = await net.start('coordinator', 'coordinator')
  const after = await details(again, peerId)
  assert.equal(after?.history, before?.history)
  assert.is(after?.stakedUnits, before?.stakedUnits)
})

test.run()
