import { AileeError } from './errors.js'

/**
 * Rejects with `signal.reason` as soon as `signal` aborts, else settles as `promise` does. The work behind
 * `promise` is not stopped: pass the signal to it as well.
 */
export function raceSignal<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return promise
  if (signal.aborted) {
    promise.catch(() => {})
    return Promise.reject(signal.reason)
  }
  return new Promise<T>((resolve, reject) => {
    const onAbort = (): void => reject(signal.reason)
    signal.addEventListener('abort', onAbort, { once: true })
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort))
  })
}

/** Joins the signals that are there. `undefined` if none is. */
export function joinSignals(...signals: (AbortSignal | undefined)[]): AbortSignal | undefined {
  const present = signals.filter((signal) => signal !== undefined)
  return present.length > 1 ? AbortSignal.any(present) : present[0]
}

/** Runs `work` with a signal that aborts after `timeoutMs` or with `parent`; a timeout rejects with an error of `code`. */
export async function withTimeout<T>(
  code: string,
  timeoutMs: number,
  work: (signal: AbortSignal) => Promise<T>,
  parent?: AbortSignal
): Promise<T> {
  const controller = new AbortController()
  const timer = setTimeout(
    () => controller.abort(new AileeError(code, `no answer within ${timeoutMs} ms`)),
    timeoutMs
  )
  const signal = joinSignals(controller.signal, parent) ?? controller.signal
  try {
    return await raceSignal(work(signal), signal)
  } finally {
    clearTimeout(timer)
  }
}
