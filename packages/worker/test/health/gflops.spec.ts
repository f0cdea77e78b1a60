import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { measureGflops } from '../../src/health/gflops.js'

test('this machine can do some arithmetic', () => {
  const gflops = measureGflops()
  assert.ok(gflops > 0 && Number.isFinite(gflops), String(gflops))
})

test('the best of several products counts', () => {
  // Three products that take 20, 10 and 40 ms of a clock of its own: 2·128³ operations in 10 ms.
  const times = [0, 0, 20, 20, 20, 30, 30, 30, 70, 70]
  assert.is(
    measureGflops(() => times.shift() ?? 1_000),
    (2 * 128 ** 3) / (10 * 1e6)
  )
})

test('a clock too coarse to see a product gives a number all the same', () => {
  let reads = 0
  const gflops = measureGflops(() => (reads++ < 3 ? 0 : 1_000))
  assert.ok(Number.isFinite(gflops))
})

test.run()
