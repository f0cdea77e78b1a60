import { REDIAL_MS } from '../constants.js'

/** Tries again until it works or the time is over. */
export async function patiently<T>(attempt: () => Promise<T>, deadline: AbortSignal): Promise<T> {
  for (;;) {
    try {
      return await attempt()
    } catch (error) {
      if (deadline.aborted) throw error
      await new Promise((resolve) => setTimeout(resolve, REDIAL_MS))
    }
  }
}
