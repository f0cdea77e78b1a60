import type { RegisterCase } from './contract.js'

/**
 * Takes the cases of a contract instead of running them, to run single ones: so a test can show that a case fails
 * where an implementation is broken.
 *
 * ```ts
 * const recorder = new CaseRecorder()
 * storeContract({ test: recorder.test, factory: brokenStore })
 * const failure = await recorder.failureOf('store: lists a prefix in key order')
 * ```
 */
export class CaseRecorder {
  readonly #cases = new Map<string, () => Promise<void>>()

  readonly test: RegisterCase = (name, body) => {
    if (this.#cases.has(name)) throw new Error(`two cases are called "${name}"`)
    this.#cases.set(name, body)
  }

  get names(): string[] {
    return [...this.#cases.keys()]
  }

  /** Runs one case. Gives what it threw, undefined if it passed; throws if there is no such case. */
  async failureOf(name: string): Promise<unknown> {
    const body = this.#cases.get(name)
    if (body === undefined) throw new Error(`no case is called "${name}"`)
    try {
      await body()
      return undefined
    } catch (error) {
      return error ?? new Error('threw nothing')
    }
  }

  /** Runs all cases, one after the other, and gives the names of those that failed. */
  async failures(): Promise<string[]> {
    const failed: string[] = []
    for (const name of this.names) if ((await this.failureOf(name)) !== undefined) failed.push(name)
    return failed
  }
}
