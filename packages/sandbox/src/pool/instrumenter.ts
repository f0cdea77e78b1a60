import { type Clock, errorMessage, type Logger } from '@ailee/core'
import { INSTRUMENT_TIMEOUT_MS, INSTRUMENTER_MODULES } from '../constants.js'
import type { ChildProcess } from './child-process.js'

export interface InstrumenterInit {
  launch(): Promise<ChildProcess>
}

/**
 * A child process that only ever prepares modules and runs none, so that no module's code has ever been executed where
 * the entries of the cache are made. It is confined as the others are, killed when it takes too long, and replaced
 * after a while. One module at a time; nobody waits for it: who finds it busy does without.
 */
export class Instrumenter {
  readonly #log: Logger
  readonly #clock: Clock
  readonly #launch: () => Promise<ChildProcess>
  #child: ChildProcess | undefined
  #starting: Promise<void> | undefined
  #busy = false
  #running = false

  constructor(components: { log: Logger; clock: Clock }, init: InstrumenterInit) {
    this.#log = components.log
    this.#clock = components.clock
    this.#launch = init.launch
  }

  /** Starts the process in the background. */
  start(): void {
    this.#running = true
    this.#restart()
  }

  async stop(): Promise<void> {
    this.#running = false
    await this.#starting
    await this.#end()
  }

  /** The prepared form as bytes; undefined = busy or not there, refused, or given up. Never rejects. */
  async prepare(
    module: Uint8Array,
    moduleHash: string,
    memoryBytes: number
  ): Promise<{ bytes: Uint8Array; instrumentMs: number } | undefined> {
    const child = this.#child
    if (child === undefined && this.#running) this.#restart()
    if (child === undefined || this.#busy) return undefined
    this.#busy = true
    const timer = this.#clock.setTimer(INSTRUMENT_TIMEOUT_MS, () => child.kill())
    const startMs = this.#clock.monotonic()
    const made = await child.prepare(module, moduleHash, memoryBytes)
    timer.cancel()
    child.spend(this.#clock.monotonic() - startMs)
    this.#busy = false
    const isSpent = child.tasksRun >= INSTRUMENTER_MODULES || !child.canSpend(INSTRUMENT_TIMEOUT_MS)
    if (!child.alive || isSpent) this.#restart()
    return made
  }

  #restart(): void {
    this.#starting ??= this.#replace().finally(() => {
      this.#starting = undefined
    })
  }

  async #replace(): Promise<void> {
    await this.#end()
    try {
      const child = await this.#launch()
      this.#child = child
      void child.exited.then(() => {
        if (this.#child === child) this.#child = undefined
      })
    } catch (error) {
      this.#log.warn('no instrumenter process starts', { error: errorMessage(error) })
    }
  }

  async #end(): Promise<void> {
    const child = this.#child
    this.#child = undefined
    child?.kill()
    await child?.exited
  }
}
