import { AileeError, formatBytes } from '@ailee/core'

/**
 * Failures of the sandbox itself. What a module causes is an outcome, never one of these.
 *
 * - `SANDBOX_STOPPED`: the sandbox is not running: not started, stopped, or stopped while the run was waiting.
 * - `SANDBOX_QUEUE_FULL`: the queue holds no more runs, or no more bytes of them; try again later or elsewhere.
 * - `SANDBOX_START_FAILED`: no child process could be started.
 * - `SANDBOX_REQUEST_INVALID`: a request that no decoded task can lead to: a fault of the caller.
 */
export type SandboxErrorCode =
  | 'SANDBOX_STOPPED'
  | 'SANDBOX_QUEUE_FULL'
  | 'SANDBOX_START_FAILED'
  | 'SANDBOX_REQUEST_INVALID'

export function sandboxStopped(): AileeError<SandboxErrorCode> {
  return new AileeError<SandboxErrorCode>('SANDBOX_STOPPED', 'the sandbox is not running')
}

export function queueFull(length: number, bytes: number): AileeError<SandboxErrorCode> {
  const text = `${length} executions are waiting already, with ${formatBytes(bytes)}`
  return new AileeError<SandboxErrorCode>('SANDBOX_QUEUE_FULL', text, {
    hint: 'send the task elsewhere, or give the sandbox more processes or a longer queue'
  })
}

export function startFailed(detail: string, cause?: unknown): AileeError<SandboxErrorCode> {
  return new AileeError<SandboxErrorCode>('SANDBOX_START_FAILED', `no sandbox process starts: ${detail}`, {
    cause
  })
}

export function requestInvalid(problem: string): AileeError<SandboxErrorCode> {
  return new AileeError<SandboxErrorCode>('SANDBOX_REQUEST_INVALID', problem)
}
