import type { Limits, ResultCode, TaskInput } from '@ailee/protocol'
import { aileeImports } from '../host/imports.js'
import { AILEE_MODULE } from '../host/signatures.js'
import { meteringParameters } from '../instrument/index.js'
import { WASM_PAGE_BYTES } from '../module/caps.js'
import type { PreparedModule } from '../module/prepare.js'
import { ModuleRefusal } from '../module/refusal.js'
import { formatResults } from '../module/results.js'
import { wasiImports } from '../wasi/preview1.js'
import type { Sha3 } from '../wasi/random.js'
import { WASI_MODULE } from '../wasi/signatures.js'
import { OutputOverflow } from '../wasi/streams.js'
import { ProcessExit, WasiProcess } from '../wasi/wasi-process.js'
import { inputPlace, takeOutput } from './bytes.js'
import { type Entry, findEntry } from './entry.js'
import { hashMemory } from './memory-hash.js'
import { Meter, OutOfFuel } from './meter.js'
import { describeTrap } from './traps.js'

/** Everything but the module that decides what an execution does. */
export interface ExecutionInput {
  function: string
  input: TaskInput
  limits: Limits
  seed: Uint8Array
  clockMs: number
  /** Whether the report shall name the memory's final content. */
  hashMemory: boolean
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
  /** Depth units of the longest chain of calls that the module's code holds without recursion. */
  staticDepth: number
  /** Those, and the most that recursion has used; undefined where that is not known. */
  depthUsed: number | undefined
  memoryPeakBytes: number
  /** sha3-256 of the memory as the run left it, where it was asked for and `code` is SUCCESS. */
  memoryHash: Uint8Array | undefined
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
    staticDepth: 0,
    depthUsed: undefined,
    memoryPeakBytes: 0,
    memoryHash: undefined,
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
    files: request.input.files,
    seed: request.seed,
    clockMs: request.clockMs,
    outputBytes: request.limits.outputBytes,
    stderrBytes: tools.stderrBytes,
    sha3: tools.sha3
  })
  let instance: WebAssembly.Instance
  try {
    const imports = { [WASI_MODULE]: wasiImports(process), [AILEE_MODULE]: aileeImports(process) }
    instance = new WebAssembly.Instance(compiled, imports)
  } catch (error) {
    // A segment that does not fit traps here; the start function is not run by instantiation.
    const trap = describeTrap(error)
    if (trap === undefined) throw error
    return report({ code: 'INSTANTIATION_FAILED', detail: `the module cannot be set up: ${trap.detail}` })
  }
  const { memoryExport } = prepared
  const memory =
    memoryExport === undefined ? undefined : (instance.exports[memoryExport] as WebAssembly.Memory)
  if (memory !== undefined) process.memory.attach(memory)
  const meter = new Meter(instance.exports, prepared.meter, request.limits.fuel)
  process.meter = meter
  let ending = runEntry(instance, entry, process, prepared, meter)
  if (request.hashMemory && ending.code === 'SUCCESS') {
    const bytes = memory === undefined ? nothing : new Uint8Array(memory.buffer)
    const memoryHash = hashMemory(bytes, meter, tools.sha3)
    ending = memoryHash === undefined ? outOfFuel(meter) : { ...ending, memoryHash, fuelUsed: meter.used }
  }
  const { staticDepth } = prepared
  return report({
    stderr: process.stderr.bytes(),
    memoryPeakBytes: process.memory.byteLength,
    staticDepth,
    depthUsed: meter.deepest === undefined ? undefined : staticDepth + meter.deepest,
    ...ending
  })
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
  prepared: PreparedModule,
  meter: Meter
): Ending {
  const call = (name: string, values: readonly (number | bigint)[]): unknown =>
    (instance.exports[name] as (...values: (number | bigint)[]) => unknown)(...values)
  let results: unknown
  try {
    for (const name of entry.setup) call(name, [])
    if (entry.alloc === undefined) results = call(entry.name, entry.values)
    else {
      const place = inputPlace(process, call(entry.alloc, [process.input.length]) as number)
      takeOutput(process, call(entry.name, place) as bigint)
    }
  } catch (error) {
    if (!(error instanceof ProcessExit || error instanceof OutputOverflow)) {
      // An end that came first decides, even if the module caught it and then trapped.
      if (!process.overflowed && process.exitCode === undefined) return trapEnding(error, meter, prepared)
    }
  }
  // Between two checks the account may have gone below zero: then nothing of the run counts.
  if (meter.isExhausted) return outOfFuel(meter)
  if (!process.overflowed && process.exitCode === undefined && entry.results > 0) {
    const list = entry.results === 1 ? [results] : [...(results as Iterable<unknown>)]
    const text = new TextEncoder().encode(formatResults(list))
    if (text.length > process.stdout.room) process.overflowed = true
    else process.stdout.append(text)
  }
  if (process.overflowed) {
    const detail = `the module wrote more than its limit of ${process.stdout.limit} bytes`
    return { code: 'OUTPUT_TOO_LARGE', detail, fuelUsed: meter.limit }
  }
  const { exitCode = 0, stdout } = process
  return { code: 'SUCCESS', exitCode, output: stdout.bytes(), fuelUsed: meter.used }
}

/**
 * A trap's ending. Any trap takes the whole fuel: what was left stands in a register where it happened, and is not
 * the same on every machine. A program whose allocator is refused memory gives up by an `unreachable` instruction,
 * so such a trap counts as MEMORY_EXHAUSTED once `memory.grow` has met the task's limit.
 */
function trapEnding(error: unknown, meter: Meter, prepared: PreparedModule): Ending {
  if (meter.hostRefusedMemory) throw new Error('the host refused memory that the limits allow')
  if (error instanceof OutOfFuel || meter.isExhausted) return outOfFuel(meter)
  const fuelUsed = meter.limit
  if (meter.depthExhausted) {
    return {
      code: 'DEPTH_EXHAUSTED',
      detail: `calls nested deeper than ${meteringParameters.depthUnits} units`,
      fuelUsed
    }
  }
  const trap = describeTrap(error)
  if (trap === undefined) throw error
  if (trap.kind === 'unreachable' && meter.memoryLimitMet) {
    const limitMib = ((prepared.memoryLimit?.limitPages ?? 0) * WASM_PAGE_BYTES) / 2 ** 20
    const detail = `the module gave up (${trap.detail}) after its memory met the limit of ${limitMib} MiB`
    return { code: 'MEMORY_EXHAUSTED', detail, fuelUsed }
  }
  return { code: 'TRAP', trap: trap.kind, detail: trap.detail, fuelUsed }
}

function outOfFuel({ limit }: Meter): Ending {
  return { code: 'FUEL_EXHAUSTED', detail: `not finished with ${limit} fuel`, fuelUsed: limit }
}
