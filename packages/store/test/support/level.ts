import { noMetrics, silentLogger } from '@ailee/core'
import { Level } from 'level'
import { LevelStore } from '../../src/index.js'

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
