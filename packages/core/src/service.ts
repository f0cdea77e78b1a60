import type { Logger } from './logger.js'

/** Something with a lifetime. `start` and `stop` are idempotent; `stop` aborts and then awaits what is in flight. */
export interface Service {
  readonly name: string
  start(): Promise<void>
  stop(): Promise<void>
}

/**
 * Starts services in the order given and stops them in reverse. A failed start unwinds what had started,
 * then rethrows. A failed stop is logged and does not keep the others from stopping.
 */
export class ServiceGroup implements Service {
  readonly name: string
  readonly #services: readonly Service[]
  readonly #log: Logger
  #started: Service[] = []
  #transition: Promise<void> = Promise.resolve()

  constructor(name: string, services: readonly Service[], log: Logger) {
    this.name = name
    this.#services = services
    this.#log = log
  }

  start(): Promise<void> {
    return this.#serialise(async () => {
      for (const service of this.#services) {
        if (this.#started.includes(service)) continue
        try {
          await service.start()
        } catch (error) {
          // A service that failed half way may hold resources: it is stopped with the others.
          this.#started.push(service)
          await this.#stopAll()
          throw error
        }
        this.#started.push(service)
      }
    })
  }

  stop(): Promise<void> {
    return this.#serialise(() => this.#stopAll())
  }

  async #stopAll(): Promise<void> {
    for (const service of this.#started.toReversed()) {
      try {
        await service.stop()
      } catch (error) {
        this.#log.error('service failed to stop', { service: service.name, error })
      }
    }
    this.#started = []
  }

  #serialise(step: () => Promise<void>): Promise<void> {
    const next = this.#transition.then(step, step)
    this.#transition = next.catch(() => {})
    return next
  }
}
