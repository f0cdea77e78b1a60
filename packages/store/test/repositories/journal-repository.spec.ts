import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { JournalRepository, MemoryStore } from '../../src/index.js'
import { rejects } from '../support/assertions.js'
import { withLevelStore } from '../support/level.js'
import { withTempFolder } from '../support/temp-folder.js'

async function keysOf(store: MemoryStore): Promise<string[]> {
  const keys: string[] = []
  for (const prefix of ['journals/', 'snapshots/']) {
    for await (const { key } of store.range(prefix)) keys.push(key)
  }
  return keys
}

test('entries come back in order, by name, and a snapshot takes their place', () =>
  withTempFolder(async (path) => {
    await withLevelStore(path, async (store) => {
      const journals = new JournalRepository({ store })
      for (let sequence = 0; sequence < 120; sequence += 1) await journals.append('a', sequence, { sequence })
      await journals.append('b', 0, 'other')
      await journals.saveSnapshot('a', { state: { upTo: 110 }, sequence: 110 })
    })
    await withLevelStore(path, async (store) => {
      const journals = new JournalRepository({ store })
      const { snapshot, entries } = await journals.load('a')
      assert.equal(snapshot, { state: { upTo: 110 }, sequence: 110 })
      assert.equal(
        entries.map(({ sequence, entry }) => [sequence, entry]),
        Array.from({ length: 10 }, (_, index) => [110 + index, { sequence: 110 + index }])
      )
      assert.equal(await journals.load('b'), {
        snapshot: undefined,
        entries: [{ sequence: 0, entry: 'other' }]
      })
      assert.equal(await journals.load('c'), { snapshot: undefined, entries: [] })
    })
  }))

test('a snapshot may be larger than a commit, and the next one leaves nothing of it', async () => {
  const store = new MemoryStore()
  await store.start()
  const journals = new JournalRepository({ store })
  const state = { text: 'ü'.repeat(5_000_000) }
  await journals.saveSnapshot('a', { state, sequence: 1 })
  assert.equal((await journals.load('a')).snapshot?.state, state)
  await journals.append('a', 1, 'one')
  await journals.saveSnapshot('a', { state: 'small', sequence: 2 })
  assert.is((await keysOf(store)).length, 2, 'a head and a piece')
})

test('a process that dies on the way to a snapshot has lost nothing', async () => {
  for (let deaths = 0; ; deaths += 1) {
    const store = new MemoryStore()
    await store.start()
    const journals = new JournalRepository({ store })
    await journals.saveSnapshot('a', { state: 'before', sequence: 1 })
    for (const sequence of [1, 2, 3]) await journals.append('a', sequence, sequence)
    const commit = store.commit.bind(store)
    let left = deaths
    store.commit = async (request) => {
      if (left === 0) throw new Error('dead')
      left -= 1
      return commit(request)
    }
    const died = await journals.saveSnapshot('a', { state: 'after', sequence: 3 }).then(
      () => false,
      () => true
    )
    store.commit = commit
    const { snapshot, entries } = await new JournalRepository({ store }).load('a')
    const known = [snapshot?.state, ...entries.map(({ entry }) => entry)]
    assert.ok(['before,1,2,3', 'after,3'].includes(known.join()), known.join())
    if (!died) {
      assert.is(known.join(), 'after,3')
      assert.ok(deaths > 3)
      return
    }
  }
})

test('a damaged snapshot, or one with a piece missing, is no snapshot', async () => {
  const store = new MemoryStore()
  await store.start()
  const journals = new JournalRepository({ store })
  await journals.saveSnapshot('a', { state: 'whole', sequence: 1 })
  const [, piece] = await keysOf(store)
  await store.commit({ operations: [{ delete: piece ?? '' }] })
  await rejects(journals.load('a'), 'STORE_CORRUPTED')
  await store.commit({ operations: [{ put: piece ?? '', value: Uint8Array.of(255) }] })
  await rejects(journals.load('a'), 'STORE_CORRUPTED')
})

test.run()
