/**
 * Counts the primes up to and including `limit`.
 *
 * A segmented sieve: memory stays at two small static buffers whatever the limit, so the task needs one
 * or two pages and its cost is processor time alone.
 */

const SEGMENT_LENGTH: u32 = 32768
/** One past the integer square root of the largest i32: no composite i32 lacks a factor below it. */
const BASE_LENGTH: u32 = 46342

const segment = memory.data(32768)
const baseComposite = memory.data(46342)

export function countPrimes(limit: i32): i32 {
  if (limit < 2) return 0
  const last = <u32>limit

  // The buffers outlive a call; a second call on one instance must find them clean.
  memory.fill(baseComposite, 0, BASE_LENGTH)
  for (let i: u32 = 2; i * i < BASE_LENGTH; i++) {
    if (load<u8>(baseComposite + i)) continue
    for (let multiple = i * i; multiple < BASE_LENGTH; multiple += i) {
      store<u8>(baseComposite + multiple, 1)
    }
  }

  let count = 0
  for (let low: u32 = 0; low <= last; low += SEGMENT_LENGTH) {
    const high = min<u32>(low + SEGMENT_LENGTH - 1, last)
    memory.fill(segment, 0, SEGMENT_LENGTH)

    for (let prime: u32 = 2; prime < BASE_LENGTH && prime * prime <= high; prime++) {
      if (load<u8>(baseComposite + prime)) continue
      const firstMultiple = ((low + prime - 1) / prime) * prime
      for (let multiple = max<u32>(prime * prime, firstMultiple); multiple <= high; multiple += prime) {
        store<u8>(segment + (multiple - low), 1)
      }
    }

    for (let candidate = max<u32>(low, 2); candidate <= high; candidate++) {
      if (!load<u8>(segment + (candidate - low))) count++
    }
  }
  return count
}
