import { groupsOf, type VotingRules } from './voting-scheme.js'

/** Valid results in a row from which a host may be believed alone. */
const TRUSTED_STREAK = 10
const QUORUM = 2

/**
 * BOINC's adaptive replication (its documentation, "Adaptive replication"): a host with more than ten valid results in
 * a row is believed alone, but for a share of 1/streak of its tasks; two equal results settle any other. A wrong or
 * lost result ends the streak. Results that were believed alone lengthen it too, as there.
 */
export function boincRules(random: () => number): VotingRules {
  const streaks = new Map<string, number>()
  const streakOf = (name: string): number => streaks.get(name) ?? 0
  let isAlone = false
  return {
    begin(first) {
      const streak = streakOf(first.name)
      isAlone = streak > TRUSTED_STREAK && random() >= 1 / streak
      return isAlone ? { replicas: 1, quorum: 1 } : { replicas: QUORUM, quorum: QUORUM }
    },
    decide(votes) {
      if (isAlone && votes[0] !== undefined) return { kind: 'accepted', answer: votes[0].answer }
      for (const [answer, group] of groupsOf(votes)) {
        if (group.length >= QUORUM) return { kind: 'accepted', answer }
      }
      return { kind: 'execute', count: 1 }
    },
    settle(votes, accepted) {
      for (const { worker, answer } of votes) {
        if (answer === accepted) streaks.set(worker.name, streakOf(worker.name) + 1)
        else streaks.delete(worker.name)
      }
    },
    lost(worker) {
      streaks.delete(worker.name)
    }
  }
}
