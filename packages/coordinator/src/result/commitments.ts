import type { Clock } from '@ailee/core'
import {
  bytesEqual,
  decodeResultCommitment,
  encodeCommitmentAck,
  type IncomingMessage,
  type OutgoingMessage,
  opensCommitment,
  type Result
} from '@ailee/protocol'
import type { ExecutionRecord } from '@ailee/store'
import { CoordinatorError } from '../errors.js'
import type { CoordinatorEvents } from '../events.js'
import type { Leases } from '../leases.js'
import type { OpenTask, TaskBook } from '../task/task-book.js'
import { committed, executionOf, isExecuting } from '../task/transitions.js'
import { commitsFirst } from './replicas.js'

/**
 * Takes in what workers of a replicated task commit to. The first commitment of an execution is stored, then
 * acknowledged; it never changes.
 */
export class Commitments {
  readonly #book: TaskBook
  readonly #leases: Leases
  readonly #clock: Clock
  readonly #events: CoordinatorEvents

  constructor(components: { book: TaskBook; leases: Leases; clock: Clock; events: CoordinatorEvents }) {
    this.#events = components.events
    this.#book = components.book
    this.#leases = components.leases
    this.#clock = components.clock
  }

  /** Throws LEASE_UNKNOWN, and COMMITMENT_REFUSED where none is wanted or another was given before. */
  async take({ from, payload }: IncomingMessage): Promise<OutgoingMessage> {
    const { leaseId, taskId, commitment } = decodeResultCommitment(payload)
    const lease = this.#leases.get(leaseId)
    const task = this.#book.get(taskId)
    if (lease?.worker !== from || lease.taskId !== taskId || task === undefined) throw unknownLease()
    if (!commitsFirst(task.submit)) {
      throw new CoordinatorError('COMMITMENT_REFUSED', 'this task wants its result at once')
    }
    const changed = await this.#book.change(taskId, (current) => {
      const execution = executionOf(current, leaseId)
      return execution !== undefined && isExecuting(execution)
        ? committed(current, leaseId, commitment, this.#clock.now())
        : undefined
    })
    if (changed !== undefined) this.#events.committed(taskId, from)
    const held = this.#book.get(taskId)
    const stored = held && executionOf(held.record, leaseId)?.commitment
    if (stored === undefined) throw unknownLease()
    if (!bytesEqual(stored, commitment)) {
      throw new CoordinatorError('COMMITMENT_REFUSED', 'this execution is committed to another result')
    }
    return { type: 'COMMITMENT_ACK', payload: encodeCommitmentAck({ leaseId }) }
  }
}

function unknownLease(): CoordinatorError {
  return new CoordinatorError('LEASE_UNKNOWN', 'this lease is not out, or not yours')
}

/** Why a result may not count for the sake of its commitment, or undefined if it may. */
export function commitmentFault(
  { submit }: OpenTask,
  { commitment }: ExecutionRecord,
  { receipt, salt }: Result
): { code: string; message: string } | undefined {
  if (commitment !== undefined) {
    return opensCommitment(commitment, receipt, salt)
      ? undefined
      : { code: 'COMMITMENT_BROKEN', message: 'it is not the result that its worker committed to' }
  }
  return commitsFirst(submit)
    ? { code: 'COMMITMENT_MISSING', message: 'its worker did not commit to it first' }
    : undefined
}
