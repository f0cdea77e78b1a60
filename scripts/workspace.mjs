/** Where things are, and which Node runs them. Shared by the other scripts. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** The pinned Node of the workspace; the program needs 22 or newer, the machine may only have 20. */
export const pinnedNode = join(
  root,
  'node_modules/node/bin',
  process.platform === 'win32' ? 'node.exe' : 'node'
)

/** The Node to run the program with: the pinned one where it is installed. */
export function nodeProgram() {
  return existsSync(pinnedNode) ? pinnedNode : process.execPath
}

/** The `ailee-node` program. */
export const program = join(root, 'packages/node/bin/ailee-node.js')
