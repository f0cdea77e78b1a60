import { MIB } from '@ailee/core'
import { contentHash } from '@ailee/protocol'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { BlobRepository, type BlobRepositoryInit, MemoryStore } from '../../src/index.js'
import { rejects } from '../support/assertions.js'
import { tamper, withLevelStore } from '../support/level.js'
import { withTempFolder } from '../support/temp-folder.js'

const blob = (fill: number, length = 10): Uint8Array => new Uint8Array(length).fill(fill)

function inMemory(init?: BlobRepositoryInit): BlobRepository {
  return new BlobRepository({ blobs: new MemoryStore().blobs }, init)
}

test('stores by content, once, up to 16 MiB, and keeps it over a reopening', () =>
  withTempFolder(async (path) => {
    const large = blob(1, 16 * MIB)
    const hash = await withLevelStore(path, async (store) => {
      const blobs = new BlobRepository({ blobs: store.blobs })
      const [first, second] = await Promise.all([blobs.put(large), blobs.put(large)])
      await blobs.put(new Uint8Array())
      assert.is(first, contentHash(large))
      assert.is(second, first)
      assert.is(await store.currentRevision(), 2n)
      return first
    })
    await withLevelStore(path, async (store) => {
      const blobs = new BlobRepository({ blobs: store.blobs })
      assert.ok(await blobs.has(hash))
      assert.equal(await blobs.list(), [
        { hash, bytes: 16 * MIB },
        { hash: contentHash(new Uint8Array()), bytes: 0 }
      ])
      assert.is(Buffer.compare((await blobs.get(hash)) ?? new Uint8Array(), large), 0)
      await blobs.delete(hash)
      assert.not(await blobs.has(hash))
      assert.is(await blobs.get(hash), undefined)
    })
  }))

test('content that does not match its hash is damage, and can be replaced', () =>
  withTempFolder(async (path) => {
    const hash = await withLevelStore(path, (store) =>
      new BlobRepository({ blobs: store.blobs }).put(blob(1))
    )
    await tamper(path, async (database) => database.put(`blobs/${hash}`, blob(2, 18)))
    await withLevelStore(path, async (store) => {
      const blobs = new BlobRepository({ blobs: store.blobs })
      assert.match((await rejects(blobs.get(hash), 'STORE_CORRUPTED')).message, hash)
      await blobs.delete(hash)
      await blobs.put(blob(1))
      assert.equal(await blobs.get(hash), blob(1))
    })
  }))

test('evicts the least recently used first', async () => {
  const blobs = inMemory({ maxBytes: 30 })
  const [a, b, c] = await Promise.all([blobs.put(blob(1)), blobs.put(blob(2)), blobs.put(blob(3))])
  await blobs.get(a)
  await blobs.put(blob(2))
  const d = await blobs.put(blob(4))
  assert.equal(
    (await blobs.list()).map((entry) => entry.hash),
    [a, b, d]
  )
  assert.is(await blobs.get(c), undefined)
  const large = await blobs.put(blob(5, 25))
  assert.equal(
    (await blobs.list()).map((entry) => entry.hash),
    [large]
  )
  await rejects(blobs.put(blob(6, 31)), 'STORE_TOO_LARGE')
})

test('never evicts what is pinned, even if it was pinned before it came', async () => {
  const blobs = inMemory({ maxBytes: 20 })
  const releaseEarly = blobs.pin(contentHash(blob(1)))
  const a = await blobs.put(blob(1))
  const release = blobs.pin(a)
  const b = await blobs.put(blob(2))
  await blobs.put(blob(3))
  assert.ok(await blobs.has(a))
  assert.not(await blobs.has(b))
  await rejects(blobs.put(blob(4, 11)), 'STORE_FULL')
  assert.is((await blobs.list()).length, 2)
  releaseEarly()
  releaseEarly()
  await rejects(blobs.put(blob(4, 11)), 'STORE_FULL')
  release()
  const d = await blobs.put(blob(4, 11))
  assert.equal(
    (await blobs.list()).map((entry) => entry.hash),
    [d]
  )
})

test('shrinks at the next put after a restart with less room', async () => {
  const { blobs: shared } = new MemoryStore()
  const before = new BlobRepository({ blobs: shared })
  for (let fill = 1; fill <= 5; fill += 1) await before.put(blob(fill))
  const after = new BlobRepository({ blobs: shared }, { maxBytes: 25 })
  const newest = await after.put(blob(6))
  assert.equal(
    (await after.list()).map((entry) => entry.hash),
    [contentHash(blob(5)), newest]
  )
})

test.run()
