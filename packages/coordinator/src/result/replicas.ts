import { decideQuorum, type QuorumDecision } from '@ailee/market'
import type { SubmitTask } from '@ailee/protocol'
import type { ExecutionRecord } from '@ailee/store'
import { COMMITMENTS_WAIT_MS } from '../constants.js'
import type { OpenTask } from '../task/task-book.js'
import {
  activeExecutions,
  committedExecutions,
  executingExecutions,
  returnedExecutions
} from '../task/transitions.js'
import { agreementKey } from './check-result.js'

/** Whether the workers of a task commit to their results before any of them is shown: so it is where several are compared. */
export function commitsFirst({ replicas }: SubmitTask): boolean {
  return replicas > 1
}

/** What the results that are in make of a task, by the client's terms. */
export function quorumOf({ submit, record }: OpenTask): QuorumDecision {
  const { replicas, verification } = submit
  const keys = returnedExecutions(record).flatMap(({ result }) =>
    result === undefined ? [] : [agreementKey(result)]
  )
  const needed = verification.quorum > 0 ? verification.quorum : undefined
  return decideQuorum(keys, replicas, activeExecutions(record).length, needed)
}

/**
 * The executions whose results may be shown: all that have committed, once nobody is left who could still copy them,
 * neither a worker that runs the task nor one that is to. Others are not waited for longer than COMMITMENTS_WAIT_MS.
 */
export function revealable(task: OpenTask, nowMs: number): ExecutionRecord[] {
  const committed = committedExecutions(task.record)
  if (committed.length === 0) return []
  const decision = quorumOf(task)
  const missing = decision.kind === 'open' ? decision.missing : 0
  if (executingExecutions(task.record).length + missing === 0) return committed
  const sinceMs = Math.min(...committed.map(({ committedAtMs = nowMs }) => committedAtMs))
  return nowMs - sinceMs >= COMMITMENTS_WAIT_MS ? committed : []
}
