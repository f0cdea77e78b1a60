/** Waits until `condition` gives something other than undefined or false; fails after `timeoutMs`. */
export async function until<T>(
  what: string,
  condition: () => T | undefined | false,
  timeoutMs = 15_000
): Promise<T> {
  const deadline = performance.now() + timeoutMs
  for (;;) {
    const value = condition()
    if (value !== undefined && value !== false) return value
    if (performance.now() > deadline) throw new Error(`gave up waiting: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

/** The code a promise rejects with; `undefined` if it resolves. */
export async function rejectionCode(promise: Promise<unknown>): Promise<string | undefined> {
  try {
    await promise
    return undefined
  } catch (error) {
    if (process.env.AILEE_TEST_TRACE) console.log(error)
    return error instanceof Error && 'code' in error ? String(error.code) : `uncoded: ${error}`
  }
}
