import { type Assertions, Checks, plainAssertions } from './checks.js'

/** Registers one case with a test runner: uvu's or node:test's `test`, mocha's `it`. */
export type RegisterCase = (name: string, body: () => Promise<void>) => unknown

/** What a factory makes for one case. */
export interface Fixture {
  /** Ends what the factory began. Called once, whatever became of the case. */
  dispose(): Promise<void>
}

export interface ContractInit<Made extends Fixture> {
  test: RegisterCase
  /** Default: assertions of our own, which throw an `Error`. */
  assert?: Assertions
  /** Called anew for each case, so that cases share nothing and may run in any order. */
  factory(): Promise<Made>
  /** A case that takes longer fails: an implementation that never answers must not hang its tests. Default: one minute. */
  timeoutMs?: number
}

export interface Case<Made extends Fixture> {
  name: string
  run(made: Made, check: Checks): Promise<void>
}

const CASE_TIMEOUT_MS = 60_000

/** Registers every case, each with something of its own to look at. */
export function registerCases<Made extends Fixture>(
  title: string,
  { test, assert = plainAssertions, factory, timeoutMs = CASE_TIMEOUT_MS }: ContractInit<Made>,
  cases: readonly Case<Made>[]
): void {
  const check = new Checks(assert)
  for (const { name, run } of cases) {
    test(`${title}: ${name}`, async () => {
      const made = await factory()
      try {
        await within(timeoutMs, run(made, check))
      } finally {
        await made.dispose()
      }
    })
  }
}

/** Not `AbortSignal.timeout`: in Node its timer lets the process end, and a hanging case would pass unseen. */
async function within(timeoutMs: number, work: Promise<void>): Promise<void> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new Error(`not done within ${timeoutMs} ms`)), timeoutMs)
  try {
    await Promise.race([work, late.promise])
  } finally {
    clearTimeout(timer)
  }
}
