import { MIB, systemRandom } from '@ailee/core'
import {
  CLIENT_TASK_ID_BYTES,
  contentHash,
  defaultVerificationTerms,
  encodeSubmitTask,
  encodeTaskInput,
  SEED_BYTES,
  type SubmitTask,
  type TaskSpec
} from '@ailee/protocol'

/** A task of the probe: what is submitted, and its blobs. */
export interface Submission {
  payload: Uint8Array
  submit: SubmitTask
  module: Uint8Array
  input: Uint8Array
}

export interface SubmissionInit extends Partial<Omit<SubmitTask, 'spec' | 'requirements'>> {
  /** Region that only a worker of the probe has, so that no other runs the task. */
  region?: string
  minReputationPermille?: number
  spec?: Partial<TaskSpec>
  input?: Uint8Array
}

/** An empty module, followed by a custom section that makes it unlike any other. */
function uniqueModule(): Uint8Array {
  const name = systemRandom.bytes(16)
  const header = [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0]
  return Uint8Array.from([...header, 0, name.length * 2 + 1, name.length * 2, ...hexText(name)])
}

function hexText(bytes: Uint8Array): Uint8Array {
  return Buffer.from(Buffer.from(bytes).toString('hex'))
}

/** A submission that is right in all that is not told otherwise. */
export function submission(init: SubmissionInit = {}): Submission {
  const { region = `probe-${hexText(systemRandom.bytes(8))}`, spec, input: given, ...others } = init
  const { minReputationPermille = 0, ...rest } = others
  const module = uniqueModule()
  const input =
    given ??
    encodeTaskInput({
      args: [String(hexText(systemRandom.bytes(8)))],
      env: [],
      stdin: new Uint8Array(),
      files: []
    })
  const submit: SubmitTask = {
    clientTaskId: systemRandom.bytes(CLIENT_TASK_ID_BYTES),
    spec: {
      moduleHash: contentHash(module),
      moduleBytes: module.length,
      inputHash: contentHash(input),
      inputBytes: input.length,
      function: '',
      limits: { memoryBytes: MIB, fuel: 1_000_000n, wallTimeMs: 10_000, outputBytes: MIB },
      seed: systemRandom.bytes(SEED_BYTES),
      clockMs: Date.now(),
      hashMemory: false,
      ...spec
    },
    reward: 1_000n,
    requirements: { regions: [region], minReputationPermille, isolation: undefined },
    replicas: 1,
    deadlineMs: 60_000,
    priority: 'NORMAL',
    // What the probe's workers say is made up: nobody is to run it again.
    verification: { ...defaultVerificationTerms, mode: (rest.replicas ?? 1) > 1 ? 'AUTO' : 'UNVERIFIED' },
    ...rest
  }
  return { payload: encodeSubmitTask(submit), submit, module, input }
}
