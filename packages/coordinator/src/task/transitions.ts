import type { NodeId } from '@ailee/core'
import type { Outcome, Receipt, Rejection, Result, TaskState } from '@ailee/protocol'
import type { ExecutionRecord, TaskRecord } from '@ailee/store'

/**
 * The state machine of a task. Each function gives the record after one event and changes nothing else; whether
 * the event may happen is its caller's to check against the record it got.
 */

/** Leases handed back that a record remembers: a worker that is always busy must not make it grow without end. */
const MAX_KEPT_REVOKED = 8

const isActive = (execution: ExecutionRecord): boolean =>
  isExecuting(execution) || execution.state === 'COMMITTED'

/** Whether its worker may still be at it: such an execution takes a slot, and has no result yet. */
export function isExecuting({ state }: ExecutionRecord): boolean {
  return state === 'LEASED' || state === 'RUNNING'
}

export function executingExecutions(task: TaskRecord): ExecutionRecord[] {
  return task.executions.filter(isExecuting)
}

/** Executions whose result is committed to, and not shown yet. */
export function committedExecutions(task: TaskRecord): ExecutionRecord[] {
  return task.executions.filter(({ state }) => state === 'COMMITTED')
}

/** Executions that hold a lease now. */
export function activeExecutions(task: TaskRecord): ExecutionRecord[] {
  return task.executions.filter(isActive)
}

/** Executions whose result has come back and counts. */
export function returnedExecutions(task: TaskRecord): ExecutionRecord[] {
  return task.executions.filter(({ state }) => state === 'RETURNED')
}

export function rejectedExecutions(task: TaskRecord): ExecutionRecord[] {
  return task.executions.filter(({ state }) => state === 'REJECTED')
}

export function lostExecutions(task: TaskRecord): ExecutionRecord[] {
  return task.executions.filter(({ state }) => state === 'LOST')
}

export function executionOf(task: TaskRecord, leaseId: bigint): ExecutionRecord | undefined {
  return task.executions.find((execution) => execution.leaseId === leaseId)
}

/** What the executions make of the task's state while it has not ended. */
function openState(executions: readonly ExecutionRecord[]): TaskState {
  // A result that nobody has seen is as good as none.
  if (executions.some(({ state }) => state === 'RUNNING' || state === 'COMMITTED')) return 'RUNNING'
  if (executions.some(({ state }) => state === 'LEASED')) return 'ASSIGNED'
  if (executions.some(({ state }) => state === 'RETURNED')) return 'PROVISIONAL'
  return 'QUEUED'
}

/** An auction begins. */
export function offered(task: TaskRecord, nowMs: number): TaskRecord {
  const state = activeExecutions(task).length > 0 ? task.state : 'OFFERED'
  return { ...task, state, attempts: task.attempts + 1, updatedAtMs: nowMs }
}

/** An auction ended without a winner, for the reason given. */
export function unsold(
  task: TaskRecord,
  why: { code: string; message: string; rejections: Rejection[]; bids: number },
  nowMs: number
): TaskRecord {
  return {
    ...task,
    state: openState(task.executions),
    bids: task.bids + why.bids,
    code: why.code,
    message: why.message,
    rejections: why.rejections,
    updatedAtMs: nowMs
  }
}

/** Winners got a lease each. */
export function assigned(
  task: TaskRecord,
  executions: readonly ExecutionRecord[],
  bids: number,
  nowMs: number
): TaskRecord {
  const all = [...task.executions, ...executions]
  return {
    ...task,
    executions: all,
    state: openState(all),
    bids: task.bids + bids,
    code: '',
    message: '',
    rejections: [],
    updatedAtMs: nowMs
  }
}

/** A worker took its assignment. */
export function running(task: TaskRecord, leaseId: bigint, nowMs: number): TaskRecord {
  return withExecution(task, leaseId, { state: 'RUNNING' }, nowMs)
}

/** The worker has a result, which it may no longer change. */
export function committed(
  task: TaskRecord,
  leaseId: bigint,
  commitment: Uint8Array,
  nowMs: number
): TaskRecord {
  return withExecution(task, leaseId, { state: 'COMMITTED', commitment, committedAtMs: nowMs }, nowMs)
}

/** A worker gave a result whose receipt holds. */
export function returned(task: TaskRecord, leaseId: bigint, result: Result, nowMs: number): TaskRecord {
  return withExecution(task, leaseId, { state: 'RETURNED', result, endedAtMs: nowMs }, nowMs)
}

/** An execution ended without a result that counts; the task waits before it is offered again. */
export function lost(
  task: TaskRecord,
  leaseId: bigint,
  why: { code: string; message: string; result?: Result },
  retryAtMs: number,
  nowMs: number
): TaskRecord {
  const { code, message, result } = why
  const next = withExecution(task, leaseId, { state: 'LOST', code, message, result, endedAtMs: nowMs }, nowMs)
  return { ...next, code, message, notBeforeMs: retryAtMs }
}

/** A result does not count: the task is executed again, by another worker. */
export function rejected(
  task: TaskRecord,
  leaseId: bigint,
  why: { code: string; message: string },
  nowMs: number
): TaskRecord {
  const next = withExecution(task, leaseId, { state: 'REJECTED', ...why, endedAtMs: nowMs }, nowMs)
  return { ...next, ...why }
}

/** A lease that was never really taken, such as one refused by a full worker: it does not count as a loss. */
export function handedBack(
  task: TaskRecord,
  leaseId: bigint,
  code: string,
  retryAtMs: number,
  nowMs: number
): TaskRecord {
  const next = withExecution(task, leaseId, { state: 'REVOKED', code, endedAtMs: nowMs }, nowMs)
  const revoked = next.executions.filter(({ state }) => state === 'REVOKED')
  const forgotten = new Set(revoked.slice(0, Math.max(0, revoked.length - MAX_KEPT_REVOKED)))
  const executions = next.executions.filter((execution) => !forgotten.has(execution))
  return { ...next, executions, notBeforeMs: Math.max(task.notBeforeMs, retryAtMs) }
}

/** The task has ended. What still ran is revoked. */
export function ended(
  task: TaskRecord,
  end: { state: TaskState; code: string; message: string; outcome?: Outcome; receipts?: Receipt[] },
  nowMs: number
): TaskRecord {
  const executions = task.executions.map((execution) =>
    isActive(execution)
      ? { ...execution, state: 'REVOKED' as const, code: end.state, endedAtMs: nowMs }
      : execution
  )
  const { state, code, message, outcome, receipts = [] } = end
  return { ...task, executions, state, code, message, outcome, receipts, updatedAtMs: nowMs }
}

/** Losses that say the worker is wrong, not unlucky. */
const faults: ReadonlySet<string> = new Set(['RECEIPT_INVALID', 'OUTPUT_INVALID', 'COMMITMENT_MISSING'])

/**
 * Workers that may never have the task again: they run it, have given their result, or gave one that does not hold. Nor
 * may those that committed to one, whatever became of it: they could wait for others' results and commit anew.
 */
export function barredWorkers(task: TaskRecord): Set<NodeId> {
  const barring = ({ state, code, commitment }: ExecutionRecord): boolean =>
    commitment !== undefined || (state !== 'REVOKED' && (state !== 'LOST' || faults.has(code)))
  return new Set(task.executions.filter(barring).map(({ worker }) => worker))
}

/** Workers that are left out of the task's auctions as long as there are others: it was lost on them before. */
export function unluckyWorkers(task: TaskRecord): Set<NodeId> {
  return new Set(lostExecutions(task).map(({ worker }) => worker))
}

function withExecution(
  task: TaskRecord,
  leaseId: bigint,
  change: Partial<ExecutionRecord>,
  nowMs: number
): TaskRecord {
  const executions = task.executions.map((execution) =>
    execution.leaseId === leaseId ? { ...execution, ...change } : execution
  )
  return { ...task, executions, state: openState(executions), updatedAtMs: nowMs }
}
