import type { ResultRef } from './policy.js'

/** Which result it is, and nothing else of it. */
export function refOf({ taskId, attempt, worker }: ResultRef): ResultRef {
  return { taskId, attempt, worker }
}
