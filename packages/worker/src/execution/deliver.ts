import { type Clock, errorCode, type Logger } from '@ailee/core'
import type { IncomingMessage, MessageTransport, OutgoingMessage } from '@ailee/protocol'
import { RESULT_ACK_TIMEOUT_MS, RESULT_RETRY_MAX_MS, RESULT_RETRY_MS } from '../constants.js'
import { WorkerError } from '../errors.js'
import type { Execution } from './execution.js'

export interface DeliverComponents {
  transport: MessageTransport
  clock: Clock
  log: Logger
}

/**
 * Sends a message to the coordinator of an execution until that acknowledges it, also across its restart. Resolves too
 * when `signal` aborts or `forMs` have gone.
 */
export async function deliver(
  { transport, clock, log }: DeliverComponents,
  { coordinator, assignment }: Execution,
  message: OutgoingMessage,
  init: { isAck(reply: IncomingMessage): boolean; forMs: number; signal: AbortSignal }
): Promise<void> {
  const { isAck, forMs, signal } = init
  const giveUpAtMs = clock.now() + forMs
  for (let waitMs = RESULT_RETRY_MS; clock.now() < giveUpAtMs && !signal.aborted; waitMs *= 2) {
    try {
      const reply = await transport.request(coordinator, message, {
        timeoutMs: RESULT_ACK_TIMEOUT_MS,
        signal
      })
      if (isAck(reply)) return
      throw new WorkerError('RESULT_NOT_ACKNOWLEDGED', `it answered with ${reply.type}`)
    } catch (error) {
      if (signal.aborted) return
      const { taskId } = assignment
      log.debug('not acknowledged', { taskId, type: message.type, code: errorCode(error) })
      await pause(clock, Math.min(waitMs, RESULT_RETRY_MAX_MS), signal)
    }
  }
}

/** Resolves after so long, or when the signal aborts. */
export function pause(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve()
      return
    }
    const done = (): void => {
      timer.cancel()
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = clock.setTimer(ms, done)
    signal.addEventListener('abort', done, { once: true })
  })
}
