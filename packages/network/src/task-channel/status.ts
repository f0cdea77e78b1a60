import { AileeError, remoteText } from '@ailee/core'
import type { Status } from '@ailee/protocol'

/** At three bytes a character this stays below the 512 that a STATUS may carry. */
const MAX_MESSAGE_CHARACTERS = 160
const MAX_U32 = 0xffff_ffff

/** What a peer is told of a failure: a coded error's code and text, and of anything else nothing but INTERNAL. */
export function statusOf(error: unknown): Status {
  if (!(error instanceof AileeError) || !/^[A-Z][A-Z0-9_]{0,63}$/.test(error.code)) {
    return { code: 'INTERNAL', message: 'internal error', retryAfterMs: 0 }
  }
  return {
    code: error.code,
    message: remoteText(error.message, MAX_MESSAGE_CHARACTERS),
    retryAfterMs: retryAfterOf(error)
  }
}

/** Errors may state a `retryAfterMs`, as QUEUE_FULL does. */
function retryAfterOf(error: AileeError): number {
  if (!('retryAfterMs' in error) || typeof error.retryAfterMs !== 'number') return 0
  return Math.min(MAX_U32, Math.max(0, Math.round(error.retryAfterMs) || 0))
}
