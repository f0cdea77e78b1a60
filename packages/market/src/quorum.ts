import { MarketError } from './errors.js'

/** What several executions of one task say. */
export type QuorumDecision =
  | { kind: 'accepted'; key: string; votes: number }
  /** More executions are needed before anything can be said. */
  | { kind: 'open'; missing: number }
  /** So many executions disagree that those still allowed cannot bring a majority. */
  | { kind: 'failed' }

/** Executions beyond `replicas` that are spent on a disagreement. */
const EXTRA_EXECUTIONS = 2

/**
 * Decides by votes: a result stands once `needed` executions gave it, more than half of `replicas` unless told, never
 * fewer. `keys` holds one key for each result that came back; equal keys are equal results. `active` executions are
 * still out. Throws VERIFICATION_TERMS_INVALID for another `needed`.
 */
export function decideQuorum(
  keys: readonly string[],
  replicas: number,
  active: number,
  needed: number = majorityOf(replicas)
): QuorumDecision {
  if (!(needed >= majorityOf(replicas) && needed <= replicas)) {
    throw new MarketError('VERIFICATION_TERMS_INVALID', `a quorum of ${needed} among ${replicas} replicas`)
  }
  const votes = new Map<string, number>()
  for (const key of keys) votes.set(key, (votes.get(key) ?? 0) + 1)
  let best = { key: '', votes: 0 }
  for (const [key, count] of votes) if (count > best.votes) best = { key, votes: count }
  // All replicas are waited for, so that each of them is judged.
  if (best.votes >= needed && keys.length >= replicas) return { kind: 'accepted', ...best }
  const budget = Math.max(0, replicas + EXTRA_EXECUTIONS - keys.length - active)
  if (best.votes + active + budget < needed) return { kind: 'failed' }
  const missing = Math.max(replicas - keys.length, needed - best.votes) - active
  return { kind: 'open', missing: Math.max(0, Math.min(missing, budget)) }
}

/** More than half of so many. */
export function majorityOf(replicas: number): number {
  return Math.floor(replicas / 2) + 1
}
