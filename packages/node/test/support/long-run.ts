import type { TestnetNode } from '../../src/testnet/testnet-node.js'
import { metricsOf } from './metrics.js'
import { example } from './paths.js'
import { until } from './until.js'

/** More fuel than any machine burns within these tests. */
export const PLENTY = '1000000000000000'

/** Arguments of a task that computes for about so long, in milliseconds of a 2020s core. */
export function computing(durationMs: number): string[] {
  return [example('slow'), '--function', 'busy', '--arg', String(durationMs), '--fuel', PLENTY, '--json']
}

/** The worker whose sandbox executes something now: it has fetched the module, which takes a coordinator that answers. */
export function executingWorker(workers: readonly TestnetNode[]): Promise<TestnetNode> {
  return until('a worker to execute the task', async () => {
    for (const worker of workers) {
      if (((await metricsOf(worker)).get('ailee_sandbox_running') ?? 0) > 0) return worker
    }
    return undefined
  })
}
