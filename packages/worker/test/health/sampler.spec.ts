import { ManualClock } from '@ailee/core'
import { decodeTelemetrySample, encodeTelemetrySample } from '@ailee/protocol'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { HealthSampler } from '../../src/health/sampler.js'
import type { SensorReadings } from '../../src/health/sensors.js'
import { network, plainCapacity, workerId } from '../support/scripted-coordinator.js'

const node = { network, nodeId: workerId, capacity: plainCapacity }

interface Sources {
  running?: number
  latencyMs?: number
  bandwidthMbps?: number
  readings?: Partial<SensorReadings>
  errors?: number
}

function sampler(clock: ManualClock, sources: Sources = {}): HealthSampler {
  return new HealthSampler({
    sources: {
      running: () => sources.running ?? 0,
      cachedModules: async () => 4,
      latencyMs: () => sources.latencyMs,
      bandwidthMbps: () => sources.bandwidthMbps,
      sensors: async () => ({ temperatureCelsius: undefined, powerWatts: undefined, ...sources.readings }),
      errors: () => sources.errors ?? 0
    },
    clock,
    gflops: 1.5
  })
}

test('a sample is valid on the wire, and says what is known', async () => {
  const clock = new ManualClock()
  const sample = await sampler(clock, { running: 1, latencyMs: 12 }).sample(node, clock.now())
  assert.equal(decodeTelemetrySample(encodeTelemetrySample(sample)), sample)
  const { network: of, nodeId, timestampMs, region, deviceClass, gflops, latencyMs } = sample
  assert.equal(
    { of, nodeId, timestampMs, region, deviceClass, gflops, latencyMs },
    {
      of: network,
      nodeId: workerId,
      timestampMs: clock.now(),
      region: 'eu',
      deviceClass: 'pc',
      gflops: 1.5,
      latencyMs: 12
    }
  )
  assert.equal([sample.slots, sample.slotsFree, sample.cachedModules], [2, 1, 4])
  assert.ok((sample.availableMemoryBytes ?? 0) > 0)
  assert.ok((sample.availableMemoryBytes ?? 0) <= (sample.totalMemoryBytes ?? 0))
})

test('what cannot be measured is left out', async () => {
  const clock = new ManualClock()
  const sample = await sampler(clock).sample(node, clock.now())
  const { latencyMs, bandwidthMbps, powerWatts, temperatureCelsius, eventLoopLagMs } = decodeTelemetrySample(
    encodeTelemetrySample(sample)
  )
  const all = [latencyMs, bandwidthMbps, powerWatts, temperatureCelsius, eventLoopLagMs]
  assert.equal(all, Array(5).fill(undefined))
})

test('what the sources say is in the sample', async () => {
  const clock = new ManualClock()
  const readings = { temperatureCelsius: 61.5, powerWatts: 42 }
  const sources = { readings, bandwidthMbps: 940, errors: 7 }
  const sample = await sampler(clock, sources).sample(node, clock.now())
  assert.equal(decodeTelemetrySample(encodeTelemetrySample(sample)), sample)
  const { temperatureCelsius, powerWatts, bandwidthMbps, errors } = sample
  assert.equal(
    { temperatureCelsius, powerWatts, bandwidthMbps, errors },
    { ...readings, bandwidthMbps: 940, errors: 7 }
  )
})

test('samples that wait for slow sensors still leave in the order of their sequence', async () => {
  const clock = new ManualClock()
  const gates = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  let asked = 0
  const one = new HealthSampler({
    sources: {
      running: () => 0,
      cachedModules: async () => 0,
      latencyMs: () => undefined,
      bandwidthMbps: () => undefined,
      sensors: async () => {
        await gates[asked++]?.promise
        return { temperatureCelsius: undefined, powerWatts: undefined }
      },
      errors: () => 0
    },
    clock,
    gflops: 1
  })
  const order: number[] = []
  const samples = [1, 2].map(() => one.sample(node, clock.now()).then(({ sequence }) => order.push(sequence)))
  gates[1]?.resolve()
  await samples[1]
  gates[0]?.resolve()
  await samples[0]
  assert.is(order.length, 2)
  assert.ok((order[0] ?? 0) < (order[1] ?? 0))
})

test('more runs than slots leave none free, not fewer', async () => {
  const clock = new ManualClock()
  assert.is((await sampler(clock, { running: 5 }).sample(node, clock.now())).slotsFree, 0)
})

test('the sequence grows, also across a restart', async () => {
  const clock = new ManualClock()
  const first = sampler(clock)
  const sequences: number[] = []
  for (let number = 0; number < 5; number += 1) {
    clock.advance(2_000)
    sequences.push((await first.sample(node, clock.now())).sequence)
  }
  sequences.push((await sampler(clock).sample(node, clock.now())).sequence)
  assert.equal(
    sequences,
    [...new Set(sequences)].sort((a, b) => a - b)
  )
})

test('the share of the processor that was busy lies between 0 and 1', async () => {
  const clock = new ManualClock()
  const one = sampler(clock)
  const until = performance.now() + 30
  while (performance.now() < until);
  for (let number = 0; number < 3; number += 1) {
    const { cpuUtilization } = await one.sample(node, clock.now())
    // Samples that follow each other at once may show no time to share.
    if (cpuUtilization !== undefined) assert.ok(cpuUtilization >= 0 && cpuUtilization <= 1)
  }
})

test.run()
