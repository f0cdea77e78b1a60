import * as fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { wilsonInterval } from '../src/index.js'

test('the interval of known examples', () => {
  // 10 of 100: 0.0552 to 0.1744; none of 100: up to 0.0370.
  const { low, high } = wilsonInterval(10, 100)
  assert.is(low.toFixed(4), '0.0552')
  assert.is(high.toFixed(4), '0.1744')
  assert.is(wilsonInterval(0, 100).low, 0)
  assert.is(wilsonInterval(0, 100).high.toFixed(4), '0.0370')
  assert.equal(wilsonInterval(0, 0), { low: 0, high: 1 })
})

test('property: it holds the share, stays within 0 to 1, and narrows with more trials', () => {
  const counts = fc
    .integer({ min: 1, max: 1_000_000 })
    .chain((trials) => fc.record({ trials: fc.constant(trials), hits: fc.nat(trials) }))
  fc.assert(
    fc.property(counts, ({ hits, trials }) => {
      const { low, high } = wilsonInterval(hits, trials)
      assert.ok(low >= 0 && high <= 1 && low <= hits / trials && hits / trials <= high)
      const more = wilsonInterval(4 * hits, 4 * trials)
      assert.ok(more.high - more.low < high - low)
    })
  )
})

test.run()
