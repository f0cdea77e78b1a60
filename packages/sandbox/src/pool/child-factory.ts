import { writeFile } from 'node:fs/promises'
import { type Clock, errorMessage, type Logger } from '@ailee/core'
import { startFailed } from '../errors.js'
import { ChildProcess } from './child-process.js'
import { inheritedDescriptors } from './descriptors.js'
import { type Isolation, inspectIsolation } from './isolation.js'
import { type Launcher, launchers } from './launcher.js'
import type { ChildProbe } from './messages.js'
import { findTools, noTools } from './tools.js'
import { Watchdog } from './watchdog.js'

export interface ChildFactoryInit {
  maxMemoryBytes: number
  confine: boolean
}

/** Starts children the strongest way that works on this machine, and knows how isolated they really are. */
export class ChildFactory {
  readonly #log: Logger
  readonly #clock: Clock
  readonly #init: ChildFactoryInit
  #launcher: Launcher | undefined
  #inherited: readonly number[] = []
  #watchdog: Watchdog | undefined
  #isolation: Isolation = { level: 'reduced', missing: ['not started'] }

  constructor(components: { log: Logger; clock: Clock }, init: ChildFactoryInit) {
    this.#log = components.log
    this.#clock = components.clock
    this.#init = init
  }

  get isolation(): Isolation {
    return this.#isolation
  }

  /** Finds the way to start children by starting one. Throws `SANDBOX_START_FAILED`. */
  async start(): Promise<void> {
    this.#inherited = await inheritedDescriptors()
    const tools = this.#init.confine ? await findTools() : noTools
    let failure: unknown
    for (const launcher of launchers(tools, this.#init.maxMemoryBytes)) {
      try {
        const { child, forbidden } = await ChildProcess.launch({
          launcher,
          clock: this.#clock,
          cpuSeconds: 0,
          inherited: this.#inherited
        })
        this.#isolation = await inspectIsolation(child.pid, forbidden)
        child.kill()
        await child.exited
        this.#launcher = launcher
        if (!launcher.diesWithParent) this.#watchdog = Watchdog.start()
        return
      } catch (error) {
        failure = error
        this.#log.debug('a way to start sandbox processes does not work here', {
          adds: launcher.adds,
          error: errorMessage(error)
        })
      }
    }
    throw startFailed(errorMessage(failure), failure)
  }

  /** Starts one child. Throws `SANDBOX_START_FAILED`. */
  async launch(cpuSeconds: number): Promise<ChildProcess> {
    if (this.#launcher === undefined) throw startFailed('no way to start one is known')
    const { child, forbidden } = await ChildProcess.launch({
      launcher: this.#launcher,
      clock: this.#clock,
      cpuSeconds,
      inherited: this.#inherited
    })
    this.#watchdog?.watch(child)
    this.#notice(forbidden)
    // Where memory runs out, the kernel shall choose a task and not the node.
    await writeFile(`/proc/${child.pid}/oom_score_adj`, '1000').catch(() => {})
    return child
  }

  async stop(): Promise<void> {
    await this.#watchdog?.stop()
    this.#watchdog = undefined
    this.#launcher = undefined
  }

  /** Every child is asked; one that may do more than the first lowers the level. */
  #notice(forbidden: ChildProbe): void {
    if (this.#isolation.level === 'reduced' || Object.values(forbidden).every((refused) => refused)) return
    this.#isolation = { level: 'reduced', missing: ['permissions of a later process'] }
    this.#log.warn('a sandbox process is less confined than the first', { forbidden })
  }
}
