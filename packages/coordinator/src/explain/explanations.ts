import type { CommitRequest, NodeId, TaskId } from '@ailee/core'
import {
  agreementKey,
  bytesToHex,
  decodeSubmitTask,
  isEnded,
  NO_ERROR_ESTIMATE_PPM,
  type SubmitTask
} from '@ailee/protocol'
import { heldOf, type JournalEntry, type LedgerBook, movementsOfTask } from '@ailee/settlement'
import type { AuctionRepository, ExecutionRecord, TaskRecord } from '@ailee/store'
import type { TaskBook } from '../task/task-book.js'
import { returnedExecutions } from '../task/transitions.js'
import type { VerificationDesk } from '../verification/verification-desk.js'
import { explainAuction } from './explained-auction.js'
import type {
  ExplainedAuction,
  ExplainedExecution,
  ExplainedVerification,
  Explanation,
  Movement
} from './explanation.js'

export interface ExplanationsComponents {
  book: TaskBook
  auctions: AuctionRepository
  ledger?: LedgerBook<CommitRequest> | undefined
  desk: VerificationDesk | undefined
}

/** Tells why tasks went as they went, from what was written down meanwhile. */
export class Explanations {
  readonly #components: ExplanationsComponents

  constructor(components: ExplanationsComponents) {
    this.#components = components
  }

  async of(taskId: TaskId): Promise<Explanation | undefined> {
    const { book, auctions } = this.#components
    const record = await book.find(taskId)
    if (record === undefined) return undefined
    const submit = decodeSubmitTask(record.submitPayload)
    const explained: ExplainedAuction[] = []
    for await (const auction of auctions.list(taskId)) explained.push(explainAuction(auction))
    const { client, state, code, message, submittedAtMs, updatedAtMs, deadlineAtMs, notBeforeMs } = record
    return {
      taskId,
      ...{ client, state, code, message, submittedAtMs, updatedAtMs, deadlineAtMs, notBeforeMs },
      terms: termsOf(submit),
      auctions: explained,
      executions: record.executions.map(explainExecution),
      votes: votesOf(record),
      verification: this.#verification(record, submit),
      money: await this.#money(record)
    }
  }

  #verification(record: TaskRecord, submit: SubmitTask): ExplainedVerification {
    const { taskId, state, receipts } = record
    const { desk } = this.#components
    const place = desk?.placeOf(taskId)
    const verdict = receipts[0]?.verdict
    const isOpen = !isEnded(state)
    const estimate = verdict?.estimatedErrorPpm
    return {
      policy: policyOf(record, submit, isOpen ? desk?.policyOf(taskId) : undefined),
      method: verdict?.method ?? null,
      votes: verdict?.votes ?? null,
      estimatedErrorPpm: estimate === undefined || estimate === NO_ERROR_ESTIMATE_PPM ? null : estimate,
      auditPending: isOpen && desk?.isAuditing(taskId) === true,
      lot: place?.lot ?? (verdict?.lotId === undefined ? null : bytesToHex(verdict.lotId)),
      finalByMs: place?.finalByMs ?? null
    }
  }

  async #money(record: TaskRecord): Promise<Explanation['money']> {
    const { ledger } = this.#components
    if (ledger === undefined) return { escrow: null, movements: [] }
    const escrow = await ledger.escrow(record.taskId)
    const entries: JournalEntry[] = []
    for (const operationId of movementsOfTask(record.taskId, record.executions)) {
      const entry = await ledger.entry(operationId)
      if (entry !== undefined) entries.push(entry)
    }
    entries.sort((one, other) => (one.sequence < other.sequence ? -1 : 1))
    return {
      escrow:
        escrow === undefined
          ? null
          : {
              funded: String(escrow.fundedUnits),
              paid: String(escrow.paidUnits),
              refunded: String(escrow.refundedUnits),
              held: String(heldOf(escrow))
            },
      movements: entries.map(movementOf)
    }
  }
}

function termsOf({
  reward,
  replicas,
  priority,
  verification,
  auction,
  requirements
}: SubmitTask): Explanation['terms'] {
  const { mode, targetErrorPpm, maxDelayMs, quorum } = verification
  const { regions, minReputationPermille, isolation } = requirements
  return {
    reward: String(reward),
    ...{ replicas, quorum, priority, verification: mode, targetErrorPpm, maxDelayMs },
    strategy: auction?.strategy ?? 'WEIGHTED',
    sealed: auction?.sealed ?? false,
    regions,
    minReputation: minReputationPermille / 1000,
    isolation: isolation ?? null
  }
}

function policyOf(
  { executions, receipts }: TaskRecord,
  { replicas, verification }: SubmitTask,
  held: ExplainedVerification['policy'] | undefined
): ExplainedVerification['policy'] {
  if (replicas > 1) return 'replicas'
  if (held !== undefined) return held
  const verdict = receipts[0]?.verdict
  if (verdict?.method === 'SIGNATURE_ONLY' || verification.mode === 'UNVERIFIED') return 'none'
  if (verdict?.lotId !== undefined) return 'lot'
  if (verification.mode === 'FINAL_NOW') return 'final-now'
  return executions.some(({ result }) => result !== undefined) ? 'ledger' : null
}

function explainExecution(execution: ExecutionRecord): ExplainedExecution {
  const { attempt, worker, leaseId, state, assignedAtMs, committedAtMs, endedAtMs } = execution
  const { cost, code, message, result } = execution
  return {
    ...{ attempt, worker, state, assignedAtMs, code, message },
    leaseId: String(leaseId),
    committedAtMs: committedAtMs ?? null,
    endedAtMs: endedAtMs === 0 ? null : endedAtMs,
    cost: String(cost),
    result: result === undefined ? null : resultOf(result.receipt)
  }
}

function resultOf({
  code,
  trap,
  exitCode,
  fuelUsed,
  outputBytes
}: Parameters<typeof agreementKey>[0]['receipt']): ExplainedExecution['result'] {
  return { code, trap, exitCode, fuelUsed: String(fuelUsed), outputBytes }
}

function votesOf(record: TaskRecord): { result: string; workers: NodeId[] }[] {
  const groups = new Map<string, NodeId[]>()
  for (const { worker, result } of returnedExecutions(record)) {
    if (result === undefined) continue
    const key = agreementKey(result)
    groups.set(key, [...(groups.get(key) ?? []), worker])
  }
  const votes = Array.from(groups, ([result, workers]) => ({ result, workers }))
  return votes.sort((one, other) => other.workers.length - one.workers.length)
}

function movementOf({ operation, from, to, movedUnits, appliedAtMs }: JournalEntry): Movement {
  return { operation: operation.operationId, from, to, units: String(movedUnits), atMs: appliedAtMs }
}
