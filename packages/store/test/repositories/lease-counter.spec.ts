import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { LeaseCounter, MemoryStore } from '../../src/index.js'
import { rejects } from '../support/assertions.js'
import { withLevelStore } from '../support/level.js'
import { withTempFolder } from '../support/temp-folder.js'

test('never repeats across reopened stores, and costs one write a block', () =>
  withTempFolder(async (path) => {
    const all: bigint[] = []
    for (let round = 0; round < 4; round += 1) {
      await withLevelStore(path, async (store) => {
        const counter = new LeaseCounter({ store }, { blockSize: 10 })
        for (let count = 0; count < 25; count += 1) all.push(await counter.next())
        assert.is(await store.currentRevision(), BigInt(3 * (round + 1)))
      })
    }
    assert.ok(all.every((lease, index) => index === 0 || lease > (all[index - 1] ?? 0n)))
    assert.is(all[0], 1n)
    assert.is(all[25], 31n)
  }))

test('concurrent callers and several counters on one store get different tokens', async () => {
  const store = new MemoryStore()
  await store.start()
  const counters = [1, 2, 3].map(() => new LeaseCounter({ store }, { blockSize: 7 }))
  const leases = await Promise.all(
    Array.from({ length: 300 }, (_, index) => counters[index % 3]?.next() ?? Promise.resolve(0n))
  )
  assert.is(new Set(leases).size, 300)
  assert.not(leases.includes(0n))
})

test('a damaged counter is not started over', async () => {
  const store = new MemoryStore()
  await store.start()
  await store.commit({ operations: [{ put: 'meta/lease', value: new Uint8Array(3) }] })
  await rejects(new LeaseCounter({ store }).next(), 'STORE_CORRUPTED')
})

test.run()
