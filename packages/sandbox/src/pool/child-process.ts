import { type ChildProcess as NodeProcess, type StdioOptions, spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import type { Socket } from 'node:net'
import type { Readable } from 'node:stream'
import { type Clock, errorMessage, remoteText } from '@ailee/core'
import type { ExecutionTimes } from '@ailee/protocol'
import {
  CHILD_CPU_SECONDS,
  CHILD_STDERR_BYTES,
  CHILD_THREADS,
  MAX_PREPARED_BYTES,
  MAX_REPLY_HEADER_BYTES,
  PROCESS_START_TIMEOUT_MS
} from '../constants.js'
import { startFailed } from '../errors.js'
import type { ExecutionReport } from '../execution/execute.js'
import { encodeFrame, FrameReader } from './frames.js'
import { childArguments, type Launcher } from './launcher.js'
import {
  type ChildProbe,
  type ChildReply,
  decodeReply,
  type PrepareHeader,
  type RunHeader
} from './messages.js'
import type { ModuleParcel } from './module-library.js'

/** One task as it is handed to a child. */
export interface ChildTask {
  header: Omit<RunHeader, 'type' | 'moduleForm'>
  /** Asked for where the child must be sent the module. Never rejects. */
  module: () => Promise<ModuleParcel>
  /** Standard input and files, as `packInput` makes it. */
  input: Uint8Array
}

/** How a hand-over ended: the child reported, or it is dead. */
export type ChildEnding = { report: ExecutionReport; times: ExecutionTimes } | { died: string }

export interface ChildInit {
  launcher: Launcher
  clock: Clock
  /** CPU seconds after which the operating system ends the child, if more than the usual. */
  cpuSeconds: number
  /** Descriptors of this process that a child would find open; it gets /dev/null in their place. */
  inherited?: readonly number[]
  /** Node's arguments; default: those of the real child. Tests start children that misbehave. */
  program?: readonly string[]
}

/** One child process and its channel. At most one task at a time; once dead it stays dead. */
export class ChildProcess {
  readonly pid: number
  /** Settles when the process is gone, with words for why. Never rejects. */
  readonly exited: Promise<string>
  readonly #process: NodeProcess
  readonly #channel: Socket
  readonly #reader = new FrameReader({ header: MAX_REPLY_HEADER_BYTES, first: 0, second: 0 })
  readonly #sentModules = new Set<string>()
  /** Told the next reply, or how the process ended. A race with `exited` would add to that promise with each task. */
  #expecting: ((reply: ChildReply | string) => void) | undefined
  #violation: string | undefined
  #alive = true
  tasksRun = 0
  /** CPU time that is surely left of the limit it was started with. */
  #cpuMs: number

  private constructor(process: NodeProcess, pid: number, cpuSeconds: number) {
    this.pid = pid
    this.#cpuMs = Math.max(cpuSeconds, CHILD_CPU_SECONDS) * 1000
    this.#process = process
    this.#channel = process.stdio[3] as Socket
    const stderr = keepTail(process.stdio[2] as Readable)
    this.exited = new Promise((resolve) => {
      process.once('exit', (exitCode, signal) => {
        this.#alive = false
        const how = signal === null ? `it exited with code ${exitCode}` : `it was ended by ${signal}`
        const printed = stderr()
        const words = this.#violation ?? (printed === '' ? how : `${how}: ${printed}`)
        resolve(words)
        this.#expecting?.(words)
        this.#channel.destroy()
      })
    })
    this.#channel.on('data', (chunk: Buffer) => this.#receive(chunk))
    // A broken channel shows as the process's exit; a closed one without it is no longer of use.
    this.#channel.on('error', () => this.kill())
    this.#channel.on('close', () => this.kill())
  }

  /** Starts a child and waits until it is ready. Throws `SANDBOX_START_FAILED`. */
  static async launch(init: ChildInit): Promise<{ child: ChildProcess; forbidden: ChildProbe }> {
    const [command = process.execPath, ...before] = init.launcher.prefix(init.cpuSeconds)
    const direct = command === process.execPath
    const program = init.program ?? childArguments(init.launcher)
    const args = [...before, ...(direct ? [] : [process.execPath]), ...program]
    const node = withDescriptors(init.inherited ?? [], (stdio) =>
      // Not in the terminal's process group: an interrupt is for the parent to handle.
      spawn(command, args, { detached: true, cwd: '/', env: {}, stdio })
    )
    const { pid } = node
    if (pid === undefined) {
      const error = await new Promise((resolve) => node.once('error', resolve))
      throw startFailed(errorMessage(error), error)
    }
    node.on('error', () => {})
    const child = new ChildProcess(node, pid, init.cpuSeconds)
    const timer = init.clock.setTimer(PROCESS_START_TIMEOUT_MS, () => child.kill())
    const first = await new Promise<ChildReply | string>((resolve) => {
      child.#expecting = resolve
    })
    timer.cancel()
    if (typeof first === 'string') throw startFailed(first)
    if (first.type !== 'ready') {
      child.kill()
      throw startFailed('it spoke before it was ready')
    }
    return { child, forbidden: first.forbidden }
  }

  get alive(): boolean {
    return this.#alive
  }

  /** Whether a task of this wall time cannot meet the process's CPU limit. */
  canSpend(wallTimeMs: number): boolean {
    return wallTimeMs * CHILD_THREADS <= this.#cpuMs
  }

  /** The CPU limit that a process needs for a task of this wall time, with as much again for itself. */
  secondsFor(wallTimeMs: number): number {
    return Math.ceil((wallTimeMs * CHILD_THREADS * 2) / 1000)
  }

  /** Counts a task's wall time against the CPU limit. */
  spend(wallTimeMs: number): void {
    this.#cpuMs -= wallTimeMs * CHILD_THREADS
  }

  /** Hands over one task. Settles when the child has reported or is gone. Never rejects. */
  async run(task: ChildTask): Promise<ChildEnding> {
    const { moduleKey, outputBytes, stderrBytes } = task.header
    this.tasksRun++
    this.#reader.limits = { header: MAX_REPLY_HEADER_BYTES, first: outputBytes, second: stderrBytes }
    let parcel = this.#sentModules.has(moduleKey) ? undefined : await this.#unlessGone(task.module())
    for (;;) {
      if (typeof parcel === 'string') return { died: parcel }
      const reply = await this.#hand(task, parcel)
      if (typeof reply === 'string') return { died: reply }
      if (reply.type === 'report' && isAnswer(reply.report, task)) {
        const { report, times } = reply
        return { report, times: { ...times, instrumentMs: times.instrumentMs + (parcel?.instrumentMs ?? 0) } }
      }
      if (reply.type !== 'module-wanted' || parcel !== undefined) {
        this.#violate('it sent a message out of turn')
        return { died: await this.exited }
      }
      parcel = await this.#unlessGone(task.module())
    }
  }

  /** Has a module prepared; undefined = it is refused, or the child is gone. Never rejects. */
  async prepare(
    module: Uint8Array,
    moduleHash: string,
    memoryBytes: number
  ): Promise<{ bytes: Uint8Array; instrumentMs: number } | undefined> {
    this.tasksRun++
    this.#reader.limits = { header: MAX_REPLY_HEADER_BYTES, first: MAX_PREPARED_BYTES, second: 0 }
    const reply = await this.#ask({ type: 'prepare', moduleHash, memoryBytes }, module)
    if (typeof reply === 'string' || reply.type === 'refused') return undefined
    if (reply.type === 'prepared') return { bytes: reply.bytes, instrumentMs: reply.instrumentMs }
    this.#violate('it sent a message out of turn')
    return undefined
  }

  /** Ends the process at once, whatever it does. */
  kill(): void {
    if (this.#alive) this.#process.kill('SIGKILL')
  }

  /** What was waited for, or how the process ended meanwhile. */
  #unlessGone<T>(waited: Promise<T>): Promise<T | string> {
    return Promise.race([waited, this.exited])
  }

  #hand({ header, input }: ChildTask, parcel: ModuleParcel | undefined): Promise<ChildReply | string> {
    const moduleForm = parcel === undefined ? 'kept' : parcel.isPrepared ? 'prepared' : 'original'
    if (parcel !== undefined) this.#sentModules.add(header.moduleKey)
    return this.#ask({ type: 'run', ...header, moduleForm }, parcel?.bytes, input)
  }

  #ask(
    header: RunHeader | PrepareHeader,
    first?: Uint8Array,
    second?: Uint8Array
  ): Promise<ChildReply | string> {
    if (!this.#alive) return this.exited
    const reply = new Promise<ChildReply | string>((resolve) => {
      this.#expecting = resolve
    })
    this.#channel.cork()
    for (const piece of encodeFrame(header, first, second)) this.#channel.write(piece)
    this.#channel.uncork()
    return reply
  }

  #receive(chunk: Uint8Array): void {
    if (this.#violation !== undefined) return
    try {
      this.#reader.push(chunk, ({ header, first, second }) => {
        if (this.#violation !== undefined) return
        const reply = decodeReply(header, first, second)
        const expecting = this.#expecting
        if (reply === undefined) this.#violate('it sent a malformed message')
        else if (expecting === undefined) this.#violate('it sent a message that nobody asked for')
        else {
          this.#expecting = undefined
          expecting(reply)
        }
      })
    } catch (error) {
      this.#violate(errorMessage(error))
    }
  }

  /** A child that breaks the rules has been taken over, or has a fault: nothing more is read from it. */
  #violate(problem: string): void {
    this.#violation = `the sandbox process broke its protocol: ${problem}`
    this.kill()
  }
}

/** The descriptors of a child: errors on 2, the channel on 3, and nothing behind those that are `inherited`. */
function withDescriptors<T>(inherited: readonly number[], start: (stdio: StdioOptions) => T): T {
  const stdio: ('ignore' | 'pipe' | number)[] = ['ignore', 'ignore', 'pipe', 'pipe']
  const nothing = inherited.length === 0 ? undefined : openSync('/dev/null', 'r')
  for (const fd of inherited) {
    // Above 2, 'ignore' means that the descriptor stays as it is.
    while (stdio.length <= fd) stdio.push('ignore')
    if (fd > 3 && nothing !== undefined) stdio[fd] = nothing
  }
  try {
    return start(stdio)
  } finally {
    if (nothing !== undefined) closeSync(nothing)
  }
}

/** A report names the memory exactly where that was asked for. */
function isAnswer({ code, memoryHash }: ExecutionReport, { header }: ChildTask): boolean {
  return (memoryHash !== undefined) === (header.hashMemory && code === 'SUCCESS')
}

/** Reads a stream for ever and keeps the last of it; returns a function that gives it as one clean line. */
function keepTail(stream: Readable): () => string {
  let tail = ''
  stream.setEncoding('utf8')
  stream.on('data', (text: string) => {
    tail = (tail + text).slice(-CHILD_STDERR_BYTES)
  })
  stream.on('error', () => {})
  return () => remoteText(tail.trim().replaceAll(/\s+/g, ' '), 500)
}
