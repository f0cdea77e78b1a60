/** π(n) by a plain sieve: the answer does not come from the module under test. */
export function primesBelow(limit: number): number {
  const composite = new Uint8Array(limit + 1)
  let count = 0
  for (let candidate = 2; candidate <= limit; candidate++) {
    if (composite[candidate] === 1) continue
    count += 1
    for (let multiple = candidate * candidate; multiple <= limit; multiple += candidate)
      composite[multiple] = 1
  }
  return count
}
