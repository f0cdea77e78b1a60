import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { TestnetNode } from '../../../src/testnet/testnet-node.js'
import { cli, lastJson } from '../../support/cli.js'
import { addressOf, LocalNet, statusOf } from '../../support/local-net.js'
import { computing, executingWorker } from '../../support/long-run.js'
import { growth, metricsOf } from '../../support/metrics.js'
import { example } from '../../support/paths.js'
import { until } from '../../support/until.js'

/** One worker alone: whatever is lost must come back to it. */
const test = suite<{ net: LocalNet; coordinator: TestnetNode; worker: TestnetNode }>(
  'faults of a coordinator'
)

/** Long enough to be interrupted. */
const RUN_MS = 1_000

/** Longer than a lease lasts without a heartbeat (2.5 s). */
const FREEZE_MS = 3_000

test.before(async (context) => {
  context.net = await LocalNet.create()
  context.coordinator = await context.net.start('coordinator', 'coordinator')
  const [worker] = await context.net.workers(context.coordinator, ['worker-1'], '--drain', '0')
  assert.ok(worker)
  context.worker = worker
})

test.after(async ({ net }) => net.close())

test('a worker that stops hands its run back, and keeps its identity and modules', async (context) => {
  const { net, coordinator, worker } = context
  const submitted = net.submit(coordinator, ...computing(RUN_MS))
  await executingWorker([worker])
  await worker.stop()
  assert.is(worker.exitCode, 0)
  // It comes back without a bootstrap address: it remembers the coordinator.
  context.worker = await net.start('worker-1', 'worker', '--drain', '0')
  assert.is(context.worker.ready.peerId, worker.ready.peerId)
  const result = await submitted
  assert.is(result.code, 0, result.stderr)
  assert.is(
    lastJson(result).worker,
    worker.ready.peerId,
    'handing back is no failure: it may have the task again'
  )
  assert.is((await metricsOf(coordinator)).get('ailee_executions_lost_total'), 0)
})

test('frozen for longer than a lease, it loses nothing when it goes on', async ({
  net,
  coordinator,
  worker
}) => {
  const before = await metricsOf(coordinator)
  const submitted = net.submit(coordinator, ...computing(RUN_MS))
  await executingWorker([worker])
  coordinator.kill('SIGSTOP')
  const frozenAtMs = performance.now()
  // The run goes on without the coordinator; it is woken when the worker has long finished and tries to deliver.
  await until('the run to end', async () => {
    const { running } = (await statusOf(worker)).worker ?? {}
    return running === 0 && performance.now() - frozenAtMs > FREEZE_MS
  })
  coordinator.kill('SIGCONT')
  const result = await submitted
  assert.is(result.code, 0, result.stderr)
  assert.is(lastJson(result).worker, worker.ready.peerId)
  // Not even the run.
  assert.is(growth(before, await metricsOf(coordinator), 'ailee_executions_lost_total'), 0)
})

test('hit by SIGKILL, it still knows its tasks, and the run it had given away completes', async ({
  net,
  coordinator,
  worker
}) => {
  const done = lastJson(await net.submit(coordinator, example('hello'), '--json'))
  const submitted = net.submit(coordinator, ...computing(RUN_MS))
  await executingWorker([worker])
  const listen = addressOf(coordinator).split('/p2p/')[0] ?? ''
  coordinator.kill('SIGKILL')
  await until('the coordinator to be gone', () => !coordinator.running)
  const again = await net.start('coordinator', 'coordinator', '--listen', listen)
  assert.is(again.ready.peerId, coordinator.ready.peerId, 'its identity is the same')
  const result = await submitted
  assert.is(result.code, 0, result.stderr)
  const json = lastJson(result)
  assert.is(json.state, 'COMPLETED')
  const listed = await cli(['tasks', '--limit', '2', '--json', ...net.clientArguments(again)])
  const tasks = JSON.parse(listed.stdout.toString()) as { taskId: string; state: string }[]
  assert.equal(
    tasks.map(({ taskId, state }) => [taskId, state]),
    [
      [json.taskId, 'COMPLETED'],
      [done.taskId, 'COMPLETED']
    ]
  )
})

test.run()
