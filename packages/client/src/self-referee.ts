import type { NodeId, TaskId } from '@ailee/core'
import {
  type BatchSigner,
  decodeAuditTask,
  decodeTaskInput,
  type ExecutionOutcome,
  type Executor,
  encodeAuditResult,
  type IncomingMessage,
  isInfrastructureFailure,
  type MessageTransport,
  type OutgoingMessage,
  stateExecution
} from '@ailee/protocol'
import { ClientError } from './errors.js'
import type { PreparedTask } from './task-request.js'

export interface SelfRefereeComponents {
  transport: MessageTransport
  executor: Executor
  /** Of the session, that is of the transport's own key. */
  signer: BatchSigner
}

/** One of this client's tasks, and its one execution here, however often it is asked for. */
interface Watched {
  prepared: PreparedTask
  run: Promise<ExecutionOutcome> | undefined
}

/**
 * Executes tasks of this client itself when their coordinator asks it to, and states what came out. Only what it was
 * told to watch, and only for that coordinator: anybody else is refused.
 */
export class SelfReferee {
  readonly #components: SelfRefereeComponents
  readonly #init: { network: string; coordinator: NodeId }
  readonly #watched = new Map<TaskId, Watched>()
  readonly #abort = new AbortController()

  constructor(components: SelfRefereeComponents, init: { network: string; coordinator: NodeId }) {
    this.#components = components
    this.#init = init
    components.transport.handle('AUDIT_TASK', (message) => this.#asked(message))
  }

  /** Is the referee of this task from now on; gives what ends that. */
  watch(taskId: TaskId, prepared: PreparedTask): () => void {
    this.#watched.set(taskId, { prepared, run: undefined })
    return () => void this.#watched.delete(taskId)
  }

  /** Ends what is executed. */
  async stop(): Promise<void> {
    this.#abort.abort(new ClientError('AUDIT_REFUSED', 'the client is leaving'))
    await Promise.allSettled([...this.#watched.values()].map(({ run }) => run))
    this.#watched.clear()
  }

  async #asked({ from, payload }: IncomingMessage): Promise<OutgoingMessage> {
    const { taskId, attempt, nonce } = decodeAuditTask(payload)
    const watched = from === this.#init.coordinator ? this.#watched.get(taskId) : undefined
    if (watched === undefined || this.#abort.signal.aborted) {
      throw new ClientError('AUDIT_REFUSED', 'this session is no referee of this task')
    }
    const ran = await this.#run(watched)
    const { transport, executor, signer } = this.#components
    const { spec } = watched.prepared.submit
    const self = {
      network: this.#init.network,
      nodeId: transport.nodeId,
      meteringHash: executor.meteringHash
    }
    const receipt = await stateExecution(signer, self, { taskId, spec, nonce }, ran)
    return { type: 'AUDIT_RESULT', payload: encodeAuditResult({ taskId, attempt, receipt }) }
  }

  /** What it found once it finds again; what its machine failed on it tries anew. */
  async #run(watched: Watched): Promise<ExecutionOutcome> {
    const { submit, module, input } = watched.prepared
    watched.run ??= this.#components.executor.run(
      { ...submit.spec, module, input: decodeTaskInput(input) },
      { signal: this.#abort.signal }
    )
    const run = watched.run
    try {
      const ran = await run
      if (isInfrastructureFailure(ran.code)) watched.run = undefined
      return ran
    } catch (error) {
      if (watched.run === run) watched.run = undefined
      throw error
    }
  }
}
