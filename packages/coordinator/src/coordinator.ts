import {
  type Clock,
  type CommitRequest,
  errorMessage,
  type Logger,
  type MetricsRegister,
  type NodeId,
  type Random,
  type Service,
  type TaskId,
  type Timer
} from '@ailee/core'
import type { StakeRule } from '@ailee/market'
import {
  type BatchSigner,
  type BlobFetcher,
  type ContentBlobs,
  decodeHeartbeat,
  decodeReturnLease,
  decodeWorkerStatus,
  type IncomingMessage,
  isEnded,
  type MessageTransport,
  type OutgoingMessage,
  type Receipt,
  type TelemetrySample,
  type Verifier
} from '@ailee/protocol'
import type { LedgerBook } from '@ailee/settlement'
import type {
  AuctionRepository,
  LeaseCounter,
  ReputationRepository,
  TaskRecord,
  TaskRepository
} from '@ailee/store'
import { BidSets } from './auction/bid-sets.js'
import { Scheduler } from './auction/scheduler.js'
import {
  AUCTIONS_PRUNE_MS,
  DISCONNECT_GRACE_MS,
  LEASE_MS,
  MAX_AUCTION_TASKS,
  MAX_CLIENT_TASKS,
  OFFER_FANOUT,
  RECOVERY_GRACE_MS,
  SAVE_POLICIES_MS,
  SWEEP_MS,
  TICK_MS
} from './constants.js'
import { CoordinatorError } from './errors.js'
import { CoordinatorEvents } from './events.js'
import type { Explanation } from './explain/explanation.js'
import { Explanations } from './explain/explanations.js'
import { registerHealthMetrics } from './health/metrics.js'
import { Leases } from './leases.js'
import { ReputationBook } from './reputation-book.js'
import { Assigner } from './result/assigner.js'
import { Commitments } from './result/commitments.js'
import { Losses } from './result/losses.js'
import { Results } from './result/results.js'
import { Reveals } from './result/reveals.js'
import { Verdicts } from './result/verdicts.js'
import { Convictions } from './stakes/convictions.js'
import { StakeReturns } from './stakes/stake-returns.js'
import { Stakes } from './stakes/stakes.js'
import { Admission, type AdmissionRule } from './task/admission.js'
import { Followers } from './task/followers.js'
import { Intake } from './task/intake.js'
import { Queries } from './task/queries.js'
import { TaskBook } from './task/task-book.js'
import { activeExecutions, ended, executingExecutions } from './task/transitions.js'
import type { LotArchive } from './verification/lot-archive.js'
import type { LotPlace } from './verification/lot-keeper.js'
import { type RefereeComponents, Verification } from './verification/verification.js'
import { WorkerRegistry } from './worker-registry.js'

export interface CoordinatorComponents {
  transport: MessageTransport
  blobFetcher: BlobFetcher
  blobs: ContentBlobs
  tasks: TaskRepository
  reputations: ReputationRepository
  leaseCounter: LeaseCounter
  /** How every auction was decided. */
  auctions: AuctionRepository
  /** Told of every receipt of a worker that is genuine, whether it counts or not. */
  onReceipt?: (receipt: Receipt) => void
  /** Escrow and pay of tasks; without it nothing is paid. */
  ledger?: LedgerBook<CommitRequest>
  /** What executes tasks again, to make sure of results; without it they are accepted as their workers sign them. */
  referee?: RefereeComponents
  signer: BatchSigner
  verifier: Verifier
  clock: Clock
  random: Random
  log: Logger
  metrics: MetricsRegister
}

export interface CoordinatorInit {
  network: string
  /** Whose tasks are taken in; default: everybody's. */
  admission?: AdmissionRule
  /** Units that every new client has at first; default: none. They are worth nothing until there is settlement. */
  grantUnits?: bigint
  /** Tasks of a lot, at most; default and bound: {@link MAX_LOT_SIZE}. */
  lotSize?: number
  /** What part of pay is kept as stake, until when; default: none. */
  stake?: StakeRule
  /** Open tasks of one client at most; default: 5000. */
  maxClientTasks?: number
  /** Workers asked in one auction, 1 to 64; default: {@link OFFER_FANOUT}. */
  maxBidders?: number
}

/** Takes tasks in, auctions and assigns them, checks what comes back and tells the client. */
export class Coordinator implements Service {
  readonly name = 'coordinator'
  readonly workers: WorkerRegistry
  readonly #components: CoordinatorComponents
  readonly #book: TaskBook
  readonly #leases: Leases
  readonly #reputations: ReputationBook
  readonly #convictions: Convictions
  readonly #stakeReturns: StakeReturns | undefined
  readonly #followers: Followers
  readonly #intake: Intake
  readonly #queries: Queries
  readonly #bidSets: BidSets
  readonly #explanations: Explanations
  readonly #scheduler: Scheduler
  readonly #losses: Losses
  readonly #results: Results
  readonly #commitments: Commitments
  readonly #reveals: Reveals
  readonly #events: CoordinatorEvents
  readonly #verification: Verification | undefined
  #state: 'new' | 'started' | 'stopped' = 'new'
  #tickTimer: Timer | undefined
  #lastTickMs = 0
  #savedAtMs = 0
  #sweptAtMs = 0
  #prunedAtMs = Number.NEGATIVE_INFINITY
  #pruning: Promise<void> = Promise.resolve()
  readonly #abort = new AbortController()
  #unsubscribe: () => void = () => {}

  constructor(
    components: CoordinatorComponents,
    {
      network,
      admission = { by: 'open' },
      grantUnits = 0n,
      lotSize,
      stake,
      maxClientTasks = MAX_CLIENT_TASKS,
      maxBidders = OFFER_FANOUT
    }: CoordinatorInit
  ) {
    this.#components = components
    const { tasks, clock, transport, ledger } = components
    const events = new CoordinatorEvents(components)
    const reputations = new ReputationBook(components)
    const stakes = ledger && stake && new Stakes({ ledger, reputations }, { rule: stake })
    const book = new TaskBook({ ...components, stakes }, { grantUnits })
    const leases = new Leases({ clock })
    const convictions = new Convictions({ ...components, reputations, events })
    const workers = new WorkerRegistry({ clock, reputations })
    const shared = {
      ...components,
      network,
      maxBidders,
      book,
      leases,
      reputations,
      convictions,
      stakes,
      workers,
      events,
      nodeId: transport.nodeId
    }
    this.#events = events
    this.#book = book
    this.#leases = leases
    this.#reputations = reputations
    this.#convictions = convictions
    this.workers = workers
    registerHealthMetrics(components.metrics, workers)
    this.#bidSets = new BidSets(shared)
    this.#losses = new Losses(shared)
    const verdicts = new Verdicts(shared)
    const { referee } = components
    this.#verification =
      referee &&
      new Verification(
        {
          ...shared,
          ...{ verdicts, convictions, stakes },
          sessionsOf: (taskId) => this.#followers.of(taskId)
        },
        referee,
        { lotSize }
      )
    const desk = this.#verification?.desk
    this.#explanations = new Explanations({ ...shared, desk })
    const placeOf = (taskId: TaskId): LotPlace | undefined => desk?.placeOf(taskId)
    this.#followers = new Followers({ ...components, placeOf })
    this.#intake = new Intake(
      { ...shared, admission: new Admission(admission), arbitrates: desk !== undefined },
      { maxClientTasks }
    )
    this.#queries = new Queries({ book, tasks, followers: this.#followers, placeOf })
    desk?.onProvisional((taskId) => {
      const task = book.get(taskId)
      if (task !== undefined) this.#followers.changed(task.record)
    })
    this.#results = new Results({ ...shared, losses: this.#losses, verdicts, desk })
    const policies = this.#verification?.policies
    const forget = async (workers: readonly NodeId[]): Promise<boolean> =>
      policies === undefined || policies.left(workers)
    this.#stakeReturns = ledger && new StakeReturns({ ...shared, ledger, forget })
    this.#commitments = new Commitments(shared)
    this.#reveals = new Reveals({ ...shared, losses: this.#losses })
    const assigner = new Assigner({ ...shared, losses: this.#losses })
    this.#scheduler = new Scheduler({ ...shared, assigner, isHeld: () => desk?.isFull ?? false })
    book.onChange((task, previous) => this.#taskChanged(task, previous))
    this.#listen()
  }

  /** Tasks that wait for a worker. */
  get pending(): number {
    return this.#scheduler.waiting
  }

  /** Executions that the referee still owes. */
  get audits(): number {
    return this.#verification?.audits.size ?? 0
  }

  /** Leases that are out. */
  get running(): number {
    return this.#leases.size
  }

  async start(): Promise<void> {
    if (this.#state === 'started') return
    await this.#reputations.load()
    await this.#convictions.start()
    await this.#book.start()
    await this.#verification?.start()
    this.#state = 'started'
    this.#recover()
    this.#lastTickMs = this.#components.clock.monotonic()
    this.#scheduleTick()
  }

  async stop(): Promise<void> {
    if (this.#state !== 'started') return
    this.#state = 'stopped'
    this.#tickTimer?.cancel()
    this.#unsubscribe()
    this.#abort.abort()
    await this.#scheduler.stop()
    await this.#pruning
    await this.#verification?.stop()
    await this.#convictions.stop()
    await this.#stakeReturns?.stop()
    await this.#book.stop()
  }

  /** From the beginning: the network may be up, and peers there, before this has started. */
  #listen(): void {
    const { transport } = this.#components
    const handle = (
      type: IncomingMessage['type'],
      handler: (message: IncomingMessage) => Promise<OutgoingMessage | undefined>
    ): void =>
      transport.handle(type, async (message) => {
        const requireRunning = (): void => {
          if (this.#state === 'started') return
          throw new CoordinatorError('COORDINATOR_STOPPING', 'this coordinator is starting or shutting down')
        }
        requireRunning()
        const reply = await handler(message)
        // What a stop overtook may not have been stored: nothing is acknowledged, so that it is sent again.
        requireRunning()
        return reply
      })
    handle('SUBMIT_TASK', (message) => this.#submit(message))
    handle('GET_TASK', (message) => this.#queries.get(message))
    handle('LIST_TASKS', (message) => this.#queries.list(message))
    handle('GET_BID_SET', (message) => this.#bidSets.get(message))
    handle('CANCEL_TASK', (message) => this.#cancel(message))
    handle('RESULT', (message) => this.#results.take(message))
    handle('RESULT_COMMITMENT', (message) => this.#commitments.take(message))
    handle('HEARTBEAT', async (message) => this.#heartbeat(message))
    // Told once, so it must not be missed.
    transport.handle('WORKER_STATUS', async (message) => this.#workerStatus(message))
    handle('RETURN_LEASE', async ({ from, payload }) => {
      const { leaseId, code } = decodeReturnLease(payload)
      if (this.#leases.get(leaseId)?.worker === from) await this.#losses.handedBack(leaseId, code)
      return undefined
    })
    this.#unsubscribe = transport.onPeers({
      peerReady: () => {},
      peerGone: (peer) => {
        this.#followers.forget(peer)
        this.#leases.shorten(peer, DISCONNECT_GRACE_MS)
        if (this.workers.remove(peer)) this.#events.workerLeft(peer)
      }
    })
  }

  /** Why a task went as it went. */
  explain(taskId: TaskId): Promise<Explanation | undefined> {
    return this.#explanations.of(taskId)
  }

  /** Closed lots, with what shows that their audits were made; undefined without a referee. */
  get lots(): LotArchive | undefined {
    return this.#verification?.archive
  }

  /** What commits to the draws of lots that take results in, or will next: hex. Only of targets that are in use. */
  lotCommitments(): string[] {
    return this.#verification?.policies.announced() ?? []
  }

  /** Results that wait in lots. */
  get provisional(): number {
    return this.#verification?.desk.provisional ?? 0
  }

  /** Takes note of a health sample that arrived by gossip. */
  measured(sample: TelemetrySample): void {
    this.workers.measured(sample)
  }

  /** A node was convicted by what it signed: it gets no more work from here, and loses its stake. `evidenceId`: 64 hex digits. */
  async convicted(offender: NodeId, evidenceId: string): Promise<void> {
    await this.#convictions.byEvidence(offender, evidenceId)
  }

  /** A task, ended or not. */
  find(taskId: TaskId): Promise<TaskRecord | undefined> {
    return this.#book.find(taskId)
  }

  async #submit(message: IncomingMessage): Promise<OutgoingMessage> {
    const task = await this.#intake.submit(message)
    if (!isEnded(task.state)) this.#followers.follow(task.taskId, message.from)
    return this.#queries.message((await this.#book.find(task.taskId)) ?? task)
  }

  async #cancel(message: IncomingMessage): Promise<OutgoingMessage> {
    const { task, open } = await this.#queries.cancellable(message)
    if (!open) return this.#queries.message(task)
    const end = {
      state: 'CANCELLED' as const,
      code: 'CANCELLED_BY_CLIENT',
      message: 'the client cancelled the task'
    }
    const cancelled = await this.#book.change(task.taskId, (current) =>
      // Its client has seen the result: it is paid, or proven wrong.
      this.#isPromised(task.taskId) ? undefined : ended(current, end, this.#components.clock.now())
    )
    return this.#queries.message(cancelled ?? (await this.#book.find(task.taskId)) ?? task)
  }

  #isPromised(taskId: TaskId): boolean {
    return this.#verification?.desk.isPromised(taskId) ?? false
  }

  #heartbeat({ from, payload }: IncomingMessage): undefined {
    for (const leaseId of decodeHeartbeat(payload).leaseIds) {
      if (!this.#leases.renew(leaseId, from, LEASE_MS)) this.#losses.revoke(from, leaseId, 'LEASE_UNKNOWN')
    }
  }

  #workerStatus({ from, payload }: IncomingMessage): undefined {
    const news = this.workers.update(from, decodeWorkerStatus(payload))
    if (news === 'joined') this.#events.workerJoined(from)
    if (news !== 'same' && this.#state === 'started') this.#scheduler.workersChanged()
  }

  /** Everything that follows from a change of a task, once the change is on disk. */
  #taskChanged(task: TaskRecord, previous: TaskRecord | undefined): void {
    this.#events.taskChanged(task, previous)
    this.#settleLeases(task, previous)
    if (previous !== undefined && isEnded(task.state)) this.#verification?.desk.withdrawn(task.taskId)
    this.#followers.changed(task)
    this.#reveals.consider(task.taskId)
    this.#scheduler.consider(task.taskId)
    this.#scheduler.pump()
  }

  /** Frees the slots of executions that are over, and stops the runs of a task that has ended. */
  #settleLeases(task: TaskRecord, previous: TaskRecord | undefined): void {
    if (previous === undefined) return
    const stillExecuting = new Set(executingExecutions(task).map(({ leaseId }) => leaseId))
    for (const { leaseId, worker } of executingExecutions(previous)) {
      if (!stillExecuting.has(leaseId)) this.workers.countLease(worker, -1)
    }
    const stillActive = new Set(activeExecutions(task).map(({ leaseId }) => leaseId))
    for (const { leaseId, worker } of activeExecutions(previous)) {
      if (stillActive.has(leaseId)) continue
      if (this.#leases.end(leaseId) !== undefined && isEnded(task.state)) {
        this.#losses.revoke(worker, leaseId, task.state)
      }
    }
  }

  /** Takes up what a previous run left: leases get time to be renewed, waiting tasks are offered again. */
  #recover(): void {
    for (const { record } of this.#book.open()) {
      for (const { worker } of executingExecutions(record)) this.workers.countLease(worker, 1)
      for (const { leaseId, worker } of activeExecutions(record)) {
        this.#leases.grant({ leaseId, taskId: record.taskId, worker }, RECOVERY_GRACE_MS)
      }
      this.#scheduler.consider(record.taskId)
    }
  }

  #scheduleTick(): void {
    this.#tickTimer = this.#components.clock.setTimer(TICK_MS, () => {
      this.#tick()
      if (this.#state === 'started') this.#scheduleTick()
    })
  }

  #tick(): void {
    const nowMs = this.#components.clock.monotonic()
    const sleptMs = nowMs - this.#lastTickMs - TICK_MS
    this.#lastTickMs = nowMs
    // A process that was stopped and goes on heard no heartbeats meanwhile: that is its own fault, not the workers'.
    if (sleptMs > LEASE_MS / 2) {
      this.#leases.extendAll(sleptMs + LEASE_MS)
      this.#reveals.postpone(sleptMs)
    }
    for (const { leaseId } of this.#leases.expired()) {
      this.#losses
        .lost(leaseId, 'LEASE_EXPIRED', 'the worker stopped sending heartbeats')
        .catch((error: unknown) => this.#components.log.error('lease could not be ended', { error }))
    }
    this.#expireTasks()
    this.#verification?.desk.tick()
    this.#sweep(nowMs)
    this.#reveals.tick()
    this.#savePolicies(nowMs)
    this.#convictions.tick()
    this.#stakeReturns?.tick()
    this.#pruneAuctions(nowMs)
    this.#scheduler.tick()
    this.#events.waiting((priority) => this.#scheduler.waitingWith(priority))
  }

  /** Results that are stored, but not the end they lead to: this process died in between, or its store failed. */
  #sweep(nowMs: number): void {
    if (nowMs - this.#sweptAtMs < SWEEP_MS) return
    this.#sweptAtMs = nowMs
    const { clock, log } = this.#components
    this.#verification?.desk.sweep()
    const sinceMs = clock.now() - LEASE_MS
    for (const { record } of this.#book.open()) {
      if (record.state !== 'PROVISIONAL' || record.updatedAtMs > sinceMs) continue
      this.#results
        .decide(record)
        .catch((error: unknown) => log.error('task could not be decided', { taskId: record.taskId, error }))
    }
  }

  #pruneAuctions(nowMs: number): void {
    if (nowMs - this.#prunedAtMs < AUCTIONS_PRUNE_MS) return
    this.#prunedAtMs = nowMs
    const { auctions, log } = this.#components
    const { signal } = this.#abort
    this.#pruning = auctions.prune(MAX_AUCTION_TASKS, { signal }).then(
      (tasks) => {
        if (tasks > 0) log.info('old auctions forgotten', { tasks })
      },
      (error: unknown) => {
        if (!signal.aborted) log.warn('old auctions could not be forgotten', { error: errorMessage(error) })
      }
    )
  }

  #savePolicies(nowMs: number): void {
    if (this.#verification === undefined || nowMs - this.#savedAtMs < SAVE_POLICIES_MS) return
    this.#savedAtMs = nowMs
    void this.#verification.policies.save()
  }

  #expireTasks(): void {
    const { clock, log } = this.#components
    const nowMs = clock.now()
    for (const { record } of this.#book.open()) {
      if (record.deadlineAtMs > nowMs || this.#isPromised(record.taskId)) continue
      const message =
        record.code === '' ? 'its time ran out' : `its time ran out: ${record.code}: ${record.message}`
      this.#book
        .change(record.taskId, (current) =>
          this.#isPromised(record.taskId)
            ? undefined
            : ended(current, { state: 'EXPIRED', code: 'DEADLINE_EXCEEDED', message }, nowMs)
        )
        .catch((error: unknown) => log.error('task could not be expired', { taskId: record.taskId, error }))
    }
  }
}
