import { type Clock, raceSignal } from '@ailee/core'
import type { Stream } from '@libp2p/interface'
import { NetworkError } from '../errors.js'

/**
 * Resolves when the stream takes more after `send()` returned false. Waits for the event itself, since
 * `stream.onDrain()` never resets. Rejects if the stream closes, the signal aborts, or (BLOB_TIMEOUT) it takes
 * longer than `timeoutMs`.
 */
export async function drained(
  stream: Stream,
  options: { clock: Clock; timeoutMs: number; signal: AbortSignal }
): Promise<void> {
  if (!stream.writableNeedsDrain) return
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const onClose = (): void => reject(new NetworkError('BLOB_TRANSFER_FAILED', 'the stream closed'))
  const onDrain = (): void => resolve()
  const timer = options.clock.setTimer(options.timeoutMs, () =>
    reject(new NetworkError('BLOB_TIMEOUT', 'the peer does not read'))
  )
  stream.addEventListener('drain', onDrain)
  stream.addEventListener('close', onClose)
  try {
    await raceSignal(promise, options.signal)
  } finally {
    timer.cancel()
    stream.removeEventListener('drain', onDrain)
    stream.removeEventListener('close', onClose)
  }
}
