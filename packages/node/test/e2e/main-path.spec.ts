import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { PeerStatus } from '../../src/http/node-view.js'
import type { TestnetNode } from '../../src/testnet/testnet-node.js'
import { type CliResult, cli, lastJson } from '../support/cli.js'
import { addressOf, LocalNet, statusOf } from '../support/local-net.js'
import { growth, metricsOf } from '../support/metrics.js'
import { example } from '../support/paths.js'
import { until } from '../support/until.js'

/** A computation for several workers. */
const matmul = [example('matmul-rust'), '--function', 'matmul', '--arg', '64', '--json']

const test = suite<{
  net: LocalNet
  coordinator: TestnetNode
  workers: TestnetNode[]
  /** For as long as 10 s a third worker may still come: begun at once, and looked at in its test. */
  threeReplicas: Promise<CliResult>
}>('three nodes')

test.before(async (context) => {
  context.net = await LocalNet.create()
  context.coordinator = await context.net.start('coordinator', 'coordinator')
  context.workers = await context.net.workers(context.coordinator, ['worker-1', 'worker-2'])
  context.threeReplicas = context.net.submit(context.coordinator, ...matmul, '--replicas', '3')
  // Whoever waits for it hears of it.
  context.threeReplicas.catch(() => {})
})

test.after(async ({ net }) => net.close())

test('a WASI program: standard output is exactly the program’s', async ({ net, coordinator }) => {
  const result = await net.submit(
    coordinator,
    example('hello'),
    '--arg',
    'Alice',
    '--env',
    'GREETING=Good morning'
  )
  assert.is(result.code, 0, result.stderr)
  assert.is(result.stdout.toString(), 'Good morning, Alice!\n')
  assert.match(result.stderr, /running on .*\n.*verifying\n.*receipt verified/s)
})

test('standard input reaches the program, by file and by pipe', async ({ net, coordinator }) => {
  const text = 'one two\nthree\n'
  await writeFile(net.path('text'), text)
  const byFile = await net.submit(coordinator, example('wordcount'), '--stdin', net.path('text'))
  assert.is(byFile.stdout.toString(), '2 3 14\n', byFile.stderr)
  const args = ['submit', example('wordcount'), '--stdin', '-', ...net.clientArguments(coordinator)]
  const byPipe = await cli(args, { stdin: text })
  assert.is(byPipe.stdout.toString(), '2 3 14\n', byPipe.stderr)
})

test('a function of bytes: standard input in, its bytes out, its log on standard error', async ({
  net,
  coordinator
}) => {
  await writeFile(net.path('words'), 'two words')
  for (const name of ['template-assemblyscript', 'template-c', 'template-rust']) {
    const call = ['--function', 'run', '--stdin', net.path('words')]
    const ran = await cli(['run', example(name), ...call])
    assert.is(ran.stdout.toString(), 'TWO WORDS', `${name}: ${ran.stderr}`)
    assert.match(ran.stderr, '9 bytes')
    if (name !== 'template-rust') continue
    const submitted = await net.submit(coordinator, example(name), ...call)
    assert.is(submitted.stdout.toString(), 'TWO WORDS', submitted.stderr)
    assert.match(submitted.stderr, /receipt verified/)
  }
})

test('files reach the program, under the paths they are given', async ({ net, coordinator }) => {
  await writeFile(net.path('sales'), 'region,amount\nnorth,150\nsouth,25\nnorth,50\n')
  const options = ['--file', `/data/2026.csv=${net.path('sales')}`, '--arg', 'data/2026.csv']
  const report = 'north             2            2.00\nsouth             1            0.25\n'
  const submitted = await net.submit(coordinator, example('csv-report'), ...options)
  assert.is(submitted.stdout.toString(), report, submitted.stderr)
  const ran = await cli(['run', example('csv-report'), ...options])
  assert.is(ran.stdout.toString(), report, ran.stderr)
})

test('a function call, as JSON', async ({ net, coordinator, workers }) => {
  const result = await net.submit(
    coordinator,
    example('primes'),
    '--function',
    'countPrimes',
    '--arg',
    '100000',
    '--json'
  )
  assert.is(result.code, 0, result.stderr)
  assert.is(result.stderr, '')
  const json = lastJson(result)
  assert.is(Buffer.from(String(json.stdout), 'base64').toString(), '9592\n')
  assert.is(json.state, 'COMPLETED')
  assert.is(json.code, 'SUCCESS')
  assert.is(json.exitCode, 0)
  const again = await net.submit(
    coordinator,
    example('primes'),
    '--function',
    'countPrimes',
    '--arg',
    '100000',
    '--json'
  )
  assert.ok(Number(json.fuelUsed) > 100_000)
  assert.is(lastJson(again).fuelUsed, json.fuelUsed, 'the same work costs the same')
  assert.is(json.bids, 2)
  assert.ok(workers.some(({ ready }) => ready.peerId === json.worker))
  assert.match(String(json.taskId), /^[0-9a-f]{64}$/)
  // New workers are not believed.
  assert.is((json.verdict as { method: string }).method, 'REFEREE')
  assert.type(json.durationMs, 'number')
})

test('a client that is its own referee executes the task here, and the receipt says so', async ({
  net,
  coordinator
}) => {
  const before = await metricsOf(coordinator)
  const call = [example('primes'), '--function', 'countPrimes', '--arg', '1000', '--json']
  const terms = ['--verification', 'final-now', '--referee', 'self']
  const json = lastJson(await net.submit(coordinator, ...call, ...terms))
  assert.is(json.state, 'COMPLETED')
  const { method, estimatedErrorPpm } = json.verdict as { method: string; estimatedErrorPpm: number }
  assert.equal({ method, estimatedErrorPpm }, { method: 'CLIENT_REFEREE', estimatedErrorPpm: 0 })
  const after = await metricsOf(coordinator)
  assert.is(growth(before, after, 'ailee_client_audits_total{outcome="agreed"}'), 1)
  assert.is(growth(before, after, 'ailee_audits_total{outcome="done"}'), 0)
  const contradicting = await net.submit(coordinator, ...call, '--referee', 'self', '--replicas', '2')
  assert.is(contradicting.code, 2)
})

test('replicas: two workers must agree, three are more than there are', async ({
  net,
  coordinator,
  threeReplicas
}) => {
  const two = lastJson(await net.submit(coordinator, ...matmul, '--replicas', '2'))
  assert.is(two.state, 'COMPLETED')
  const { method, votes } = two.verdict as { method: string; votes: number }
  assert.equal({ method, votes }, { method: 'QUORUM', votes: 2 })
  const three = await threeReplicas
  assert.is(three.code, 3)
  assert.is(lastJson(three).code, 'NO_ELIGIBLE_WORKER')
})

test('a receipt verifies with its module and output, and not after a changed byte', async ({
  net,
  coordinator
}) => {
  const receipt = net.path('receipt.json')
  const output = net.path('output')
  const files = ['--receipt', receipt, '--output', output]
  const result = await net.submit(coordinator, example('hello'), '--arg', 'Bob', ...files)
  assert.is(result.code, 0, result.stderr)
  assert.is(result.stdout.length, 0)
  assert.is(await readFile(output, 'utf8'), 'Hello, Bob!\n')
  const verify = (...args: string[]) => cli(['verify', ...args, '--json'])
  const genuine = await verify(receipt, '--module', example('hello'), '--output', output)
  assert.is(genuine.code, 0)
  const { valid, checks } = lastJson(genuine) as { valid: boolean; checks: { name: string; ok: boolean }[] }
  assert.is(valid, true)
  assert.equal(
    checks.map(({ name, ok }) => [name, ok]),
    [
      ['canonical-form', true],
      ['worker-signature', true],
      ['verdict-signature', true],
      ['module-hash', true],
      ['output-root', true]
    ]
  )
  // Every byte is tried in the protocol's own tests; here a few, through the program.
  const bytes = await readFile(receipt)
  for (const index of [0, Math.floor(bytes.length / 3), Math.floor(bytes.length / 2), bytes.length - 1]) {
    const changed = Buffer.from(bytes)
    changed.writeUInt8(changed.readUInt8(index) ^ 1, index)
    await writeFile(net.path('changed.json'), changed)
    assert.is((await verify(net.path('changed.json'))).code, 5, `byte ${index}`)
  }
  assert.is((await verify(receipt, '--module', example('primes'))).code, 5)
  const explained = (await cli(['verify', receipt])).stdout.toString()
  assert.match(explained, /^ {2}- the coordinator stated that it executed the task itself/m)
})

test('an output too large to travel inside a message arrives whole', async ({ net, coordinator }) => {
  const content = randomBytes(3_000_000)
  await writeFile(net.path('content'), content)
  const receipt = net.path('echo.json')
  const result = await net.submit(
    coordinator,
    example('echo'),
    '--stdin',
    net.path('content'),
    '--receipt',
    receipt
  )
  assert.is(result.code, 0, result.stderr)
  assert.ok(result.stdout.equals(content))
  assert.is((await cli(['verify', receipt, '--output', net.path('content')])).code, 0)
})

test('task, tasks and cancel show and end the client’s own tasks', async ({ net, coordinator }) => {
  const client = net.clientArguments(coordinator)
  const submitted = lastJson(await net.submit(coordinator, example('hello'), '--json'))
  const task = lastJson(await cli(['task', String(submitted.taskId), '--json', ...client]))
  assert.is(task.state, 'COMPLETED')
  assert.equal(task.workers, [submitted.worker])
  const listed = await cli(['tasks', '--limit', '1', '--json', ...client])
  const tasks = JSON.parse(listed.stdout.toString()) as { taskId: string }[]
  assert.equal(
    tasks.map(({ taskId }) => taskId),
    [submitted.taskId]
  )
  const cancelled = lastJson(await cli(['cancel', String(submitted.taskId), '--json', ...client]))
  assert.is(cancelled.state, 'COMPLETED', 'what has ended stays as it is')
  const stranger = [...client.slice(0, -1), net.path('stranger')]
  assert.is((await cli(['task', String(submitted.taskId), ...stranger])).code, 3)
})

test('status, peers, health and metrics tell the truth', async ({ net, coordinator, workers }) => {
  const status = lastJson(await cli(['status', '--data-dir', net.path('coordinator'), '--json']))
  assert.is(status.peerId, coordinator.ready.peerId)
  assert.is((status.coordinator as { workers: number }).workers, 2)
  const peers = await cli(['peers', '--data-dir', net.path('coordinator'), '--json'])
  const ids = (JSON.parse(peers.stdout.toString()) as { peerId: string }[]).map(({ peerId }) => peerId)
  for (const { ready } of workers) assert.ok(ids.includes(ready.peerId))
  const get = (node: TestnetNode, path: string) => fetch(new URL(path, node.ready.http))
  assert.is((await get(coordinator, '/healthz')).status, 200)
  for (const node of [coordinator, ...workers]) assert.is((await get(node, '/readyz')).status, 200)
  const metrics = await (await get(coordinator, '/metrics')).text()
  const value = (name: string) =>
    Number(metrics.match(new RegExp(`^${name}(?:{[^}]*})? ([0-9.e+-]+)$`, 'm'))?.[1])
  assert.ok(value('ailee_tasks_completed_total') >= 5)
  assert.ok(value('ailee_tasks_submitted_total') >= value('ailee_tasks_completed_total'))
  assert.ok(value('ailee_network_bytes_total') > 0)
  assert.is(value('ailee_tasks_running'), 0)
  assert.ok(value('ailee_nodes_total') >= 3)
  const workerMetrics = await (await get(workers[0] ?? coordinator, '/metrics')).text()
  assert.match(workerMetrics, /^ailee_proofs_generated_total \d+$/m)
})

test('health samples of the workers reach the coordinator by gossip', async ({ coordinator, workers }) => {
  const peersOf = async () =>
    (await (await fetch(new URL('/v1/peers', coordinator.ready.http))).json()) as PeerStatus[]
  for (const { ready } of workers) {
    const health = await until('a sample', async () => {
      return (await peersOf()).find(({ peerId }) => peerId === ready.peerId)?.health ?? undefined
    })
    assert.ok(health > 0 && health <= 1, `health ${health}`)
  }
})

test('a worker that knows only another worker finds the coordinator', async ({
  net,
  coordinator,
  workers
}) => {
  const [first] = workers
  assert.ok(first)
  const joinedBefore = (await statusOf(coordinator)).coordinator?.workers ?? 0
  const late = await net.start('late', 'worker', '--bootstrap', addressOf(first))
  await net.joined(coordinator, joinedBefore + 1)
  await late.stop()
})

test('a client that knows only a worker finds the coordinator', async ({ net, workers }) => {
  const [worker] = workers
  assert.ok(worker)
  const result = await net.submit(worker, example('hello'))
  assert.is(result.code, 0, result.stderr)
  assert.is(result.stdout.toString(), 'Hello, world!\n')
})

test('SIGTERM stops a node cleanly, and its run file is gone', async ({ net, coordinator }) => {
  const node = await net.start('short', 'worker', '--bootstrap', addressOf(coordinator))
  await node.stop()
  assert.is(node.exitCode, 0)
  assert.is((await cli(['status', '--data-dir', net.path('short'), '--http', '127.0.0.1:1'])).code, 4)
})

test.run()
