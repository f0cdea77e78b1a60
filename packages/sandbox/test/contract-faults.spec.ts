import { CaseRecorder, sandboxContract } from '@ailee/conformance/contracts'
import type { Service } from '@ailee/core'
import { type ExecutionOutcome, type ExecutionRequest, type Executor, SEED_BYTES } from '@ailee/protocol'
import { suite } from 'uvu'
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

class SwapsStreams extends Sound {
  override async run(request: ExecutionRequest, options?: RunOptions): Promise<ExecutionOutcome> {
    const outcome = await super.run(request, options)
    return { ...outcome, output: outcome.stderr, stderr: outcome.output }
  }
}

class LosesExitCodes extends Sound {
  override async run(request: ExecutionRequest, options?: RunOptions): Promise<ExecutionOutcome> {
    return { ...(await super.run(request, options)), exitCode: 0 }
  }
}

/** Takes fuel for what is not run. */
class ChargesRefusals extends Sound {
  override async run(request: ExecutionRequest, options?: RunOptions): Promise<ExecutionOutcome> {
    const outcome = await super.run(request, options)
    return outcome.fuelUsed === 0n ? { ...outcome, fuelUsed: 1n } : outcome
  }
}

class HalfTheTime extends Sound {
  override run(request: ExecutionRequest, options?: RunOptions): Promise<ExecutionOutcome> {
    const limits = { ...request.limits, wallTimeMs: request.limits.wallTimeMs / 2 }
    return super.run({ ...request, limits }, options)
  }
}

/** A module finds what it left the last time. */
class KeepsMemory extends Sound {
  readonly #seen = new Set<string>()

  override async run(request: ExecutionRequest, options?: RunOptions): Promise<ExecutionOutcome> {
    const outcome = await super.run(request, options)
    const isAgain = this.#seen.has(request.moduleHash)
    this.#seen.add(request.moduleHash)
    return isAgain ? { ...outcome, output: new TextEncoder().encode('77\n') } : outcome
  }
}

class AlwaysHashes extends Sound {
  override run(request: ExecutionRequest, options?: RunOptions): Promise<ExecutionOutcome> {
    return super.run({ ...request, hashMemory: true }, options)
  }
}

class ShortRulesHash extends Sound {
  override readonly meteringHash = this.inner.meteringHash.subarray(0, 16)
}

/** Takes the end of one run’s signal for its own. */
class HeedsOldSignals extends Sound {
  #reason: unknown

  override run(request: ExecutionRequest, options: RunOptions = {}): Promise<ExecutionOutcome> {
    if (this.#reason !== undefined) return Promise.reject(this.#reason)
    options.signal?.addEventListener('abort', () => {
      this.#reason = options.signal?.reason
    })
    return super.run(request, options)
  }
}

class StaysStopped extends Sound {
  override async start(): Promise<void> {}
}

class RepairsRequests extends Sound {
  override run(request: ExecutionRequest, options?: RunOptions): Promise<ExecutionOutcome> {
    return super.run({ ...request, seed: new Uint8Array(SEED_BYTES) }, options)
  }
}

type Make = new (inner: Executor & Service) => Executor & Service

/** Each fault, and the cases it must fail; every case has one. These may share a sandbox: they leave it as it was. */
const faults: readonly [make: Make, caseNames: readonly string[]][] = [
  [
    LosesFuel,
    [
      'fuel is exact: what a run used is enough for it, and one less is not',
      'FUEL_EXHAUSTED: an endless loop',
      'DEPTH_EXHAUSTED: endless recursion',
      'MEMORY_EXHAUSTED: memory without end',
      'OUTPUT_TOO_LARGE: a result that is too long'
    ]
  ],
  [KeepsAccounts, ['the same request ends the same, whatever ran in between']],
  [OneTrapForAll, ['TRAP: each kind by its name, taking all fuel']],
  [OwnSeed, ['random numbers follow from the seed, the clock from the request']],
  [RealClock, ['random numbers follow from the seed, the clock from the request']],
  [MoreMemory, ['memory ends at the limit of the task, for one module under several']],
  [PartialOutput, ['OUTPUT_TOO_LARGE: output that is too long']],
  [SwapsStreams, ['SUCCESS: a function gives its results, a command what it wrote']],
  [LosesExitCodes, ['SUCCESS: an exit code is the caller’s to judge']],
  [
    ChargesRefusals,
    [
      'MODULE_INVALID: no module',
      'MODULE_INVALID: no bytes',
      'MODULE_INVALID: invalid code',
      'MODULE_INVALID: bytes of another hash',
      'MODULE_TOO_COMPLEX: more bytes than a module may have',
      'INSTANTIATION_FAILED: data outside of the memory',
      'FUNCTION_NOT_FOUND: a function that is not there',
      'FUNCTION_NOT_FOUND: a command that is none',
      'INVALID_INPUT: an argument too few',
      'INVALID_INPUT: an argument that is no number',
      'IMPORT_DENIED: an import of something else',
      'FEATURE_DENIED: memory shared by threads',
      'MEMORY_EXHAUSTED: less memory than it begins with'
    ]
  ],
  [HalfTheTime, ['TIMEOUT: a run that takes too long, and the next one is none the worse']],
  [KeepsMemory, ['nothing of a task is left for the next']],
  [AlwaysHashes, ['memory is hashed where that is asked for, and paid for']],
  [ShortRulesHash, ['the hash of the metering rules is of 32 bytes and does not change']],
  [HeedsOldSignals, ['a signal that aborts after the end changes nothing']],
  [RepairsRequests, ['a request that no task can lead to is a fault of the caller']]
]

/** These leave runs under way, or a sandbox that is stopped. */
const untidyFaults: typeof faults = [
  [DeafToSignals, ['an abort ends runs with the signal’s reason: before, while waiting, and under way']],
  [EndlessQueue, ['the queue is bounded, first come is first served, and room comes back']],
  [StaysStopped, ['a stop ends runs under way and waiting, and a sandbox can be started again']]
]

type Inner = Executor & Service

function record(
  make: Make,
  factory: () => Promise<{ inner: Inner; dispose(): Promise<void> }>
): CaseRecorder {
  const recorder = new CaseRecorder()
  sandboxContract({
    test: recorder.test,
    async factory() {
      const { inner, dispose } = await factory()
      return { sandbox: new make(inner), dispose }
    }
  })
  return recorder
}

const test = suite<{ shared: Inner }>('sandboxes with faults')

test.before(async (context) => {
  context.shared = await contractSandbox()
})

test.after(({ shared }) => shared.stop())

async function assertFails(recorder: CaseRecorder, caseName: string): Promise<void> {
  const failure = await recorder.failureOf(`sandbox: ${caseName}`)
  assert.instance(failure, Error, caseName)
  assert.not.match(String(failure), /not done within/)
}

// That the sound sandbox passes these cases is seen in contract.spec.ts.
for (const [make, caseNames] of faults) {
  test(`one with the fault ${make.name} fails "${caseNames.join('", "')}"`, async ({ shared }) => {
    const recorder = record(make, async () => ({ inner: shared, dispose: async () => {} }))
    for (const caseName of caseNames) await assertFails(recorder, caseName)
  })
}

const alone = async () => {
  const inner = await contractSandbox()
  return { inner, dispose: () => inner.stop() }
}

for (const [make, caseNames] of untidyFaults) {
  test(`one with the fault ${make.name} fails "${caseNames.join('", "')}"`, async () => {
    for (const caseName of caseNames) await assertFails(record(make, alone), caseName)
  })
}

test('every case of the contract has a fault that fails it', () => {
  const failed = new Set([...faults, ...untidyFaults].flatMap(([, caseNames]) => caseNames))
  assert.equal(
    record(Sound, alone).names.filter((name) => !failed.has(name.replace('sandbox: ', ''))),
    []
  )
})

test.run()
