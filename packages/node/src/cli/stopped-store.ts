import { access } from 'node:fs/promises'
import { isAileeError, noMetrics, silentLogger } from '@ailee/core'
import { LevelStore } from '@ailee/store'
import type { DataDir } from '../config/data-dir.js'
import { NodeError } from '../errors.js'

/**
 * Opens the store of a node that is stopped, and closes it when `use` is done. Throws STORE_NOT_FOUND, or NODE_RUNNING
 * with this hint.
 */
export async function withStoppedStore<T>(
  dataDir: DataDir,
  hint: string,
  use: (store: LevelStore) => Promise<T>
): Promise<T> {
  const inUse = (by: string, cause?: unknown) =>
    new NodeError('NODE_RUNNING', `${by} uses ${dataDir.path}`, { cause, hint })
  const run = await dataDir.readRunFile()
  if (run !== undefined) throw inUse(`node ${run.peerId} (process ${run.pid})`)
  // Opening a store makes it where it is missing, and what is asked of an empty one always looks well.
  await access(dataDir.store).catch((cause: unknown) => {
    throw new NodeError('STORE_NOT_FOUND', `${dataDir.path} holds no store`, {
      cause,
      hint: 'name the data directory of a node with --data-dir'
    })
  })
  const store = new LevelStore({ log: silentLogger, metrics: noMetrics }, { path: dataDir.store })
  try {
    await store.start()
  } catch (error) {
    // One that has just started has no run file yet.
    throw isAileeError(error, 'STORE_LOCKED') ? inUse('a node', error) : error
  }
  try {
    return await use(store)
  } finally {
    await store.stop()
  }
}
