import type { PolicyName, SimulationInit } from '../simulate.js'
import { strategies } from '../strategies/strategies.js'

export const SABOTEUR_SHARES: readonly number[] = [0.01, 0.05, 0.2, 0.35]
export const WORKER_COUNTS: readonly number[] = [20, 200, 1000]

/** Every strategy, share and number of workers, against lots. Honest workers need no shares. */
export function policyMatrix(): Partial<SimulationInit>[] {
  return strategies.flatMap(({ name }) =>
    WORKER_COUNTS.flatMap((workers) =>
      (name === 'honest' ? [0] : SABOTEUR_SHARES).map((saboteurs) => ({
        policy: 'lot' as const,
        strategy: name,
        saboteurs,
        workers
      }))
    )
  )
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
export function comparisonMatrix(): Partial<SimulationInit>[] {
  return COMPARED.flatMap(([saboteurs, strategy]) =>
    COMPARED_POLICIES.map((policy) => ({ policy, strategy, saboteurs, workers: 200 }))
  )
}
