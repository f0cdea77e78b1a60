/**
 * The program of a child process. It holds no secret and needs no file but its own code; the parent ends it
 * by SIGKILL. It loads nothing from outside this package, so that its read permission is one folder.
 */
import { createHash, hash } from 'node:crypto'
import { Socket } from 'node:net'
import { type ExecutionReport, execute, report } from '../execution/execute.js'
import { type CompiledModule, loadModule } from '../execution/load.js'
import { encodeFrame, FrameReader } from './frames.js'
import type { ReplyHeader, RunHeader } from './messages.js'
import { ModuleCache } from './module-cache.js'
import { probeConfinement } from './probe.js'

const CHANNEL_FD = 3
const CACHED_MODULES = 16
const MAX_DETAIL_CHARS = 1_000
const SHA3_PIECE_BYTES = 2 ** 26

/** Node's one-shot hash is the fastest for small inputs; it takes no memory of 2 GiB and more. */
function sha3(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= SHA3_PIECE_BYTES) return hash('sha3-256', bytes, 'buffer')
  const sum = createHash('sha3-256')
  for (let at = 0; at < bytes.length; at += SHA3_PIECE_BYTES)
    sum.update(bytes.subarray(at, at + SHA3_PIECE_BYTES))
  return sum.digest()
}

const cache = new ModuleCache(CACHED_MODULES)
const channel = new Socket({ fd: CHANNEL_FD, readable: true, writable: true })
// The parent checked sizes before it sent anything, and this side believes its parent.
const reader = new FrameReader({ header: 2 ** 30, first: 2 ** 30, second: 2 ** 30 })

/** Step 1: find or compile the module; undefined = it is not here and its bytes must be sent. */
function load(header: RunHeader, module: Uint8Array): CompiledModule | ExecutionReport | undefined {
  const cached = cache.get(header.moduleKey)
  if (cached !== undefined) return cached
  if (!header.carriesModule) return undefined
  if (hash('sha256', module) !== header.moduleHash) {
    return report({ code: 'MODULE_INVALID', detail: 'the bytes are not those that the module hash names' })
  }
  const loaded = loadModule(module, { memoryBytes: header.memoryBytes })
  if ('compiled' in loaded) cache.set(header.moduleKey, loaded)
  return loaded
}

/** Step 2: run it. */
function run(header: RunHeader, { compiled, prepared }: CompiledModule, stdin: Uint8Array): ExecutionReport {
  const request = {
    function: header.function,
    input: { args: header.args, env: header.env, stdin },
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
function send(header: ReplyHeader, output?: Uint8Array, stderr?: Uint8Array): void {
  for (const piece of encodeFrame(header, output, stderr)) channel.write(piece)
}

function handle(header: RunHeader, module: Uint8Array, stdin: Uint8Array): void {
  const loaded = load(header, module)
  if (loaded === undefined) {
    send({ type: 'module-wanted' })
    return
  }
  const { output, stderr, ...rest } = 'code' in loaded ? loaded : run(header, loaded, stdin)
  send(
    {
      type: 'report',
      ...rest,
      detail: rest.detail.slice(0, MAX_DETAIL_CHARS),
      fuelUsed: String(rest.fuelUsed),
      memoryHash: rest.memoryHash && Buffer.from(rest.memoryHash).toString('hex')
    },
    output,
    stderr
  )
}

channel.on('data', (chunk: Buffer) => {
  channel.cork()
  reader.push(chunk, ({ header, first, second }) => handle(header as RunHeader, first, second))
  channel.uncork()
})
// Without its parent a child has no purpose; one that computes for ever is ended from outside (see launcher.ts).
channel.on('error', () => process.exit(0))
channel.on('close', () => process.exit(0))
send({ type: 'ready', forbidden: probeConfinement() })
