import type { OpenTask } from '../task/task-book.js'
import type { SandboxFinding } from './sandbox-referee.js'

/** Executes tasks again, so that nobody need be believed: the coordinator's own sandbox, or the client. */
export interface Referee<Finding> {
  /** What came of the task, where the execution of this attempt is to be made sure of. Throws the signal's reason. */
  execute(task: OpenTask, attempt: number, signal: AbortSignal): Promise<Finding>
}

/** What makes an end: the coordinator's own execution, or that the client has found what the worker did. */
export type RefereeFinding = SandboxFinding | { clientKey: string }
