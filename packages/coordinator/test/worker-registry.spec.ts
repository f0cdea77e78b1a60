import { ManualClock, type NodeId } from '@ailee/core'
import { healthScore, newReputation } from '@ailee/market'
import type { WorkerStatus } from '@ailee/protocol'
import { MemoryStore, ReputationRepository } from '@ailee/store'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { JUDGE_MS, MAX_SAMPLE_AGE_MS } from '../src/health/judgements.js'
import { ReputationBook } from '../src/reputation-book.js'
import { WorkerRegistry } from '../src/worker-registry.js'
import { sampleOf } from './support/samples.js'

const status: WorkerStatus = {
  slots: 2,
  memoryBytes: 2 ** 30,
  cores: 2,
  region: 'eu',
  deviceClass: 'pc',
  isolation: 'full',
  draining: false
}

/** Three workers that measure the same. */
function registry(...names: NodeId[]): { clock: ManualClock; workers: WorkerRegistry } {
  const clock = new ManualClock()
  const reputations = new ReputationRepository({ store: new MemoryStore() })
  const workers = new WorkerRegistry({ clock, reputations: new ReputationBook({ reputations, clock }) })
  for (const name of ['a', 'b', 'c', ...names]) workers.update(name, status)
  for (const name of ['a', 'b', 'c']) workers.measured(sampleOf(name))
  return { clock, workers }
}

const fresh = newReputation(0).score

test('health is that of the sample, and average before there is one', () => {
  const { workers } = registry('d')
  assert.is(workers.health('a'), healthScore(sampleOf('a'), fresh))
  assert.is(workers.health('d'), 0.5)
  assert.is(workers.judgement('d'), undefined)
  workers.measured(sampleOf('stranger'))
  assert.is(workers.judgement('stranger'), undefined)
})

test('who claims what none of its peers can has less health than if it had told the truth', () => {
  const { clock, workers } = registry('d')
  workers.measured(sampleOf('d', { bandwidthMbps: 50_000 }))
  const judged = workers.judgement('d')
  assert.equal(
    judged?.doubts.map(({ quantity }) => quantity),
    ['bandwidthMbps']
  )
  assert.is(workers.health('d'), healthScore(sampleOf('d'), fresh) * (judged?.trust ?? 1))
  assert.ok(workers.health('d') < workers.health('a'))
  assert.equal(workers.healthCounts(), { safeMode: 0, doubted: 1 })
  // It counts as long as it is claimed.
  workers.measured(sampleOf('d'))
  clock.advance(JUDGE_MS)
  assert.is(workers.health('d'), workers.health('a'))
  assert.equal(workers.healthCounts(), { safeMode: 0, doubted: 0 })
})

test('what is impossible gives no health at all', () => {
  const { workers } = registry('d')
  workers.measured(sampleOf('d', { gflops: 1e9 }))
  assert.is(workers.health('d'), 0)
})

test('all are judged anew at most once a second, a new one at once', () => {
  const { clock, workers } = registry('d')
  const before = workers.health('a')
  workers.measured(sampleOf('a', { latencyMs: 90 }))
  clock.advance(JUDGE_MS - 1)
  assert.is(workers.health('a'), before)
  clock.advance(1)
  assert.ok(workers.health('a') < before)
  workers.measured(sampleOf('d', { latencyMs: 90 }))
  assert.is(workers.health('d'), workers.health('a'))
})

test('a worker that has left is compared with no more, and is average when it comes back', () => {
  const { workers } = registry('d')
  workers.measured(sampleOf('d', { gflops: 500 }))
  assert.equal(workers.healthCounts().doubted, 1)
  workers.remove('a')
  workers.remove('b')
  assert.equal(workers.healthCounts().doubted, 0)
  workers.update('a', status)
  assert.is(workers.health('a'), 0.5)
})

test('a worker that has fallen silent is average, and compared with no more', () => {
  const { clock, workers } = registry('d')
  workers.measured(sampleOf('d', { temperatureCelsius: 90 }))
  clock.advance(MAX_SAMPLE_AGE_MS)
  assert.ok(workers.health('a') !== 0.5 && workers.health('d') !== 0.5)
  assert.is(workers.healthCounts().safeMode, 1)
  clock.advance(1)
  assert.equal([workers.health('a'), workers.health('d')], [0.5, 0.5])
  assert.is(workers.judgement('d'), undefined)
  assert.is(workers.healthCounts().safeMode, 0)
  // Of those that were silent nothing is left to compare with.
  workers.measured(sampleOf('d', { gflops: 500 }))
  assert.equal(workers.judgement('d')?.doubts, [])
  workers.measured(sampleOf('a'))
  assert.is(workers.health('a'), healthScore(sampleOf('a'), fresh))
})

test('workers in safe mode are counted', () => {
  const { workers } = registry('d', 'e')
  workers.measured(sampleOf('d', { temperatureCelsius: 90 }))
  workers.measured(sampleOf('e', { errors: 25 }))
  assert.equal(workers.healthCounts(), { safeMode: 2, doubted: 0 })
  assert.is(workers.health('d'), healthScore(sampleOf('d'), fresh) / 2)
})

test.run()
