import type { ExecutionOutcome, ExecutionRequest, Executor } from '@ailee/protocol'
import { plainOutput } from './worker-double.js'

/** A sandbox that says what it is told to: by default what a good worker double says. */
export class RefereeDouble implements Executor {
  readonly meteringHash = new Uint8Array(32)
  /** Executions so far. */
  runs = 0
  /** How the next executions end; an error is thrown. */
  says: () => Partial<ExecutionOutcome> | Error = () => ({})
  #held: Promise<void> = Promise.resolve()

  /** From now on executions last until the function given back is called. */
  hold(): () => void {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#held = promise
    return resolve
  }

  async run(_request: ExecutionRequest, options: { signal?: AbortSignal } = {}): Promise<ExecutionOutcome> {
    this.runs += 1
    const aborted = new Promise<void>((resolve) => options.signal?.addEventListener('abort', () => resolve()))
    await Promise.race([this.#held, aborted])
    options.signal?.throwIfAborted()
    const said = this.says()
    if (said instanceof Error) throw said
    return {
      code: 'SUCCESS',
      trap: '',
      detail: '',
      exitCode: 0,
      output: plainOutput,
      stderr: new Uint8Array(),
      fuelUsed: 5n,
      staticDepth: 0,
      depthUsed: undefined,
      memoryPeakBytes: 0,
      memoryHash: undefined,
      startedAtMs: 1,
      finishedAtMs: 2,
      wallTimeMs: 1,
      times: { instrumentMs: 0, compileMs: 0, runMs: 0 },
      ...said
    }
  }
}
