import { readFile } from 'node:fs/promises'
import { defaultVerificationTerms, type TaskComplete, type VerificationTerms } from '@ailee/protocol'
import { type ClientSession, openClientSession } from '../../src/cli/client-session.js'
import { resolveConfig } from '../../src/config/config.js'
import { example } from './paths.js'
import { primesBelow } from './primes.js'

export interface PrimeClientInit {
  dataDir: string
  network: string
  /** Multiaddr of the coordinator. */
  coordinator: string
  /** Most that one task may use. */
  fuel: bigint
  deadlineMs: number
  /** Default: as the coordinator sees fit, final at once. */
  verification?: Partial<VerificationTerms>
  /** Called with a wrong result that was accepted; default: it throws. */
  onWrong?: (what: string) => void
}

/** A client in this process whose tasks count primes, so that what is true of every output is known. */
export class PrimeClient {
  readonly #session: ClientSession
  readonly #module: Uint8Array
  readonly #init: PrimeClientInit

  private constructor(session: ClientSession, module: Uint8Array, init: PrimeClientInit) {
    this.#session = session
    this.#module = module
    this.#init = init
  }

  static async open(init: PrimeClientInit): Promise<PrimeClient> {
    const { dataDir, network, coordinator } = init
    const module = new Uint8Array(await readFile(example('primes')))
    const session = await openClientSession(
      resolveConfig({ flags: { dataDir, network }, env: {}, file: {} }),
      { coordinator, signal: AbortSignal.timeout(30_000), progress: () => {} }
    )
    return new PrimeClient(session, module, init)
  }

  /** Has π(limit) counted, and its receipts checked. Throws unless the task completes with what is true. */
  async count(limit: number): Promise<TaskComplete> {
    const { client } = this.#session
    const { fuel, deadlineMs, verification } = this.#init
    const prepared = client.prepare({
      module: this.#module,
      function: 'countPrimes',
      input: { args: [String(limit)], env: [], stdin: new Uint8Array(), files: [] },
      limits: { memoryBytes: 2 ** 24, fuel, wallTimeMs: 20_000, outputBytes: 1024 },
      reward: 1000n,
      requirements: { regions: [], minReputationPermille: 0, isolation: undefined },
      replicas: 1,
      verification: { ...defaultVerificationTerms, ...verification },
      deadlineMs,
      priority: 'NORMAL'
    })
    await client.submit(prepared)
    for await (const report of client.follow(client.taskId(prepared))) {
      if (!report.ended) continue
      const { complete, output } = await client.result(prepared, report.complete)
      const { state, message } = complete.status
      if (state !== 'COMPLETED') throw new Error(`π(${limit}) ended as ${state}: ${message}`)
      const text = new TextDecoder().decode(output)
      if (text !== `${primesBelow(limit)}\n`)
        this.#wrong(`a wrong result was accepted: π(${limit}) = ${text}`)
      return complete
    }
    throw new Error('a task was followed to its end and had none')
  }

  #wrong(what: string): void {
    if (this.#init.onWrong === undefined) throw new Error(what)
    this.#init.onWrong(what)
  }

  close(): Promise<void> {
    return this.#session.close()
  }
}
