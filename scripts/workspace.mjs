/** Where things are, and which Node runs them. Shared by the other scripts. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** The pinned Node of the workspace; the program needs 22 or newer, the machine may only have 20. */
export const pinnedNode = join(root, 'node_modules/.bin', process.platform === 'win32' ? 'node.cmd' : 'node')

/** The Node to run the program with: the pinned one where it is installed. */
export function nodeProgram() {
  return existsSync(pinnedNode) ? pinnedNode : process.execPath
}
