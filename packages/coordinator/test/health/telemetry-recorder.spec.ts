import { ManualClock, type NodeId, silentLogger } from '@ailee/core'
import { nodeIdFromPublicKey, type TelemetrySample } from '@ailee/protocol'
import { MemoryStore, TelemetryRepository } from '@ailee/store'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  TELEMETRY_FLUSH_MS,
  TELEMETRY_KEPT_MS,
  TELEMETRY_PRUNE_MS,
  TELEMETRY_STORED_EVERY_MS
} from '../../src/constants.js'
import { TelemetryRecorder } from '../../src/index.js'
import { sampleOf } from '../support/samples.js'

const idOf = (byte: number): NodeId => nodeIdFromPublicKey(new Uint8Array(32).fill(byte))
const [a, b] = [idOf(1), idOf(2)]

/** Lets everything that waits for nothing but promises happen. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

class Scene {
  readonly clock = new ManualClock()
  readonly store = new MemoryStore()
  readonly telemetry = new TelemetryRepository({ store: this.store })
  readonly known = new Set([a, b])
  readonly warnings: string[] = []
  readonly recorder = new TelemetryRecorder({
    telemetry: this.telemetry,
    isKnown: (nodeId) => this.known.has(nodeId),
    clock: this.clock,
    log: { ...silentLogger, warn: (message) => void this.warnings.push(message) }
  })

  static async open(): Promise<Scene> {
    const scene = new Scene()
    await scene.store.start()
    await scene.recorder.start()
    return scene
  }

  measured(nodeId: NodeId): TelemetrySample {
    const nowMs = this.clock.now()
    const sample = sampleOf(nodeId, { timestampMs: nowMs, sequence: nowMs })
    this.recorder.record(sample)
    return sample
  }

  async advance(ms: number): Promise<void> {
    for (let passed = 0; passed < ms; passed += TELEMETRY_FLUSH_MS) {
      this.clock.advance(Math.min(TELEMETRY_FLUSH_MS, ms - passed))
      await settle()
    }
  }

  async of(nodeId: NodeId): Promise<TelemetrySample[]> {
    const samples: TelemetrySample[] = []
    for await (const sample of this.telemetry.list(nodeId)) samples.push(sample)
    return samples
  }
}

test('samples of all workers are written together, one each half minute', async () => {
  const scene = await Scene.open()
  const first = scene.measured(a)
  scene.measured(b)
  await scene.advance(2_000)
  scene.measured(a)
  assert.equal(await scene.of(a), [])
  await scene.advance(TELEMETRY_FLUSH_MS)
  assert.is(await scene.store.currentRevision(), 1n)
  assert.equal(await scene.of(a), [first])
  assert.is((await scene.of(b)).length, 1)
  await scene.advance(TELEMETRY_STORED_EVERY_MS)
  const second = scene.measured(a)
  await scene.advance(TELEMETRY_FLUSH_MS)
  assert.equal(await scene.of(a), [second, first])
  await scene.recorder.stop()
})

test('nothing is kept of nodes that are no workers of this coordinator', async () => {
  const scene = await Scene.open()
  scene.measured(idOf(3))
  await scene.advance(TELEMETRY_FLUSH_MS)
  assert.is(await scene.store.currentRevision(), 0n)
  await scene.recorder.stop()
})

test('what waits is written at the stop, and nothing is taken before the start or after the stop', async () => {
  const scene = await Scene.open()
  const sample = scene.measured(a)
  await scene.recorder.stop()
  await scene.recorder.stop()
  scene.measured(b)
  assert.equal([await scene.of(a), await scene.of(b)], [[sample], []])
  await scene.recorder.start()
  scene.measured(b)
  await scene.recorder.stop()
  assert.is((await scene.of(b)).length, 1)
})

test('samples of more than a day ago are removed', async () => {
  const scene = await Scene.open()
  const old = { timestampMs: scene.clock.now() - TELEMETRY_KEPT_MS - 1 }
  await scene.telemetry.save([sampleOf(a, old), sampleOf(a, { timestampMs: scene.clock.now() })])
  await scene.advance(TELEMETRY_FLUSH_MS)
  assert.is((await scene.of(a)).length, 1)
  await scene.telemetry.save([sampleOf(a, old)])
  await scene.advance(TELEMETRY_PRUNE_MS - TELEMETRY_FLUSH_MS)
  assert.is((await scene.of(a)).length, 2)
  await scene.advance(TELEMETRY_FLUSH_MS)
  assert.is((await scene.of(a)).length, 1)
  await scene.recorder.stop()
})

test('a store that fails is said, and does not end the recording', async () => {
  const scene = await Scene.open()
  await scene.store.stop()
  scene.measured(a)
  await scene.advance(TELEMETRY_FLUSH_MS)
  assert.equal(scene.warnings, ['health samples were not stored', 'old health samples were not removed'])
  await scene.store.start()
  scene.measured(b)
  await scene.advance(TELEMETRY_FLUSH_MS)
  assert.is((await scene.of(b)).length, 1)
  await scene.recorder.stop()
})

test.run()
