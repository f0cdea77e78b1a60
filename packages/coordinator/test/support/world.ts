import {
  type CommitRequest,
  type KeyValueStore,
  type NodeId,
  noMetrics,
  seededRandom,
  silentLogger,
  type TaskId
} from '@ailee/core'
import type { StakeRule } from '@ailee/market'
import {
  BatchSigner,
  isEnded,
  nodeIdFromPublicKey,
  portableSigner,
  portableVerifier,
  type Receipt
} from '@ailee/protocol'
import { LedgerBook } from '@ailee/settlement'
import {
  type AuctionRecord,
  AuctionRepository,
  BlobRepository,
  type ExecutionRecord,
  JournalRepository,
  LeaseCounter,
  LedgerRepository,
  LotRepository,
  MemoryStore,
  ReputationRepository,
  type TaskRecord,
  TaskRepository,
  VerificationRepository
} from '@ailee/store'
import { test } from 'uvu'
import { Coordinator } from '../../src/index.js'
import { MemoryBlobs, MemoryHub } from '../memory-transport.js'
import { ClientDouble } from './client-double.js'
import { JumpClock, ProcessClock } from './clocks.js'
import { FaultStore } from './fault-store.js'
import type { RefereeDouble } from './referee-double.js'
import { WorkerDouble, type WorkerScript } from './worker-double.js'

export const network = 'test'
/** What each client has at first. */
export const GRANT_UNITS = 1_000_000_000_000n

const signers = new Map<number, ReturnType<typeof portableSigner>>()

/** Keys are made once: worlds are many. */
function signerOf(number: number): ReturnType<typeof portableSigner> {
  const signer = signers.get(number) ?? portableSigner(new Uint8Array(32).fill(number))
  signers.set(number, signer)
  return signer
}

const nodeIdOf = (number: number): NodeId => nodeIdFromPublicKey(signerOf(number).publicKey)

/** A worker that ends what it gets at once, well. */
export const prompt: WorkerScript = { run: () => ({}) }

/** A coordinator with its store, its clients and workers, and time that stands still until told to move. */
export class World {
  readonly clock = new JumpClock()
  readonly hub = new MemoryHub({ clock: this.clock })
  readonly wireBlobs = new MemoryBlobs()
  readonly disk = new MemoryStore()
  readonly coordinatorId = nodeIdOf(1)
  /** Executes tasks for the coordinator; without one nothing is made sure of. */
  referee: RefereeDouble | undefined
  /** What new clients get, from the next start on. */
  grantUnits = GRANT_UNITS
  /** Tasks of a lot, from the next start on. */
  lotSize: number | undefined
  /** How stakes grow, from the next start on. */
  stake: StakeRule | undefined
  /** Open tasks of one client, from the next start on. */
  maxClientTasks: number | undefined
  /** Workers asked in one auction, from the next start on. */
  maxBidders: number | undefined
  /** Told of genuine receipts from the next start on. */
  onReceipt: ((receipt: Receipt) => void) | undefined
  /** Errors that were logged. */
  readonly errors: string[] = []
  readonly #random = seededRandom(1)
  #clients = 0
  #workers = 0
  #process: { coordinator: Coordinator; store: FaultStore; clock: ProcessClock } | undefined

  static async open({
    referee,
    lotSize,
    stake
  }: {
    referee?: RefereeDouble
    lotSize?: number
    stake?: StakeRule
  } = {}): Promise<World> {
    const world = new World()
    world.stake = stake
    world.referee = referee
    world.lotSize = lotSize
    await world.disk.start()
    await world.boot()
    return world
  }

  /** Starts a coordinator over whatever is on the disk. `meanwhile`: what happens when it is connected and has not started. */
  async boot(meanwhile: () => Promise<void> = async () => {}): Promise<void> {
    const store = new FaultStore(this.disk)
    const clock = new ProcessClock(this.clock)
    const transport = this.hub.transport(this.coordinatorId, { coordinator: true })
    const blobs = new BlobRepository({ blobs: this.disk.blobs })
    this.wireBlobs.sources.set(this.coordinatorId, blobs)
    const coordinator = new Coordinator(
      {
        transport,
        blobFetcher: this.wireBlobs,
        blobs,
        tasks: new TaskRepository({ store }),
        ledger: this.ledger(store),
        ...(this.onReceipt && { onReceipt: this.onReceipt }),
        reputations: new ReputationRepository({ store }),
        leaseCounter: new LeaseCounter({ store }),
        auctions: new AuctionRepository({ store }),
        ...(this.referee === undefined
          ? {}
          : {
              referee: {
                executor: this.referee,
                states: new VerificationRepository({ store }),
                journals: new JournalRepository({ store }),
                lots: new LotRepository({ store }),
                parallel: 2
              }
            }),
        signer: new BatchSigner({ signer: signerOf(1), random: this.#random }),
        verifier: portableVerifier,
        clock,
        random: this.#random,
        log: { ...silentLogger, error: (message) => this.errors.push(message) },
        metrics: noMetrics
      },
      {
        network,
        grantUnits: this.grantUnits,
        ...(this.lotSize !== undefined && { lotSize: this.lotSize }),
        ...(this.stake && { stake: this.stake }),
        ...(this.maxClientTasks && { maxClientTasks: this.maxClientTasks }),
        ...(this.maxBidders && { maxBidders: this.maxBidders })
      }
    )
    this.#process = { coordinator, store, clock }
    // As in a node: peers may be there before the coordinator has started.
    this.hub.connect(transport)
    await meanwhile()
    await coordinator.start()
    await this.hub.settle()
  }

  /** The process dies between two instructions. */
  crash(): void {
    const { store, clock } = this.#running()
    store.die()
    clock.die()
    this.hub.disconnect(this.coordinatorId, { crashed: true })
    this.#process = undefined
  }

  /** It stops in good order. */
  async shutDown(): Promise<void> {
    await this.#running().coordinator.stop()
    this.hub.disconnect(this.coordinatorId)
    this.#process = undefined
  }

  get coordinator(): Coordinator {
    return this.#running().coordinator
  }

  get store(): FaultStore {
    return this.#running().store
  }

  /** A client; one that speaks for another where a principal is named. */
  client(principal?: NodeId): ClientDouble {
    this.#clients += 1
    const nodeId = nodeIdOf(100 + this.#clients)
    const init = { nodeId, network, coordinator: this.coordinatorId, principal }
    return new ClientDouble({ hub: this.hub, blobs: this.wireBlobs }, init)
  }

  /** A worker that is not connected yet. */
  worker(script: WorkerScript = {}): WorkerDouble {
    this.#workers += 1
    const signer = signerOf(10 + this.#workers)
    const components = { hub: this.hub, blobs: this.wireBlobs, signer, random: this.#random }
    return new WorkerDouble(components, { network, script })
  }

  /** Lets time pass, and everything happen that falls due. */
  async advance(ms: number): Promise<void> {
    await this.hub.settle()
    for (let left = ms; left > 0; left -= 100) {
      this.clock.advance(Math.min(100, left))
      await this.hub.settle()
    }
  }

  /** Lets time pass until something is so. */
  async until(
    condition: () => boolean | Promise<boolean>,
    what = String(condition),
    withinMs = 60_000
  ): Promise<void> {
    await this.hub.settle()
    for (let leftMs = withinMs; !(await condition()); leftMs -= 100) {
      if (leftMs <= 0) throw new Error(`not so within ${withinMs} ms: ${what}`)
      await this.advance(100)
    }
  }

  /** The ledger as it is on the disk. */
  ledger(store: KeyValueStore = this.disk): LedgerBook<CommitRequest> {
    return new LedgerBook({ store: new LedgerRepository({ store }), clock: this.clock })
  }

  async task(taskId: TaskId): Promise<TaskRecord> {
    const task = await this.coordinator.find(taskId)
    if (task === undefined) throw new Error(`no task ${taskId}`)
    return task
  }

  /** The task's auctions that are kept. */
  async auctions(taskId: TaskId): Promise<AuctionRecord[]> {
    const kept: AuctionRecord[] = []
    for await (const auction of new AuctionRepository({ store: this.disk }).list(taskId)) kept.push(auction)
    return kept
  }

  /** The task's executions by a worker. */
  async executions(taskId: TaskId, worker: WorkerDouble): Promise<ExecutionRecord[]> {
    return (await this.task(taskId)).executions.filter((execution) => execution.worker === worker.nodeId)
  }

  /** Lets time pass until a task has ended. */
  async end(taskId: TaskId, withinMs?: number): Promise<TaskRecord> {
    await this.until(async () => isEnded((await this.task(taskId)).state), `${taskId} ends`, withinMs)
    return this.task(taskId)
  }

  /** What is stored of a worker's reputation. */
  async reputation(worker: WorkerDouble): Promise<{ successes: number; failures: number; disputes: number }> {
    const stored = await new ReputationRepository({ store: this.disk }).get(worker.nodeId)
    const { successes, failures, disputes } = stored?.record ?? { successes: 0, failures: 0, disputes: 0 }
    return { successes, failures, disputes }
  }

  /** Leases counted against a worker. */
  leases(worker: WorkerDouble): number | undefined {
    return this.coordinator.workers.get(worker.nodeId)?.leases
  }

  async close(): Promise<void> {
    await this.#process?.coordinator.stop()
    await this.disk.stop()
  }

  #running(): { coordinator: Coordinator; store: FaultStore; clock: ProcessClock } {
    if (this.#process === undefined) throw new Error('no coordinator runs')
    return this.#process
  }
}

/** A test in a world of its own. Nothing in it may have been logged as an error, unless it says so. */
export function scenario(
  name: string,
  play: (world: World) => Promise<void>,
  options: { errors?: boolean; referee?: () => RefereeDouble; lotSize?: number } = {}
): void {
  test(name, async () => {
    const { referee, lotSize } = options
    const world = await World.open({
      ...(referee && { referee: referee() }),
      ...(lotSize !== undefined && { lotSize })
    })
    try {
      await play(world)
      if (options.errors !== true && world.errors.length > 0) throw new Error(world.errors.join(', '))
    } finally {
      await world.close()
    }
  })
}

/** The code an action is refused with. */
export async function codeOf(action: Promise<unknown>): Promise<string> {
  try {
    await action
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error)
  }
  return 'no error'
}
