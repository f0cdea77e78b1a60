import { meteringParameters } from '../instrument/index.js'
import { directoryWith, placeAt } from './access.js'
import { errno } from './errno.js'
import { fail } from './failure.js'
import type { DirectoryNode, FileSystemNode } from './file-node.js'
import type { Place } from './path.js'
import type { HostCalls } from './preview1.js'
import { right } from './rights.js'
import type { WasiProcess } from './wasi-process.js'

/** Giving files and directories other names, and taking names away. */
export function nameFunctions(process: WasiProcess): HostCalls<'path_rename' | 'path_unlink_file'> {
  const { fileSystem } = process

  /** Whether `directory` is `ancestor` or lies in it. */
  const isWithin = (directory: DirectoryNode, ancestor: FileSystemNode): boolean => {
    for (let node: DirectoryNode | undefined = directory; node !== undefined; node = node.parent) {
      process.charge(meteringParameters.pathNameFuel)
      if (node === ancestor) return true
    }
    return false
  }
  /** Whether a node may take a place that something else has. */
  const checkReplaced = (node: FileSystemNode, { node: other, isFolder }: Place): void => {
    if (node.kind === 'file') {
      if (other?.kind === 'directory') fail(errno.ISDIR)
      if (isFolder) fail(errno.NOTDIR)
      return
    }
    if (other?.kind === 'file') fail(errno.NOTDIR)
    if (other?.kind === 'directory' && other.entries.size > 0) fail(errno.NOTEMPTY)
  }

  return {
    path_rename: (
      fromFd: number,
      fromAt: number,
      fromLength: number,
      toFd: number,
      toAt: number,
      toLength: number
    ) => {
      directoryWith(process, fromFd, right.PATH_RENAME_SOURCE)
      directoryWith(process, toFd, right.PATH_RENAME_TARGET)
      const from = placeAt(process, fromFd, right.PATH_RENAME_SOURCE, fromAt, fromLength)
      const to = placeAt(process, toFd, right.PATH_RENAME_TARGET, toAt, toLength)
      if (from.parent === undefined || to.parent === undefined) return errno.BUSY
      const node = from.node ?? fail(errno.NOENT)
      if (to.parent.removed) return errno.NOENT
      if (node.kind === 'directory' && isWithin(to.parent, node)) return errno.INVAL
      if (node === to.node) return errno.SUCCESS
      checkReplaced(node, to)
      fileSystem.rename(node, { parent: from.parent, name: from.name }, { parent: to.parent, name: to.name })
      return errno.SUCCESS
    },
    path_unlink_file: (fd: number, pointer: number, length: number) => {
      const { parent, name, node } = placeAt(process, fd, right.PATH_UNLINK_FILE, pointer, length)
      if (node === undefined) return errno.NOENT
      if (node.kind === 'directory' || parent === undefined) return errno.ISDIR
      fileSystem.remove(parent, name, node)
      return errno.SUCCESS
    }
  }
}
