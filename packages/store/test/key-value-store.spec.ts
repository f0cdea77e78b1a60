import { test } from 'uvu'
import { MemoryStore } from '../src/index.js'
import { keyValueStoreContract } from './contract/key-value-store.contract.js'
import { levelStore } from './support/level.js'
import { withTempFolder } from './support/temp-folder.js'

keyValueStoreContract(
  (name, body) => test(`memory, ${name}`, body),
  async (use) => {
    const store = new MemoryStore()
    await store.start()
    await use(store, async () => store)
    await store.stop()
  }
)

keyValueStoreContract(
  (name, body) => test(`LevelDB, ${name}`, body),
  (use) =>
    withTempFolder(async (path) => {
      const first = levelStore(path)
      await first.start()
      const stores = [first]
      try {
        await use(first, async () => {
          const next = levelStore(path)
          stores.push(next)
          return next
        })
      } finally {
        for (const store of stores) await store.stop()
      }
    })
)

test.run()
