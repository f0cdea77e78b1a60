import { STEP_TIMEOUT_MS } from '../constants.js'
import { Violation } from '../errors.js'

interface Waiter {
  look(): void
}

/** What came in, in order, and whether more can come. */
export class Mailbox<T> {
  readonly items: T[] = []
  #end: string | undefined
  readonly #waiters = new Set<Waiter>()
  readonly #stepMs: number

  /** `stepMs`: how long is waited where nothing else is said. */
  constructor({ stepMs = STEP_TIMEOUT_MS }: { stepMs?: number } = {}) {
    this.#stepMs = stepMs
  }

  /** Why nothing more will come, or undefined while it may. */
  get ended(): string | undefined {
    return this.#end
  }

  push(item: T): void {
    this.items.push(item)
    this.#wake()
  }

  end(reason: string): void {
    this.#end ??= reason
    this.#wake()
  }

  /** The first item that fits, also one that came before. Throws a Violation if none comes in time or can come. */
  find(what: string, fits: (item: T) => boolean, timeoutMs = this.#stepMs): Promise<T> {
    return this.#wait(what, () => this.items.find(fits), timeoutMs)
  }

  /** Resolves once this many items have come that fit. */
  async count(what: string, wanted: number, fits: (item: T) => boolean): Promise<void> {
    await this.#wait(what, () => this.items.filter(fits).length >= wanted || undefined, this.#stepMs)
  }

  /** Resolves with the reason once nothing more can come. */
  async finished(what: string, timeoutMs = this.#stepMs): Promise<string> {
    return this.#wait(what, () => this.#end, timeoutMs)
  }

  /** True if something that fits is there or comes within the time. */
  async sees(fits: (item: T) => boolean, withinMs: number): Promise<boolean> {
    try {
      await this.find('', fits, withinMs)
      return true
    } catch (error) {
      if (error instanceof Violation) return false
      throw error
    }
  }

  #wait<R>(what: string, look: () => R | undefined, timeoutMs: number): Promise<R> {
    return new Promise((resolve, reject) => {
      const finish = (settle: () => void): void => {
        this.#waiters.delete(waiter)
        clearTimeout(timer)
        settle()
      }
      const waiter: Waiter = {
        look: () => {
          let found: R | undefined
          try {
            found = look()
          } catch (error) {
            // What fits is decided by decoding what came: it fails the one who waits, not the one who brings.
            finish(() => reject(error))
            return
          }
          if (found !== undefined) finish(() => resolve(found))
          else if (this.#end !== undefined)
            finish(() => reject(new Violation(`${what} did not come: ${this.#end}`)))
        }
      }
      const timer = setTimeout(
        () => finish(() => reject(new Violation(`${what} did not come within ${timeoutMs} ms`))),
        timeoutMs
      )
      this.#waiters.add(waiter)
      waiter.look()
    })
  }

  #wake(): void {
    for (const waiter of [...this.#waiters]) waiter.look()
  }
}
