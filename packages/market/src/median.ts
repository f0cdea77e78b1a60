/** Middle of the values, the mean of the two middle ones where their number is even; undefined for none. */
export function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b)
  const upper = sorted[sorted.length >> 1]
  if (upper === undefined || sorted.length % 2 === 1) return upper
  // Halves are added, not the sum halved: the sum of two large values may be infinite.
  return (sorted[(sorted.length >> 1) - 1] ?? upper) / 2 + upper / 2
}

/** Median of the distances to `centre`: how far apart values are, which a minority cannot blow up. */
export function medianAbsoluteDeviation(values: readonly number[], centre: number): number {
  return median(values.map((value) => Math.abs(value - centre))) ?? 0
}
