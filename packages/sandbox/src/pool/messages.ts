import type { ExecutionTimes, ResultCode } from '@ailee/protocol'
import type { ExecutionReport } from '../execution/execute.js'
import type { FileEntry } from './input-blob.js'

/** How a module comes with a task: not at all, since the child should have it; as submitted; prepared. */
export type ModuleForm = 'kept' | 'original' | 'prepared'

/** Header of the message that hands over a task. Blobs: the module unless it is `kept`; stdin and files. */
export interface RunHeader {
  type: 'run'
  /** Set by whoever sends. */
  moduleForm: ModuleForm
  /** Names module and memory limit: what a compiled module depends on. */
  moduleKey: string
  moduleHash: string
  function: string
  args: readonly string[]
  env: readonly string[]
  stdinLength: number
  files: readonly FileEntry[]
  memoryBytes: number
  /** Decimal. */
  fuel: string
  wallTimeMs: number
  outputBytes: number
  stderrBytes: number
  /** 64 hex digits. */
  seed: string
  clockMs: number
  hashMemory: boolean
  measureDepth: boolean
}

/** Header of the message that has a module prepared and not run. Blob: the module. */
export interface PrepareHeader {
  type: 'prepare'
  moduleHash: string
  memoryBytes: number
}

/** What a child tried at its start and found forbidden. */
export interface ChildProbe {
  readFile: boolean
  writeFile: boolean
  spawn: boolean
  worker: boolean
  addon: boolean
  database: boolean
  evaluate: boolean
}

/** What a child says. `report` comes with two blobs: output, stderr; `prepared` with one. */
export type ChildReply =
  | { type: 'ready'; forbidden: ChildProbe }
  | { type: 'module-wanted' }
  | { type: 'prepared'; bytes: Uint8Array; instrumentMs: number }
  | { type: 'refused' }
  | { type: 'report'; report: ExecutionReport; times: ExecutionTimes }

export type ReplyHeader =
  | { type: 'ready'; forbidden: ChildProbe }
  | { type: 'module-wanted' }
  | { type: 'prepared'; instrumentMs: number }
  | { type: 'refused' }
  | (Omit<ExecutionReport, 'output' | 'stderr' | 'fuelUsed' | 'memoryHash'> & {
      type: 'report'
      /** Decimal. */
      fuelUsed: string
      /** 64 hex digits. */
      memoryHash: string | undefined
      times: ExecutionTimes
    })

/** The codes a child may report: how its own process ends, only the parent can say. */
const reportCodes: ReadonlySet<string> = new Set<ResultCode>([
  'SUCCESS',
  'MODULE_INVALID',
  'MODULE_TOO_COMPLEX',
  'INSTANTIATION_FAILED',
  'FUNCTION_NOT_FOUND',
  'INVALID_INPUT',
  'OUTPUT_TOO_LARGE',
  'TRAP',
  'FUEL_EXHAUSTED',
  'DEPTH_EXHAUSTED',
  'MEMORY_EXHAUSTED',
  'IMPORT_DENIED',
  'FEATURE_DENIED'
])

const MAX_UINT32 = 0xffffffff

/**
 * Checks a child's message field by field; undefined = it is not one. The child may have been taken over by
 * what it ran, so nothing in here is believed for its shape.
 */
export function decodeReply(header: unknown, first: Uint8Array, second: Uint8Array): ChildReply | undefined {
  if (typeof header !== 'object' || header === null) return undefined
  const fields = header as Record<string, unknown>
  if (fields.type === 'report') return decodeReport(fields, first, second)
  if (second.length > 0) return undefined
  if (fields.type === 'prepared') {
    const { instrumentMs } = fields
    return isTime(instrumentMs) ? { type: 'prepared', bytes: first, instrumentMs } : undefined
  }
  if (first.length > 0) return undefined
  if (fields.type === 'refused') return { type: 'refused' }
  if (fields.type === 'module-wanted') return { type: 'module-wanted' }
  if (fields.type === 'ready') {
    const probe = decodeProbe(fields.forbidden)
    return probe === undefined ? undefined : { type: 'ready', forbidden: probe }
  }
  return undefined
}

function decodeReport(
  fields: Record<string, unknown>,
  output: Uint8Array,
  stderr: Uint8Array
): ChildReply | undefined {
  const { code, trap, detail, exitCode, fuelUsed, memoryPeakBytes, memoryHash } = fields
  const { staticDepth, depthUsed } = fields
  if (typeof code !== 'string' || !reportCodes.has(code)) return undefined
  if (typeof trap !== 'string' || !/^[a-z-]{0,32}$/.test(trap)) return undefined
  if (typeof detail !== 'string') return undefined
  if (!isWhole(exitCode, MAX_UINT32) || !isWhole(memoryPeakBytes, MAX_UINT32 + 1)) return undefined
  if (!isWhole(staticDepth, MAX_UINT32)) return undefined
  if (depthUsed !== undefined && !isWhole(depthUsed, MAX_UINT32)) return undefined
  if (typeof fuelUsed !== 'string' || !/^\d{1,20}$/.test(fuelUsed)) return undefined
  if (memoryHash !== undefined && !isHash(memoryHash, code)) return undefined
  const report: ExecutionReport = {
    code: code as ResultCode,
    trap,
    detail,
    exitCode,
    output,
    stderr,
    fuelUsed: BigInt(fuelUsed),
    staticDepth,
    depthUsed,
    memoryPeakBytes,
    memoryHash: memoryHash === undefined ? undefined : Buffer.from(memoryHash, 'hex')
  }
  const times = decodeTimes(fields.times)
  return times === undefined ? undefined : { type: 'report', report, times }
}

function decodeTimes(value: unknown): ExecutionTimes | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { instrumentMs, compileMs, runMs } = value as Record<string, unknown>
  if (!isTime(instrumentMs) || !isTime(compileMs) || !isTime(runMs)) return undefined
  return { instrumentMs, compileMs, runMs }
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= Number.MAX_SAFE_INTEGER
}

function decodeProbe(value: unknown): ChildProbe | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const fields = value as Record<string, unknown>
  const is = (name: keyof ChildProbe): boolean => fields[name] === true
  return {
    readFile: is('readFile'),
    writeFile: is('writeFile'),
    spawn: is('spawn'),
    worker: is('worker'),
    addon: is('addon'),
    database: is('database'),
    evaluate: is('evaluate')
  }
}

/** Only a run to its end leaves a memory to speak of. */
function isHash(value: unknown, code: string): value is string {
  return typeof value === 'string' && code === 'SUCCESS' && /^[0-9a-f]{64}$/.test(value)
}

function isWhole(value: unknown, max: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= max
}
