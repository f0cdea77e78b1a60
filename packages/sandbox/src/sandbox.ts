import { availableParallelism } from 'node:os'
import type { Clock, Logger, MetricsRegister, Service } from '@ailee/core'
import type { ExecutionOutcome, ExecutionRequest, Executor, ResultCode } from '@ailee/protocol'
import { MAX_MEMORY_BYTES } from '@ailee/protocol'
import { KEPT_MEMORY_BYTES, QUEUE_BYTES, QUEUE_LENGTH, TASKS_PER_PROCESS } from './constants.js'
import { sandboxStopped } from './errors.js'
import { meteringHash } from './instrument/metering-hash.js'
import { createSandboxMetrics, type SandboxMetrics } from './metrics.js'
import { ChildFactory } from './pool/child-factory.js'
import type { ChildProcess } from './pool/child-process.js'
import { codeHash } from './pool/code-hash.js'
import { type EndReason, executeOn } from './pool/execute-on.js'
import { Instrumenter } from './pool/instrumenter.js'
import type { IsolationLevel } from './pool/isolation.js'
import { codeFolder } from './pool/launcher.js'
import { type InstrumentedModuleCache, ModuleLibrary } from './pool/module-library.js'
import { ProcessPool } from './pool/pool.js'
import { checkRequest, requestBytes } from './request.js'

export interface SandboxComponents {
  log: Logger
  metrics: MetricsRegister
  clock: Clock
  /** Keeps instrumented modules beyond their process's life; without one nothing does. */
  cache?: InstrumentedModuleCache
}

export interface SandboxInit {
  /** Tasks that run at a time; default: one per core. */
  processes?: number
  /** Tasks that may wait for a process. */
  queueLength?: number
  /** Bytes of modules and inputs that waiting tasks may hold. */
  queueBytes?: number
  /** Processes kept ready beyond `processes`; default: as many again where each task takes a fresh one, else none. */
  spares?: number
  /** Tasks after which a process is replaced; 1 = a fresh process per task. */
  tasksPerProcess?: number
  /** Most memory any task may ask for; it sizes the operating system's limit on a process. Above it: KILLED. */
  maxMemoryBytes?: number
  /** false leaves out the system's tools (setpriv, prlimit, unshare, mount, chroot), where they misbehave. */
  confine?: boolean
}

/**
 * Runs untrusted WebAssembly modules under limits, in child processes that are killed when they do not obey.
 * Up to `processes` tasks at a time; more wait in a bounded queue, first come first served.
 */
export class Sandbox implements Executor, Service {
  readonly name = 'sandbox'
  /** 32 bytes: hash of the metering rules. */
  readonly meteringHash: Uint8Array = meteringHash()
  readonly #log: Logger
  readonly #clock: Clock
  readonly #metrics: SandboxMetrics
  readonly #tasksPerProcess: number
  readonly #maxMemoryBytes: number
  readonly #factory: ChildFactory
  readonly #pool: ProcessPool
  readonly #cache: InstrumentedModuleCache | undefined
  readonly #instrumenter: Instrumenter
  #library: ModuleLibrary | undefined
  #transition: Promise<void> = Promise.resolve()
  #running = false
  readonly #executions = new Set<Promise<unknown>>()

  constructor(components: SandboxComponents, init: SandboxInit = {}) {
    this.#log = components.log.child({ module: 'sandbox' })
    this.#clock = components.clock
    this.#metrics = createSandboxMetrics(components.metrics, this)
    this.#tasksPerProcess = init.tasksPerProcess ?? TASKS_PER_PROCESS
    this.#maxMemoryBytes = init.maxMemoryBytes ?? MAX_MEMORY_BYTES
    const parts = { log: this.#log, clock: this.#clock }
    this.#factory = new ChildFactory(parts, {
      maxMemoryBytes: this.#maxMemoryBytes,
      confine: init.confine ?? true
    })
    const processes = init.processes ?? availableParallelism()
    this.#pool = new ProcessPool(parts, {
      processes,
      spares: init.spares ?? (this.#tasksPerProcess === 1 ? processes : 0),
      queueLength: init.queueLength ?? QUEUE_LENGTH,
      queueBytes: init.queueBytes ?? QUEUE_BYTES,
      launch: (cpuSeconds) => this.#factory.launch(cpuSeconds)
    })
    this.#cache = components.cache
    this.#instrumenter = new Instrumenter(parts, { launch: () => this.#factory.launch(0) })
  }

  /** As seen in running processes; `reduced` before the start. */
  get isolation(): IsolationLevel {
    return this.#factory.isolation.level
  }

  /** Processes alive and ready. */
  get processes(): number {
    return this.#pool.processes
  }

  /** Runs waiting for a process. */
  get queued(): number {
    return this.#pool.queued
  }

  /** Runs under way. */
  get running(): number {
    return this.#pool.lent
  }

  /** Throws `SANDBOX_START_FAILED`. */
  start(): Promise<void> {
    return this.#serialise(async () => {
      if (this.#running) return
      await this.#factory.start()
      try {
        await this.#pool.start()
      } catch (error) {
        await this.#factory.stop()
        throw error
      }
      if (this.#cache !== undefined) await this.#openLibrary(this.#cache)
      this.#running = true
      const { level, missing } = this.#factory.isolation
      this.#log.info('sandbox started', { processes: this.processes, isolation: level, missing })
    })
  }

  /** Kills every process; runs that wait or are under way reject with `SANDBOX_STOPPED`. */
  stop(): Promise<void> {
    return this.#serialise(async () => {
      if (!this.#running) return
      this.#running = false
      await this.#pool.stop()
      await Promise.allSettled(this.#executions)
      await this.#instrumenter.stop()
      await this.#library?.stop()
      await this.#factory.stop()
    })
  }

  /**
   * As in {@link Executor}; an abort kills the process at once.
   */
  async run(request: ExecutionRequest, options: { signal?: AbortSignal } = {}): Promise<ExecutionOutcome> {
    if (!this.#running) throw sandboxStopped()
    options.signal?.throwIfAborted()
    const execution = this.#run(request, options.signal)
    this.#executions.add(execution)
    try {
      const outcome = await execution
      this.#metrics.runs.inc({ code: outcome.code })
      this.#metrics.runSeconds.observe(outcome.wallTimeMs / 1000)
      const { instrumentMs } = outcome.times
      if (instrumentMs > 0) this.#metrics.instrumentSeconds.observe(instrumentMs / 1000)
      return outcome
    } finally {
      this.#executions.delete(execution)
    }
  }

  async #run(request: ExecutionRequest, signal: AbortSignal | undefined): Promise<ExecutionOutcome> {
    const refused = checkRequest(request, this.#maxMemoryBytes, this.#clock)
    if (refused !== undefined) return refused
    const askedAtMs = this.#clock.monotonic()
    let child = await this.#pool.acquire(requestBytes(request), signal)
    this.#metrics.queueWaitSeconds.observe((this.#clock.monotonic() - askedAtMs) / 1000)
    if (!child.canSpend(request.limits.wallTimeMs)) {
      this.#metrics.recycles.inc({ reason: 'cpu' })
      child = await this.#pool.exchange(child, child.secondsFor(request.limits.wallTimeMs))
    }
    let replace = true
    const parts = { clock: this.#clock, library: this.#library }
    try {
      const { outcome, ended } = await executeOn(child, request, parts, signal)
      replace = this.#mustReplace(child, outcome, ended)
      if (ended === 'aborted') throw signal?.reason
      if (ended === 'died' && !this.#running) throw sandboxStopped()
      return outcome
    } finally {
      this.#pool.release(child, replace)
    }
  }

  /** A process is kept only after a task that ended well and left it small. */
  #mustReplace(child: ChildProcess, outcome: ExecutionOutcome, ended: EndReason): boolean {
    if (ended === 'timeout' || ended === 'aborted') this.#metrics.kills.inc({ reason: ended })
    const reason = this.#recycleReason(child, outcome, ended)
    if (reason !== undefined) this.#metrics.recycles.inc({ reason })
    if (ended === 'died' && this.#running)
      this.#log.warn('a sandbox process died', { detail: outcome.detail })
    return reason !== undefined
  }

  #recycleReason(child: ChildProcess, { code, memoryPeakBytes }: ExecutionOutcome, ended: EndReason) {
    if (ended !== 'reported') return ended
    if (disturbing.has(code)) return 'trap'
    if (memoryPeakBytes > KEPT_MEMORY_BYTES) return 'memory'
    return child.tasksRun >= this.#tasksPerProcess ? 'tasks' : undefined
  }

  async #openLibrary(cache: InstrumentedModuleCache): Promise<void> {
    // The code as well: what was made by an older build is not asked for any more.
    const maker = `${Buffer.from(this.meteringHash).toString('hex')}/${await codeHash(codeFolder)}`
    const parts = { cache, instrumenter: this.#instrumenter, metrics: this.#metrics, log: this.#log }
    this.#library = new ModuleLibrary(parts, { maker })
    this.#instrumenter.start()
  }

  #serialise(step: () => Promise<void>): Promise<void> {
    const next = this.#transition.then(step, step)
    this.#transition = next.catch(() => {})
    return next
  }
}

/** Ends that leave an instance in the middle of its work. */
const disturbing: ReadonlySet<ResultCode> = new Set([
  'TRAP',
  'FUEL_EXHAUSTED',
  'DEPTH_EXHAUSTED',
  'MEMORY_EXHAUSTED',
  'OUTPUT_TOO_LARGE',
  'INSTANTIATION_FAILED'
])
