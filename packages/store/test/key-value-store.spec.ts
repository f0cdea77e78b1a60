import { type StoreFixture, storeContract } from '@ailee/conformance/contracts'
import type { KeyValueStore } from '@ailee/core'
import { test } from 'uvu'
import { MemoryStore } from '../src/index.js'
import { collect, rejects } from './support/assertions.js'
import { levelFixture } from './support/level.js'

const engines: Record<string, () => Promise<StoreFixture>> = {
  memory: memoryFixture,
  LevelDB: levelFixture
}

async function memoryFixture(): Promise<StoreFixture> {
  const store = new MemoryStore()
  await store.start()
  return { store, reopen: async () => store, dispose: () => store.stop() }
}

async function refusesInternalKeys(store: KeyValueStore): Promise<void> {
  for (const key of ['meta/schema', 'meta/revision', 'blobs/aa', 'blob-sizes/aa', 'instrumented/aa']) {
    await rejects(store.get(key), 'STORE_KEY_INVALID')
    await rejects(store.commit({ operations: [{ put: key, value: new Uint8Array(1) }] }), 'STORE_KEY_INVALID')
  }
  await rejects(collect(store.range('blobs/')), 'STORE_KEY_INVALID')
}

for (const [name, factory] of Object.entries(engines)) {
  storeContract({ test: (title, body) => test(`${name}, ${title}`, body), factory })
  test(`${name}: keys that are the store’s own do not pass through the port`, async () => {
    const { store, dispose } = await factory()
    try {
      await refusesInternalKeys(store)
    } finally {
      await dispose()
    }
  })
}

test.run()
