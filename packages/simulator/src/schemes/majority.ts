import { decideQuorum, majorityOf } from '@ailee/market'
import type { VotingRules } from './voting-scheme.js'

/** The project's own quorum: `replicas` executions, more than half of which must agree. */
export function majorityRules(replicas: number): VotingRules {
  const quorum = majorityOf(replicas)
  return {
    begin: () => ({ replicas, quorum }),
    decide(votes) {
      const decision = decideQuorum(
        votes.map(({ answer }) => String(answer)),
        replicas,
        0
      )
      if (decision.kind === 'accepted') return { kind: 'accepted', answer: Number(decision.key) }
      return decision.kind === 'open' ? { kind: 'execute', count: decision.missing } : { kind: 'failed' }
    }
  }
}
