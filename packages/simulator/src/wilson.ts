/** A share that was counted, and where the true one lies. */
export interface Interval {
  low: number
  high: number
}

/** 95 %, two-sided. */
const Z = 1.959963984540054

/**
 * Wilson's score interval for `hits` in `trials` (E. B. Wilson 1927): 95 %, right also where hits are few or none.
 * It takes trials as independent; errors of one lot are not quite, so small differences mean little.
 */
export function wilsonInterval(hits: number, trials: number): Interval {
  if (trials === 0) return { low: 0, high: 1 }
  const share = hits / trials
  const spread = Z * Math.sqrt((share * (1 - share) + (Z * Z) / (4 * trials)) / trials)
  const centre = share + (Z * Z) / (2 * trials)
  const scale = 1 + (Z * Z) / trials
  return {
    low: hits === 0 ? 0 : Math.max(0, (centre - spread) / scale),
    high: hits === trials ? 1 : Math.min(1, (centre + spread) / scale)
  }
}
