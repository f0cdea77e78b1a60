import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { withTimeout } from '@ailee/core'
import { z } from 'zod'
import { NodeError } from '../errors.js'

const program = fileURLToPath(new URL('../../../bin/ailee-node.js', import.meta.url))

/** How long a process may take to be ready: ten that start at once on two busy cores take half of it. */
const READY_TIMEOUT_MS = 60_000
/** And to stop before it is killed. */
const STOP_TIMEOUT_MS = 15_000

const readySchema = z.object({
  event: z.literal('ready'),
  role: z.string(),
  peerId: z.string(),
  multiaddrs: z.array(z.string()).min(1),
  http: z.string()
})

export type ReadyEvent = z.output<typeof readySchema>

/** One node of a testnet: a process of its own, with its own data directory, ports and identity. */
export class TestnetNode {
  readonly name: string
  readonly #child: ChildProcess
  readonly #exited: Promise<number | null>
  #ready: ReadyEvent | undefined

  private constructor(name: string, child: ChildProcess) {
    this.name = name
    this.#child = child
    this.#exited = new Promise((resolve) => child.once('close', resolve))
  }

  /** Starts `ailee-node start` with these arguments. Lines it logs go to `onLog`. */
  static spawn(
    name: string,
    args: readonly string[],
    onLog: (name: string, line: string) => void
  ): TestnetNode {
    const child = spawn(process.execPath, [program, 'start', '--json', ...args], {
      stdio: ['ignore', 'pipe', 'pipe']
    })
    const node = new TestnetNode(name, child)
    createInterface({ input: child.stderr }).on('line', (line) => onLog(name, line))
    return node
  }

  get pid(): number | undefined {
    return this.#child.pid
  }

  get running(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null
  }

  /** Exit code, or null while it runs or after a signal. */
  get exitCode(): number | null {
    return this.#child.exitCode
  }

  get ready(): ReadyEvent {
    if (this.#ready === undefined) throw new NodeError('TESTNET_FAILED', `${this.name} is not ready`)
    return this.#ready
  }

  /** Resolves with its first line of output once it listens. Throws TESTNET_FAILED. */
  async waitUntilReady(signal: AbortSignal): Promise<ReadyEvent> {
    const { stdout } = this.#child
    if (stdout === null) throw new NodeError('TESTNET_FAILED', `${this.name} has no output`)
    const firstLine = new Promise<string>((resolve) =>
      createInterface({ input: stdout }).once('line', resolve)
    )
    const failed = this.#exited.then((code) => {
      throw new NodeError('TESTNET_FAILED', `${this.name} ended with code ${code} before it was ready`)
    })
    failed.catch(() => {})
    const line = await withTimeout(
      'TESTNET_FAILED',
      READY_TIMEOUT_MS,
      () => Promise.race([firstLine, failed]),
      signal
    )
    this.#ready = readySchema.parse(JSON.parse(line))
    return this.#ready
  }

  kill(signal: NodeJS.Signals): void {
    this.#child.kill(signal)
  }

  /** Ends the process: politely first, then not. */
  async stop(): Promise<void> {
    if (!this.running) return
    this.#child.kill('SIGTERM')
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), STOP_TIMEOUT_MS)
    await this.#exited
    clearTimeout(timer)
  }
}
