/**
 * The text of a call's results: one per line, each line ended. Integers are signed decimals; floats are written
 * by ECMAScript's `Number::toString` (an f32 as the f64 of the same value), with `-0`, `nan`, `inf` and `-inf`.
 */
export function formatResults(results: readonly unknown[]): string {
  return results.map((value) => `${formatValue(value)}\n`).join('')
}

function formatValue(value: unknown): string {
  if (typeof value !== 'number') return String(value)
  if (Number.isNaN(value)) return 'nan'
  if (value === Number.POSITIVE_INFINITY) return 'inf'
  if (value === Number.NEGATIVE_INFINITY) return '-inf'
  return Object.is(value, -0) ? '-0' : String(value)
}
