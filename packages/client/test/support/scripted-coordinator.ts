import { AileeError, type ContentHash, ManualClock, MIB, type NodeId, seededRandom } from '@ailee/core'
import {
  BatchSigner,
  type BlobFetcher,
  contentHash,
  encodeTaskComplete,
  encodeTaskStatus,
  type IncomingMessage,
  type MessageHandler,
  type MessageTransport,
  type MessageType,
  nodeIdFromPublicKey,
  type OutgoingMessage,
  outputRoot,
  type PeerListener,
  portableSigner,
  portableVerifier,
  type Receipt,
  type ReceiptBody,
  signReceipt,
  signVerdict,
  type TaskComplete,
  type TaskState,
  type TaskStatus,
  type VerdictBody
} from '@ailee/protocol'
import { Client, Outbox, type PreparedTask, type TaskRequest } from '../../src/index.js'

const random = seededRandom(1)
const signers = [1, 2, 3, 4].map(
  (seed) => new BatchSigner({ signer: portableSigner(new Uint8Array(32).fill(seed)), random })
)
const [coordinatorSigner, otherSigner, workerSigner, secondWorkerSigner] = signers as [
  BatchSigner,
  BatchSigner,
  BatchSigner,
  BatchSigner
]
export const otherCoordinator = otherSigner
export { secondWorkerSigner, workerSigner }

export const network = 'test'
export const coordinatorId = nodeIdFromPublicKey(coordinatorSigner.publicKey)
const clientKey = portableSigner(new Uint8Array(32).fill(9))
export const clientId = nodeIdFromPublicKey(clientKey.publicKey)
export const clientSigner = new BatchSigner({ signer: clientKey, random })
export const output = new TextEncoder().encode('the answer\n')

export const lost = (code = 'TASK_STREAM_CLOSED'): AileeError => new AileeError(code, 'lost on the way')

/** A coordinator made of the answers a test gives, and the client that talks to it. */
export class ScriptedCoordinator implements MessageTransport, BlobFetcher {
  readonly nodeId = clientId
  readonly clock = new ManualClock()
  readonly outbox = new Outbox()
  readonly client: Client
  readonly received: OutgoingMessage[] = []
  readonly blobs = new Map<ContentHash, Uint8Array>()
  /** Answers a request, or throws. */
  answer: (message: OutgoingMessage) => OutgoingMessage | Promise<OutgoingMessage> = () => {
    throw lost()
  }
  readonly #handlers = new Map<MessageType, MessageHandler>()

  constructor() {
    const components = {
      transport: this,
      blobFetcher: this,
      outbox: this.outbox,
      verifier: portableVerifier,
      clock: this.clock,
      random: seededRandom(2)
    }
    this.client = new Client(components, { network, coordinator: coordinatorId, principal: clientId })
  }

  async request(
    to: NodeId,
    message: OutgoingMessage,
    { signal }: { timeoutMs: number; signal?: AbortSignal }
  ): Promise<IncomingMessage> {
    signal?.throwIfAborted()
    this.received.push(message)
    const aborted = Promise.withResolvers<never>()
    signal?.addEventListener('abort', () => aborted.reject(signal.reason), { once: true })
    const reply = await Promise.race([(async () => this.answer(message))(), aborted.promise])
    return { ...reply, from: to, principal: to }
  }

  async send(): Promise<void> {}

  handle(type: MessageType, handler: MessageHandler): void {
    this.#handlers.set(type, handler)
  }

  onPeers(_: PeerListener): () => void {
    return () => {}
  }

  /** Tells the client something unasked. */
  async push(message: OutgoingMessage, from = coordinatorId): Promise<OutgoingMessage | undefined> {
    return this.#handlers.get(message.type)?.({ ...message, from, principal: from })
  }

  async fetch(
    from: NodeId,
    hash: ContentHash,
    { signal }: { maxBytes: number; signal?: AbortSignal }
  ): Promise<Uint8Array> {
    signal?.throwIfAborted()
    const blob = from === coordinatorId ? this.blobs.get(hash) : undefined
    if (blob === undefined) throw new AileeError('BLOB_NOT_FOUND', 'no such blob')
    return blob
  }

  prepare(change: Partial<TaskRequest> = {}): PreparedTask {
    return this.client.prepare(request(change))
  }

  /** Lets time pass until the work has come to an end, and gives that. */
  async whileWaiting<T>(work: Promise<T>, withinMs = 300_000): Promise<T> {
    let over = false
    const settled = work.finally(() => {
      over = true
    })
    settled.catch(() => {})
    for (let passedMs = 0; passedMs <= withinMs; passedMs += 100) {
      for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve))
      if (over) return settled
      this.clock.advance(100)
    }
    throw new Error(`nothing came of it within ${withinMs} ms`)
  }
}

export function request(change: Partial<TaskRequest> = {}): TaskRequest {
  return {
    module: Uint8Array.of(0, 0x61, 0x73, 0x6d),
    function: 'answer',
    input: { args: ['7'], env: ['A=b'], stdin: new Uint8Array(), files: [] },
    limits: { memoryBytes: MIB, fuel: 10n, wallTimeMs: 1_000, outputBytes: MIB },
    reward: 1_000n,
    requirements: { regions: [], minReputationPermille: 0, isolation: undefined },
    replicas: 1,
    deadlineMs: 60_000,
    priority: 'NORMAL',
    ...change
  }
}

export function statusOf(taskId: string, state: TaskState): TaskStatus {
  return {
    taskId,
    state,
    bids: 0,
    workers: [],
    attempts: 0,
    submittedAtMs: 1,
    updatedAtMs: 1,
    code: '',
    message: '',
    rejections: []
  }
}

export function statusMessage(taskId: string, state: TaskState): OutgoingMessage {
  return { type: 'TASK_STATUS', payload: encodeTaskStatus(statusOf(taskId, state)) }
}

export function completeMessage(complete: TaskComplete): OutgoingMessage {
  return { type: 'TASK_COMPLETE', payload: encodeTaskComplete(complete) }
}

/** A receipt as an honest worker signs it. */
export function receiptOf(
  prepared: PreparedTask,
  taskId: string,
  change: Partial<ReceiptBody> = {},
  signer = workerSigner
): Promise<Receipt> {
  const { spec } = prepared.submit
  return signReceipt(signer, {
    network,
    taskId,
    worker: nodeIdFromPublicKey(signer.publicKey),
    moduleHash: spec.moduleHash,
    function: spec.function,
    inputHash: spec.inputHash,
    limits: spec.limits,
    meteringHash: new Uint8Array(32),
    seed: spec.seed,
    clockMs: spec.clockMs,
    outputRoot: outputRoot(output),
    outputBytes: output.length,
    fuelUsed: 1n,
    code: 'SUCCESS',
    trap: '',
    exitCode: 0,
    memoryHash: spec.hashMemory ? new Uint8Array(32) : undefined,
    startedAtMs: 1,
    finishedAtMs: 2,
    nonce: new Uint8Array(16),
    ...change
  })
}

/** The same with a verdict, as the coordinator gives it. */
export function judged(
  receipt: Receipt,
  change: Partial<VerdictBody> = {},
  signer = coordinatorSigner
): Promise<Receipt> {
  return signVerdict(signer, receipt, {
    coordinator: nodeIdFromPublicKey(signer.publicKey),
    method: 'SIGNATURE_ONLY',
    replicas: 1,
    votes: 1,
    estimatedErrorPpm: 1_000_000,
    lotId: undefined,
    bidSetRoot: undefined,
    decidedAtMs: 3,
    ...change
  })
}

/** An end with these receipts. */
export function completeOf(
  taskId: string,
  receipts: Receipt[],
  state: TaskState = 'COMPLETED'
): TaskComplete {
  const bytes = receipts[0]?.outputBytes === 0 ? new Uint8Array() : output
  const outcome = {
    outputHash: contentHash(bytes),
    outputBytes: bytes.length,
    outputInline: bytes,
    stderr: new Uint8Array(),
    detail: ''
  }
  return { status: statusOf(taskId, state), outcome, receipts }
}

export async function codeOf(action: Promise<unknown>): Promise<string> {
  try {
    await action
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error)
  }
  return 'no error'
}
