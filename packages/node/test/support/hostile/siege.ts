import type { TestnetNode } from '../../../src/testnet/testnet-node.js'
import { addressOf, LocalNet, statusOf } from '../local-net.js'
import { bansOf, type Metrics, metricsOf } from '../metrics.js'
import { until } from '../until.js'
import type { AttackReport } from './attack.js'
import { attack } from './attack-process.js'
import { HonestLoad, type LoadReport } from './honest-load.js'
import { inspectable, type Memory, NodeInspector } from './node-memory.js'

/** One node that is attacked, and what it showed. */
export interface Besieged {
  role: 'coordinator' | 'worker'
  node: TestnetNode
  before: Metrics
  after: Metrics
  memory: { before: Memory; during: Memory; after: Memory }
}

export interface SiegeReport {
  nodes: Besieged[]
  attacks: AttackReport[]
  quiet: LoadReport
  besieged: LoadReport
  /** Clients that had never been here before and came during the attacks: what it took them to be served, in milliseconds. */
  newcomers: LoadReport
}

export interface SiegeInit {
  /** Honest tasks of the quiet run, and at least so many under attack. */
  tasks: number
  /** One after the other, each by new peers from new addresses. */
  rounds: number
  patient: boolean
  /** Honest tasks under way at once. */
  parallel: number
}

/** A coordinator and three workers, of which the coordinator and one worker are attacked. */
export class Siege {
  readonly net: LocalNet
  readonly coordinator: TestnetNode
  readonly workers: readonly TestnetNode[]
  readonly #inspectors: readonly NodeInspector[]

  private constructor(
    net: LocalNet,
    coordinator: TestnetNode,
    workers: readonly TestnetNode[],
    inspectors: readonly NodeInspector[]
  ) {
    this.net = net
    this.coordinator = coordinator
    this.workers = workers
    this.#inspectors = inspectors
  }

  /** The network is no local one, so that the bounds of IP prefixes hold for loopback addresses too: honest peers come from 127.0.0.1, attackers from prefixes of their own. */
  static async prepare(): Promise<Siege> {
    const net = await LocalNet.create('testnet')
    try {
      const [coordinator, workers] = await inspectable(async () => {
        const first = await net.start('coordinator', 'coordinator', '--log-level', 'warn')
        const names = ['worker-1', 'worker-2', 'worker-3']
        return [first, await net.workers(first, names, '--slots', '1', '--log-level', 'warn')] as const
      })
      const [worker] = workers
      if (worker === undefined) throw new Error('no worker was started')
      const inspectors = [
        await NodeInspector.attach(net, coordinator),
        await NodeInspector.attach(net, worker)
      ]
      return new Siege(net, coordinator, workers, inspectors)
    } catch (error) {
      await net.close()
      throw error
    }
  }

  async run(init: SiegeInit): Promise<SiegeReport> {
    const open = (client: string): Promise<HonestLoad> =>
      HonestLoad.open({
        dataDir: this.net.path(client),
        network: this.net.network,
        coordinator: addressOf(this.coordinator)
      })
    const load = await open('client')
    try {
      // 1. Warm, then quiet.
      await load.run(init.parallel, (begun) => begun < WARMUP_TASKS)
      const quiet = await load.run(init.parallel, (begun) => begun < init.tasks)
      const before = await Promise.all(this.#attacked().map(({ node }) => metricsOf(node)))
      const memoryBefore = await this.#memory()
      // 2. Attacks, honest tasks, and honest clients who come for the first time.
      let over = false
      const siege = this.#attackAll(init).finally(() => {
        over = true
      })
      const [{ attacks, memory: memoryDuring }, besieged, newcomers] = await Promise.all([
        siege,
        load.run(init.parallel, (begun) => !over || begun < init.tasks),
        newcomersUntil(() => over, open)
      ])
      // 3. What is left when they have gone.
      await until('the attackers to be gone', async () => (await this.#strangers()) === 0)
      const after = await Promise.all(this.#attacked().map(({ node }) => metricsOf(node)))
      const memoryAfter = await this.#memory()
      const nodes = this.#attacked().map(({ role, node }, index) => ({
        role,
        node,
        before: before[index] as Metrics,
        after: after[index] as Metrics,
        memory: {
          before: memoryBefore[index] as Memory,
          during: memoryDuring[index] as Memory,
          after: memoryAfter[index] as Memory
        }
      }))
      return { nodes, attacks, quiet, besieged, newcomers }
    } finally {
      await load.close()
    }
  }

  async close(): Promise<void> {
    for (const inspector of this.#inspectors) inspector.close()
    await this.net.close()
  }

  #attacked(): { role: 'coordinator' | 'worker'; node: TestnetNode }[] {
    const [worker] = this.workers
    if (worker === undefined) throw new Error('no worker was started')
    return [
      { role: 'coordinator', node: this.coordinator },
      { role: 'worker', node: worker }
    ]
  }

  /** All rounds, and the memory of the nodes while the first was under way. */
  async #attackAll(init: SiegeInit): Promise<{ attacks: AttackReport[]; memory: Memory[] }> {
    const attacks: AttackReport[] = []
    let memory: Promise<Memory[]> | undefined
    const timer = setTimeout(() => {
      memory = this.#memory()
      // Whoever waits for it hears of it.
      memory.catch(() => {})
    }, UNDER_WAY_MS)
    try {
      for (let round = 0; round < init.rounds; round += 1) {
        const parts = this.#attacked().map(({ role, node }) =>
          attack(
            {
              network: this.net.network,
              role,
              target: addressOf(node),
              round,
              patient: init.patient
            },
            AbortSignal.timeout(ROUND_TIMEOUT_MS)
          )
        )
        for (const part of await Promise.all(parts)) attacks.push(...part)
      }
    } finally {
      clearTimeout(timer)
    }
    if (memory === undefined) throw new Error(`the attacks were over within ${UNDER_WAY_MS} ms`)
    return { attacks, memory: await memory }
  }

  #memory(): Promise<Memory[]> {
    return Promise.all(this.#inspectors.map((inspector) => inspector.memory()))
  }

  /** Peers of the attacked nodes beyond those that belong here: the other nodes, and one client at the coordinator. */
  async #strangers(): Promise<number> {
    const counts = this.#attacked().map(async ({ role, node }) => {
      const { peers } = await statusOf(node)
      return Math.max(0, peers - this.workers.length - (role === 'coordinator' ? 1 : 0))
    })
    return Math.max(...(await Promise.all(counts)))
  }

  bans(): Promise<Set<string>> {
    return bannedBy(this.#attacked().map(({ node }) => node))
  }
}

const WARMUP_TASKS = 50
/** By then the attacks have begun and are far from over: a slow message alone takes 30 s. */
const UNDER_WAY_MS = 12_000
const ROUND_TIMEOUT_MS = 150_000
const NEWCOMER_PAUSE_MS = 500

/** One new client after the other. */
async function newcomersUntil(
  isOver: () => boolean,
  open: (client: string) => Promise<HonestLoad>
): Promise<LoadReport> {
  const report: LoadReport = { latenciesMs: [], failures: [] }
  for (let count = 1; !isOver(); count += 1) {
    const startedAtMs = performance.now()
    try {
      const load = await open(`newcomer-${count}`)
      try {
        const { failures } = await load.run(1, (begun) => begun < 1)
        if (failures.length > 0) throw new Error(failures[0])
      } finally {
        await load.close()
      }
      report.latenciesMs.push(performance.now() - startedAtMs)
    } catch (error) {
      report.failures.push(error instanceof Error ? error.message : String(error))
    }
    await new Promise((resolve) => setTimeout(resolve, NEWCOMER_PAUSE_MS))
  }
  return report
}

/** `node name/peer id` of each ban that holds. */
export async function bannedBy(nodes: readonly TestnetNode[]): Promise<Set<string>> {
  const lists = await Promise.all(
    nodes.map(async (node) => (await bansOf(node)).map(({ peerId }) => `${node.name}/${peerId}`))
  )
  return new Set(lists.flat())
}
