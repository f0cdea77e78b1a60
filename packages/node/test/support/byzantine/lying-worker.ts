import { MIB, noMetrics, silentLogger, systemClock } from '@ailee/core'
import type { ExecutionOutcome, ExecutionRequest } from '@ailee/protocol'
import { Sandbox } from '@ailee/sandbox'
import { startWorkerPart } from './worker-part.js'

/**
 * A process of its own: a worker that lies. Arguments: network, address of the coordinator, behaviour. It says its
 * node id on standard output, and ends with SIGTERM.
 */

/** Whether the n-th result is to be wrong, from 0. */
const behaviours: Readonly<Record<string, (result: number) => boolean>> = {
  always: () => true,
  sometimes: () => Math.random() < 0.2,
  sleeper: (result) => result >= 5,
  'on-off': (result) => result % 4 === 3
}

/** Runs what it is given, and states one more than came out: all liars the same, as if they had agreed on it. */
class LyingSandbox extends Sandbox {
  readonly #lies: (result: number) => boolean
  #results = 0

  constructor(lies: (result: number) => boolean) {
    const components = { log: silentLogger, metrics: noMetrics, clock: systemClock }
    super(components, { processes: 1, maxMemoryBytes: 128 * MIB })
    this.#lies = lies
  }

  override async run(
    request: ExecutionRequest,
    options: { signal?: AbortSignal } = {}
  ): Promise<ExecutionOutcome> {
    const outcome = await super.run(request, options)
    const result = this.#results
    this.#results += 1
    if (outcome.code !== 'SUCCESS' || !this.#lies(result)) return outcome
    const wrong = BigInt(new TextDecoder().decode(outcome.output).trim()) + 1n
    return { ...outcome, output: new TextEncoder().encode(`${wrong}\n`) }
  }
}

const [network = '', coordinator = '', behaviour = ''] = process.argv.slice(2)
const lies = behaviours[behaviour]
if (lies === undefined) throw new Error(`no behaviour ${behaviour}`)
const worker = await startWorkerPart(new LyingSandbox(lies), { network, slots: 1, bootstrap: [coordinator] })
process.stdout.write(`${worker.nodeId}\n`)
process.once('SIGTERM', () => void worker.stop().then(() => process.exit(0)))
