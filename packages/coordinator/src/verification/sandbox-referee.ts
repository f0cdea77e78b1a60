import { errorMessage } from '@ailee/core'
import {
  agreementKey,
  type ContentBlobs,
  decodeTaskInput,
  type ExecutionOutcome,
  type Executor,
  isInfrastructureFailure,
  outputRoot
} from '@ailee/protocol'
import { REFEREE_ATTEMPTS } from '../constants.js'

import type { OpenTask } from '../task/task-book.js'
import type { Referee } from './referee.js'

/** What the coordinator's own execution of a task came to, or why it came to nothing. */
export type SandboxFinding = { outcome: ExecutionOutcome; key: string } | { failed: string }

/** Executes tasks for the coordinator itself, so that it need not believe anybody. */
export class SandboxReferee implements Referee<SandboxFinding> {
  readonly #executor: Executor
  readonly #blobs: ContentBlobs

  constructor(components: { executor: Executor; blobs: ContentBlobs }) {
    this.#executor = components.executor
    this.#blobs = components.blobs
  }

  get meteringHash(): Uint8Array {
    return this.#executor.meteringHash
  }

  /** Tries a few times where it is the machine that fails. Throws the signal's reason. */
  async execute(
    { submit: { spec } }: OpenTask,
    _attempt: number,
    signal: AbortSignal
  ): Promise<SandboxFinding> {
    let failed = ''
    for (let attempt = 1; attempt <= REFEREE_ATTEMPTS; attempt += 1) {
      try {
        const [module, input] = await Promise.all([
          this.#blobs.get(spec.moduleHash),
          this.#blobs.get(spec.inputHash)
        ])
        if (module === undefined || input === undefined) return { failed: 'module or input is gone' }
        const request = { ...spec, module, input: decodeTaskInput(input) }
        const outcome = await this.#executor.run(request, { signal })
        if (!isInfrastructureFailure(outcome.code)) return { outcome, key: this.#keyOf(outcome) }
        failed = outcome.detail || outcome.code
      } catch (error) {
        signal.throwIfAborted()
        failed = errorMessage(error)
      }
    }
    return { failed }
  }

  #keyOf(outcome: ExecutionOutcome): string {
    const { output } = outcome
    const decided = {
      outputBytes: output.length,
      outputRoot: outputRoot(output),
      meteringHash: this.meteringHash
    }
    return agreementKey({ receipt: { ...outcome, ...decided } })
  }
}
