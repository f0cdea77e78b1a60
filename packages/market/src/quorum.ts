/** What several executions of one task say. */
export type QuorumDecision =
  | { kind: 'accepted'; key: string; votes: number }
  /** More executions are needed before anything can be said. */
  | { kind: 'open'; missing: number }
  /** So many executions disagree that more of them will not help. */
  | { kind: 'failed' }

/** Executions beyond `replicas` that are spent on a disagreement. */
const EXTRA_EXECUTIONS = 2

/**
 * Decides by majority: a result stands once more than half of `replicas` executions gave it. `keys` holds one key
 * for each result that came back; equal keys are equal results. `active` executions are still out.
 */
export function decideQuorum(keys: readonly string[], replicas: number, active: number): QuorumDecision {
  const needed = Math.floor(replicas / 2) + 1
  const votes = new Map<string, number>()
  for (const key of keys) votes.set(key, (votes.get(key) ?? 0) + 1)
  let best = { key: '', votes: 0 }
  for (const [key, count] of votes) if (count > best.votes) best = { key, votes: count }
  // All replicas are waited for, so that each of them is judged, unless the rest could not change the outcome.
  if (best.votes >= needed && keys.length >= replicas) return { kind: 'accepted', ...best }
  const budget = replicas + EXTRA_EXECUTIONS - keys.length - active
  const missing = Math.max(replicas - keys.length, needed - best.votes) - active
  if (missing <= 0) return { kind: 'open', missing: 0 }
  return budget > 0 ? { kind: 'open', missing: Math.min(missing, budget) } : { kind: 'failed' }
}
