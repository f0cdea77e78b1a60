import type { Clock } from '@ailee/core'
import { formatBytes } from '@ailee/core'
import type { ExecutionOutcome, ExecutionRequest } from '@ailee/protocol'
import {
  inputFilesProblem,
  MAX_INPUT_BYTES,
  MAX_MODULE_BYTES,
  type ResultCode,
  SEED_BYTES
} from '@ailee/protocol'
import { requestInvalid } from './errors.js'
import { report } from './execution/execute.js'
import { noTimes } from './execution/times.js'

/**
 * Checks sizes before a process is involved. Returns an outcome for a task that will not be run; throws
 * `SANDBOX_REQUEST_INVALID` for values that no decoded task can have.
 */
export function checkRequest(
  request: ExecutionRequest,
  maxMemoryBytes: number,
  clock: Clock
): ExecutionOutcome | undefined {
  const { limits, seed, clockMs, moduleHash, module } = request
  for (const name of ['memoryBytes', 'wallTimeMs', 'outputBytes'] as const) {
    if (!Number.isSafeInteger(limits[name]) || limits[name] < 0)
      throw requestInvalid(`limits.${name} is no size`)
  }
  if (limits.fuel < 0n) throw requestInvalid('limits.fuel is negative')
  if (seed.length !== SEED_BYTES) throw requestInvalid(`seed has ${seed.length} bytes, not ${SEED_BYTES}`)
  if (!Number.isSafeInteger(clockMs)) throw requestInvalid('clockMs is no time')
  if (!/^[0-9a-f]{64}$/.test(moduleHash)) throw requestInvalid('moduleHash is no sha-256 in hex')

  const refuse = (code: ResultCode, detail: string): ExecutionOutcome => {
    const nowMs = clock.now()
    return {
      ...report({ code, detail }),
      startedAtMs: nowMs,
      finishedAtMs: nowMs,
      wallTimeMs: 0,
      times: noTimes
    }
  }
  if (module.length > MAX_MODULE_BYTES) {
    const text = `the module has ${formatBytes(module.length)}, at most ${formatBytes(MAX_MODULE_BYTES)} are allowed`
    return refuse('MODULE_TOO_COMPLEX', text)
  }
  const inputBytes = inputBytesOf(request)
  if (inputBytes > MAX_INPUT_BYTES) {
    const text = `the input has ${formatBytes(inputBytes)}, at most ${formatBytes(MAX_INPUT_BYTES)} are allowed`
    return refuse('INVALID_INPUT', text)
  }
  const problem = inputFilesProblem(request.input.files)
  if (problem !== undefined) return refuse('INVALID_INPUT', `files: ${problem}`)
  if (limits.memoryBytes > maxMemoryBytes) {
    // Not the module's fault and different elsewhere: an infrastructure failure, which decides no verdict.
    const text = `this node gives a task at most ${formatBytes(maxMemoryBytes)} of memory`
    return refuse('KILLED', text)
  }
  return undefined
}

function inputBytesOf({ input }: ExecutionRequest): number {
  let bytes = input.stdin.length
  for (const text of input.args) bytes += text.length
  for (const text of input.env) bytes += text.length
  for (const file of input.files) bytes += file.bytes.length
  return bytes
}

/** What a request keeps in memory while it waits, about. */
export function requestBytes(request: ExecutionRequest): number {
  return request.module.length + inputBytesOf(request)
}
