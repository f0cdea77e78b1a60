import type { Limits, ResultCode, TaskInput } from '@ailee/protocol'
import { WASM_PAGE_BYTES } from '../module/caps.js'
import type { MemoryLimit, PreparedModule } from '../module/prepare.js'
import { ModuleRefusal } from '../module/refusal.js'
import { formatResults } from '../module/results.js'
import { wasiImports } from '../wasi/preview1.js'
import type { Sha3 } from '../wasi/random.js'
import { WASI_MODULE } from '../wasi/signatures.js'
import { OutputOverflow } from '../wasi/streams.js'
import { ProcessExit, WasiProcess } from '../wasi/wasi-process.js'
import { type Entry, findEntry } from './entry.js'
import { describeTrap } from './traps.js'

/** Everything but the module that decides what an execution does. */
export interface ExecutionInput {
  function: string
  input: TaskInput
  limits: Limits
  seed: Uint8Array
  clockMs: number
}

/** How an execution ended: a function of module and input alone. `output` is empty unless `code` is SUCCESS. */
export interface ExecutionReport {
  code: ResultCode
  trap: string
  detail: string
  exitCode: number
  output: Uint8Array
  stderr: Uint8Array
  fuelUsed: bigint
  memoryPeakBytes: number
}

export interface ExecutionTools {
  sha3: Sha3
  /** Most bytes of stderr that are kept. */
  stderrBytes: number
}

type Ending = Pick<ExecutionReport, 'code'> & Partial<ExecutionReport>

const nothing = new Uint8Array(0)

/** Fills up what an ending leaves open. */
export function report(ending: Ending): ExecutionReport {
  return {
    trap: '',
    detail: '',
    exitCode: 0,
    output: nothing,
    stderr: nothing,
    fuelUsed: 0n,
    memoryPeakBytes: 0,
    ...ending
  }
}

/** The report of a refusal; any other error is thrown on. */
export function refusalReport(error: unknown): ExecutionReport {
  if (error instanceof ModuleRefusal) return report({ code: error.code, detail: error.message })
  throw error
}

/**
 * Runs a compiled module in a fresh instance and reports how it ended.
 *
 * Throws only what the module cannot be blamed for (the host is out of memory, or this code has a fault).
 */
export function execute(
  compiled: WebAssembly.Module,
  prepared: PreparedModule,
  request: ExecutionInput,
  tools: ExecutionTools
): ExecutionReport {
  let entry: Entry
  try {
    checkInput(request.input)
    entry = findEntry(prepared, request.function, request.input.args)
  } catch (error) {
    return refusalReport(error)
  }
  const process = new WasiProcess({
    args: ['module', ...(request.function === '' ? request.input.args : [])],
    env: request.input.env,
    stdin: request.input.stdin,
    seed: request.seed,
    clockMs: request.clockMs,
    outputBytes: request.limits.outputBytes,
    stderrBytes: tools.stderrBytes,
    sha3: tools.sha3
  })
  let instance: WebAssembly.Instance
  try {
    instance = new WebAssembly.Instance(compiled, { [WASI_MODULE]: wasiImports(process) })
  } catch (error) {
    // A segment that does not fit traps here; the start function is not run by instantiation.
    const trap = describeTrap(error)
    if (trap === undefined) throw error
    return report({ code: 'INSTANTIATION_FAILED', detail: `the module cannot be set up: ${trap.detail}` })
  }
  if (prepared.memoryExport !== undefined) {
    process.memory.attach(instance.exports[prepared.memoryExport] as WebAssembly.Memory)
  }
  const ending = runEntry(instance, entry, process, prepared)
  return report({ stderr: process.stderr.bytes(), memoryPeakBytes: process.memory.byteLength, ...ending })
}

/** Texts end at a NUL byte where a C program reads them, so one inside would change their meaning. */
function checkInput({ args, env }: TaskInput): void {
  const wrong = [...args, ...env].find((text) => text.includes('\0'))
  if (wrong !== undefined)
    throw new ModuleRefusal('INVALID_INPUT', 'an argument or environment entry contains NUL')
  const unnamed = env.find((entry) => entry.indexOf('=') < 1)
  if (unnamed !== undefined) {
    const shown = JSON.stringify(unnamed.slice(0, 40))
    throw new ModuleRefusal('INVALID_INPUT', `an environment entry must be NAME=value, got ${shown}`)
  }
}

function runEntry(
  instance: WebAssembly.Instance,
  entry: Entry,
  process: WasiProcess,
  prepared: PreparedModule
): Ending {
  const call = (name: string, values: readonly (number | bigint)[]): unknown =>
    (instance.exports[name] as (...values: (number | bigint)[]) => unknown)(...values)
  let results: unknown
  try {
    for (const name of entry.setup) call(name, [])
    results = call(entry.name, entry.values)
  } catch (error) {
    if (!(error instanceof ProcessExit || error instanceof OutputOverflow)) {
      // An end that came first decides, even if the module caught it and then trapped.
      if (!process.overflowed && process.exitCode === undefined) return trapEnding(error, process, prepared)
    }
  }
  if (!process.overflowed && process.exitCode === undefined && entry.results > 0) {
    const list = entry.results === 1 ? [results] : [...(results as Iterable<unknown>)]
    const text = new TextEncoder().encode(formatResults(list))
    if (text.length > process.stdout.room) process.overflowed = true
    else process.stdout.append(text)
  }
  if (process.overflowed) {
    const detail = `the module wrote more than its limit of ${process.stdout.limit} bytes`
    return { code: 'OUTPUT_TOO_LARGE', detail }
  }
  return { code: 'SUCCESS', exitCode: process.exitCode ?? 0, output: process.stdout.bytes() }
}

/**
 * A trap's ending. A program whose allocator is refused memory gives up by an `unreachable` instruction, so such
 * a trap counts as MEMORY_EXHAUSTED where the memory has grown and less than 1 MiB is left below the task's limit
 * (a maximum of the module's own does not count). The rule looks only at the module's state, so it is the same on
 * every machine; without instrumentation nobody sees the refusal itself. It misses a program that was refused a
 * larger step: that stays a TRAP.
 */
function trapEnding(error: unknown, process: WasiProcess, prepared: PreparedModule): Ending {
  const trap = describeTrap(error)
  if (trap === undefined) throw error
  const pages = process.memory.byteLength / WASM_PAGE_BYTES
  if (trap.kind === 'unreachable' && isExhausted(pages, prepared.memoryLimit)) {
    const limitMib = ((prepared.memoryLimit?.limitPages ?? 0) * WASM_PAGE_BYTES) / 2 ** 20
    const detail = `the module gave up (${trap.detail}) as its memory reached the limit of ${limitMib} MiB`
    return { code: 'MEMORY_EXHAUSTED', detail }
  }
  return { code: 'TRAP', trap: trap.kind, detail: trap.detail }
}

const MIB_PAGES = 16

function isExhausted(pages: number, limit: MemoryLimit | undefined): boolean {
  return limit !== undefined && pages > limit.initialPages && limit.limitPages - pages < MIB_PAGES
}
