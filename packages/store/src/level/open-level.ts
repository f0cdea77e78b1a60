import { Level } from 'level'
import { SCHEMA_VERSION } from '../constants.js'
import { StoreError } from '../errors.js'
import { REVISION_KEY, SCHEMA_KEY } from '../keys.js'
import { type Folder, foreignFolder, inspectFolder, markFolder } from './folder.js'
import { corruptedFolder, openError, readError, writeError } from './level-errors.js'
import { splitRevision, withRevision } from './revision-header.js'

export type Database = Level<string, Uint8Array>

export interface OpenedLevel {
  database: Database
  /** Of the last commit. */
  revision: bigint
}

/**
 * Opens or creates the store in a folder; an existing one is never reset.
 * 1. Looks at the folder. 2. Opens LevelDB, which takes the lock. 3. Checks the schema, or writes it where the
 * database is new. 4. Reads the revision counter.
 */
export async function openLevel(path: string): Promise<OpenedLevel> {
  const folder = await inspectFolder(path)
  const database: Database = new Level(path, { keyEncoding: 'utf8', valueEncoding: 'view' })
  try {
    await database.open({ createIfMissing: folder.empty })
  } catch (error) {
    throw openError(path, error)
  }
  try {
    await checkSchema(path, database, folder)
    const revision = await read(path, database, REVISION_KEY)
    if (revision === undefined) throw corruptedFolder(path, `${REVISION_KEY} is missing`)
    if (!folder.marked) await markFolder(path)
    return { database, revision: revision.revision }
  } catch (error) {
    await database.close()
    throw error
  }
}

async function checkSchema(path: string, database: Database, folder: Folder): Promise<void> {
  const stored = await read(path, database, SCHEMA_KEY, folder.marked)
  if (stored === undefined) {
    if (folder.marked) throw corruptedFolder(path, `${SCHEMA_KEY} is missing`)
    if (await hasAnyKey(path, database)) throw foreignFolder(path, 'it is a LevelDB of something else')
    return writeSchema(path, database)
  }
  const text = new TextDecoder().decode(stored.value)
  if (!/^[1-9]\d{0,8}$/.test(text)) {
    throw folder.marked
      ? corruptedFolder(path, `${SCHEMA_KEY} is unreadable`)
      : foreignFolder(path, 'it is a LevelDB of something else')
  }
  if (Number(text) > SCHEMA_VERSION) {
    throw new StoreError(
      'STORE_SCHEMA_UNSUPPORTED',
      `the store in ${path} has schema ${text}; this program knows schemas up to ${SCHEMA_VERSION}`,
      { hint: 'run the newer program that wrote it, or choose another data folder' }
    )
  }
}

async function read(
  path: string,
  database: Database,
  key: string,
  ours = true
): Promise<{ value: Uint8Array; revision: bigint } | undefined> {
  let bytes: Uint8Array | undefined
  try {
    bytes = await database.get(key)
  } catch (cause) {
    throw readError(`${key} in ${path}`, cause)
  }
  if (bytes === undefined) return undefined
  if (bytes.length < 8 && !ours) throw foreignFolder(path, 'it is a LevelDB of something else')
  return splitRevision(key, bytes)
}

async function hasAnyKey(path: string, database: Database): Promise<boolean> {
  try {
    return (await database.keys({ limit: 1 }).all()).length > 0
  } catch (cause) {
    throw readError(`the keys in ${path}`, cause)
  }
}

async function writeSchema(path: string, database: Database): Promise<void> {
  const schema = new TextEncoder().encode(String(SCHEMA_VERSION))
  try {
    await database.batch(
      [
        { type: 'put', key: SCHEMA_KEY, value: withRevision(schema, 0n) },
        { type: 'put', key: REVISION_KEY, value: withRevision(new Uint8Array(), 0n) }
      ],
      { sync: true }
    )
  } catch (cause) {
    throw writeError(path, cause)
  }
}
