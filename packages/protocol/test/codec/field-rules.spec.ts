import * as fc from 'fast-check'
import { test } from 'uvu'
import { ailee } from '#generated'
import { toU64 } from '../../src/codec/fields.js'
import { writeOutcome } from '../../src/codec/outcome.js'
import { writeReceipt } from '../../src/codec/receipt.js'
import { writeSignature } from '../../src/codec/signature.js'
import { writeTaskSpec } from '../../src/codec/task-spec.js'
import { writeTaskStatus } from '../../src/codec/task-status.js'
import type { ProtocolErrorCode } from '../../src/index.js'
import * as protocol from '../../src/index.js'
import * as any from '../arbitraries.js'
import { throwsCode } from '../support/assertions.js'

const { v1 } = ailee
const INVALID = 'WIRE_FIELD_INVALID'
const TOO_LARGE = 'WIRE_TOO_LARGE'

/** One message of a kind, always the same. */
function sampleOf<T>(arbitrary: fc.Arbitrary<T>): T {
  const [sample] = fc.sample(arbitrary, { numRuns: 1, seed: 7 })
  if (sample === undefined) throw new Error('no sample')
  return sample
}

interface Encoder<W> {
  encode(message: W): { finish(): Uint8Array }
}

type Expected = ProtocolErrorCode | 'ok'

/** A change to a message on the wire, and the code it is refused with, or `ok` where it is just allowed. */
type Rule<W> = [fields: { [K in keyof W]?: unknown }, expected: Expected]

/** The message must be read as it is, and every changed one refused with its code. */
function rules<W extends object>(
  name: string,
  type: Encoder<W>,
  decode: (bytes: Uint8Array) => unknown,
  wire: W,
  changes: readonly Rule<W>[]
): void {
  test(`${name}: ${changes.length} rules`, () => {
    decode(type.encode(wire).finish())
    for (const [fields, expected] of changes) {
      const bytes = type.encode({ ...wire, ...(fields as Partial<W>) }).finish()
      const place = `${name}.${Object.keys(fields)}`
      if (expected === 'ok') decode(bytes)
      else throwsCode(() => decode(bytes), expected, place)
    }
  })
}

/** Rules of a submessage as rules of the message that holds it. */
function inside<K extends string, W>(
  field: K,
  wire: W,
  changes: readonly Rule<W>[],
  wrap: (changed: object) => unknown = (changed) => changed
): [{ [P in K]?: unknown }, Expected][] {
  return changes.map(([fields, expected]) => [
    { [field]: wrap({ ...wire, ...fields }) } as { [P in K]?: unknown },
    expected
  ])
}

const bytes = (length: number): Uint8Array => new Uint8Array(length).fill(1)
const u64 = toU64
const tooLate = u64(2n ** 53n)
const latest = u64(2n ** 53n - 1n)
const hash = bytes(32)
const worker = 'w'

/** A hash that is missing, too short and too long. */
function hashRules<K extends string>(field: K): [{ [P in K]?: unknown }, Expected][] {
  return [0, 31, 33].map((length) => [{ [field]: bytes(length) } as { [P in K]?: unknown }, INVALID])
}

const limits: ailee.v1.ILimits = {
  memoryBytes: u64(65_536),
  fuel: u64(1n),
  wallTimeMs: 1000,
  outputBytes: u64(1024)
}
const limitRules: Rule<ailee.v1.ILimits>[] = [
  [{ memoryBytes: u64(0) }, INVALID],
  [{ memoryBytes: u64(2n ** 32n) }, 'ok'],
  [{ memoryBytes: u64(2n ** 32n + 1n) }, INVALID],
  [{ fuel: u64(2n ** 64n - 1n) }, 'ok'],
  [{ wallTimeMs: 0 }, INVALID],
  [{ wallTimeMs: 86_400_001 }, INVALID],
  [{ outputBytes: u64(0) }, 'ok'],
  [{ outputBytes: u64(16 * 1024 * 1024 + 1) }, INVALID]
]

const requirementRules: Rule<ailee.v1.IRequirements>[] = [
  [{}, 'ok'],
  [{ regions: new Array(16).fill('eu') }, 'ok'],
  [{ regions: new Array(17).fill('eu') }, TOO_LARGE],
  [{ regions: [''] }, INVALID],
  [{ regions: ['x'.repeat(65)] }, TOO_LARGE],
  [{ minReputationPermille: 1000 }, 'ok'],
  [{ minReputationPermille: 1001 }, INVALID],
  [{ isolation: 'reduced' }, 'ok'],
  [{ isolation: 'FULL' }, INVALID]
]

const signature = writeSignature(sampleOf(any.signature))
const signatureRules: Rule<ailee.v1.ISignature>[] = [
  [{ publicKey: bytes(31) }, INVALID],
  [{ publicKey: null }, INVALID],
  [{ nonce: bytes(17) }, INVALID],
  [{ signature: bytes(63) }, INVALID],
  [{ expiresAtMs: latest }, 'ok'],
  [{ expiresAtMs: tooLate }, INVALID],
  [{ treeSize: 0, leafIndex: 0 }, INVALID],
  [{ treeSize: 65_536, leafIndex: 65_535 }, 'ok'],
  [{ treeSize: 65_537, leafIndex: 0 }, INVALID],
  [{ treeSize: 5, leafIndex: 5 }, INVALID],
  [{ path: new Array(16).fill(hash) }, 'ok'],
  [{ path: new Array(17).fill(hash) }, TOO_LARGE],
  [{ path: [hash, bytes(31)] }, INVALID]
]

const spec = writeTaskSpec(sampleOf(any.taskSpec))
const specRules: Rule<ailee.v1.ITaskSpec>[] = [
  ...hashRules('moduleHash'),
  ...hashRules('inputHash'),
  [{ moduleBytes: u64(0) }, INVALID],
  [{ moduleBytes: u64(4 * 1024 * 1024 + 1) }, INVALID],
  [{ inputBytes: u64(16 * 1024 * 1024) }, 'ok'],
  [{ inputBytes: u64(16 * 1024 * 1024 + 1) }, INVALID],
  [{ function: '' }, 'ok'],
  [{ function: 'x'.repeat(257) }, TOO_LARGE],
  [{ function: '€'.repeat(86) }, TOO_LARGE],
  [{ limits: null }, INVALID],
  ...inside('limits', limits, limitRules),
  [{ seed: bytes(16) }, INVALID],
  [{ clockMs: tooLate }, INVALID]
]

const outcome = writeOutcome(sampleOf(any.outcome))
const outcomeChanges: Rule<ailee.v1.IOutcome>[] = [
  ...hashRules('outputHash'),
  [{ outputBytes: u64(16 * 1024 * 1024 + 1) }, INVALID],
  [{ outputInline: bytes(65_536), outputBytes: u64(65_536) }, 'ok'],
  [{ outputInline: bytes(65_537), outputBytes: u64(65_537) }, TOO_LARGE],
  [{ stderr: bytes(65_537) }, TOO_LARGE],
  [{ detail: 'x'.repeat(512) }, 'ok'],
  [{ detail: 'x'.repeat(513) }, TOO_LARGE]
]

const receipt = writeReceipt({ ...sampleOf(any.receipt), verdict: undefined })
const verdict: ailee.v1.IVerdict = {
  coordinator: 'c',
  method: 2,
  replicas: 3,
  votes: 2,
  estimatedErrorPpm: 1000,
  decidedAtMs: u64(1),
  coordinatorSignature: signature
}
const receiptChanges: Rule<ailee.v1.IReceipt>[] = [
  [{ version: 0 }, 'WIRE_VERSION_UNSUPPORTED'],
  [{ version: 2 }, 'WIRE_VERSION_UNSUPPORTED'],
  [{ network: '' }, INVALID],
  [{ network: 'x'.repeat(65) }, TOO_LARGE],
  ...hashRules('taskId'),
  ...hashRules('moduleHash'),
  ...hashRules('inputHash'),
  ...hashRules('meteringHash'),
  ...hashRules('seed'),
  ...hashRules('outputRoot'),
  [{ worker: '' }, INVALID],
  [{ worker: 'x'.repeat(129) }, TOO_LARGE],
  [{ function: 'x'.repeat(257) }, TOO_LARGE],
  [{ limits: null }, INVALID],
  ...inside('limits', limits, limitRules),
  [{ clockMs: tooLate }, INVALID],
  [{ outputBytes: u64(16 * 1024 * 1024 + 1) }, INVALID],
  [{ code: 0 }, INVALID],
  [{ code: 15 }, 'ok'],
  [{ code: 16 }, INVALID],
  [{ code: -1 }, INVALID],
  [{ trap: 'x'.repeat(65) }, TOO_LARGE],
  [{ exitCode: 2 ** 32 - 1 }, 'ok'],
  [{ code: 1, memoryHash: bytes(0) }, 'ok'],
  [{ code: 1, memoryHash: bytes(32) }, 'ok'],
  [{ code: 1, memoryHash: bytes(31) }, INVALID],
  [{ code: 8, memoryHash: bytes(32) }, INVALID],
  [{ startedAtMs: tooLate }, INVALID],
  [{ finishedAtMs: tooLate }, INVALID],
  [{ nonce: bytes(15) }, INVALID],
  [{ workerSignature: null }, INVALID],
  ...inside('workerSignature', signature, signatureRules),
  [{ verdict }, 'ok'],
  [{ verdict: { ...verdict, coordinator: '' } }, INVALID],
  [{ verdict: { ...verdict, method: 0 } }, INVALID],
  [{ verdict: { ...verdict, method: 6 } }, INVALID],
  [{ verdict: { ...verdict, lotId: bytes(31) } }, INVALID],
  [{ verdict: { ...verdict, bidSetRoot: bytes(33) } }, INVALID],
  [{ verdict: { ...verdict, replicas: 0 } }, INVALID],
  [{ verdict: { ...verdict, replicas: 10 } }, INVALID],
  [{ verdict: { ...verdict, votes: 0 } }, 'ok'],
  [{ verdict: { ...verdict, votes: 10 } }, INVALID],
  [{ verdict: { ...verdict, estimatedErrorPpm: 1_000_000 } }, 'ok'],
  [{ verdict: { ...verdict, estimatedErrorPpm: 1_000_001 } }, INVALID],
  [{ verdict: { ...verdict, decidedAtMs: tooLate } }, INVALID],
  [{ verdict: { ...verdict, coordinatorSignature: null } }, INVALID],
  ...inside('verdict', verdict, inside('coordinatorSignature', signature, signatureRules))
]

const taskStatus = writeTaskStatus(sampleOf(any.taskStatus))
const rejection = { worker, code: 'WORKER_BUSY', message: '' }
const statusChanges: Rule<ailee.v1.ITaskStatus>[] = [
  ...hashRules('taskId'),
  [{ state: 0 }, INVALID],
  [{ state: 11 }, INVALID],
  [{ workers: new Array(9).fill(worker) }, 'ok'],
  [{ workers: new Array(10).fill(worker) }, TOO_LARGE],
  [{ workers: [''] }, INVALID],
  [{ submittedAtMs: tooLate }, INVALID],
  [{ updatedAtMs: tooLate }, INVALID],
  [{ code: '' }, 'ok'],
  [{ code: 'not a code' }, INVALID],
  [{ code: '9A' }, INVALID],
  [{ code: `A${'0'.repeat(64)}` }, INVALID],
  [{ message: 'x'.repeat(513) }, TOO_LARGE],
  [{ rejections: new Array(64).fill(rejection) }, 'ok'],
  [{ rejections: new Array(65).fill(rejection) }, TOO_LARGE],
  [{ rejections: [{ ...rejection, worker: '' }] }, INVALID],
  [{ rejections: [{ ...rejection, code: '' }] }, INVALID],
  [{ rejections: [{ ...rejection, message: 'x'.repeat(513) }] }, TOO_LARGE]
]

rules('Envelope', v1.Envelope, protocol.decodeEnvelope, { version: 1, network: 'local', type: 1 }, [
  [{ version: 0 }, 'WIRE_VERSION_UNSUPPORTED'],
  [{ version: 2 }, 'WIRE_VERSION_UNSUPPORTED'],
  [{ network: '' }, INVALID],
  [{ network: 'x'.repeat(64) }, 'ok'],
  [{ network: 'x'.repeat(65) }, TOO_LARGE],
  [{ type: 0 }, INVALID],
  [{ type: 65_535 }, 'ok'],
  [{ type: 65_536 }, INVALID],
  [{ requestId: latest }, 'ok'],
  [{ requestId: tooLate }, INVALID],
  ...inside('signature', signature, signatureRules)
])

rules('Hello', v1.Hello, protocol.decodeHello, { agent: '' }, [
  [{ agent: 'x'.repeat(64) }, 'ok'],
  [{ agent: 'x'.repeat(65) }, TOO_LARGE],
  ...inside('delegation', signature, signatureRules)
])

rules('Credit', v1.Credit, protocol.decodeCredit, {}, [
  [{ messages: 1024 }, 'ok'],
  [{ messages: 1025 }, INVALID],
  [{ bytes: 2 * 1024 * 1024 }, 'ok'],
  [{ bytes: 2 * 1024 * 1024 + 1 }, INVALID]
])

const codeChanges: Rule<{ code?: string | null }>[] = [
  [{ code: '' }, INVALID],
  [{ code: 'lower' }, INVALID],
  [{ code: 'A B' }, INVALID],
  [{ code: 'A\n' }, INVALID],
  [{ code: 'Ä' }, INVALID],
  [{ code: `A${'0'.repeat(63)}` }, 'ok'],
  [{ code: `A${'0'.repeat(64)}` }, INVALID]
]
rules<ailee.v1.IStatus>('Status', v1.Status, protocol.decodeStatus, { code: 'A' }, [
  ...codeChanges,
  [{ message: 'x'.repeat(513) }, TOO_LARGE]
])
rules('RevokeLease', v1.RevokeLease, protocol.decodeRevokeLease, { code: 'A' }, codeChanges)
rules('ReturnLease', v1.ReturnLease, protocol.decodeReturnLease, { code: 'A' }, codeChanges)
rules<ailee.v1.IDecline>('Decline', v1.Decline, protocol.decodeDecline, { taskId: hash, code: 'A' }, [
  ...codeChanges,
  ...hashRules('taskId'),
  [{ message: 'x'.repeat(513) }, TOO_LARGE]
])

rules('AssignAck', v1.AssignAck, protocol.decodeAssignAck, { taskId: hash }, hashRules('taskId'))
rules('GetTask', v1.GetTask, protocol.decodeGetTask, { taskId: hash }, hashRules('taskId'))
rules('CancelTask', v1.CancelTask, protocol.decodeCancelTask, { taskId: hash }, hashRules('taskId'))
rules('ListTasks', v1.ListTasks, protocol.decodeListTasks, {}, [
  [{ limit: protocol.MAX_LISTED_TASKS }, 'ok'],
  [{ limit: protocol.MAX_LISTED_TASKS + 1 }, INVALID]
])
rules('Heartbeat', v1.Heartbeat, protocol.decodeHeartbeat, {}, [
  [{ leaseIds: new Array(4096).fill(u64(1)) }, 'ok'],
  [{ leaseIds: new Array(4097).fill(u64(1)) }, TOO_LARGE]
])

rules('Bid', v1.Bid, protocol.decodeBid, { taskId: hash, slots: 1 }, [
  ...hashRules('taskId'),
  [{ load: 1_000_000 }, 'ok'],
  [{ load: 1_000_001 }, INVALID],
  [{ slots: 0 }, INVALID],
  [{ slots: 65_536 }, 'ok'],
  [{ slots: 65_537 }, INVALID]
])

rules(
  'TaskOffer',
  v1.TaskOffer,
  protocol.decodeTaskOffer,
  { taskId: hash, moduleHash: hash, moduleBytes: u64(1), limits },
  [
    ...hashRules('taskId'),
    ...hashRules('moduleHash'),
    [{ moduleBytes: u64(0) }, INVALID],
    [{ moduleBytes: u64(4 * 1024 * 1024 + 1) }, INVALID],
    [{ inputBytes: u64(16 * 1024 * 1024 + 1) }, INVALID],
    [{ limits: null }, INVALID],
    ...inside('limits', limits, limitRules),
    [{ requirements: null }, 'ok'],
    ...inside('requirements', {}, requirementRules),
    [{ closesAtMs: tooLate }, INVALID]
  ]
)

rules(
  'AssignTask',
  v1.AssignTask,
  protocol.decodeAssignTask,
  { taskId: hash, leaseMs: 1000, spec, nonce: bytes(16) },
  [
    ...hashRules('taskId'),
    [{ leaseMs: 99 }, INVALID],
    [{ leaseMs: 100 }, 'ok'],
    [{ leaseMs: 3_600_000 }, 'ok'],
    [{ leaseMs: 3_600_001 }, INVALID],
    [{ nonce: null }, INVALID],
    [{ nonce: bytes(32) }, INVALID],
    [{ spec: null }, INVALID],
    ...inside('spec', spec, specRules)
  ]
)

rules(
  'SubmitTask',
  v1.SubmitTask,
  protocol.decodeSubmitTask,
  { clientTaskId: bytes(16), spec, replicas: 1, deadlineMs: u64(1) },
  [
    [{ clientTaskId: null }, INVALID],
    [{ clientTaskId: bytes(32) }, INVALID],
    [{ replicas: 0 }, INVALID],
    [{ replicas: 9 }, 'ok'],
    [{ replicas: 10 }, INVALID],
    [{ deadlineMs: u64(0) }, INVALID],
    [{ deadlineMs: u64(7 * 24 * 3_600_000) }, 'ok'],
    [{ deadlineMs: u64(7 * 24 * 3_600_000 + 1) }, INVALID],
    [{ priority: 3 }, 'ok'],
    [{ priority: 4 }, INVALID],
    [{ admissionToken: 'x'.repeat(256) }, 'ok'],
    [{ admissionToken: 'x'.repeat(257) }, TOO_LARGE],
    [{ spec: null }, INVALID],
    ...inside('spec', spec, specRules),
    [{ requirements: null }, 'ok'],
    ...inside('requirements', {}, requirementRules)
  ]
)

rules('Outcome', v1.Outcome, protocol.decodeOutcome, outcome, outcomeChanges)
rules('Receipt', v1.Receipt, protocol.decodeReceipt, receipt, receiptChanges)
rules('TaskStatus', v1.TaskStatus, protocol.decodeTaskStatus, taskStatus, statusChanges)

rules('TaskList', v1.TaskList, protocol.decodeTaskList, { tasks: [taskStatus] }, [
  [{ tasks: [] }, 'ok'],
  [{ tasks: new Array(protocol.MAX_LISTED_TASKS).fill({ taskId: hash, state: 1 }) }, 'ok'],
  [{ tasks: new Array(protocol.MAX_LISTED_TASKS + 1).fill({ taskId: hash, state: 1 }) }, TOO_LARGE],
  ...inside('tasks', taskStatus, statusChanges, (changed) => [taskStatus, changed])
])

const provisional = {
  status: taskStatus,
  outcome,
  receipt,
  lotId: new Uint8Array(32),
  finalByMs: 1
}

rules('Result', v1.Result, protocol.decodeResult, { taskId: hash, receipt, outcome }, [
  ...hashRules('taskId'),
  [{ receipt: null }, INVALID],
  [{ outcome: null }, INVALID],
  [{ salt: bytes(32) }, 'ok'],
  [{ salt: bytes(31) }, INVALID],
  [{ salt: bytes(33) }, INVALID],
  ...inside('receipt', receipt, receiptChanges),
  ...inside('outcome', outcome, outcomeChanges)
])

rules('AuditTask', v1.AuditTask, protocol.decodeAuditTask, { taskId: hash, nonce: bytes(16) }, [
  ...hashRules('taskId'),
  [{ nonce: null }, INVALID],
  [{ nonce: bytes(15) }, INVALID]
])
rules('AuditResult', v1.AuditResult, protocol.decodeAuditResult, { taskId: hash, receipt }, [
  ...hashRules('taskId'),
  [{ receipt: null }, INVALID],
  ...inside('receipt', receipt, receiptChanges)
])

rules(
  'ResultCommitment',
  v1.ResultCommitment,
  protocol.decodeResultCommitment,
  { taskId: hash, commitment: hash },
  [...hashRules('taskId'), ...hashRules('commitment')]
)

rules('TaskProvisional', v1.TaskProvisional, protocol.decodeTaskProvisional, provisional, [
  [{ status: null }, INVALID],
  [{ outcome: null }, INVALID],
  [{ receipt: null }, INVALID],
  [{ lotId: new Uint8Array(31) }, INVALID],
  [{ lotId: new Uint8Array(33) }, INVALID],
  ...inside('outcome', outcome, outcomeChanges)
])

rules('TaskComplete', v1.TaskComplete, protocol.decodeTaskComplete, { status: taskStatus }, [
  [{ status: null }, INVALID],
  [{ outcome: {} }, INVALID],
  [{ receipts: [{}] }, 'WIRE_VERSION_UNSUPPORTED'],
  [{ receipts: new Array(9).fill(receipt) }, 'ok'],
  [{ receipts: new Array(10).fill(receipt) }, TOO_LARGE]
])

rules('TaskInput', v1.Input, protocol.decodeTaskInput, {}, [
  [{ args: new Array(1024).fill('') }, 'ok'],
  [{ args: new Array(1025).fill('') }, TOO_LARGE],
  [{ env: new Array(1025).fill('') }, TOO_LARGE],
  [{ stdin: bytes(16 * 1024 * 1024 + 1) }, TOO_LARGE],
  [{ args: ['x'.repeat(8 * 1024 * 1024)], stdin: bytes(8 * 1024 * 1024) }, TOO_LARGE],
  [{ files: new Array(1025).fill({ path: 'a' }) }, TOO_LARGE],
  [{ files: Array.from({ length: 1024 }, (_, at) => ({ path: `${at}` })) }, 'ok'],
  [{ files: [{ path: 'x'.repeat(257) }] }, TOO_LARGE],
  [{ files: [{ path: '\u00fc'.repeat(129) }] }, TOO_LARGE],
  [{ files: [{ path: 'x'.repeat(256) }, { path: 'a/b' }, { path: 'a/c/...' }] }, 'ok'],
  [{ files: [{ path: `${'a/'.repeat(15)}a` }] }, 'ok'],
  [{ files: [{ path: `${'a/'.repeat(16)}a` }] }, INVALID],
  ...['', '/', '/a', 'a/', 'a//b', '.', '..', './a', 'a/.', 'a/../b', 'a/..', '../a', 'a\0b'].map(
    (path): [{ files: unknown }, Expected] => [{ files: [{ path }] }, INVALID]
  ),
  [{ files: [{ path: 'a' }, { path: 'a' }] }, INVALID],
  [{ files: [{ path: 'a' }, { path: 'a-b' }, { path: 'a/b' }] }, INVALID],
  [{ files: [{ path: 'a/b/c' }, { path: 'a/b' }] }, INVALID]
])

rules('BlobRequest', v1.BlobRequest, protocol.decodeBlobRequest, { network: 'local', hash }, [
  ...hashRules('hash'),
  [{ network: '' }, INVALID],
  [{ network: 'x'.repeat(65) }, TOO_LARGE]
])
rules('BlobHeader', v1.BlobHeader, protocol.decodeBlobHeader, {}, [
  [{ bytes: u64(16 * 1024 * 1024) }, 'ok'],
  [{ bytes: u64(16 * 1024 * 1024 + 1) }, INVALID],
  [{ bytes: u64(2n ** 64n - 1n) }, INVALID]
])
rules('BlobChunk', v1.BlobChunk, protocol.decodeBlobChunk, { data: bytes(1) }, [
  [{ data: bytes(0) }, INVALID],
  [{ data: bytes(65_536) }, 'ok'],
  [{ data: bytes(65_537) }, TOO_LARGE]
])

rules(
  'TelemetrySample',
  v1.TelemetrySample,
  protocol.decodeTelemetrySample,
  { network: 'local', nodeId: worker },
  [
    [{ network: '' }, INVALID],
    [{ nodeId: '' }, INVALID],
    [{ nodeId: 'x'.repeat(129) }, TOO_LARGE],
    [{ sequence: tooLate }, INVALID],
    [{ timestampMs: tooLate }, INVALID],
    [{ region: 'x'.repeat(65) }, TOO_LARGE],
    [{ deviceClass: 'x'.repeat(65) }, TOO_LARGE],
    [{ deviceClass: 'x'.repeat(9000) }, TOO_LARGE],
    [{ cpuUtilization: 1 }, 'ok'],
    [{ cpuUtilization: -0.01 }, INVALID],
    [{ cpuUtilization: 1.01 }, INVALID],
    [{ cpuUtilization: Number.NaN }, INVALID],
    [{ availableMemoryBytes: tooLate }, INVALID],
    [{ totalMemoryBytes: tooLate }, INVALID],
    [{ gflops: -1 }, INVALID],
    [{ gflops: Number.POSITIVE_INFINITY }, INVALID],
    [{ latencyMs: -1 }, INVALID],
    [{ latencyMs: Number.NaN }, INVALID],
    [{ latencyMs: 1e6 + 1 }, INVALID],
    [{ bandwidthMbps: -1 }, INVALID],
    [{ powerWatts: -1 }, INVALID],
    [{ availableMemoryBytes: u64(2n ** 53n) }, INVALID],
    [{ gflops: 1e9 + 1 }, INVALID],
    [{ bandwidthMbps: 1e9 + 1 }, INVALID],
    [{ bandwidthMbps: Number.NaN }, INVALID],
    [{ powerWatts: 1e6 + 1 }, INVALID],
    [{ powerWatts: Number.NaN }, INVALID],
    [{ temperatureCelsius: Number.NaN }, INVALID],
    [{ eventLoopLagMs: 0 }, 'ok'],
    [{ eventLoopLagMs: -1 }, INVALID],
    [{ eventLoopLagMs: 1e6 + 1 }, INVALID],
    [{ eventLoopLagMs: Number.NaN }, INVALID],
    [{ temperatureCelsius: -101 }, INVALID],
    [{ temperatureCelsius: 1001 }, INVALID],
    [{ slots: 65_537 }, INVALID],
    [{ slotsFree: 65_537 }, INVALID]
  ]
)

rules(
  'CoordinatorAnnouncement',
  v1.CoordinatorAnnouncement,
  protocol.decodeCoordinatorAnnouncement,
  { network: 'local', nodeId: worker },
  [
    [{ network: '' }, INVALID],
    [{ nodeId: '' }, INVALID],
    [{ timestampMs: tooLate }, INVALID],
    [{ multiaddrs: new Array(8).fill('/a') }, 'ok'],
    [{ multiaddrs: new Array(9).fill('/a') }, TOO_LARGE],
    [{ multiaddrs: [''] }, INVALID],
    [{ multiaddrs: ['x'.repeat(513)] }, TOO_LARGE],
    [{ multiaddrs: ['x'.repeat(8193)] }, TOO_LARGE]
  ]
)

rules('WorkerStatus', v1.WorkerStatus, protocol.decodeWorkerStatus, { cores: 1, isolation: 'full' }, [
  [{ slots: 0 }, 'ok'],
  [{ slots: 65_537 }, INVALID],
  [{ memoryBytes: latest }, 'ok'],
  [{ memoryBytes: tooLate }, INVALID],
  [{ cores: 0 }, INVALID],
  [{ cores: 65_537 }, INVALID],
  [{ region: 'x'.repeat(65) }, TOO_LARGE],
  [{ deviceClass: 'x'.repeat(65) }, TOO_LARGE],
  [{ isolation: '' }, INVALID],
  [{ isolation: 'none' }, INVALID]
])

test('text that is no UTF-8 is refused, however it is framed', () => {
  // Hello.agent: a lone continuation byte, an overlong slash, half a surrogate pair.
  for (const hex of ['80', 'c0af', 'eda080']) {
    const agent = Buffer.from(hex, 'hex')
    const message = Buffer.concat([Buffer.of(0x22, agent.length), agent])
    throwsCode(() => protocol.decodeHello(message), 'WIRE_MALFORMED')
    throwsCode(() => protocol.decodeHello(new Uint8Array(message)), 'WIRE_MALFORMED')
  }
})

test.run()
