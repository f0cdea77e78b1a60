import { errorMessage } from '@ailee/core'
import { deepEqual } from './deep-equal.js'
import { shown } from './shown.js'

/**
 * What a contract asks of an assertion library. `node:assert/strict` fits as it is; for uvu: `{ ok: assert.ok, deepEqual: assert.equal }`.
 */
export interface Assertions {
  ok(value: unknown, message?: string): void
  /** Equal in structure and content: bigint, bytes and nested lists included. */
  deepEqual(actual: unknown, expected: unknown, message?: string): void
}

/** Assertions that need nothing. */
export const plainAssertions: Assertions = {
  ok(value, message = 'not so') {
    if (!value) throw new Error(message)
  },
  deepEqual(actual, expected, message) {
    if (deepEqual(actual, expected)) return
    const difference = `${shown(actual)} instead of ${shown(expected)}`
    throw new Error(message === undefined ? difference : `${message}: ${difference}`)
  }
}

/** How long something that must happen may take: long, since a busy machine is no fault. */
const WAIT_MS = 20_000

/** What the cases say about an implementation. */
export class Checks {
  readonly #assert: Assertions

  constructor(assert: Assertions) {
    this.#assert = assert
  }

  ok(value: unknown, message: string): void {
    this.#assert.ok(value, message)
  }

  equal(actual: unknown, expected: unknown, message?: string): void {
    this.#assert.deepEqual(actual, expected, message)
  }

  /** The promise rejects with an error of this code; codes are compared, whatever class the error has. */
  async code(promise: Promise<unknown>, expected: string, what = 'the call'): Promise<void> {
    const code = await rejectionCode(promise)
    this.#assert.deepEqual(code, expected, `${what} should reject with ${expected}`)
  }

  /** The promise rejects with exactly this value, as with the reason of a signal. */
  async reason(promise: Promise<unknown>, expected: unknown, what = 'the call'): Promise<void> {
    const settled = await promise.then(
      () => ({ resolved: true }),
      (reason: unknown) => ({ resolved: false, reason })
    )
    this.#assert.ok(!settled.resolved, `${what} should reject, but it resolved`)
    const same = 'reason' in settled && settled.reason === expected
    this.#assert.ok(same, `${what} should reject with the reason of its signal`)
  }

  /** Waits until the condition holds. */
  async until(what: string, condition: () => boolean): Promise<void> {
    const end = performance.now() + WAIT_MS
    while (!condition()) {
      if (performance.now() > end) this.#assert.ok(false, `gave up waiting: ${what}`)
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
  }
}

/** The code a promise rejects with; a text that is no code if it resolves or rejects with something uncoded. */
export async function rejectionCode(promise: Promise<unknown>): Promise<string> {
  try {
    await promise
    return 'resolved'
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : `uncoded: ${errorMessage(error)}`
  }
}
