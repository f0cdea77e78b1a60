import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { TestnetNode } from '../../../src/testnet/testnet-node.js'
import { cli, lastJson } from '../../support/cli.js'
import { addressOf, LocalNet, statusOf } from '../../support/local-net.js'
import { computing, executingWorker, PLENTY } from '../../support/long-run.js'
import { example } from '../../support/paths.js'
import { until } from '../../support/until.js'

const test = suite<{ net: LocalNet; coordinator: TestnetNode; workers: TestnetNode[] }>('faults of a worker')

/** Long enough to be interrupted. */
const RUN_MS = 1_000

test.before(async (context) => {
  context.net = await LocalNet.create()
  context.coordinator = await context.net.start('coordinator', 'coordinator')
  context.workers = await context.net.workers(context.coordinator, ['worker-1', 'worker-2'])
})

test.after(async ({ net }) => net.close())

for (const signal of ['SIGKILL', 'SIGSTOP'] as const) {
  test(`hit by ${signal} in the middle of a run: another one finishes it`, async (context) => {
    const { net, coordinator, workers } = context
    const submitted = net.submit(coordinator, ...computing(RUN_MS))
    const victim = await executingWorker(workers)
    victim.kill(signal)
    const result = await submitted
    assert.is(result.code, 0, result.stderr)
    const json = lastJson(result)
    assert.is(json.state, 'COMPLETED')
    assert.is.not(json.worker, victim.ready.peerId)
    assert.is((await statusOf(coordinator)).coordinator?.executionsRunning, 0)
    context.workers = workers.filter((worker) => worker !== victim)
    if (signal === 'SIGKILL') {
      // The next test needs two.
      context.workers.push(await net.start(victim.name, 'worker', '--bootstrap', addressOf(coordinator)))
      await net.joined(coordinator, 2)
    }
  })
}

test('cancel reaches the run', async ({ net, coordinator, workers }) => {
  const submitted = net.submit(coordinator, example('endless-loop'), '--fuel', PLENTY, '--json')
  const worker = await executingWorker(workers)
  const client = net.clientArguments(coordinator)
  // The same client is online twice meanwhile: once waiting, once asking.
  const listed = JSON.parse(
    (await cli(['tasks', '--limit', '1', '--json', ...client])).stdout.toString()
  ) as {
    taskId: string
  }[]
  const cancelled = await cli(['cancel', String(listed[0]?.taskId), '--json', ...client])
  assert.is(lastJson(cancelled).state, 'CANCELLED')
  const result = await submitted
  assert.is(result.code, 3)
  assert.is(lastJson(result).state, 'CANCELLED')
  await until('the run to be stopped', async () => (await statusOf(worker)).worker?.running === 0)
})

test.run()
