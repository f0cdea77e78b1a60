import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { TestnetNode } from '../../src/testnet/testnet-node.js'
import { cli, lastJson } from '../support/cli.js'
import { addressOf, LocalNet, statusOf } from '../support/local-net.js'
import { example } from '../support/paths.js'
import { until } from '../support/until.js'

const test = suite<{ net: LocalNet }>('faults')

test.before.each(async (context) => {
  context.net = await LocalNet.create()
})

test.after.each(async ({ net }) => net.close())

/** More fuel than any machine burns within these tests. */
const PLENTY = '1000000000000000'

/** A run long enough to be interrupted, and its answer. */
const longRun = [example('slow'), '--function', 'busy', '--arg', '3000', '--fuel', PLENTY, '--json']

/** The worker that runs something now. */
function busyWorker(workers: readonly TestnetNode[]): Promise<TestnetNode> {
  return until('a worker to run the task', async () => {
    for (const worker of workers) {
      if (((await statusOf(worker)).worker?.running ?? 0) > 0) return worker
    }
    return undefined
  })
}

for (const signal of ['SIGKILL', 'SIGSTOP'] as const) {
  test(`a worker hit by ${signal} in the middle of a run: another one finishes it`, async ({ net }) => {
    const coordinator = await net.start('coordinator', 'coordinator')
    const workers = await net.workers(coordinator, ['worker-1', 'worker-2'])
    const submitted = net.submit(coordinator, ...longRun)
    const victim = await busyWorker(workers)
    victim.kill(signal)
    const result = await submitted
    assert.is(result.code, 0, result.stderr)
    const json = lastJson(result)
    assert.is(json.state, 'COMPLETED')
    assert.is.not(json.worker, victim.ready.peerId)
    assert.is((await statusOf(coordinator)).coordinator?.executionsRunning, 0)
  })
}

test('a coordinator hit by SIGKILL keeps what a replica committed to, and asks for it when the other has too', async ({
  net
}) => {
  const coordinator = await net.start('coordinator', 'coordinator')
  const [first, second] = await net.workers(coordinator, ['worker-1', 'worker-2'])
  second?.kill('SIGSTOP')
  const receipt = net.path('receipt.json')
  const call = [example('primes'), '--function', 'countPrimes', '--arg', '1000', '--replicas', '2']
  const submitted = net.submit(coordinator, ...call, '--receipt', receipt, '--json')
  await until('the first to commit', async () => (await commitments(coordinator)) === 1)
  const listen = addressOf(coordinator).split('/p2p/')[0] ?? ''
  coordinator.kill('SIGKILL')
  second?.kill('SIGCONT')
  await until('the coordinator to be gone', () => !coordinator.running)
  const again = await net.start('coordinator', 'coordinator', '--listen', listen)
  const result = await submitted
  assert.is(result.code, 0, result.stderr)
  const { state, verdict, taskId } = lastJson(result)
  assert.is(state, 'COMPLETED')
  assert.equal([(verdict as { method: string }).method, (verdict as { votes: number }).votes], ['QUORUM', 2])
  const task = lastJson(await cli(['task', String(taskId), '--json', ...net.clientArguments(again)]))
  assert.equal([...(task.workers as string[])].sort(), [first?.ready.peerId, second?.ready.peerId].sort())
  // The first ran it once: what it found before the crash is what counts.
  assert.is(await commitments(again), 1)
})

/** Commitments that a coordinator has stored since it was started. */
async function commitments(coordinator: TestnetNode): Promise<number> {
  const metrics = await (await fetch(new URL('/metrics', coordinator.ready.http))).text()
  return Number(/^ailee_commitments_total (\d+)$/m.exec(metrics)?.[1])
}

test('a coordinator hit by SIGKILL still knows its tasks, and the run it had given away completes', async ({
  net
}) => {
  const coordinator = await net.start('coordinator', 'coordinator')
  const [worker] = await net.workers(coordinator, ['worker-1'])
  assert.ok(worker)
  const done = lastJson(await net.submit(coordinator, example('hello'), '--json'))
  const submitted = net.submit(coordinator, ...longRun)
  await busyWorker([worker])
  const address = addressOf(coordinator)
  const listen = address.split('/p2p/')[0] ?? ''
  coordinator.kill('SIGKILL')
  await until('the coordinator to be gone', () => !coordinator.running)
  const again = await net.start('coordinator', 'coordinator', '--listen', listen)
  assert.is(again.ready.peerId, coordinator.ready.peerId, 'its identity is the same')
  const result = await submitted
  assert.is(result.code, 0, result.stderr)
  assert.is(lastJson(result).state, 'COMPLETED')
  const listed = await cli(['tasks', '--json', ...net.clientArguments(again)])
  const states = (JSON.parse(listed.stdout.toString()) as { taskId: string; state: string }[]).map(
    ({ taskId, state }) => [taskId, state]
  )
  assert.equal(states.length, 2)
  assert.ok(states.some(([taskId, state]) => taskId === done.taskId && state === 'COMPLETED'))
})

test('a coordinator frozen for longer than a lease loses nothing when it goes on', async ({ net }) => {
  const coordinator = await net.start('coordinator', 'coordinator')
  const [worker] = await net.workers(coordinator, ['worker-1'])
  assert.ok(worker)
  const submitted = net.submit(coordinator, ...longRun)
  await busyWorker([worker])
  coordinator.kill('SIGSTOP')
  // The run goes on without the coordinator; it is woken when the worker has finished and tries to deliver.
  await until('the run to end', async () => (await statusOf(worker)).worker?.running === 0, 90_000)
  coordinator.kill('SIGCONT')
  const result = await submitted
  assert.is(result.code, 0, result.stderr)
  assert.is(lastJson(result).worker, worker.ready.peerId)
})

test('a worker that stops hands its run back, and keeps its identity and modules', async ({ net }) => {
  const coordinator = await net.start('coordinator', 'coordinator')
  const [worker] = await net.workers(coordinator, ['worker-1'], '--drain', '0')
  assert.ok(worker)
  const submitted = net.submit(coordinator, ...longRun)
  await busyWorker([worker])
  await worker.stop()
  assert.is(worker.exitCode, 0)
  // It comes back without a bootstrap address: it remembers the coordinator.
  const again = await net.start('worker-1', 'worker')
  assert.is(again.ready.peerId, worker.ready.peerId)
  const result = await submitted
  assert.is(result.code, 0, result.stderr)
  assert.is(
    lastJson(result).worker,
    worker.ready.peerId,
    'handing back is no failure: it may have the task again'
  )
  const sample = await (await fetch(new URL('/metrics', coordinator.ready.http))).text()
  assert.match(sample, /^ailee_executions_lost_total 0$/m)
})

test('cancel reaches the run', async ({ net }) => {
  const coordinator = await net.start('coordinator', 'coordinator')
  const [worker] = await net.workers(coordinator, ['worker-1'])
  assert.ok(worker)
  const submitted = net.submit(coordinator, example('endless-loop'), '--fuel', PLENTY, '--json')
  await busyWorker([worker])
  const client = net.clientArguments(coordinator)
  // The same client is online twice meanwhile: once waiting, once asking.
  const listed = JSON.parse((await cli(['tasks', '--json', ...client])).stdout.toString()) as {
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
