import { AileeError, MIB, type NodeId, type TaskId } from '@ailee/core'
import {
  type AuditResult,
  type AuditTask,
  type BidSet,
  contentHash,
  decodeAuditTask,
  decodeBidSet,
  decodeTaskComplete,
  decodeTaskList,
  decodeTaskProvisional,
  decodeTaskStatus,
  defaultVerificationTerms,
  encodeAuditResult,
  encodeCancelTask,
  encodeGetBidSet,
  encodeGetTask,
  encodeListTasks,
  encodeSubmitTask,
  encodeTaskInput,
  type IncomingMessage,
  type Limits,
  type OutgoingMessage,
  type SubmitTask,
  type TaskComplete,
  type TaskProvisional,
  type TaskState,
  type TaskStatus,
  taskIdOf
} from '@ailee/protocol'
import type { MemoryBlobs, MemoryHub, MemoryTransport } from '../memory-transport.js'

/** What a client is told about a task. */
export interface Report {
  status: TaskStatus
  /** Once the task has ended. */
  complete: TaskComplete | undefined
  /** Where it has a result that may still change. */
  provisional: TaskProvisional | undefined
}

/** What a submission is to differ in from a plain one. */
export type SubmitParts = Partial<Omit<SubmitTask, 'spec'>> & {
  /** Gives the client task id; else each submission has its own. */
  id?: number
  module?: Uint8Array
  input?: Uint8Array
  limits?: Partial<Limits>
  /** What the spec says of the sizes, where that is not to be true. */
  moduleBytes?: number
  inputBytes?: number
  hashMemory?: boolean
}

export const plainModule = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0)
export const plainInput = encodeTaskInput({ args: ['7'], env: [], stdin: new Uint8Array(), files: [] })
export const plainLimits: Limits = {
  memoryBytes: 64 * MIB,
  fuel: 1_000_000n,
  wallTimeMs: 30_000,
  outputBytes: MIB
}

/** A client that submits, asks, and writes down what it is told. */
export class ClientDouble {
  readonly nodeId: NodeId
  /** What the coordinator pushed, in order. */
  readonly pushed: Report[] = []
  /** Audits it was asked for. */
  readonly audited: AuditTask[] = []
  /** What it answers to one; undefined: it refuses. */
  audits: ((asked: AuditTask) => Promise<AuditResult>) | undefined
  readonly blobs = new Map<string, Uint8Array>()
  readonly #transport: MemoryTransport
  readonly #principal: NodeId
  readonly #network: string
  readonly #coordinator: NodeId
  #submissions = 0

  constructor(
    { hub, blobs }: { hub: MemoryHub; blobs: MemoryBlobs },
    init: { nodeId: NodeId; network: string; coordinator: NodeId; principal?: NodeId | undefined }
  ) {
    this.nodeId = init.nodeId
    this.#principal = init.principal ?? init.nodeId
    this.#network = init.network
    this.#coordinator = init.coordinator
    this.#transport = hub.transport(init.nodeId, { client: true }, init.principal)
    const hear = async (message: IncomingMessage): Promise<undefined> =>
      void this.pushed.push(reportOf(message))
    this.#transport.handle('TASK_STATUS', hear)
    this.#transport.handle('TASK_PROVISIONAL', hear)
    this.#transport.handle('TASK_COMPLETE', hear)
    this.#transport.handle('AUDIT_TASK', async ({ payload }) => {
      const asked = decodeAuditTask(payload)
      this.audited.push(asked)
      if (this.audits === undefined) throw new AileeError('AUDIT_REFUSED', 'no referee here')
      return { type: 'AUDIT_RESULT', payload: encodeAuditResult(await this.audits(asked)) }
    })
    blobs.sources.set(this.nodeId, { get: async (hash) => this.blobs.get(hash) })
    hub.connect(this.#transport)
  }

  submission(parts: SubmitParts = {}): SubmitTask {
    const { id, module, input, limits, moduleBytes, inputBytes, hashMemory = false, ...rest } = parts
    const moduleOrPlain = module ?? plainModule
    const inputOrPlain = input ?? plainInput
    this.blobs.set(contentHash(moduleOrPlain), moduleOrPlain)
    this.blobs.set(contentHash(inputOrPlain), inputOrPlain)
    this.#submissions += 1
    const clientTaskId = new Uint8Array(16)
    new DataView(clientTaskId.buffer).setUint32(0, id ?? 1_000_000 + this.#submissions)
    return {
      clientTaskId,
      spec: {
        moduleHash: contentHash(moduleOrPlain),
        moduleBytes: moduleBytes ?? moduleOrPlain.length,
        inputHash: contentHash(inputOrPlain),
        inputBytes: inputBytes ?? inputOrPlain.length,
        function: '',
        limits: { ...plainLimits, ...limits },
        seed: new Uint8Array(32).fill(9),
        clockMs: 1_700_000_000_000,
        hashMemory
      },
      reward: 1_000n,
      requirements: { regions: [], minReputationPermille: 0, isolation: undefined },
      replicas: 1,
      deadlineMs: 600_000,
      priority: 'NORMAL',
      verification: defaultVerificationTerms,
      ...rest
    }
  }

  taskId(submit: SubmitTask): TaskId {
    return taskIdOf(this.#network, this.#principal, submit.clientTaskId)
  }

  /** Submits and gives the answer. Rejects with the coordinator's code. */
  submit(parts: SubmitParts = {}): Promise<Report> {
    return this.send(this.submission(parts))
  }

  async send(submit: SubmitTask): Promise<Report> {
    return this.ask({ type: 'SUBMIT_TASK', payload: encodeSubmitTask(submit) })
  }

  get(taskId: TaskId, follow = false): Promise<Report> {
    return this.ask({ type: 'GET_TASK', payload: encodeGetTask({ taskId, follow }) })
  }

  cancel(taskId: TaskId): Promise<Report> {
    return this.ask({ type: 'CANCEL_TASK', payload: encodeCancelTask({ taskId }) })
  }

  async list(limit = 100): Promise<TaskStatus[]> {
    const payload = encodeListTasks({ limit })
    return decodeTaskList((await this.#request({ type: 'LIST_TASKS', payload })).payload)
  }

  /** How an auction was decided. */
  async bidSet(taskId: TaskId, attempt = 0): Promise<BidSet> {
    const payload = encodeGetBidSet({ taskId, attempt })
    return decodeBidSet((await this.#request({ type: 'GET_BID_SET', payload })).payload)
  }

  async ask(message: OutgoingMessage): Promise<Report> {
    return reportOf(await this.#request(message))
  }

  /** The states it was told of by itself, without repetitions. */
  states(taskId: TaskId): TaskState[] {
    const told = this.pushed.flatMap(({ status }) => (status.taskId === taskId ? [status.state] : []))
    return told.filter((state, index) => state !== told[index - 1])
  }

  /** The end it was told of by itself. */
  complete(taskId: TaskId): TaskComplete | undefined {
    return this.pushed.find(({ status, complete }) => complete !== undefined && status.taskId === taskId)
      ?.complete
  }

  #request(message: OutgoingMessage): Promise<IncomingMessage> {
    return this.#transport.request(this.#coordinator, message, { timeoutMs: 60_000 })
  }
}

function reportOf({ type, payload }: IncomingMessage): Report {
  const nothing = { complete: undefined, provisional: undefined }
  if (type === 'TASK_PROVISIONAL') {
    const provisional = decodeTaskProvisional(payload)
    return { ...nothing, status: provisional.status, provisional }
  }
  if (type !== 'TASK_COMPLETE') return { ...nothing, status: decodeTaskStatus(payload) }
  const complete = decodeTaskComplete(payload)
  return { ...nothing, status: complete.status, complete }
}
