import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Runs `use` with a new folder and removes it afterwards, whatever happens. */
export async function withTempFolder(use: (path: string) => Promise<void>): Promise<void> {
  const path = await mkdtemp(join(tmpdir(), 'ailee-node-'))
  try {
    await use(path)
  } finally {
    await rm(path, { recursive: true, force: true })
  }
}
