import { ManualClock } from '@ailee/core'
import { decodeTelemetrySample, encodeTelemetrySample } from '@ailee/protocol'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { HealthSampler } from '../../src/health/sampler.js'
import { network, plainCapacity, workerId } from '../support/scripted-coordinator.js'

const node = { network, nodeId: workerId, capacity: plainCapacity }

function sampler(clock: ManualClock, sources: { running?: number; latencyMs?: number } = {}): HealthSampler {
  return new HealthSampler({
    sources: {
      running: () => sources.running ?? 0,
      cachedModules: async () => 4,
      latencyMs: () => sources.latencyMs
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
  const { latencyMs, bandwidthMbps, powerWatts, temperatureCelsius } = decodeTelemetrySample(
    encodeTelemetrySample(sample)
  )
  assert.equal([latencyMs, bandwidthMbps, powerWatts, temperatureCelsius], Array(4).fill(undefined))
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
