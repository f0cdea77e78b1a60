/** What an audit shows. */
export type AuditOutcome =
  | 'equal'
  | 'different'
  /** Worth another look before anybody is punished. */
  | 'again'
  /** The referee contradicts itself: nobody is punished for that. */
  | 'unsure'

/** From so many results on, a worker is given the benefit of the doubt: the referee's machine may err too. */
export const KNOWN_RESULTS = 100

/**
 * Judges a result by what the referee found. A worker with many results is contradicted only by two executions of
 * the referee that agree.
 */
export function judgeAudit(audit: {
  resultKey: string
  /** What the referee found before, if this is its second look. */
  earlierKey: string | undefined
  refereeKey: string
  /** Results of the worker. */
  results: number
}): AuditOutcome {
  if (audit.refereeKey === audit.resultKey) return 'equal'
  if (audit.earlierKey !== undefined) return audit.earlierKey === audit.refereeKey ? 'different' : 'unsure'
  return audit.results >= KNOWN_RESULTS ? 'again' : 'different'
}
