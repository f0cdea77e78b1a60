import { type Clock, errorMessage, type Logger, raceSignal } from '@ailee/core'
import { RESTART_DELAYS_MS } from '../constants.js'
import { queueFull, sandboxStopped } from '../errors.js'
import type { ChildProcess } from './child-process.js'

export interface PoolComponents {
  log: Logger
  clock: Clock
}

export interface PoolInit {
  /** Most processes lent at a time. */
  processes: number
  /** Processes kept ready beyond those, so that one that is to be replaced leaves no gap. */
  spares: number
  /** Bounds of those waiting: their number, and the bytes they hold. */
  queueLength: number
  queueBytes: number
  /** Starts a child that may use at least `cpuSeconds`. */
  launch(cpuSeconds: number): Promise<ChildProcess>
}

interface Waiter {
  bytes: number
  resolve(child: ChildProcess): void
  reject(reason: unknown): void
}

/** Child processes, lent out one task at a time to at most a fixed number of tasks, first come first served. */
export class ProcessPool {
  readonly #log: Logger
  readonly #clock: Clock
  readonly #init: PoolInit
  readonly #children = new Set<ChildProcess>()
  readonly #idle: ChildProcess[] = []
  readonly #waiters: Waiter[] = []
  readonly #starting = new Set<Promise<ChildProcess>>()
  #wakeSleepers = new AbortController()
  #running = false
  #lent = 0
  #waitingBytes = 0

  constructor(components: PoolComponents, init: PoolInit) {
    this.#log = components.log
    this.#clock = components.clock
    this.#init = init
  }

  get processes(): number {
    return this.#children.size
  }

  get queued(): number {
    return this.#waiters.length
  }

  get lent(): number {
    return this.#lent
  }

  /** Starts all processes. Throws `SANDBOX_START_FAILED`, leaving none behind. */
  async start(): Promise<void> {
    this.#running = true
    this.#wakeSleepers = new AbortController()
    const { processes, spares } = this.#init
    const all = Array.from({ length: processes + spares }, () => this.#add())
    const failed = (await Promise.allSettled(all)).find((result) => result.status === 'rejected')
    if (failed === undefined) return
    await this.stop()
    throw failed.reason
  }

  /** Kills every process, whatever it does, and waits until all are gone; rejects those waiting for one. */
  async stop(): Promise<void> {
    this.#running = false
    this.#wakeSleepers.abort()
    for (const waiter of this.#waiters.splice(0)) waiter.reject(sandboxStopped())
    this.#waitingBytes = 0
    await Promise.allSettled(this.#starting)
    this.#idle.length = 0
    await Promise.all([...this.#children].map((child) => this.#end(child)))
  }

  /**
   * Lends a process to a task that holds `bytes` of memory while it waits. Throws `SANDBOX_QUEUE_FULL`,
   * `SANDBOX_STOPPED`, or the signal's reason.
   */
  async acquire(bytes: number, signal?: AbortSignal): Promise<ChildProcess> {
    if (!this.#running) throw sandboxStopped()
    const idle = this.#take()
    if (idle !== undefined) return idle
    const { queueLength, queueBytes } = this.#init
    if (this.#waiters.length >= queueLength || this.#waitingBytes + bytes > queueBytes) {
      throw queueFull(this.#waiters.length, this.#waitingBytes)
    }
    const { promise, resolve, reject } = Promise.withResolvers<ChildProcess>()
    const waiter: Waiter = { bytes, resolve, reject }
    this.#waiters.push(waiter)
    this.#waitingBytes += bytes
    try {
      return await raceSignal(promise, signal)
    } catch (error) {
      const index = this.#waiters.indexOf(waiter)
      if (index !== -1) {
        this.#waiters.splice(index, 1)
        this.#waitingBytes -= bytes
      }
      // Given a process in the very moment of the abort: it goes to the next one.
      else void promise.then((child) => this.release(child)).catch(() => {})
      throw error
    }
  }

  /** Takes a process back; `replace` ends it and starts a fresh one in its place. */
  release(child: ChildProcess, replace = false): void {
    this.#lent--
    if (replace || !child.alive) {
      void this.#replace(child)
      this.#serve()
    } else this.#offer(child)
  }

  /** Gives a fresh process that may use at least `cpuSeconds` for a lent one. Throws `SANDBOX_START_FAILED`. */
  async exchange(child: ChildProcess, cpuSeconds: number): Promise<ChildProcess> {
    await this.#end(child)
    try {
      return await this.#launch(cpuSeconds)
    } catch (error) {
      this.release(child, true)
      throw error
    }
  }

  #offer(child: ChildProcess): void {
    if (!this.#running) return
    this.#idle.push(child)
    this.#serve()
  }

  /** Lends an idle process, the one used last, which has most likely the module; undefined = none may be lent now. */
  #take(): ChildProcess | undefined {
    if (this.#lent >= this.#init.processes) return undefined
    const idle = this.#idle.pop()
    if (idle !== undefined) this.#lent++
    return idle
  }

  #serve(): void {
    for (;;) {
      const [waiter] = this.#waiters
      const idle = waiter && this.#take()
      if (waiter === undefined || idle === undefined) return
      this.#waiters.shift()
      this.#waitingBytes -= waiter.bytes
      waiter.resolve(idle)
    }
  }

  async #add(): Promise<void> {
    this.#offer(await this.#launch(0))
  }

  /** Launches are remembered until they are over, so that `stop` leaves none behind. */
  #launch(cpuSeconds: number): Promise<ChildProcess> {
    const launching = this.#launchOne(cpuSeconds)
    this.#starting.add(launching)
    return launching.finally(() => this.#starting.delete(launching))
  }

  async #launchOne(cpuSeconds: number): Promise<ChildProcess> {
    const child = await this.#init.launch(cpuSeconds)
    this.#children.add(child)
    void child.exited.then((how) => this.#onExit(child, how))
    if (this.#running) return child
    await this.#end(child)
    throw sandboxStopped()
  }

  /** A process that dies while nobody uses it is replaced as well. */
  #onExit(child: ChildProcess, how: string): void {
    this.#children.delete(child)
    const index = this.#idle.indexOf(child)
    if (index === -1) return
    this.#idle.splice(index, 1)
    this.#log.warn('an idle sandbox process died', { how })
    void this.#replace(child)
  }

  async #end(child: ChildProcess): Promise<void> {
    child.kill()
    await child.exited
    this.#children.delete(child)
  }

  async #replace(child: ChildProcess): Promise<void> {
    await this.#end(child)
    for (let attempt = 0; this.#running; attempt++) {
      try {
        await this.#add()
        return
      } catch (error) {
        if (!this.#running) return
        const delayMs = RESTART_DELAYS_MS[Math.min(attempt, RESTART_DELAYS_MS.length - 1)] ?? 0
        this.#log.error('a sandbox process could not be replaced', { error: errorMessage(error), delayMs })
        await this.#sleep(delayMs)
      }
    }
  }

  #sleep(delayMs: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    const timer = this.#clock.setTimer(delayMs, resolve)
    const awake = (): void => {
      timer.cancel()
      resolve()
    }
    this.#wakeSleepers.signal.addEventListener('abort', awake, { once: true })
    return promise.finally(() => this.#wakeSleepers.signal.removeEventListener('abort', awake))
  }
}
