import type { Clock } from '@ailee/core'
import type { ExecutionOutcome, ExecutionRequest } from '@ailee/protocol'
import { MAX_OUTPUT_BYTES, MAX_STDERR_BYTES } from '@ailee/protocol'
import { type ExecutionReport, report } from '../execution/execute.js'
import { noTimes } from '../execution/times.js'
import { WASM_PAGE_BYTES } from '../module/caps.js'
import type { ChildEnding, ChildProcess, ChildTask } from './child-process.js'
import { packInput } from './input-blob.js'
import type { ModuleLibrary } from './module-library.js'

/** A longer timer would fire at once (it is a signed 32-bit number): 24 days. */
const MAX_TIMER_MS = 2 ** 31 - 1

/** What ended a hand-over: the child's report, its death, or a kill. */
export type EndReason = 'reported' | 'died' | 'timeout' | 'aborted'

export interface HandOver {
  outcome: ExecutionOutcome
  ended: EndReason
}

export interface ExecuteComponents {
  clock: Clock
  /** Where prepared modules are; without one every child prepares its own. */
  library: ModuleLibrary | undefined
}

/**
 * Hands one task to a child and watches the clock: past `wallTimeMs`, or when `signal` aborts, the child is
 * killed. Settles when the child has reported, has died, or has been sent SIGKILL: freeing a gigabyte takes the
 * kernel a tenth of a second, and whoever replaces the child waits for that, not the task.
 */
export async function executeOn(
  child: ChildProcess,
  request: ExecutionRequest,
  { clock, library }: ExecuteComponents,
  signal: AbortSignal | undefined
): Promise<HandOver> {
  const { wallTimeMs } = request.limits
  const { promise: killed, resolve: settle } = Promise.withResolvers<'timeout' | 'aborted'>()
  const kill = (reason: 'timeout' | 'aborted'): void => {
    child.kill()
    settle(reason)
  }
  const onAbort = (): void => kill('aborted')
  const startedAtMs = clock.now()
  const startMs = clock.monotonic()
  const timer = clock.setTimer(Math.min(wallTimeMs, MAX_TIMER_MS), () => kill('timeout'))
  signal?.addEventListener('abort', onAbort, { once: true })
  // The signal may have aborted while a process was being found.
  if (signal?.aborted) onAbort()
  const ending = await Promise.race([killed, child.run(childTask(request, library))])
  timer.cancel()
  signal?.removeEventListener('abort', onAbort)

  const ended = typeof ending === 'string' ? ending : 'report' in ending ? 'reported' : 'died'
  const tookMs = clock.monotonic() - startMs
  child.spend(tookMs)
  const outcome = {
    ...result(ending, wallTimeMs),
    startedAtMs,
    finishedAtMs: clock.now(),
    wallTimeMs: tookMs,
    times: typeof ending === 'object' && 'report' in ending ? ending.times : noTimes
  }
  return { outcome, ended }
}

function result(ending: ChildEnding | 'timeout' | 'aborted', wallTimeMs: number): ExecutionReport {
  if (ending === 'timeout') return report({ code: 'TIMEOUT', detail: `not finished within ${wallTimeMs} ms` })
  if (ending === 'aborted') return report({ code: 'KILLED', detail: 'aborted' })
  if ('report' in ending) return ending.report
  return report({ code: 'KILLED', detail: `the sandbox process died: ${ending.died}` })
}

function childTask(request: ExecutionRequest, library: ModuleLibrary | undefined): ChildTask {
  const { moduleHash, input, limits, seed, clockMs, measureDepth = false } = request
  const header = {
    // What prepareModule depends on.
    moduleKey: `${moduleHash}/${Math.floor(limits.memoryBytes / WASM_PAGE_BYTES)}${measureDepth ? '/depth' : ''}`,
    moduleHash,
    function: request.function,
    args: input.args,
    env: input.env,
    stdinLength: input.stdin.length,
    files: input.files.map(({ path, bytes }) => ({ path, length: bytes.length })),
    memoryBytes: limits.memoryBytes,
    fuel: String(limits.fuel),
    wallTimeMs: limits.wallTimeMs,
    outputBytes: Math.min(limits.outputBytes, MAX_OUTPUT_BYTES),
    stderrBytes: MAX_STDERR_BYTES,
    seed: Buffer.from(seed).toString('hex'),
    clockMs,
    hashMemory: request.hashMemory ?? false,
    measureDepth
  }
  const asItIs = { isPrepared: false, bytes: request.module, instrumentMs: 0 }
  return { header, module: async () => library?.find(request) ?? asItIs, input: packInput(input) }
}
