import { readFileSync } from 'node:fs'
import {
  AileeError,
  type ContentHash,
  ManualClock,
  MIB,
  type NodeId,
  noMetrics,
  seededRandom,
  silentLogger
} from '@ailee/core'
import {
  type AssignTask,
  BatchSigner,
  type BlobFetcher,
  contentHash,
  decodeHeartbeat,
  decodeResult,
  decodeResultCommitment,
  decodeReturnLease,
  decodeWorkerStatus,
  encodeAssignTask,
  encodeCommitmentAck,
  encodeResultAck,
  encodeRevealResult,
  encodeRevokeLease,
  encodeTaskInput,
  type Hello,
  type IncomingMessage,
  type Limits,
  type MessageHandler,
  type MessageTransport,
  type MessageType,
  nodeIdFromPublicKey,
  type OutgoingMessage,
  type PeerListener,
  portableSigner,
  type Result,
  type ResultCommitment,
  type TaskInput,
  type TelemetrySample
} from '@ailee/protocol'
import type { Sandbox } from '@ailee/sandbox'
import { type Capacity, type ModuleCache, Worker, type WorkerInit } from '../../src/index.js'

const signer = portableSigner(new Uint8Array(32).fill(5))
export const workerId = nodeIdFromPublicKey(signer.publicKey)
export const coordinatorId = 'coordinator'
export const network = 'test'

export const plainCapacity: Capacity = {
  slots: 2,
  memoryBytes: 64 * MIB,
  cores: 2,
  region: 'eu',
  deviceClass: 'pc',
  isolation: 'full',
  pricePerGigafuel: 1_000n
}

/** A built example module (`examples/modules`), found from the compiled test. */
export function example(name: string): Uint8Array {
  return readFileSync(new URL(`../../../../../examples/modules/${name}.wasm`, import.meta.url))
}

class MemoryCache implements ModuleCache {
  readonly kept = new Map<ContentHash, Uint8Array>()

  async get(hash: ContentHash): Promise<Uint8Array | undefined> {
    return this.kept.get(hash)
  }

  async put(blob: Uint8Array): Promise<ContentHash> {
    this.kept.set(contentHash(blob), blob)
    return contentHash(blob)
  }

  async has(hash: ContentHash): Promise<boolean> {
    return this.kept.has(hash)
  }

  async list(): Promise<readonly unknown[]> {
    return [...this.kept.keys()]
  }
}

/** What a task is to differ in from a plain one. */
export interface TaskParts {
  module?: string
  function?: string
  input?: Partial<TaskInput>
  limits?: Partial<Limits>
  leaseId?: bigint
  taskId?: string
  commitFirst?: boolean
}

interface Sent extends OutgoingMessage {
  to: NodeId
}

/** Coordinators played by a test, around one real worker; its clock is moved by hand. */
export class ScriptedCoordinator implements MessageTransport, BlobFetcher {
  readonly nodeId = workerId
  readonly clock = new ManualClock()
  readonly cache = new MemoryCache()
  readonly worker: Worker
  readonly published: TelemetrySample[] = []
  /** Everything the worker sent, in order. */
  readonly sent: Sent[] = []
  readonly fetched: ContentHash[] = []
  readonly blobs = new Map<ContentHash, Uint8Array>()
  /** The lease that is acknowledged when a RESULT comes. */
  ackedLease: (result: Result) => bigint = ({ leaseId }) => leaseId
  /** Awaited before a RESULT is acknowledged; may throw. */
  beforeAck: (result: Result) => void | Promise<void> = () => {}
  /** The same of a RESULT_COMMITMENT. */
  beforeCommitmentAck: (commitment: ResultCommitment) => void | Promise<void> = () => {}
  /** Called before a blob is handed over; may throw. */
  beforeBlob: (hash: ContentHash) => void = () => {}
  readonly #handlers = new Map<MessageType, MessageHandler>()
  readonly #listeners = new Set<PeerListener>()
  #leases = 0n

  constructor(sandbox: Sandbox, init: Partial<WorkerInit> = {}) {
    this.worker = new Worker(
      {
        transport: this,
        blobFetcher: this,
        blobs: this.cache,
        sandbox,
        signer: new BatchSigner({ signer, random: seededRandom(1) }),
        publish: async (sample) => void this.published.push(sample),
        latencyMs: () => undefined,
        bandwidthMbps: () => undefined,
        clock: this.clock,
        random: seededRandom(2),
        log: silentLogger,
        metrics: noMetrics
      },
      { network, capacity: plainCapacity, drainMs: 100, ...init }
    )
  }

  /** Starts the worker and introduces the coordinator to it. */
  async begin(): Promise<this> {
    await this.worker.start()
    this.introduce(coordinatorId)
    return this
  }

  introduce(peer: NodeId, hello: Partial<Hello> = { coordinator: true }): void {
    const full = { worker: false, coordinator: false, client: false, agent: 'test', ...hello }
    for (const listener of this.#listeners) listener.peerReady(peer, full)
  }

  leave(peer: NodeId): void {
    for (const listener of this.#listeners) listener.peerGone(peer)
  }

  /** Sends the worker a message and gives its answer. */
  async tell(message: OutgoingMessage, from = coordinatorId): Promise<OutgoingMessage | undefined> {
    const handler = this.#handlers.get(message.type)
    if (handler === undefined) throw new AileeError('UNSUPPORTED', message.type)
    return handler({ ...message, from, principal: from })
  }

  /** An assignment whose module and input can be fetched. */
  assignment(parts: TaskParts = {}): AssignTask {
    const module = example(parts.module ?? 'primes')
    const input = encodeTaskInput({ args: [], env: [], stdin: new Uint8Array(), files: [], ...parts.input })
    this.blobs.set(contentHash(module), module)
    this.blobs.set(contentHash(input), input)
    this.#leases += 1n
    return {
      taskId: parts.taskId ?? this.#leases.toString(16).padStart(64, '0'),
      attempt: 1,
      leaseId: parts.leaseId ?? this.#leases,
      leaseMs: 2_500,
      spec: {
        moduleHash: contentHash(module),
        moduleBytes: module.length,
        inputHash: contentHash(input),
        inputBytes: input.length,
        function: parts.function ?? '',
        limits: {
          memoryBytes: 32 * MIB,
          fuel: 10n ** 15n,
          wallTimeMs: 20_000,
          outputBytes: MIB,
          ...parts.limits
        },
        seed: new Uint8Array(32).fill(3),
        clockMs: 1_700_000_000_000,
        hashMemory: false
      },
      nonce: new Uint8Array(16).fill(Number(this.#leases)),
      cost: 1n,
      commitFirst: parts.commitFirst ?? false
    }
  }

  assign(assignment: AssignTask, from = coordinatorId): Promise<OutgoingMessage | undefined> {
    return this.tell({ type: 'ASSIGN_TASK', payload: encodeAssignTask(assignment) }, from)
  }

  async revoke({ leaseId }: AssignTask, from = coordinatorId): Promise<void> {
    await this.tell(
      { type: 'REVOKE_LEASE', payload: encodeRevokeLease({ leaseId, code: 'CANCELLED' }) },
      from
    )
  }

  async reveal({ leaseId }: AssignTask, from = coordinatorId): Promise<void> {
    await this.tell({ type: 'REVEAL_RESULT', payload: encodeRevealResult({ leaseId }) }, from)
  }

  of(type: MessageType, to?: NodeId): Sent[] {
    return this.sent.filter((sent) => sent.type === type && (to === undefined || sent.to === to))
  }

  results(): Result[] {
    return this.of('RESULT').map(({ payload }) => decodeResult(payload))
  }

  commitments(): ResultCommitment[] {
    return this.of('RESULT_COMMITMENT').map(({ payload }) => decodeResultCommitment(payload))
  }

  heartbeats(to?: NodeId): bigint[][] {
    return this.of('HEARTBEAT', to).map(({ payload }) => decodeHeartbeat(payload).leaseIds)
  }

  returned(): { leaseId: bigint; code: string }[] {
    return this.of('RETURN_LEASE').map(({ payload }) => decodeReturnLease(payload))
  }

  statuses(to?: NodeId) {
    return this.of('WORKER_STATUS', to).map(({ payload }) => decodeWorkerStatus(payload))
  }

  async request(
    to: NodeId,
    message: OutgoingMessage,
    { signal }: { timeoutMs: number; signal?: AbortSignal }
  ): Promise<IncomingMessage> {
    signal?.throwIfAborted()
    this.sent.push({ ...message, to })
    const aborted = Promise.withResolvers<never>()
    signal?.addEventListener('abort', () => aborted.reject(signal.reason), { once: true })
    const answer = await Promise.race([this.#answer(message), aborted.promise])
    return { ...answer, from: to, principal: to }
  }

  async #answer({ type, payload }: OutgoingMessage): Promise<OutgoingMessage> {
    if (type === 'RESULT_COMMITMENT') {
      const commitment = decodeResultCommitment(payload)
      await this.beforeCommitmentAck(commitment)
      return { type: 'COMMITMENT_ACK', payload: encodeCommitmentAck(commitment) }
    }
    const result = decodeResult(payload)
    await this.beforeAck(result)
    return { type: 'RESULT_ACK', payload: encodeResultAck({ leaseId: this.ackedLease(result) }) }
  }

  async send(to: NodeId, message: OutgoingMessage): Promise<void> {
    this.sent.push({ ...message, to })
  }

  handle(type: MessageType, handler: MessageHandler): void {
    this.#handlers.set(type, handler)
  }

  onPeers(listener: PeerListener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  async fetch(
    _: NodeId,
    hash: ContentHash,
    { signal }: { maxBytes: number; signal?: AbortSignal }
  ): Promise<Uint8Array> {
    signal?.throwIfAborted()
    this.fetched.push(hash)
    this.beforeBlob(hash)
    const blob = this.blobs.get(hash)
    if (blob === undefined) throw new AileeError('BLOB_NOT_FOUND', 'no such blob')
    return blob
  }
}

/** Waits, in real time, until something is so. */
export async function eventually(condition: () => boolean, withinMs = 15_000): Promise<void> {
  const end = performance.now() + withinMs
  while (!condition()) {
    if (performance.now() > end) throw new Error(`not so within ${withinMs} ms: ${condition}`)
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
}

/** Lets everything that can go on without time do so. */
export async function turns(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}

export async function codeOf(action: Promise<unknown>): Promise<string> {
  try {
    await action
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error)
  }
  return 'no error'
}
