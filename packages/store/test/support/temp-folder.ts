import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A new folder, and the function that removes it. */
export async function makeTempFolder(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'ailee-store-'))
  return { path, remove: () => rm(path, { recursive: true, force: true }) }
}

/** Runs `use` with a new folder and removes it afterwards, whatever happens. */
export async function withTempFolder(use: (path: string) => Promise<void>): Promise<void> {
  const { path, remove } = await makeTempFolder()
  try {
    await use(path)
  } finally {
    await remove()
  }
}
