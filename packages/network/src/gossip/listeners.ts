import type { Logger } from '@ailee/core'

/** Functions that want to hear of something. One that throws is logged and does not keep it from the others. */
export class Listeners<T> {
  readonly #listeners = new Set<(value: T) => void>()
  readonly #log: Logger

  constructor(components: { log: Logger }) {
    this.#log = components.log
  }

  /** Returns a function that removes the listener. */
  add(listener: (value: T) => void): () => void {
    // A wrapper, so that adding one function twice gives two subscriptions.
    const own = (value: T): void => listener(value)
    this.#listeners.add(own)
    return () => void this.#listeners.delete(own)
  }

  tell(value: T): void {
    for (const listener of [...this.#listeners]) {
      try {
        listener(value)
      } catch (error) {
        this.#log.error('a listener failed', { error })
      }
    }
  }
}
