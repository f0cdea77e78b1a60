import { AileeError, type AileeErrorOptions } from '@ailee/core'

/**
 * Codes of this package.
 *
 * | code | meaning |
 * |---|---|
 * | PROBE_TARGET_UNREACHABLE | nobody answers at the address, or not by the task protocol |
 * | PROBE_TARGET_INVALID | the address is no multiaddr, or there is no such requirement |
 */
export type ConformanceErrorCode = 'PROBE_TARGET_UNREACHABLE' | 'PROBE_TARGET_INVALID'

export class ConformanceError extends AileeError<ConformanceErrorCode> {
  constructor(code: ConformanceErrorCode, message: string, options: AileeErrorOptions = {}) {
    super(code, message, options)
    this.name = 'ConformanceError'
  }
}

/** Thrown by a case: the target does not do what the requirement says. */
export class Violation extends Error {}

/** Thrown by a case: the requirement has nothing to say about this target. */
export class NotApplicable extends Error {}

/** Throws a {@link Violation} unless the condition holds. */
export function expect(condition: boolean, otherwise: string): asserts condition {
  if (!condition) throw new Violation(otherwise)
}

/** Throws a {@link Violation} unless both are equal. */
export function expectEqual<T>(what: string, actual: T, expected: T): void {
  expect(actual === expected, `${what} is ${String(actual)}, not ${String(expected)}`)
}
