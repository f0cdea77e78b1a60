/** Removes what builds leave behind. Dependencies stay. */
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from './workspace.mjs'

for (const name of await readdir(join(root, 'packages'))) {
  await rm(join(root, 'packages', name, 'dist'), { recursive: true, force: true })
}
