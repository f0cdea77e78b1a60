import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { NodeError } from '../errors.js'
import type { NodeStatus } from '../http/node-view.js'
import { TestnetNode } from './testnet-node.js'

const JOIN_TIMEOUT_MS = 60_000
const POLL_MS = 100

export interface TestnetOptions {
  nodes: number
  coordinators: number
  /** First port; node n gets p2p port `basePort + 2n` and HTTP port `basePort + 2n + 1`. 0 = any free ports. */
  basePort: number
  network: string
  /** Executions at once on each worker. */
  slots: number
  /** Where data directories go; a temporary folder if not given. */
  folder?: string
  keep: boolean
  logLevel: string
  onLog: (name: string, line: string) => void
  onProgress: (line: string) => void
}

/** A local network of real processes on loopback addresses. */
export class Testnet {
  readonly nodes: readonly TestnetNode[]
  readonly folder: string
  readonly #keep: boolean

  private constructor(nodes: readonly TestnetNode[], folder: string, keep: boolean) {
    this.nodes = nodes
    this.folder = folder
    this.#keep = keep
  }

  /**
   * Starts the first coordinator, then everybody else with its address, and waits until every worker is known to
   * every coordinator. Throws TESTNET_FAILED; whatever had started is then stopped.
   */
  static async start(options: TestnetOptions, signal: AbortSignal): Promise<Testnet> {
    const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'ailee-testnet-')))
    const nodes: TestnetNode[] = []
    const testnet = new Testnet(nodes, folder, options.keep)
    const spawn = (index: number, bootstrap: string | undefined): TestnetNode => {
      const isCoordinator = index < options.coordinators
      const name = isCoordinator ? `coordinator-${index + 1}` : `worker-${index - options.coordinators + 1}`
      const node = TestnetNode.spawn(
        name,
        nodeArguments(options, folder, name, index, bootstrap),
        options.onLog
      )
      nodes.push(node)
      return node
    }
    try {
      options.onProgress('starting coordinator-1')
      const first = spawn(0, undefined)
      const { multiaddrs } = await first.waitUntilReady(signal)
      const rest = Array.from({ length: options.nodes - 1 }, (_, index) => spawn(index + 1, multiaddrs[0]))
      let ready = 1
      await Promise.all(
        rest.map(async (node) => {
          await node.waitUntilReady(signal)
          ready += 1
          options.onProgress(`${ready} of ${options.nodes} nodes started`)
        })
      )
      await testnet.#joined(options, signal)
      return testnet
    } catch (error) {
      await testnet.stop()
      throw error
    }
  }

  /** The address clients submit to. */
  get coordinator(): TestnetNode {
    const [first] = this.nodes
    if (first === undefined) throw new NodeError('TESTNET_FAILED', 'the testnet has no nodes')
    return first
  }

  async stop(): Promise<void> {
    // Workers first: they hand back what they hold to coordinators that still listen.
    for (const role of ['worker', 'coordinator']) {
      await Promise.all(this.nodes.filter(({ name }) => name.startsWith(role)).map((node) => node.stop()))
    }
    if (!this.#keep) await rm(this.folder, { recursive: true, force: true })
  }

  async #joined({ nodes, coordinators, onProgress }: TestnetOptions, signal: AbortSignal): Promise<void> {
    const deadline = Date.now() + JOIN_TIMEOUT_MS
    const expected = nodes - coordinators
    for (;;) {
      const counts = await Promise.all(this.nodes.slice(0, coordinators).map(workersOf))
      const least = Math.min(...counts)
      onProgress(`${least} of ${expected} workers joined`)
      if (least >= expected) return
      if (Date.now() > deadline)
        throw new NodeError('TESTNET_FAILED', `only ${least} of ${expected} workers joined`)
      await delay(POLL_MS, undefined, { signal })
    }
  }
}

async function workersOf(node: TestnetNode): Promise<number> {
  const response = await fetch(new URL('/v1/status', node.ready.http), { signal: AbortSignal.timeout(5_000) })
  const status = (await response.json()) as NodeStatus
  return status.coordinator?.workers ?? 0
}

function nodeArguments(
  { basePort, network, slots, coordinators, logLevel }: TestnetOptions,
  folder: string,
  name: string,
  index: number,
  bootstrap: string | undefined
): string[] {
  const port = (offset: number): number => (basePort === 0 ? 0 : basePort + 2 * index + offset)
  return [
    ...['--role', index < coordinators ? 'coordinator' : 'worker'],
    ...['--network', network],
    ...['--data-dir', join(folder, name)],
    ...['--listen', `/ip4/127.0.0.1/tcp/${port(0)}`],
    ...['--http', `127.0.0.1:${port(1)}`],
    ...['--slots', String(slots)],
    ...['--log-level', logLevel],
    '--no-mdns',
    ...(bootstrap === undefined ? [] : ['--bootstrap', bootstrap])
  ]
}
