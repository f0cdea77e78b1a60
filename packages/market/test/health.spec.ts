import * as fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { defaultHealthWeights, type HealthMeasurements, healthScore, isSafeMode } from '../src/index.js'

const unknown: HealthMeasurements = {
  bandwidthMbps: undefined,
  latencyMs: undefined,
  gflops: undefined,
  powerWatts: undefined,
  cpuUtilization: undefined,
  availableMemoryBytes: undefined,
  totalMemoryBytes: undefined,
  temperatureCelsius: undefined,
  errors: 0
}

/** Every term known: 0.5, 0.8, 0.4. */
const measured: HealthMeasurements = {
  ...unknown,
  bandwidthMbps: 500,
  latencyMs: 20,
  gflops: 200,
  powerWatts: 50,
  cpuUtilization: 0.9,
  availableMemoryBytes: 1,
  totalMemoryBytes: 10,
  temperatureCelsius: 60
}

function close(actual: number, expected: number): void {
  assert.ok(Math.abs(actual - expected) < 1e-12, `${actual} is not ${expected}`)
}

test('the formula, by hand', () => {
  // 0.4·0.5 + 0.3·0.8 + 0.2·0.4 + 0.1·0.6
  close(healthScore(measured, 0.6), 0.58)
  // Full bandwidth and more, no latency, 10 GFLOPS/W and more.
  close(healthScore({ ...measured, bandwidthMbps: 5000, latencyMs: 0, gflops: 5000 }, 1), 1)
  // Latency of 100 ms and more is worth nothing: 0.2 + 0 + 0.08 + 0.06.
  close(healthScore({ ...measured, latencyMs: 100 }, 0.6), 0.34)
  close(healthScore({ ...measured, latencyMs: 300 }, 0.6), 0.34)
})

test('where power is unknown, free capacity stands in for efficiency', () => {
  // (2 − 0.5 − 0.25)/2 = 0.625; 0.2 + 0.24 + 0.2·0.625 + 0.06
  const capacity = { cpuUtilization: 0.5, availableMemoryBytes: 750, totalMemoryBytes: 1000 }
  close(healthScore({ ...measured, ...capacity, powerWatts: undefined }, 0.6), 0.625)
  close(healthScore({ ...measured, ...capacity, powerWatts: 0 }, 0.6), 0.625)
  close(healthScore({ ...measured, ...capacity, gflops: undefined }, 0.6), 0.625)
  const full = { cpuUtilization: 1, availableMemoryBytes: 0, totalMemoryBytes: 1000, powerWatts: undefined }
  close(healthScore({ ...measured, ...full }, 0.6), 0.5)
})

test('terms that are unknown are left out and the other weights scaled up', () => {
  close(healthScore(unknown, 0.7), 0.7)
  close(healthScore({ ...unknown, bandwidthMbps: 500 }, 1), (0.4 * 0.5 + 0.1) / 0.5)
  close(healthScore({ ...unknown, latencyMs: 50 }, 0), (0.3 * 0.5) / 0.4)
  close(healthScore({ ...measured, bandwidthMbps: undefined }, 0.6), (0.24 + 0.08 + 0.06) / 0.6)
  close(healthScore({ ...measured, latencyMs: undefined }, 0.6), (0.2 + 0.08 + 0.06) / 0.7)
  // Neither power nor capacity: memory of unknown or no size gives no fraction.
  const noEfficiency = { ...measured, powerWatts: undefined }
  for (const absent of [
    { cpuUtilization: undefined },
    { availableMemoryBytes: undefined },
    { totalMemoryBytes: undefined },
    { totalMemoryBytes: 0 }
  ]) {
    close(healthScore({ ...noEfficiency, ...absent }, 0.6), (0.2 + 0.24 + 0.06) / 0.8)
  }
})

test('safe mode begins above 85 °C, above 300 ms and at 25 errors, and halves the score', () => {
  for (const [fields, safe] of [
    [{ temperatureCelsius: 85 }, false],
    [{ temperatureCelsius: 85.1 }, true],
    [{ latencyMs: 300 }, false],
    [{ latencyMs: 300.1 }, true],
    [{ errors: 24 }, false],
    [{ errors: 25 }, true]
  ] as const) {
    assert.is(isSafeMode({ ...measured, ...fields }), safe, JSON.stringify(fields))
  }
  assert.not(isSafeMode(unknown))
  close(healthScore({ ...measured, temperatureCelsius: 90 }, 0.6), 0.29)
  close(healthScore({ ...measured, errors: 25 }, 0.6), 0.29)
  close(healthScore({ ...measured, latencyMs: 301 }, 0.6), 0.17)
})

test('weights decide', () => {
  const sum = Object.values(defaultHealthWeights).reduce((total, weight) => total + weight, 0)
  close(sum, 1)
  const none = { bandwidth: 0, latency: 0, efficiency: 0, reputation: 0 }
  close(healthScore(measured, 0.6, { ...none, bandwidth: 1 }), 0.5)
  close(healthScore(measured, 0.6, { ...none, latency: 0.2 }), 0.8)
  close(healthScore(measured, 0.6, { ...none, efficiency: 5 }), 0.4)
  close(healthScore(measured, 0.6, { ...none, reputation: 1 }), 0.6)
  close(healthScore(measured, 0.6, { ...none, bandwidth: 1, reputation: 1 }), 0.55)
  assert.is(healthScore(measured, 0.6, none), 0)
  assert.is(healthScore(unknown, 0.6, { ...none, bandwidth: 1 }), 0)
})

function optionally(min: number, max: number): fc.Arbitrary<number | undefined> {
  return fc.option(fc.double({ min, max, noNaN: true }), { nil: undefined })
}

const anyMeasurements: fc.Arbitrary<HealthMeasurements> = fc.record({
  bandwidthMbps: optionally(0, 1e9),
  latencyMs: optionally(0, 1e6),
  gflops: optionally(0, 1e9),
  powerWatts: optionally(0, 1e6),
  cpuUtilization: optionally(0, 1),
  availableMemoryBytes: fc.option(fc.maxSafeNat(), { nil: undefined }),
  totalMemoryBytes: fc.option(fc.maxSafeNat(), { nil: undefined }),
  temperatureCelsius: optionally(-100, 1000),
  errors: fc.nat()
})
const share = fc.double({ min: 0, max: 1, noNaN: true })

test('property: 0 to 1 for everything a sample can hold, and safe mode never above a half', () => {
  const weight = fc.double({ min: 0, max: 100, noNaN: true })
  const weights = fc.record({ bandwidth: weight, latency: weight, efficiency: weight, reputation: weight })
  fc.assert(
    fc.property(anyMeasurements, share, weights, (sample, reputation, someWeights) => {
      for (const score of [healthScore(sample, reputation), healthScore(sample, reputation, someWeights)]) {
        assert.ok(score >= 0 && score <= 1, `${score}`)
        if (isSafeMode(sample)) assert.ok(score <= 0.5)
      }
    }),
    { numRuns: 1000 }
  )
})

test('property: more bandwidth, less latency and more reputation never lower the score', () => {
  fc.assert(
    fc.property(
      anyMeasurements,
      share,
      share,
      fc.double({ min: 0, max: 1000, noNaN: true }),
      (base, a, b, more) => {
        const sample = { ...base, bandwidthMbps: base.bandwidthMbps ?? 10, latencyMs: base.latencyMs ?? 10 }
        const score = healthScore(sample, Math.min(a, b))
        const slack = 1e-12
        assert.ok(healthScore(sample, Math.max(a, b)) >= score - slack)
        assert.ok(
          healthScore({ ...sample, bandwidthMbps: sample.bandwidthMbps + more }, Math.min(a, b)) >=
            score - slack
        )
        assert.ok(
          healthScore({ ...sample, latencyMs: sample.latencyMs + more }, Math.min(a, b)) <= score + slack
        )
      }
    )
  )
})

test.run()
