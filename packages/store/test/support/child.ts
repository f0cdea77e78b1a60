import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** A script of test/fixtures in a process of its own, which ends with this one at the latest: it watches its stdin. */
export class Child {
  readonly #process: ChildProcess
  readonly lines: AsyncIterableIterator<string>
  readonly #exited: Promise<unknown>

  constructor(fixture: string, ...args: string[]) {
    const script = fileURLToPath(new URL(`../fixtures/${fixture}.js`, import.meta.url))
    const child = spawn(process.execPath, [script, ...args], { stdio: ['pipe', 'pipe', 'inherit'] })
    this.#process = child
    this.#exited = once(child, 'exit')
    this.lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  }

  async line(): Promise<string> {
    const next = await this.lines.next()
    if (next.done === true) throw new Error('the child ended early')
    return next.value
  }

  /** SIGKILL, then waits for the end of the process. */
  async kill(): Promise<void> {
    this.#process.kill('SIGKILL')
    await this.#exited
  }
}
