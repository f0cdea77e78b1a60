import { seededRandom } from '@ailee/core'
import {
  BatchSigner,
  contentHash,
  nodeIdFromPublicKey,
  outputRoot,
  portableSigner,
  type Receipt,
  type Result,
  signReceipt,
  signVerdict
} from '@ailee/protocol'
import type { TaskRecord } from '../../src/index.js'

const random = seededRandom(7)
const workerSigner = new BatchSigner({ signer: portableSigner(new Uint8Array(32).fill(1)), random })
const coordinatorSigner = new BatchSigner({ signer: portableSigner(new Uint8Array(32).fill(2)), random })
export const worker = nodeIdFromPublicKey(workerSigner.publicKey)
const coordinator = nodeIdFromPublicKey(coordinatorSigner.publicKey)
export const client = nodeIdFromPublicKey(portableSigner(new Uint8Array(32).fill(3)).publicKey)

const output = new TextEncoder().encode('the output')

export function taskId(number: number): string {
  return number.toString(16).padStart(64, '0')
}

/** A receipt as a worker signs it. */
export function receiptOf(task: string): Promise<Receipt> {
  return signReceipt(workerSigner, {
    network: 'local',
    taskId: task,
    worker,
    moduleHash: contentHash(new Uint8Array([1])),
    function: 'run',
    inputHash: contentHash(new Uint8Array([2])),
    limits: { memoryBytes: 65_536, fuel: 10n ** 18n, wallTimeMs: 1000, outputBytes: 1024 },
    meteringHash: new Uint8Array(32).fill(4),
    seed: new Uint8Array(32).fill(5),
    clockMs: 1_700_000_000_000,
    outputRoot: outputRoot(output),
    outputBytes: output.length,
    fuelUsed: 123_456_789_012_345n,
    code: 'SUCCESS',
    trap: '',
    exitCode: 255,
    memoryHash: undefined,
    startedAtMs: 1_700_000_000_100,
    finishedAtMs: 1_700_000_000_200,
    nonce: random.bytes(16)
  })
}

/** The same with a coordinator's verdict. */
export function verdictOn(receipt: Receipt): Promise<Receipt> {
  return signVerdict(coordinatorSigner, receipt, {
    coordinator,
    method: 'QUORUM',
    replicas: 3,
    votes: 2,
    estimatedErrorPpm: 1000,
    decidedAtMs: 1_700_000_000_300,
    lotId: undefined,
    bidSetRoot: undefined
  })
}

export function resultOf(receipt: Receipt): Result {
  return {
    taskId: receipt.taskId,
    leaseId: 2n ** 63n + 1n,
    receipt,
    outcome: {
      outputHash: contentHash(output),
      outputBytes: output.length,
      outputInline: output,
      stderr: new TextEncoder().encode('warning'),
      detail: ''
    },
    salt: new Uint8Array(32).fill(6)
  }
}

/** A task just submitted. */
export function newTask(id: string, fields: Partial<TaskRecord> = {}): TaskRecord {
  return {
    taskId: id,
    client,
    submitPayload: new Uint8Array([1, 2, 3]),
    state: 'SUBMITTED',
    submittedAtMs: 1_700_000_000_000,
    updatedAtMs: 1_700_000_000_000,
    deadlineAtMs: 1_700_000_060_000,
    attempts: 0,
    bids: 0,
    executions: [],
    code: '',
    message: '',
    rejections: [],
    outcome: undefined,
    receipts: [],
    notBeforeMs: 0,
    ...fields
  }
}

/** The same task, executed and verified, with every field in use. */
export async function completedTask(id: string): Promise<TaskRecord> {
  const receipt = await receiptOf(id)
  const result = resultOf(receipt)
  const execution = {
    attempt: 1,
    worker,
    leaseId: result.leaseId,
    state: 'RETURNED' as const,
    assignedAtMs: 1_700_000_000_050,
    endedAtMs: 1_700_000_000_250,
    cost: 2n ** 64n - 1n,
    nonce: receipt.nonce,
    result,
    code: '',
    message: '',
    commitment: new Uint8Array(32).fill(7),
    committedAtMs: 1_700_000_000_200
  }
  const lost = {
    ...execution,
    state: 'LOST' as const,
    endedAtMs: 0,
    result: undefined,
    code: 'LEASE_EXPIRED'
  }
  return newTask(id, {
    state: 'COMPLETED',
    attempts: 2,
    bids: 5,
    executions: [lost, execution],
    code: 'DONE',
    message: 'läuft',
    rejections: [{ worker, code: 'MEMORY_TOO_SMALL', message: 'has 1 GiB' }],
    outcome: result.outcome,
    receipts: [await verdictOn(receipt)],
    notBeforeMs: 1_700_000_000_010
  })
}
