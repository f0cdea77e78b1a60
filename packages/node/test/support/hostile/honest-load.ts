import { type ClientSession, openClientSession } from '../../../src/cli/client-session.js'
import { resolveConfig } from '../../../src/config/config.js'

const FUEL = 1_000_000_000n

/** What a client who means well sees. Milliseconds from submission to the checked result. */
export interface LoadReport {
  latenciesMs: number[]
  failures: string[]
}

/** Tasks that an honest client has run, some at a time. */
export class HonestLoad {
  readonly #session: ClientSession
  readonly #module: Uint8Array

  private constructor(session: ClientSession, module: Uint8Array) {
    this.#session = session
    this.#module = module
  }

  static async open(init: {
    dataDir: string
    network: string
    coordinator: string
    module: Uint8Array
  }): Promise<HonestLoad> {
    const { dataDir, network, coordinator, module } = init
    const config = resolveConfig({ flags: { dataDir, network }, env: {}, file: {} })
    const session = await openClientSession(config, {
      coordinator,
      signal: AbortSignal.timeout(30_000),
      progress: () => {}
    })
    return new HonestLoad(session, module)
  }

  /** Runs tasks, `parallel` at a time, for as long as `goesOn` says, given how many were begun. */
  async run(parallel: number, goesOn: (begun: number) => boolean): Promise<LoadReport> {
    const report: LoadReport = { latenciesMs: [], failures: [] }
    let begun = 0
    const lane = async (): Promise<void> => {
      while (goesOn(begun)) {
        const index = begun++
        const startedAtMs = performance.now()
        try {
          await this.#runTask(index)
          report.latenciesMs.push(performance.now() - startedAtMs)
        } catch (error) {
          report.failures.push(error instanceof Error ? error.message : String(error))
        }
      }
    }
    await Promise.all(Array.from({ length: parallel }, lane))
    return report
  }

  close(): Promise<void> {
    return this.#session.close()
  }

  /** π(1000 + index), and whether it is right. */
  async #runTask(index: number): Promise<void> {
    const limit = 1000 + (index % 1000)
    const { client } = this.#session
    const prepared = client.prepare({
      module: this.#module,
      function: 'countPrimes',
      input: { args: [String(limit)], env: [], stdin: new Uint8Array(), files: [] },
      limits: { memoryBytes: 2 ** 24, fuel: FUEL, wallTimeMs: 20_000, outputBytes: 1024 },
      reward: 1000n,
      requirements: { regions: [], minReputationPermille: 0, isolation: undefined },
      replicas: 1,
      deadlineMs: 120_000,
      priority: 'NORMAL'
    })
    await client.submit(prepared)
    for await (const report of client.follow(client.taskId(prepared))) {
      if (!report.ended) continue
      const { complete, output } = await client.result(prepared, report.complete)
      if (complete.status.state !== 'COMPLETED') throw new Error(`it ended as ${complete.status.state}`)
      const text = new TextDecoder().decode(output)
      if (text !== `${primesBelow(limit)}\n`) throw new Error(`π(${limit}) came out as ${text}`)
      return
    }
    throw new Error('it was followed to its end and had none')
  }
}

/** The value below which this part of the values lies. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)] ?? Number.NaN
}

/** By trial division: the answer does not come from the module under test. */
function primesBelow(limit: number): number {
  let count = 0
  for (let candidate = 2; candidate <= limit; candidate += 1) {
    let divisor = 2
    while (divisor * divisor <= candidate && candidate % divisor !== 0) divisor += 1
    if (divisor * divisor > candidate) count += 1
  }
  return count
}
