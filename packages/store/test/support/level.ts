import type { StoreFixture } from '@ailee/conformance/contracts'
import { noMetrics, silentLogger } from '@ailee/core'
import { Level } from 'level'
import { LevelStore } from '../../src/index.js'
import { makeTempFolder } from './temp-folder.js'

export function levelStore(path: string): LevelStore {
  return new LevelStore({ log: silentLogger, metrics: noMetrics }, { path })
}

/** Runs `use` with an open store on `path`, and stops it afterwards. */
export async function withLevelStore<T>(path: string, use: (store: LevelStore) => Promise<T>): Promise<T> {
  const store = levelStore(path)
  await store.start()
  try {
    return await use(store)
  } finally {
    await store.stop()
  }
}

/** A store for a contract, in a folder of its own. */
export async function levelFixture(): Promise<StoreFixture> {
  const { path, remove } = await makeTempFolder()
  const store = levelStore(path)
  const stores = [store]
  await store.start()
  return {
    store,
    async reopen() {
      const next = levelStore(path)
      stores.push(next)
      return next
    },
    async dispose() {
      for (const one of stores) await one.stop()
      await remove()
    }
  }
}

/** Changes a closed store's LevelDB behind its back. */
export async function tamper(
  path: string,
  change: (database: Level<string, Uint8Array>) => Promise<void>
): Promise<void> {
  const database = new Level<string, Uint8Array>(path, { valueEncoding: 'view' })
  await database.open()
  try {
    await change(database)
  } finally {
    await database.close()
  }
}
