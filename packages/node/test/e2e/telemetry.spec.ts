import { writeFile } from 'node:fs/promises'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { LatestSampleStatus, SampleStatus } from '../../src/http/telemetry-view.js'
import type { TestnetNode } from '../../src/testnet/testnet-node.js'
import { cli, lastJson } from '../support/cli.js'
import { LocalNet, statusOf } from '../support/local-net.js'
import { example } from '../support/paths.js'
import { until } from '../support/until.js'

const test = suite<{ net: LocalNet; coordinator: TestnetNode; worker: TestnetNode }>('telemetry')

test.before(async (context) => {
  context.net = await LocalNet.create()
  context.coordinator = await context.net.start('coordinator', 'coordinator')
  const [worker] = await context.net.workers(context.coordinator, ['worker'])
  assert.ok(worker)
  context.worker = worker
})

test.after(({ net }) => net.close())

const get = (node: TestnetNode, path: string) => fetch(new URL(path, node.ready.http))

async function latest(node: TestnetNode, peerId: string): Promise<LatestSampleStatus | undefined> {
  const samples = (await (await get(node, '/v1/telemetry')).json()) as LatestSampleStatus[]
  return samples.find((sample) => sample.peerId === peerId)
}

test('a coordinator shows what its worker measured of itself, and what it makes of that', async ({
  net,
  coordinator,
  worker
}) => {
  const { peerId } = worker.ready
  const sample = await until('a sample', () => latest(coordinator, peerId))
  assert.ok((sample.gflops ?? 0) > 0)
  assert.ok((sample.totalMemoryBytes ?? 0) > 0)
  assert.ok((sample.eventLoopLagMs ?? -1) >= 0)
  assert.equal([sample.trust, sample.doubts, sample.errors, sample.safeMode], [1, [], 0, false])
  assert.ok((sample.health ?? 0) > 0)
  const shown = await cli(['telemetry', '--data-dir', net.path('coordinator')])
  assert.is(shown.code, 0, shown.stderr)
  assert.match(shown.stdout.toString(), new RegExp(`^${peerId} .* ok `, 'm'))
})

test('a worker shows its own latest sample, judged by nobody', async ({ worker }) => {
  const { peerId } = worker.ready
  const own = await until('a sample', () => latest(worker, peerId))
  assert.equal([own.health, own.trust, own.doubts], [null, null, []])
  const [same] = (await (await get(worker, `/v1/telemetry?node=${peerId}`)).json()) as SampleStatus[]
  assert.is(same?.peerId, peerId)
  assert.is((await statusOf(worker)).worker?.safeMode, false)
  assert.match(await (await get(worker, '/metrics')).text(), /^ailee_worker_safe_mode_ratio 0$/m)
})

test('bandwidth is known once a worker has fetched something large', async ({ net, coordinator, worker }) => {
  await writeFile(net.path('large'), 'word '.repeat(200_000))
  const result = await net.submit(coordinator, example('wordcount'), '--stdin', net.path('large'))
  assert.is(result.code, 0, result.stderr)
  await until('a bandwidth', async () => {
    const sample = await latest(coordinator, worker.ready.peerId)
    return (sample?.bandwidthMbps ?? 0) > 0 && (true as const)
  })
})

test('samples are stored, also across a restart, and come back by node and time', async ({
  net,
  coordinator,
  worker
}) => {
  const { peerId } = worker.ready
  const stored = async (node: TestnetNode, range = '') =>
    (await (await get(node, `/v1/telemetry?node=${peerId}${range}`)).json()) as SampleStatus[]
  const first = await until('a stored sample', async () => (await stored(coordinator)).at(-1))
  const { timestampMs } = first
  assert.equal(await stored(coordinator, `&fromMs=${timestampMs}&toMs=${timestampMs}`), [first])
  assert.equal(await stored(coordinator, `&toMs=${timestampMs - 1}`), [])
  await coordinator.stop()
  const again = await net.start('coordinator', 'coordinator')
  assert.equal((await stored(again)).at(-1), first)
  const args = ['telemetry', peerId, '--data-dir', net.path('coordinator')]
  const listed = lastJson(await cli([...args, '--limit', '1', '--json'])) as unknown as SampleStatus[]
  assert.equal(
    listed.map((sample) => sample.peerId),
    [peerId]
  )
  const table = await cli(args)
  assert.match(table.stdout.toString(), new RegExp(`^${new Date(timestampMs).toISOString()} `, 'm'))
})

test('what cannot be asked for is refused', async ({ worker }) => {
  for (const query of ['node=', 'node=a/b', 'node=x&limit=0', 'node=x&limit=1001', 'node=x&fromMs=-1']) {
    assert.is((await get(worker, `/v1/telemetry?${query}`)).status, 400, query)
  }
  const nobody = '1'.repeat(52)
  assert.equal(await (await get(worker, `/v1/telemetry?node=${nobody}&limit=1000`)).json(), [])
  assert.is((await cli(['telemetry', 'a/b'])).code, 2)
})

test.run()
