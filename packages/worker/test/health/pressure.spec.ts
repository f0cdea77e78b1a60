import type { TelemetrySample } from '@ailee/protocol'
import * as fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { LAG_FREE_MS, LAG_FULL_MS } from '../../src/constants.js'
import { pressureOf } from '../../src/health/pressure.js'

const calm: TelemetrySample = {
  ...{ network: 'local', nodeId: 'w', sequence: 1, timestampMs: 1, region: '', deviceClass: 'pc' },
  ...{ cpuUtilization: 0, availableMemoryBytes: 1, totalMemoryBytes: 2, gflops: 1, latencyMs: 1 },
  ...{ bandwidthMbps: undefined, powerWatts: undefined, temperatureCelsius: 40, slots: 4, slotsFree: 4 },
  ...{ cachedModules: 0, errors: 0, eventLoopLagMs: 0 }
}
const of = (change: Partial<TelemetrySample>, running = 0): number =>
  pressureOf({ ...calm, ...change }, running, 4)

test('cores that others use count, those of its own executions do not', () => {
  assert.equal([of({}), of({ cpuUtilization: 0.5 }), of({ cpuUtilization: 1 })], [0, 0.5, 1])
  assert.equal(
    [of({ cpuUtilization: 1 }, 4), of({ cpuUtilization: 1 }, 1), of({ cpuUtilization: 0.5 }, 4)],
    [0, 0.75, 0]
  )
})

test('so does an event loop that is late, from a tolerable lag on', () => {
  const halfway = (LAG_FREE_MS + LAG_FULL_MS) / 2
  assert.equal(
    [LAG_FREE_MS, halfway, LAG_FULL_MS, 10 * LAG_FULL_MS].map((eventLoopLagMs) => of({ eventLoopLagMs })),
    [0, 0.5, 1, 1]
  )
  assert.is(of({ eventLoopLagMs: halfway, cpuUtilization: 0.75 }), 0.75)
})

test('in safe mode nothing is free', () => {
  for (const change of [{ temperatureCelsius: 86 }, { latencyMs: 301 }, { errors: 25 }])
    assert.is(of(change), 1)
  assert.equal([of({ temperatureCelsius: 85 }), of({ latencyMs: 300 }), of({ errors: 24 })], [0, 0, 0])
})

test('what was not measured is no pressure', () => {
  assert.is(of({ cpuUtilization: undefined, eventLoopLagMs: undefined, temperatureCelsius: undefined }), 0)
})

test('property: a share of 0 to 1', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(
      share,
      fc.double({ min: 0, max: 1e6, noNaN: true }),
      fc.nat(100),
      (cpuUtilization, lag, running) => {
        const pressure = of({ cpuUtilization, eventLoopLagMs: lag }, running)
        assert.ok(pressure >= 0 && pressure <= 1)
      }
    )
  )
})

test.run()
