import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { NodeStatus } from '../../src/http/node-view.js'
import { TestnetNode } from '../../src/testnet/testnet-node.js'
import { type CliResult, cli } from './cli.js'
import { until } from './until.js'

/** Nodes of one test: real processes in a temporary folder, on a network name nobody else uses. */
export class LocalNet {
  readonly folder: string
  readonly network: string
  readonly logs: string[] = []
  readonly #nodes: TestnetNode[] = []

  private constructor(folder: string, network: string) {
    this.folder = folder
    this.network = network
  }

  /** Another network name than a local one makes loopback addresses count as any others do. */
  static async create(network = `local-${randomBytes(6).toString('hex')}`): Promise<LocalNet> {
    return new LocalNet(await mkdtemp(join(tmpdir(), 'ailee-e2e-')), network)
  }

  path(name: string): string {
    return join(this.folder, name)
  }

  /** Starts a node and waits until it is ready. The name is its data directory: the same name again is the same node. */
  async start(name: string, role: 'coordinator' | 'worker' | 'all', ...args: string[]): Promise<TestnetNode> {
    const node = TestnetNode.spawn(name, this.#arguments(name, role, args), (from, line) => {
      this.logs.push(`${from} ${line}`)
    })
    this.#nodes.push(node)
    try {
      await node.waitUntilReady(AbortSignal.timeout(60_000))
    } catch (error) {
      throw new Error(`${name} did not start: ${this.logs.slice(-5).join('\n')}`, { cause: error })
    }
    return node
  }

  #arguments(name: string, role: string, args: readonly string[]): string[] {
    const discovery = args.includes('--mdns') ? [] : ['--no-mdns']
    const listen = args.includes('--listen') ? [] : ['--listen', '/ip4/127.0.0.1/tcp/0']
    // All nodes of a test share one machine: as many slots each as it has cores would be too many.
    const slots = args.includes('--slots') ? [] : ['--slots', '1']
    return [
      ...['--role', role, '--network', this.network, '--data-dir', this.path(name)],
      ...['--http', '127.0.0.1:0', ...listen, ...discovery, ...slots, ...args]
    ]
  }

  /** Starts workers that join by this coordinator, and waits until it can turn to all of them. */
  async workers(
    coordinator: TestnetNode,
    names: readonly string[],
    ...args: string[]
  ): Promise<TestnetNode[]> {
    const workers = await Promise.all(
      names.map((name) => this.start(name, 'worker', '--bootstrap', addressOf(coordinator), ...args))
    )
    await this.joined(coordinator, names.length)
    return workers
  }

  joined(coordinator: TestnetNode, workers: number): Promise<true> {
    return until(`${workers} workers to join`, async () => {
      const status = await statusOf(coordinator)
      return (status.coordinator?.workers ?? 0) >= workers && (true as const)
    })
  }

  /** Runs `ailee-node submit` against a coordinator, as the client of this test. */
  submit(coordinator: TestnetNode, ...args: string[]): Promise<CliResult> {
    return cli(['submit', ...args, ...this.clientArguments(coordinator)])
  }

  clientArguments(coordinator: TestnetNode): string[] {
    return [
      '--coordinator',
      addressOf(coordinator),
      '--network',
      this.network,
      '--data-dir',
      this.path('client')
    ]
  }

  /** Stops all nodes, workers first, and removes what they wrote. */
  async close(): Promise<void> {
    for (const node of this.#nodes) if (node.running) node.kill('SIGCONT')
    await Promise.all(this.#nodes.map((node) => node.stop()))
    await rm(this.folder, { recursive: true, force: true })
  }
}

export function addressOf(node: TestnetNode): string {
  const [address] = node.ready.multiaddrs
  if (address === undefined) throw new Error(`${node.name} listens nowhere`)
  return address
}

export async function statusOf(node: TestnetNode): Promise<NodeStatus> {
  const response = await fetch(new URL('/v1/status', node.ready.http))
  return (await response.json()) as NodeStatus
}
