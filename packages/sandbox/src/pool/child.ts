/**
 * The program of a child process. It holds no secret and needs no file but its own code; the parent ends it
 * by SIGKILL. It loads nothing from outside this package, so that its read permission is one folder.
 */
import { hash } from 'node:crypto'
import { Socket } from 'node:net'
import { type ExecutionReport, execute, refusalReport } from '../execution/execute.js'
import { type CompiledModule, compileModule } from '../execution/load.js'
import { noTimes } from '../execution/times.js'
import { type ModuleLimits, type PreparedModule, prepareModule } from '../module/prepare.js'
import { decodePrepared, encodePrepared } from '../module/prepared-bytes.js'
import { ModuleRefusal } from '../module/refusal.js'
import { encodeFrame, type Frame, FrameReader } from './frames.js'
import { unpackInput } from './input-blob.js'
import type { PrepareHeader, ReplyHeader, RunHeader } from './messages.js'
import { ModuleCache } from './module-cache.js'
import { probeConfinement } from './probe.js'

const CHANNEL_FD = 3
const KEPT_MODULES = { modules: 16, bytes: 64 * 2 ** 20 }
const MAX_DETAIL_CHARS = 1_000

const sha3 = (bytes: Uint8Array): Uint8Array => hash('sha3-256', bytes, 'buffer')
const cache = new ModuleCache(KEPT_MODULES)
const channel = new Socket({ fd: CHANNEL_FD, readable: true, writable: true })
// The parent checked sizes before it sent anything, and this side believes its parent.
const reader = new FrameReader({ header: 2 ** 30, first: 2 ** 30, second: 2 ** 30 })

interface Loaded {
  module: CompiledModule
  instrumentMs: number
  compileMs: number
}

/** Step 1: find or compile the module; undefined = it is not here and its bytes must be sent. */
function load(header: RunHeader, bytes: Uint8Array): Loaded | ExecutionReport | undefined {
  const cached = cache.get(header.moduleKey)
  if (cached !== undefined) return { module: cached, instrumentMs: 0, compileMs: 0 }
  if (header.moduleForm === 'kept') return undefined
  const isPrepared = header.moduleForm === 'prepared'
  const startMs = performance.now()
  let preparedMs = startMs
  const loaded = compileModule(() => {
    const prepared = isPrepared ? decodePrepared(bytes) : prepare(header, bytes)
    preparedMs = performance.now()
    return prepared
  })
  if ('code' in loaded) return loaded
  const module = cache.set(header.moduleKey, loaded)
  const instrumentMs = isPrepared ? 0 : preparedMs - startMs
  return { module, instrumentMs, compileMs: performance.now() - preparedMs }
}

function prepare(
  { moduleHash, memoryBytes, measureDepth }: { moduleHash: string } & ModuleLimits,
  module: Uint8Array
): PreparedModule {
  if (hash('sha256', module) !== moduleHash) {
    throw new ModuleRefusal('MODULE_INVALID', 'the bytes are not those that the module hash names')
  }
  return prepareModule(module, { memoryBytes, measureDepth: measureDepth ?? false })
}

/** Step 2: run it. */
function run(header: RunHeader, { compiled, prepared }: CompiledModule, input: Uint8Array): ExecutionReport {
  const request = {
    function: header.function,
    input: { args: header.args, env: header.env, ...unpackInput(input, header.stdinLength, header.files) },
    limits: {
      memoryBytes: header.memoryBytes,
      fuel: BigInt(header.fuel),
      wallTimeMs: header.wallTimeMs,
      outputBytes: header.outputBytes
    },
    seed: Buffer.from(header.seed, 'hex'),
    clockMs: header.clockMs,
    hashMemory: header.hashMemory
  }
  return execute(compiled, prepared, request, { sha3, stderrBytes: header.stderrBytes })
}

/** Step 3: answer. */
function send(header: ReplyHeader, first?: Uint8Array, second?: Uint8Array): void {
  for (const piece of encodeFrame(header, first, second)) channel.write(piece)
}

function handleRun(header: RunHeader, bytes: Uint8Array, input: Uint8Array): void {
  const loaded = load(header, bytes)
  if (loaded === undefined) {
    send({ type: 'module-wanted' })
    return
  }
  const startMs = performance.now()
  const { output, stderr, ...rest } = 'code' in loaded ? loaded : run(header, loaded.module, input)
  const runMs = performance.now() - startMs
  const { instrumentMs, compileMs } = 'code' in loaded ? noTimes : loaded
  send(
    {
      type: 'report',
      ...rest,
      detail: rest.detail.slice(0, MAX_DETAIL_CHARS),
      fuelUsed: String(rest.fuelUsed),
      memoryHash: rest.memoryHash && Buffer.from(rest.memoryHash).toString('hex'),
      times: { instrumentMs, compileMs, runMs }
    },
    output,
    stderr
  )
}

/** The whole life of a process that the parent asks for nothing else: it never compiles a module, let alone runs one. */
function handlePrepare(header: PrepareHeader, module: Uint8Array): void {
  const startMs = performance.now()
  try {
    const bytes = encodePrepared(prepare(header, module))
    send({ type: 'prepared', instrumentMs: performance.now() - startMs }, bytes)
  } catch (error) {
    refusalReport(error)
    send({ type: 'refused' })
  }
}

function handle({ header, first, second }: Frame): void {
  const message = header as RunHeader | PrepareHeader
  if (message.type === 'prepare') handlePrepare(message, first)
  else handleRun(message, first, second)
}

channel.on('data', (chunk: Buffer) => {
  channel.cork()
  reader.push(chunk, handle)
  channel.uncork()
})
// Without its parent a child has no purpose; one that computes for ever is ended from outside (see launcher.ts).
channel.on('error', () => process.exit(0))
channel.on('close', () => process.exit(0))
send({ type: 'ready', forbidden: probeConfinement() })
