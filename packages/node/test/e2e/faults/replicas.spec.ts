import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { TestnetNode } from '../../../src/testnet/testnet-node.js'
import { cli, lastJson } from '../../support/cli.js'
import { addressOf, LocalNet } from '../../support/local-net.js'
import { metricsOf } from '../../support/metrics.js'
import { example } from '../../support/paths.js'
import { until } from '../../support/until.js'

const test = suite<{ net: LocalNet }>('faults while replicas wait for each other')

test.before(async (context) => {
  context.net = await LocalNet.create()
})

test.after(async ({ net }) => net.close())

/** Commitments that a coordinator has stored since it was started. */
async function commitments(coordinator: TestnetNode): Promise<number | undefined> {
  return (await metricsOf(coordinator)).get('ailee_commitments_total')
}

test('a coordinator hit by SIGKILL keeps what a replica committed to, and asks for it when the other has too', async ({
  net
}) => {
  const coordinator = await net.start('coordinator', 'coordinator')
  const [first, second] = await net.workers(coordinator, ['worker-1', 'worker-2'])
  second?.kill('SIGSTOP')
  const call = [example('primes'), '--function', 'countPrimes', '--arg', '1000', '--replicas', '2']
  const submitted = net.submit(coordinator, ...call, '--json')
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

test.run()
