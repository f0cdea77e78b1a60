import { MAX_COMMIT_OPERATIONS } from '@ailee/core'
import { nodeIdFromPublicKey, type TelemetrySample } from '@ailee/protocol'
import * as fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { MemoryStore, TelemetryRepository } from '../../src/index.js'
import { collect, rejects } from '../support/assertions.js'
import { withLevelStore } from '../support/level.js'
import { withTempFolder } from '../support/temp-folder.js'

const [a, b, c] = [1, 2, 3].map((byte) => nodeIdFromPublicKey(new Uint8Array(32).fill(byte))).sort() as [
  string,
  string,
  string
]
const START_MS = 1_700_000_000_000

function sampleOf(nodeId: string, timestampMs: number): TelemetrySample {
  return {
    network: 'test',
    nodeId,
    sequence: timestampMs,
    timestampMs,
    region: 'eu',
    deviceClass: 'pc',
    cpuUtilization: 0.5,
    availableMemoryBytes: 2 ** 33,
    totalMemoryBytes: 2 ** 34,
    gflops: undefined,
    latencyMs: 20,
    bandwidthMbps: undefined,
    powerWatts: undefined,
    temperatureCelsius: 60,
    slots: 2,
    slotsFree: 1,
    cachedModules: 0,
    errors: 0,
    eventLoopLagMs: 1.5
  }
}

const series = (nodeId: string, count: number, startMs = START_MS): TelemetrySample[] =>
  Array.from({ length: count }, (_, index) => sampleOf(nodeId, startMs + index))

async function open(): Promise<{ store: MemoryStore; telemetry: TelemetryRepository }> {
  const store = new MemoryStore()
  await store.start()
  return { store, telemetry: new TelemetryRepository({ store }) }
}

const everything = { beforeMs: 0, maxPerNode: 1e9, maxTotal: 1e9 }

async function timesOf(telemetry: TelemetryRepository, nodeId: string, options = {}): Promise<number[]> {
  return (await collect(telemetry.list(nodeId, options))).map(({ timestampMs }) => timestampMs - START_MS)
}

test('a node’s samples come back whole, newest first, within a range and a limit', async () => {
  const { telemetry } = await open()
  await telemetry.save([...series(a, 5), ...series(b, 2)])
  assert.equal(await collect(telemetry.list(a)), series(a, 5).toReversed())
  const [fromMs, toMs] = [START_MS + 1, START_MS + 3]
  assert.equal(await timesOf(telemetry, a, { fromMs, toMs }), [3, 2, 1])
  assert.equal(await timesOf(telemetry, a, { fromMs, toMs, limit: 2 }), [3, 2])
  assert.equal(await timesOf(telemetry, a, { toMs: Number.MAX_SAFE_INTEGER, limit: 1 }), [4])
  assert.equal(await timesOf(telemetry, b), [1, 0])
  assert.equal(await timesOf(telemetry, c), [])
  assert.equal(await collect(telemetry.nodes()), [a, b])
})

test('many samples are few commits, and two of one millisecond are one', async () => {
  const { store, telemetry } = await open()
  await telemetry.save([])
  assert.is(await store.currentRevision(), 0n)
  await telemetry.save([...series(a, MAX_COMMIT_OPERATIONS), sampleOf(b, 0)])
  assert.is(await store.currentRevision(), 2n)
  await telemetry.save([sampleOf(c, 7), { ...sampleOf(c, 7), errors: 3 }])
  assert.equal(
    (await collect(telemetry.list(c))).map(({ errors }) => errors),
    [3]
  )
})

test('samples that are no record, or damaged, are refused', async () => {
  const { store, telemetry } = await open()
  for (const timestampMs of [-1, 0.5, Number.NaN, 2 ** 53]) {
    await rejects(telemetry.save([sampleOf(a, timestampMs)]), 'STORE_RECORD_INVALID')
  }
  await rejects(telemetry.save([sampleOf('x/y', 1)]), 'STORE_KEY_INVALID')
  await telemetry.save([sampleOf(a, 5)])
  const [entry] = await collect(store.range('telemetry/'))
  assert.is(entry?.key, `telemetry/${a}/0000000000000005`)
  await store.commit({
    operations: [{ put: `telemetry/${a}/0000000000000006`, value: entry?.value ?? new Uint8Array() }]
  })
  await rejects(collect(telemetry.list(a)), 'STORE_CORRUPTED')
})

test('pruning removes by age, by node and in total; who has few samples keeps them', async () => {
  const { telemetry } = await open()
  await telemetry.save([...series(a, 250), ...series(b, 100), ...series(c, 10)])
  assert.is(await telemetry.prune(everything), 0)
  assert.is(await telemetry.prune({ ...everything, beforeMs: START_MS + 5 }), 15)
  assert.equal(await timesOf(telemetry, c), [9, 8, 7, 6, 5])
  assert.is(await telemetry.prune({ ...everything, maxPerNode: 90 }), 155 + 5)
  assert.equal((await timesOf(telemetry, a)).at(-1), 160)
  assert.is(await telemetry.prune({ ...everything, maxTotal: 45 }), 70 * 2)
  assert.equal(await timesOf(telemetry, c), [9, 8, 7, 6, 5])
  assert.is((await timesOf(telemetry, a)).length, 20)
  assert.equal(
    await timesOf(telemetry, b),
    Array.from({ length: 20 }, (_, index) => 99 - index)
  )
  await telemetry.prune({ ...everything, beforeMs: START_MS + 1e6 })
  assert.equal(await collect(telemetry.nodes()), [])
})

test('property: what is left is within its bounds, and what went was older than what stayed', async () => {
  const counts = fc.tuple(fc.nat(150), fc.nat(150), fc.nat(150))
  const bounds = fc.record({ age: fc.nat(200), maxPerNode: fc.nat(150), maxTotal: fc.nat(300) })
  await fc.assert(
    fc.asyncProperty(counts, bounds, async (lengths, { age, maxPerNode, maxTotal }) => {
      const { telemetry } = await open()
      const nodes = [a, b, c]
      for (const [index, nodeId] of nodes.entries()) await telemetry.save(series(nodeId, lengths[index] ?? 0))
      const removed = await telemetry.prune({ beforeMs: START_MS + age, maxPerNode, maxTotal })
      let left = 0
      for (const [index, nodeId] of nodes.entries()) {
        const times = await timesOf(telemetry, nodeId)
        const total = lengths[index] ?? 0
        assert.equal(
          times,
          Array.from({ length: times.length }, (_, place) => total - 1 - place)
        )
        assert.ok(times.length <= maxPerNode)
        assert.ok(times.every((time) => time >= age))
        left += times.length
      }
      assert.ok(left <= maxTotal)
      assert.is(left + removed, lengths[0] + lengths[1] + lengths[2])
    }),
    { numRuns: 30 }
  )
})

test('pruning can be called off', async () => {
  const { telemetry } = await open()
  await telemetry.save(series(a, 3))
  const signal = AbortSignal.abort(new Error('enough'))
  await telemetry.prune({ ...everything, maxTotal: 0 }, { signal }).then(
    () => assert.unreachable(),
    (error: Error) => assert.is(error.message, 'enough')
  )
})

test('on disk, after a restart', () =>
  withTempFolder(async (path) => {
    await withLevelStore(path, (store) => new TelemetryRepository({ store }).save(series(a, 3)))
    await withLevelStore(path, async (store) => {
      const telemetry = new TelemetryRepository({ store })
      assert.equal(await timesOf(telemetry, a), [2, 1, 0])
      assert.is(await telemetry.prune({ ...everything, maxPerNode: 1 }), 2)
      assert.equal(await timesOf(telemetry, a), [2])
      assert.equal(await collect(telemetry.nodes()), [a])
    })
  }))

test.run()
