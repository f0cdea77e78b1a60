import { access, constants, mkdir, readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { StoreError } from '../errors.js'
import { corruptedFolder, notWritable } from './level-errors.js'

/**
 * Marks the folder as ours. LevelDB drops a damaged log without a word and then looks new; with this file
 * there, a store without its schema key is a damaged one and not an empty one.
 */
const MARKER = 'AILEE-STORE'

/** What LevelDB may leave behind if it dies while it creates a database. */
const creationLeftover = /^(LOCK|LOG|LOG\.old|MANIFEST-\d+|\d+\.dbtmp)$/
const levelFile = /^(LOCK|LOG|LOG\.old|MANIFEST-\d+|\d+\.(dbtmp|log|ldb|sst))$/

export interface Folder {
  /** No database in it yet. */
  empty: boolean
  marked: boolean
}

/** Makes the folder if need be and says what is in it. Throws STORE_NOT_WRITABLE, STORE_FOREIGN, STORE_CORRUPTED. */
export async function inspectFolder(path: string): Promise<Folder> {
  let names: string[]
  try {
    await mkdir(path, { recursive: true })
    await access(path, constants.R_OK | constants.W_OK | constants.X_OK)
    names = await readdir(path)
  } catch (cause) {
    throw notWritable(path, cause)
  }
  const marked = names.includes(MARKER)
  if (names.includes('CURRENT')) return { empty: false, marked }
  if (marked) throw corruptedFolder(path, 'its database is missing')
  if (names.every((name) => creationLeftover.test(name))) return { empty: true, marked }
  if (names.every((name) => levelFile.test(name))) throw corruptedFolder(path, 'its file CURRENT is missing')
  throw foreignFolder(path, `it holds ${names.find((name) => !levelFile.test(name))}`)
}

export function foreignFolder(path: string, problem: string): StoreError {
  return new StoreError('STORE_FOREIGN', `${path} is not a store of this program: ${problem}`, {
    hint: 'choose an empty or new data folder; nothing was changed in this one'
  })
}

export async function markFolder(path: string): Promise<void> {
  try {
    await writeFile(join(path, MARKER), 'This folder is the store of an ailee-node. Do not edit.\n', {
      flush: true
    })
  } catch (cause) {
    throw notWritable(path, cause)
  }
}

/** Bytes of the files in a folder. Files that vanish meanwhile count nothing. */
export async function folderBytes(path: string): Promise<number> {
  const names = await readdir(path).catch(() => [])
  const sizes = await Promise.all(
    names.map((name) =>
      stat(join(path, name)).then(
        (stats) => stats.size,
        () => 0
      )
    )
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}
