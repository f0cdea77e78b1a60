import type { TaskId } from '@ailee/core'
import { agreementKey, bytesEqual, type Receipt } from '@ailee/protocol'
import type { CoordinatorEvents } from '../events.js'

import type { OpenTask, TaskBook } from '../task/task-book.js'
import { returnedExecutions } from '../task/transitions.js'
import type { AuditListener, AuditQueue } from './audits.js'
import type { ClientFinding, ClientReferee } from './client-referee.js'
import type { ClientStanding } from './client-standing.js'
import type { Policies } from './policies.js'
import type { RefereeFinding } from './referee.js'
import type { SandboxFinding } from './sandbox-referee.js'

export interface RoutedAuditsComponents {
  book: TaskBook
  policies: Policies
  sandbox: AuditQueue<SandboxFinding>
  clients: AuditQueue<ClientFinding>
  clientReferee: ClientReferee
  standing: ClientStanding
  events: CoordinatorEvents
}

/**
 * Asks the referee that a task has: its client, where that wants to be it, else the coordinator's sandbox. A client
 * that finds what the worker did is believed. Where it finds something else, or does not tell, the sandbox decides: the
 * word of a client alone costs nobody anything. All of it is forgotten with the process, and then asked anew.
 */
export class RoutedAudits implements AuditQueue<RefereeFinding> {
  readonly #components: RoutedAuditsComponents
  /** Tasks of such clients that the sandbox decides; true where the client contradicted the worker. */
  readonly #handedOver = new Map<TaskId, boolean>()
  #listener: AuditListener<RefereeFinding> = async () => {}

  constructor(components: RoutedAuditsComponents) {
    this.#components = components
    const { sandbox, clients } = components
    sandbox.onFinding((taskId, attempt, finding) => this.#executed(taskId, attempt, finding))
    clients.onFinding((taskId, attempt, finding) => this.#told(taskId, attempt, finding))
  }

  get size(): number {
    return this.#components.sandbox.size + this.#components.clients.size
  }

  has(taskId: TaskId): boolean {
    return this.#components.sandbox.has(taskId) || this.#components.clients.has(taskId)
  }

  onFinding(listener: AuditListener<RefereeFinding>): void {
    this.#listener = listener
  }

  add(taskId: TaskId, attempt: number): void {
    const { sandbox, clients, policies } = this.#components
    const isOfClient = policies.holderOf(taskId)?.isOfClient === true && !this.#handedOver.has(taskId)
    if (isOfClient) clients.add(taskId, attempt)
    else sandbox.add(taskId, attempt)
  }

  remove(taskId: TaskId): void {
    const { sandbox, clients, clientReferee } = this.#components
    sandbox.remove(taskId)
    clients.remove(taskId)
    clientReferee.cancel(taskId)
    this.#handedOver.delete(taskId)
  }

  async stop(): Promise<void> {
    await Promise.all([this.#components.sandbox.stop(), this.#components.clients.stop()])
  }

  async #executed(taskId: TaskId, attempt: number, finding: SandboxFinding): Promise<void> {
    const { book, standing, events } = this.#components
    const task = book.get(taskId)
    const claimed = task && claimedBy(task, attempt)
    if (claimed !== undefined && this.#handedOver.get(taskId) === true && 'key' in finding) {
      const { client } = task?.record ?? {}
      if (client !== undefined && finding.key === agreementKey({ receipt: claimed })) {
        this.#handedOver.set(taskId, false)
        standing.contradicted(client)
        events.clientContradicted(taskId, client)
      }
    }
    await this.#listener(taskId, attempt, finding)
  }

  async #told(taskId: TaskId, attempt: number, finding: ClientFinding): Promise<void> {
    const { book, sandbox, events } = this.#components
    const task = book.get(taskId)
    const claimed = task && claimedBy(task, attempt)
    if (task === undefined || claimed === undefined) return
    // By other rules of metering the same run gives other figures: that says nothing about anybody.
    const isComparable =
      'receipt' in finding && bytesEqual(finding.receipt.meteringHash, claimed.meteringHash)
    const key = isComparable ? agreementKey(finding) : undefined
    if (key !== undefined && key === agreementKey({ receipt: claimed })) {
      events.clientAudited('agreed')
      return this.#listener(taskId, attempt, { clientKey: key })
    }
    events.clientAudited(isComparable ? 'differed' : 'failed')
    this.#handedOver.set(taskId, isComparable)
    sandbox.add(taskId, attempt)
  }
}

/** What the worker states about this attempt. */
function claimedBy({ record }: OpenTask, attempt: number): Receipt | undefined {
  return returnedExecutions(record).find((execution) => execution.attempt === attempt)?.result?.receipt
}
