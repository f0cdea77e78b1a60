import { saboteurCount } from '../population.js'
import type { PolicyName } from '../simulate.js'
import { strategies } from '../strategies/strategies.js'

export const SABOTEUR_SHARES: readonly number[] = [0.01, 0.05, 0.2, 0.35]
export const WORKER_COUNTS: readonly number[] = [20, 200, 1000]

/** A cell of a matrix. */
export interface MatrixCell {
  policy: PolicyName
  strategy: string
  saboteurs: number
  workers: number
}

/**
 * Every strategy, share and number of workers, against lots. Honest workers need no shares. Shares that come to equally
 * many saboteurs are one cell, under the largest: among 20 workers 1 % is one, and so is 5 %.
 */
export function policyMatrix(): MatrixCell[] {
  return strategies.flatMap(({ name }) =>
    WORKER_COUNTS.flatMap((workers) =>
      (name === 'honest' ? [0] : sharesFor(workers)).map((saboteurs) => ({
        policy: 'lot' as const,
        strategy: name,
        saboteurs,
        workers
      }))
    )
  )
}

function sharesFor(workers: number): number[] {
  const byCount = new Map(
    SABOTEUR_SHARES.map((saboteurs) => [saboteurCount({ saboteurs, workers }), saboteurs])
  )
  return [...byCount.values()]
}

const COMPARED_POLICIES: readonly PolicyName[] = ['replicas', 'boinc', 'poco', 'sarmenta', 'ledger', 'lot']

const COMPARED: readonly (readonly [number, string])[] = [
  [0, 'honest'],
  [0.2, 'naive-10'],
  [0.35, 'on-off'],
  [0.35, 'colluding'],
  [0.35, 'targeted'],
  [0.35, 'lazy'],
  [0.35, 'whitewash-sleeper'],
  [0.35, 'whitewash-aware']
]

/** Others' schemes beside the project's own: 200 workers, the telling strategies. */
export function comparisonMatrix(): MatrixCell[] {
  return COMPARED.flatMap(([saboteurs, strategy]) =>
    COMPARED_POLICIES.map((policy) => ({ policy, strategy, saboteurs, workers: 200 }))
  )
}
