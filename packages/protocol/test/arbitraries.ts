import * as fc from 'fast-check'
import type { VerificationTerms } from '../src/codec/verification-terms.js'
import type {
  AssignAck,
  AssignTask,
  AuditResult,
  AuditTask,
  Bid,
  BidCommitment,
  BidSet,
  BidSetEntry,
  BlobHeader,
  BlobRequest,
  CoordinatorAnnouncement,
  Credit,
  Decline,
  Envelope,
  Evidence,
  GetBidSet,
  GetTask,
  Heartbeat,
  Hello,
  InputFile,
  Limits,
  ListTasks,
  Outcome,
  Receipt,
  Requirements,
  Result,
  ResultCommitment,
  RevealBid,
  RevokeLease,
  Signature,
  SignedStatement,
  SignedVerdict,
  Status,
  SubmitTask,
  TaskComplete,
  TaskInput,
  TaskOffer,
  TaskProvisional,
  TaskSpec,
  TaskStatus,
  TelemetrySample,
  Verdict,
  WorkerStatus
} from '../src/index.js'
import {
  auctionStrategyNumbers,
  bidderOf,
  bytesToHex,
  CREDIT_WINDOW_BYTES,
  CREDIT_WINDOW_MESSAGES,
  bidCommitment as commit,
  commitmentsRoot,
  encodeBid,
  encodeBidCommitment,
  evidenceOf,
  MAX_BATCH_LEAVES,
  MAX_DEADLINE_MS,
  MAX_INLINE_OUTPUT_BYTES,
  MAX_INPUT_BYTES,
  MAX_LISTED_TASKS,
  MAX_MEMORY_BYTES,
  MAX_MODULE_BYTES,
  MAX_OUTPUT_BYTES,
  MAX_REPLICAS,
  MAX_WALL_TIME_MS,
  makeBidSet,
  nodeIdFromPublicKey,
  resultCodeNumbers,
  signedBid,
  signedReceipt
} from '../src/index.js'
import { verificationMethodNumbers } from '../src/receipt/receipt.js'
import { taskStateNumbers } from '../src/task-state.js'

/** Plain objects, as decoders make them. */
function record<T>(fields: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<T> {
  return fc.record<T>(fields, { noNullPrototype: true }) as fc.Arbitrary<T>
}

function keysOf<K extends string>(record: Readonly<Record<K, unknown>>): fc.Arbitrary<K> {
  return fc.constantFrom(...(Object.keys(record) as K[]))
}

function optional<T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(value, { nil: undefined })
}

/** Bytes of this exact length. */
export function bytesOf(length: number): fc.Arbitrary<Uint8Array> {
  return fc.uint8Array({ minLength: length, maxLength: length })
}

/** Mostly short bytes, now and then as many as are allowed. */
function bytesUpTo(max: number): fc.Arbitrary<Uint8Array> {
  const longest = fc.nat(255).map((byte) => new Uint8Array(max).fill(byte))
  return fc.oneof(
    { weight: 20, arbitrary: fc.uint8Array({ maxLength: Math.min(max, 64) }) },
    { weight: 1, arbitrary: longest }
  )
}

/** Any Unicode text of at most `maxBytes` bytes in UTF-8. */
export function text(maxBytes: number, minLength = 0): fc.Arbitrary<string> {
  const short = fc.string({ unit: 'binary', minLength, maxLength: Math.min(Math.floor(maxBytes / 4), 20) })
  const longest = fc.constantFrom('x'.repeat(maxBytes), 'é'.repeat(maxBytes / 2), '😀'.repeat(maxBytes / 4))
  return fc.oneof({ weight: 9, arbitrary: short }, { weight: 1, arbitrary: longest })
}

const int = (min: number, max: number): fc.Arbitrary<number> =>
  fc.oneof(fc.integer({ min, max }), fc.constantFrom(min, max))
const u32 = int(0, 2 ** 32 - 1)
const u64 = fc.oneof(
  fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
  fc.constantFrom(0n, 2n ** 64n - 1n, 2n ** 63n)
)
const time = int(0, Number.MAX_SAFE_INTEGER)
const hash = bytesOf(32).map(bytesToHex)
const network = text(64, 1)
const nodeId = text(128, 1)
const region = text(64)
const code = fc.stringMatching(/^[A-Z][A-Z0-9_]{0,63}$/)

export const limits: fc.Arbitrary<Limits> = record({
  memoryBytes: int(1, MAX_MEMORY_BYTES),
  fuel: u64,
  wallTimeMs: int(1, MAX_WALL_TIME_MS),
  outputBytes: int(0, MAX_OUTPUT_BYTES)
})

export const requirements: fc.Arbitrary<Requirements> = record({
  regions: fc.array(text(64, 1), { maxLength: 16 }),
  minReputationPermille: int(0, 1000),
  isolation: fc.constantFrom(undefined, 'full' as const, 'reduced' as const)
})

export const taskSpec: fc.Arbitrary<TaskSpec> = record({
  moduleHash: hash,
  moduleBytes: int(1, MAX_MODULE_BYTES),
  inputHash: hash,
  inputBytes: int(0, MAX_INPUT_BYTES),
  function: text(256),
  limits,
  seed: bytesOf(32),
  clockMs: time,
  hashMemory: fc.boolean()
})

export const signature: fc.Arbitrary<Signature> = int(1, MAX_BATCH_LEAVES).chain((treeSize) =>
  record({
    publicKey: bytesOf(32),
    nonce: bytesOf(16),
    expiresAtMs: time,
    signature: bytesOf(64),
    treeSize: fc.constant(treeSize),
    leafIndex: int(0, treeSize - 1),
    path: fc.array(bytesOf(32), { maxLength: 16 })
  })
)

const verdict: fc.Arbitrary<Verdict> = record({
  coordinator: nodeId,
  method: keysOf(verificationMethodNumbers),
  replicas: int(1, MAX_REPLICAS),
  votes: int(0, MAX_REPLICAS),
  estimatedErrorPpm: int(0, 1_000_000),
  decidedAtMs: time,
  lotId: optional(bytesOf(32)),
  bidSetRoot: optional(bytesOf(32)),
  coordinatorSignature: signature
})

export const receipt: fc.Arbitrary<Receipt> = record({
  network,
  taskId: hash,
  worker: nodeId,
  moduleHash: hash,
  function: text(256),
  inputHash: hash,
  limits,
  meteringHash: bytesOf(32),
  seed: bytesOf(32),
  clockMs: time,
  outputRoot: bytesOf(32),
  outputBytes: int(0, MAX_OUTPUT_BYTES),
  fuelUsed: u64,
  code: keysOf(resultCodeNumbers),
  trap: text(64),
  exitCode: u32,
  memoryHash: optional(bytesOf(32)),
  startedAtMs: time,
  finishedAtMs: time,
  nonce: bytesOf(16),
  workerSignature: signature,
  verdict: optional(verdict)
}).map((all) => (all.code === 'SUCCESS' ? all : { ...all, memoryHash: undefined }))

/** An empty output is always inline: the wire cannot tell it from one left out. */
export const outcome: fc.Arbitrary<Outcome> = record({
  outputHash: hash,
  outputInline: optional(bytesUpTo(MAX_INLINE_OUTPUT_BYTES)),
  stderr: bytesUpTo(65_536),
  detail: text(512),
  fetchedBytes: int(1, MAX_OUTPUT_BYTES)
}).map(({ fetchedBytes, ...rest }) => ({ ...rest, outputBytes: rest.outputInline?.length ?? fetchedBytes }))

const auctionTerms = record({ strategy: keysOf(auctionStrategyNumbers), sealed: fc.boolean() })

export const taskStatus: fc.Arbitrary<TaskStatus> = record({
  taskId: hash,
  state: keysOf(taskStateNumbers),
  bids: u32,
  workers: fc.array(nodeId, { maxLength: MAX_REPLICAS }),
  attempts: u32,
  submittedAtMs: time,
  updatedAtMs: time,
  code: fc.oneof(fc.constant(''), code),
  message: text(512),
  rejections: fc.array(record({ worker: nodeId, code, message: text(512) }), { maxLength: 4 }),
  auction: optional(auctionTerms)
}).map(({ auction, ...rest }) => (auction === undefined ? rest : { ...rest, auction }))

export const taskList = fc.array(taskStatus, { maxLength: 4 })

export const bid: fc.Arbitrary<Bid> = record({
  taskId: hash,
  attempt: u32,
  cost: u64,
  load: int(0, 1_000_000),
  slots: int(1, 65_536),
  moduleCached: fc.boolean(),
  series: optional(bytesOf(16)),
  salt: optional(bytesOf(32))
}).map(({ series, salt, ...rest }) => ({
  ...rest,
  ...(series === undefined ? {} : { series }),
  ...(salt === undefined ? {} : { salt })
}))

const signedStatement = (name: string): fc.Arbitrary<SignedStatement> =>
  fc.oneof(
    receipt.map((one) => signedReceipt({ ...one, network: name })),
    record<SignedVerdict>({
      kind: fc.constant('VERDICT' as const),
      network: fc.constant(name),
      executionHash: bytesOf(32),
      verdict
    }),
    fc.tuple(bid, signature).map(([one, signed]) => signedBid(name, encodeBid(one), signed))
  )

export const evidence: fc.Arbitrary<Evidence> = network.chain((name) =>
  fc
    .tuple(signedStatement(name), signedStatement(name))
    .map(([a, b]) => evidenceOf(a, b))
    .filter((made) => made !== undefined)
)

export const assignTask: fc.Arbitrary<AssignTask> = record({
  taskId: hash,
  attempt: u32,
  leaseId: u64,
  leaseMs: int(100, 3_600_000),
  spec: taskSpec,
  nonce: bytesOf(16),
  cost: u64,
  commitFirst: fc.boolean()
})

export const blobRequest: fc.Arbitrary<BlobRequest> = record({ network, hash })
export const blobHeader: fc.Arbitrary<BlobHeader> = record({
  found: fc.boolean(),
  bytes: int(0, MAX_INPUT_BYTES)
})
export const blobChunk = bytesUpTo(65_536).filter((data) => data.length > 0)

export const hello: fc.Arbitrary<Hello> = record({
  worker: fc.boolean(),
  coordinator: fc.boolean(),
  client: fc.boolean(),
  agent: text(64),
  delegation: optional(signature)
})
export const credit: fc.Arbitrary<Credit> = record({
  messages: int(0, CREDIT_WINDOW_MESSAGES),
  bytes: int(0, CREDIT_WINDOW_BYTES)
})
export const status: fc.Arbitrary<Status> = record({ code, message: text(512), retryAfterMs: u32 })

export const coordinatorAnnouncement: fc.Arbitrary<CoordinatorAnnouncement> = record({
  network,
  nodeId,
  timestampMs: time,
  multiaddrs: fc.array(text(512, 1), { maxLength: 8 }),
  tasksPending: u32,
  lots: fc.array(bytesOf(32), { maxLength: 16 })
})

export const decline: fc.Arbitrary<Decline> = record({
  taskId: hash,
  attempt: u32,
  code,
  message: text(512)
})

export const envelope: fc.Arbitrary<Envelope> = record({
  network,
  type: int(1, 0xffff),
  requestId: time,
  reply: fc.boolean(),
  payload: bytesUpTo(100_000),
  signature: optional(signature)
})

export const assignAck: fc.Arbitrary<AssignAck> = record({ taskId: hash, leaseId: u64 })
export const heartbeat: fc.Arbitrary<Heartbeat> = record({ leaseIds: fc.array(u64, { maxLength: 50 }) })
/** RESULT_ACK, COMMITMENT_ACK and REVEAL_RESULT. */
export const resultAck = record({ leaseId: u64 })
/** REVOKE_LEASE and RETURN_LEASE. */
export const codedLease: fc.Arbitrary<RevokeLease> = record({ leaseId: u64, code })

export const result: fc.Arbitrary<Result> = record({
  taskId: hash,
  leaseId: u64,
  receipt,
  outcome,
  salt: optional(bytesOf(32))
})
export const auditTask: fc.Arbitrary<AuditTask> = record({ taskId: hash, attempt: u32, nonce: bytesOf(16) })
export const auditResult: fc.Arbitrary<AuditResult> = record({ taskId: hash, attempt: u32, receipt })
export const resultCommitment: fc.Arbitrary<ResultCommitment> = record({
  taskId: hash,
  leaseId: u64,
  commitment: bytesOf(32)
})

const verificationTerms = (replicas: number): fc.Arbitrary<VerificationTerms> =>
  record({
    mode:
      replicas > 1
        ? fc.constantFrom('AUTO' as const, 'REPLICAS' as const)
        : fc.constantFrom(
            'AUTO' as const,
            'LOT' as const,
            'LEDGER' as const,
            'FINAL_NOW' as const,
            'UNVERIFIED' as const
          ),
    targetErrorPpm: int(1, 1_000_000),
    maxDelayMs: int(0, MAX_DEADLINE_MS),
    quorum:
      replicas > 1 ? fc.oneof(fc.constant(0), int(Math.floor(replicas / 2) + 1, replicas)) : fc.constant(0),
    referee: fc.constantFrom('COORDINATOR' as const, 'CLIENT' as const)
  }).map((terms) =>
    replicas > 1 || terms.mode === 'UNVERIFIED' ? { ...terms, referee: 'COORDINATOR' as const } : terms
  )

export const submitTask: fc.Arbitrary<SubmitTask> = int(1, MAX_REPLICAS).chain((replicas) =>
  record({
    clientTaskId: bytesOf(16),
    spec: taskSpec,
    reward: u64,
    requirements,
    replicas: fc.constant(replicas),
    deadlineMs: int(1, MAX_DEADLINE_MS),
    priority: fc.constantFrom('LOW' as const, 'NORMAL' as const, 'HIGH' as const, 'CRITICAL' as const),
    verification: verificationTerms(replicas),
    auction: optional(auctionTerms)
  }).map(({ auction, ...rest }) => (auction === undefined ? rest : { ...rest, auction }))
)

export const taskProvisional: fc.Arbitrary<TaskProvisional> = record({
  status: taskStatus,
  outcome,
  receipt,
  lotId: bytesOf(32),
  finalByMs: time
})

export const taskComplete: fc.Arbitrary<TaskComplete> = record({
  status: taskStatus,
  outcome: optional(outcome),
  receipts: fc.array(receipt, { maxLength: 3 })
})

export const taskOffer: fc.Arbitrary<TaskOffer> = record({
  taskId: hash,
  attempt: u32,
  moduleHash: hash,
  moduleBytes: int(1, MAX_MODULE_BYTES),
  inputBytes: int(0, MAX_INPUT_BYTES),
  limits,
  requirements,
  maxCost: u64,
  closesAtMs: time,
  sealed: fc.boolean()
}).map(({ sealed, ...rest }) => (sealed ? { ...rest, sealed } : rest))

export const bidCommitment: fc.Arbitrary<BidCommitment> = record({
  taskId: hash,
  attempt: u32,
  commitment: bytesOf(32)
})
export const revealBid: fc.Arbitrary<RevealBid> = record({
  taskId: hash,
  attempt: u32,
  commitment: bytesOf(32),
  commitmentsRoot: bytesOf(32)
})
export const getBidSet: fc.Arbitrary<GetBidSet> = record({ taskId: hash, attempt: u32 })

const bidSetHead = record({
  network,
  taskId: hash,
  attempt: int(1, 2 ** 32 - 1),
  coordinator: nodeId,
  openedAtMs: time,
  closesAtMs: time,
  strategy: keysOf(auctionStrategyNumbers),
  maxCost: u64,
  wanted: int(1, MAX_REPLICAS)
})
const bidSetNumbers = record({
  reputationPpm: int(0, 1_000_000),
  healthPpm: int(0, 1_000_000),
  greenPpm: int(0, 1_000_000),
  latencyUs: optional(int(0, 1_000_000_000)),
  waited: int(0, 1_000_000_000)
})

/** Sealed sets have bids that were committed to, and commitments whose bid never came. */
export const bidSet: fc.Arbitrary<BidSet> = fc
  .tuple(
    bidSetHead,
    fc.boolean(),
    fc.uniqueArray(fc.tuple(bid, signature, bidSetNumbers, fc.boolean()), {
      maxLength: 4,
      selector: ([, { publicKey }]) => nodeIdFromPublicKey(publicKey)
    })
  )
  .map(([partial, sealed, parts]) => {
    const { network: name, taskId, attempt, maxCost } = partial
    const entries = parts.map(([one, by, numbers, shown]): BidSetEntry => {
      const payload = encodeBid({ ...one, taskId, attempt, cost: one.cost % (maxCost + 1n) })
      const made = { ...numbers, bid: signedBid(name, payload, by), outcome: 'LOST' as const }
      if (!sealed) return { ...made, commitment: undefined }
      const commitment = {
        taskId,
        attempt,
        commitment: commit(name, nodeIdFromPublicKey(by.publicKey), payload)
      }
      const signed = { payload: encodeBidCommitment(commitment), signature: by, commitment }
      return { ...made, bid: shown ? made.bid : undefined, commitment: signed }
    })
    const commitments = entries.map((entry) => ({
      worker: bidderOf(entry),
      commitment: entry.commitment?.commitment.commitment ?? new Uint8Array(32)
    }))
    const root = sealed ? commitmentsRoot({ taskId, attempt }, commitments) : undefined
    return makeBidSet({ ...partial, commitmentsRoot: root }, entries)
  })

export const getTask: fc.Arbitrary<GetTask> = record({ taskId: hash, follow: fc.boolean() })
export const cancelTask = record({ taskId: hash })
export const listTasks: fc.Arbitrary<ListTasks> = record({ limit: int(1, MAX_LISTED_TASKS) })

/** A name of a folder never ends in `f`, one of a file always does, so that no path is both. */
const folderName = fc.oneof(
  fc.constantFrom('a', '...', 'ü'),
  text(10).map((name) => `${name.replaceAll(/[/\0]/g, '_')}-`)
)
const inputFile: fc.Arbitrary<InputFile> = record({
  path: fc
    .tuple(fc.array(folderName, { maxLength: 5 }), fc.constantFrom('f', 'gf', '.f', ' f'))
    .map(([folders, name]) => [...folders, name].join('/')),
  bytes: bytesUpTo(1_000)
})
export const inputFiles: fc.Arbitrary<InputFile[]> = fc.uniqueArray(inputFile, {
  selector: ({ path }) => path,
  maxLength: 10
})

export const taskInput: fc.Arbitrary<TaskInput> = record({
  args: fc.array(text(1024), { maxLength: 10 }),
  env: fc.array(text(1024), { maxLength: 10 }),
  stdin: bytesUpTo(100_000),
  files: inputFiles
})

const float = (min: number, max: number): fc.Arbitrary<number | undefined> =>
  optional(fc.double({ min, max, noNaN: true }))

export const telemetrySample: fc.Arbitrary<TelemetrySample> = record({
  network,
  nodeId,
  sequence: time,
  timestampMs: time,
  region,
  deviceClass: region,
  cpuUtilization: float(0, 1),
  availableMemoryBytes: optional(time),
  totalMemoryBytes: optional(time),
  gflops: float(0, 1e9),
  latencyMs: float(0, 1e6),
  bandwidthMbps: float(0, 1e9),
  powerWatts: float(0, 1e6),
  temperatureCelsius: float(-100, 1000),
  slots: int(0, 65_536),
  slotsFree: int(0, 65_536),
  cachedModules: u32,
  errors: u32,
  eventLoopLagMs: float(0, 1e6)
})

export const workerStatus: fc.Arbitrary<WorkerStatus> = record({
  slots: int(0, 65_536),
  memoryBytes: time,
  cores: int(1, 65_536),
  region,
  deviceClass: region,
  isolation: fc.constantFrom('full' as const, 'reduced' as const),
  draining: fc.boolean()
})
