import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { measureGflops } from '../../src/health/gflops.js'

test('this machine can do some arithmetic', () => {
  const gflops = measureGflops()
  assert.ok(gflops > 0 && Number.isFinite(gflops), String(gflops))
})

/** A clock by which one product after the other takes so long, the last of them ever after; and how many were made. */
function productsOf(...durationsMs: number[]): { now: () => number; made: () => number } {
  let nowMs = 0
  // The begin, then before and after each product.
  let reads = 0
  const now = (): number => {
    if (reads > 0 && reads % 2 === 0) nowMs += durationsMs[reads / 2 - 1] ?? durationsMs.at(-1) ?? 0
    reads += 1
    return nowMs
  }
  return { now, made: () => Math.floor((reads - 1) / 2) }
}

test('the best of ten products counts, also where the first, not yet compiled, takes all the time there is', () => {
  const clock = productsOf(45, 20, 10, 40)
  assert.is(measureGflops(clock.now), (2 * 128 ** 3) / (10 * 1e6))
  assert.is(clock.made(), 10)
})

test('fast products go on for a while, and slow ones end after a second', () => {
  const fast = productsOf(1)
  measureGflops(fast.now)
  assert.is(fast.made(), 30)
  const slow = productsOf(400)
  assert.is(measureGflops(slow.now), (2 * 128 ** 3) / (400 * 1e6))
  assert.is(slow.made(), 3)
})

test('a clock too coarse to see a product gives a number all the same', () => {
  let reads = 0
  const gflops = measureGflops(() => (reads++ < 3 ? 0 : 1_000))
  assert.ok(Number.isFinite(gflops))
})

test.run()
