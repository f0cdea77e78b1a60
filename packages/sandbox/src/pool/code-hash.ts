import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** sha-256 over a folder's compiled code, names and contents, as hex: another build has another one. */
export async function codeHash(folder: string): Promise<string> {
  const sum = createHash('sha256')
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.js')).sort()
  for (const name of names) {
    const content = await readFile(join(folder, name))
    sum.update(`${name}\0${content.length}\0`).update(content)
  }
  return sum.digest('hex')
}
