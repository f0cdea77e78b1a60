import { MIB, systemRandom } from '@ailee/core'
import {
  type AssignTask,
  bytesToHex,
  contentHash,
  decodeAssignAck,
  decodeResult,
  decodeReturnLease,
  encodeAssignTask,
  encodeResultAck,
  encodeTaskInput,
  HASH_BYTES,
  type Limits,
  NONCE_BYTES,
  type Outcome,
  type Receipt,
  type Result,
  SEED_BYTES,
  type TaskInput
} from '@ailee/protocol'
import type { Context } from '../case.js'
import { buildModule, type ModuleSpec } from '../contracts/wasm/module.js'
import { expectEqual, NotApplicable, Violation } from '../errors.js'
import { fetchBlob } from '../raw/fetch-blob.js'
import { codeOf, type RawPeer } from '../raw/raw-peer.js'
import { isOf } from '../raw/task-stream.js'
import { coordinatorHello, whileBusy } from './assignment.js'

/** What is to be run; everything but the module has a default. */
export interface RunInit {
  module: Uint8Array | ModuleSpec
  /** Empty: as a WASI command. */
  function?: string
  input?: Partial<TaskInput>
  limits?: Partial<Limits>
  seed?: Uint8Array
  clockMs?: number
  hashMemory?: boolean
}

/** What a worker stated of one run, and the output that goes with it. */
export interface Ran {
  receipt: Receipt
  outcome: Outcome
  output: Uint8Array
  text: string
}

/** What a worker that runs certain modules only says of any other. */
const RUNS_FEW_MODULES = 'WORKER_TASK_UNSUPPORTED'

const runLimits: Limits = {
  memoryBytes: MIB,
  fuel: 10_000_000n,
  wallTimeMs: 20_000,
  outputBytes: MIB
}

/** The part of a coordinator towards the worker under test: assigns modules of the probe, and takes the results. */
export class ModuleRuns {
  readonly probe: RawPeer
  #leaseId = 0n

  private constructor(probe: RawPeer) {
    this.probe = probe
  }

  /** Throws NotApplicable for a worker that does not run whatever module it is given. */
  static async with(context: Context): Promise<ModuleRuns> {
    const probe = await context.peer()
    await probe.join(coordinatorHello)
    return new ModuleRuns(probe)
  }

  /** Runs a module and gives what the worker stated. */
  async run(init: RunInit): Promise<Ran> {
    const assign = this.#assignment(init)
    await this.#assign(assign)
    const { result, requestId } = await this.#result(assign)
    const { receipt, outcome } = result
    const output = outcome.outputInline ?? (await fetchBlob(this.probe, outcome.outputHash))
    expectEqual('the size of the output', output.length, receipt.outputBytes)
    expectEqual('the hash of the output', contentHash(output), outcome.outputHash)
    const payload = encodeResultAck({ leaseId: result.leaseId })
    await this.probe.say('RESULT_ACK', payload, { requestId, reply: true })
    return { receipt, outcome, output, text: new TextDecoder().decode(output) }
  }

  /** Runs it and expects this code. */
  async ends(what: string, code: string, init: RunInit): Promise<Ran> {
    const ran = await this.run(init)
    expectEqual(`the end of ${what}`, endOf(ran), code)
    return ran
  }

  /** The output, as text, of a run that must succeed. */
  async output(what: string, init: RunInit): Promise<string> {
    return (await this.ends(what, 'SUCCESS', init)).text
  }

  #assignment({ module, function: name = '', input = {}, limits = {}, ...rest }: RunInit): AssignTask {
    const bytes = module instanceof Uint8Array ? module : buildModule(module)
    const encoded = encodeTaskInput({ args: [], env: [], stdin: new Uint8Array(), files: [], ...input })
    this.#leaseId += 1n
    return {
      taskId: bytesToHex(systemRandom.bytes(HASH_BYTES)),
      attempt: 1,
      leaseId: this.#leaseId,
      leaseMs: 20_000,
      spec: {
        moduleHash: this.probe.blobs.put(bytes),
        moduleBytes: bytes.length,
        inputHash: this.probe.blobs.put(encoded),
        inputBytes: encoded.length,
        function: name,
        limits: { ...runLimits, ...limits },
        seed: systemRandom.bytes(SEED_BYTES),
        clockMs: Date.now(),
        hashMemory: false,
        ...rest
      },
      nonce: systemRandom.bytes(NONCE_BYTES),
      cost: 1n,
      commitFirst: false
    }
  }

  async #assign(assign: AssignTask): Promise<void> {
    const payload = encodeAssignTask(assign)
    const ask = async (): Promise<string[]> => {
      const reply = await this.probe.ask('ASSIGN_TASK', payload)
      if (isOf('ASSIGN_ACK')(reply))
        expectEqual('the lease acknowledged', decodeAssignAck(reply.payload).leaseId, assign.leaseId)
      return [codeOf(reply)]
    }
    const [code = ''] = await whileBusy(ask, this.probe)
    if (code === RUNS_FEW_MODULES) throw runsFewModules()
    expectEqual('the answer to ASSIGN_TASK', code, 'ASSIGN_ACK')
  }

  async #result({ leaseId }: AssignTask): Promise<{ result: Result; requestId: number }> {
    const envelope = await this.probe.inbox.find('RESULT or RETURN_LEASE', (came) => {
      if (isOf('RESULT')(came)) return decodeResult(came.payload).leaseId === leaseId
      return isOf('RETURN_LEASE')(came) && decodeReturnLease(came.payload).leaseId === leaseId
    })
    if (isOf('RESULT')(envelope)) {
      return { result: decodeResult(envelope.payload), requestId: envelope.requestId }
    }
    const { code } = decodeReturnLease(envelope.payload)
    if (code === RUNS_FEW_MODULES) throw runsFewModules()
    throw new Violation(`the lease is returned with ${code}`)
  }
}

function runsFewModules(): NotApplicable {
  return new NotApplicable('the worker runs certain modules only')
}

/** The code of a run, with its kind where it is a trap. */
function endOf({ receipt: { code, trap } }: Ran): string {
  return code === 'TRAP' ? `TRAP ${trap}` : code
}
