import {
  type Clock,
  errorCode,
  type Logger,
  type MetricsRegister,
  type NodeId,
  type Random,
  type Service,
  type TaskId,
  type Timer
} from '@ailee/core'
import {
  type BatchSigner,
  type BlobFetcher,
  type BlobSource,
  type ContentBlobs,
  decodeRevealResult,
  decodeRevokeLease,
  type Executor,
  encodeGetBidSet,
  encodeWorkerStatus,
  type IncomingMessage,
  type KeptBid,
  type MessageTransport,
  type SignedBidSet,
  signedBidSet,
  type TaskOffer,
  type TelemetrySample
} from '@ailee/protocol'
import { AuctionDesk } from './auction-desk.js'
import type { Load } from './bidding.js'
import type { Capacity } from './capacity.js'
import { BID_SET_TIMEOUT_MS, DRAIN_MS, STATUS_MS, TELEMETRY_MS } from './constants.js'
import { WorkerError } from './errors.js'
import { WorkerEvents } from './events.js'
import { Executions } from './execution/executions.js'
import { ErrorWindow } from './health/error-window.js'
import { measureGflops } from './health/gflops.js'
import { registerHealthMetrics } from './health/metrics.js'
import { pressureOf } from './health/pressure.js'
import { HealthSampler } from './health/sampler.js'
import { Sensors } from './health/sensors.js'

/** The module cache of a worker. */
export interface ModuleCache extends ContentBlobs {
  has(hash: string): Promise<boolean>
  /** What is in the cache. */
  list(): Promise<readonly unknown[]>
}

export interface WorkerComponents {
  transport: MessageTransport
  blobFetcher: BlobFetcher
  blobs: ModuleCache
  sandbox: Executor
  signer: BatchSigner
  /** Publishes a health sample to whoever listens. */
  publish(sample: TelemetrySample): Promise<void>
  latencyMs(): number | undefined
  /** How fast blobs came from peers of late, if any did. */
  bandwidthMbps(): number | undefined
  clock: Clock
  random: Random
  log: Logger
  metrics: MetricsRegister
}

export interface WorkerInit {
  network: string
  capacity: Capacity
  /** How long stopping waits for runs to finish. */
  drainMs?: number
}

/** Bids on offers, runs what it wins, proves and delivers the result, and tells how it fares. */
export class Worker implements Service, BlobSource {
  readonly name = 'worker'
  readonly #components: WorkerComponents
  readonly #init: WorkerInit
  readonly #executions: Executions
  readonly #errors: ErrorWindow
  readonly #auctions: AuctionDesk
  readonly #coordinators = new Set<NodeId>()
  readonly #timers = new Map<string, Timer>()
  #sampler: HealthSampler | undefined
  #lastSample: TelemetrySample | undefined
  /** The most executions since the last sample, and what else took of the machine until then. */
  #peakRunning = 0
  #pressure = 0
  #state: 'new' | 'started' | 'draining' | 'stopped' = 'new'
  #unsubscribe: () => void = () => {}

  constructor(components: WorkerComponents, init: WorkerInit) {
    this.#components = components
    this.#init = init
    const { blobs, transport } = components
    const loadFor = async ({ moduleHash }: TaskOffer): Promise<Load> => ({
      executions: this.#executions.load,
      pressure: this.#pressure,
      draining: this.#state !== 'started',
      moduleCached: await blobs.has(moduleHash)
    })
    this.#auctions = new AuctionDesk({ ...components, loadFor }, { ...init, nodeId: transport.nodeId })
    this.#errors = new ErrorWindow(components)
    const onError = (): void => this.#errors.add()
    const events = new WorkerEvents({ ...components, onError })
    registerHealthMetrics(components.metrics, () => this.#lastSample)
    this.#executions = new Executions({ ...components, events }, init)
  }

  /** Executions under way. */
  get running(): number {
    return this.#executions.running
  }

  /** What was last measured of this machine; undefined before the first sample. */
  get lastSample(): TelemetrySample | undefined {
    return this.#lastSample
  }

  /** A bid of this worker as it signed it; `attempt` 0 = in the last auction of the task. Undefined where it is not kept. */
  bidOf(taskId: TaskId, attempt: number): KeptBid | undefined {
    return this.#auctions.bidOf(taskId, attempt)
  }

  /** How an auction was decided that this worker was asked in, from the first of its coordinators that tells. */
  async bidSet(
    taskId: TaskId,
    attempt: number,
    options: { signal?: AbortSignal } = {}
  ): Promise<SignedBidSet | undefined> {
    const { transport, log } = this.#components
    const message = { type: 'GET_BID_SET' as const, payload: encodeGetBidSet({ taskId, attempt }) }
    for (const coordinator of this.#coordinators) {
      try {
        const request = { ...options, timeoutMs: BID_SET_TIMEOUT_MS }
        const { payload, signature } = await transport.request(coordinator, message, request)
        if (signature !== undefined) return signedBidSet(payload, signature)
      } catch (error) {
        options.signal?.throwIfAborted()
        log.debug('a bid set was not told', { coordinator, taskId, code: errorCode(error) })
      }
    }
    return undefined
  }

  /** Serves outputs that are too large to travel inside RESULT. */
  async get(hash: string): Promise<Uint8Array | undefined> {
    return this.#executions.outputs.get(hash)
  }

  async start(): Promise<void> {
    if (this.#state === 'started') return
    const { transport, clock, blobs, latencyMs, bandwidthMbps } = this.#components
    const sensors = new Sensors({ clock })
    const sources = {
      running: () => this.running,
      cachedModules: async () => (await blobs.list()).length,
      latencyMs,
      bandwidthMbps,
      sensors: () => sensors.read(),
      errors: () => this.#errors.count()
    }
    this.#sampler = new HealthSampler({ sources, clock, gflops: measureGflops() })
    this.#sampler.start()
    this.#state = 'started'
    transport.handle('TASK_OFFER', async (message) => {
      this.#requireCoordinator(message.from)
      return this.#auctions.offered(message)
    })
    transport.handle('REVEAL_BID', async (message) => {
      this.#requireCoordinator(message.from)
      return this.#auctions.revealed(message)
    })
    transport.handle('ASSIGN_TASK', async (message) => {
      this.#requireCoordinator(message.from)
      if (this.#state !== 'started') throw new WorkerError('WORKER_DRAINING', 'it takes no new work')
      const answer = await this.#executions.assign(message)
      this.#peakRunning = Math.max(this.#peakRunning, this.running)
      return answer
    })
    transport.handle('REVEAL_RESULT', async ({ from, payload }) => {
      this.#executions.reveal(from, decodeRevealResult(payload).leaseId)
      return undefined
    })
    transport.handle('REVOKE_LEASE', async (message) => this.#revoked(message))
    this.#unsubscribe = transport.onPeers({
      peerReady: (peer, hello) => {
        if (!hello.coordinator) return
        this.#coordinators.add(peer)
        this.#sendStatus(peer)
      },
      peerGone: (peer) => void this.#coordinators.delete(peer)
    })
    this.#repeat(
      'telemetry',
      () => TELEMETRY_MS,
      () => this.#publishSample()
    )
    // Told again from time to time: a status that was lost on its way would leave this worker unused.
    this.#repeat(
      'status',
      () => STATUS_MS,
      () => this.#sendStatuses()
    )
    this.#repeat(
      'heartbeat',
      () => this.#executions.heartbeatMs,
      () => this.#executions.sendHeartbeats()
    )
  }

  /** Finishes what runs, for a while; hands back the rest. */
  async stop(): Promise<void> {
    if (this.#state !== 'started') return
    this.#state = 'draining'
    this.#sendStatuses()
    await this.#executions.settled(AbortSignal.timeout(this.#init.drainMs ?? DRAIN_MS))
    await this.#executions.handBack('WORKER_DRAINING')
    this.#state = 'stopped'
    for (const timer of this.#timers.values()) timer.cancel()
    this.#timers.clear()
    this.#sampler?.stop()
    this.#unsubscribe()
  }

  /** Only a peer that introduced itself as a coordinator may give work. */
  #requireCoordinator(peer: NodeId): void {
    if (!this.#coordinators.has(peer))
      throw new WorkerError('WORKER_NOT_TRUSTED', 'only coordinators give work')
  }

  #revoked({ from, payload }: IncomingMessage): undefined {
    const { leaseId, code } = decodeRevokeLease(payload)
    this.#executions.revoke(from, leaseId, code)
  }

  #sendStatuses(): void {
    for (const coordinator of this.#coordinators) this.#sendStatus(coordinator)
  }

  #sendStatus(coordinator: NodeId): void {
    const { transport, log } = this.#components
    const { slots, memoryBytes, cores, region, deviceClass, isolation } = this.#init.capacity
    const draining = this.#state !== 'started'
    const payload = encodeWorkerStatus({
      slots,
      memoryBytes,
      cores,
      region,
      deviceClass,
      isolation,
      draining
    })
    transport.send(coordinator, { type: 'WORKER_STATUS', payload }).catch((error: unknown) => {
      log.debug('status not sent', { coordinator, error })
    })
  }

  async #publishSample(): Promise<void> {
    const { transport, clock, publish } = this.#components
    const sample = await this.#sampler?.sample({ ...this.#init, nodeId: transport.nodeId }, clock.now())
    if (sample === undefined) return
    this.#lastSample = sample
    const { cores } = this.#init.capacity
    this.#pressure = pressureOf(sample, this.#peakRunning, cores)
    this.#peakRunning = this.running
    await publish(sample)
  }

  #repeat(name: string, everyMs: () => number, work: () => void | Promise<void>): void {
    const { clock, log } = this.#components
    const timer = clock.setTimer(everyMs(), () => {
      Promise.resolve()
        .then(work)
        .catch((error: unknown) => log.debug(`${name} failed`, { error }))
      if (this.#state !== 'stopped') this.#repeat(name, everyMs, work)
    })
    this.#timers.set(name, timer)
  }
}
