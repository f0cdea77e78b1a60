import { CaseRecorder, sandboxContract } from '@ailee/conformance/contracts'
import type { Service } from '@ailee/core'
import type { ExecutionOutcome, ExecutionRequest, Executor } from '@ailee/protocol'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { contractSandbox } from './fixtures/contract-sandbox.js'

type RunOptions = { signal?: AbortSignal }

/** Passes everything on; each fault overrides one thing. */
class Sound implements Executor, Service {
  readonly name = 'sandbox'
  readonly meteringHash: Uint8Array
  protected readonly inner: Executor & Service

  constructor(inner: Executor & Service) {
    this.inner = inner
    this.meteringHash = inner.meteringHash
  }

  start(): Promise<void> {
    return this.inner.start()
  }

  stop(): Promise<void> {
    return this.inner.stop()
  }

  run(request: ExecutionRequest, options?: RunOptions): Promise<ExecutionOutcome> {
    return this.inner.run(request, options)
  }
}

class LosesFuel extends Sound {
  override async run(request: ExecutionRequest, options?: RunOptions): Promise<ExecutionOutcome> {
    const outcome = await super.run(request, options)
    return outcome.fuelUsed > 0n ? { ...outcome, fuelUsed: outcome.fuelUsed - 1n } : outcome
  }
}

/** Adds to the account what came before, as one that is never cleared would. */
class KeepsAccounts extends Sound {
  #runs = 0n

  override async run(request: ExecutionRequest, options?: RunOptions): Promise<ExecutionOutcome> {
    const outcome = await super.run(request, options)
    this.#runs += 1n
    return { ...outcome, fuelUsed: outcome.fuelUsed + this.#runs }
  }
}

class OneTrapForAll extends Sound {
  override async run(request: ExecutionRequest, options?: RunOptions): Promise<ExecutionOutcome> {
    const outcome = await super.run(request, options)
    return outcome.code === 'TRAP' ? { ...outcome, trap: 'other' } : outcome
  }
}

class OwnSeed extends Sound {
  override run(request: ExecutionRequest, options?: RunOptions): Promise<ExecutionOutcome> {
    return super.run({ ...request, seed: crypto.getRandomValues(new Uint8Array(32)) }, options)
  }
}

class RealClock extends Sound {
  override run(request: ExecutionRequest, options?: RunOptions): Promise<ExecutionOutcome> {
    return super.run({ ...request, clockMs: Date.now() + Math.round(performance.now() * 1000) }, options)
  }
}

class DeafToSignals extends Sound {
  override run(request: ExecutionRequest): Promise<ExecutionOutcome> {
    return super.run(request)
  }
}

/** Lets any number of tasks wait. */
class EndlessQueue extends Sound {
  override async run(request: ExecutionRequest, options?: RunOptions): Promise<ExecutionOutcome> {
    for (;;) {
      try {
        return await super.run(request, options)
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'SANDBOX_QUEUE_FULL')) throw error
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
    }
  }
}

class MoreMemory extends Sound {
  override run(request: ExecutionRequest, options?: RunOptions): Promise<ExecutionOutcome> {
    const limits = { ...request.limits, memoryBytes: request.limits.memoryBytes * 2 }
    return super.run({ ...request, limits }, options)
  }
}

class PartialOutput extends Sound {
  override async run(request: ExecutionRequest, options?: RunOptions): Promise<ExecutionOutcome> {
    const outcome = await super.run(request, options)
    return outcome.code === 'OUTPUT_TOO_LARGE' ? { ...outcome, output: new Uint8Array(1) } : outcome
  }
}

const faults: [make: new (inner: Executor & Service) => Executor & Service, caseName: string][] = [
  [LosesFuel, 'fuel is exact: what a run used is enough for it, and one less is not'],
  [LosesFuel, 'FUEL_EXHAUSTED: an endless loop'],
  [KeepsAccounts, 'the same request ends the same, whatever ran in between'],
  [OneTrapForAll, 'TRAP: each kind by its name, taking all fuel'],
  [OwnSeed, 'random numbers follow from the seed, the clock from the request'],
  [RealClock, 'random numbers follow from the seed, the clock from the request'],
  [DeafToSignals, 'an abort ends runs with the signal’s reason: before, while waiting, and under way'],
  [EndlessQueue, 'the queue is bounded, first come is first served, and room comes back'],
  [MoreMemory, 'memory ends at the limit of the task, for one module under several'],
  [PartialOutput, 'OUTPUT_TOO_LARGE: output that is too long']
]

function record(make: new (inner: Executor & Service) => Executor & Service): CaseRecorder {
  const recorder = new CaseRecorder()
  sandboxContract({
    test: recorder.test,
    async factory() {
      const sandbox = new make(await contractSandbox())
      return { sandbox, dispose: () => sandbox.stop() }
    }
  })
  return recorder
}

// That the sound sandbox passes these cases is seen in contract.spec.ts.
for (const [make, caseName] of faults) {
  test(`a sandbox with the fault ${make.name} fails "${caseName}"`, async () => {
    const failure = await record(make).failureOf(`sandbox: ${caseName}`)
    assert.instance(failure, Error)
    assert.not.match(String(failure), /not done within/)
  })
}

test.run()
