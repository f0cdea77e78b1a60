import { PrimeClient } from '../prime-client.js'

const FUEL = 1_000_000_000n
const DEADLINE_MS = 120_000

/** What a client who means well sees. Milliseconds from submission to the checked result. */
export interface LoadReport {
  latenciesMs: number[]
  failures: string[]
}

/** Tasks that an honest client has run, some at a time. */
export class HonestLoad {
  readonly #client: PrimeClient

  private constructor(client: PrimeClient) {
    this.#client = client
  }

  static async open(init: { dataDir: string; network: string; coordinator: string }): Promise<HonestLoad> {
    return new HonestLoad(await PrimeClient.open({ ...init, fuel: FUEL, deadlineMs: DEADLINE_MS }))
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
          await this.#client.count(1000 + (index % 1000))
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
    return this.#client.close()
  }
}

/** The value below which this part of the values lies. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)] ?? Number.NaN
}
