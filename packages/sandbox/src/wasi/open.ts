import { directoryWith } from './access.js'
import type { Descriptor } from './descriptor-table.js'
import { ALL_FLAGS } from './descriptors.js'
import { errno } from './errno.js'
import { fail } from './failure.js'
import type { FileSystemNode } from './file-node.js'
import { type Place, readPath, resolvePath } from './path.js'
import type { HostCalls } from './preview1.js'
import { DIRECTORY_RIGHTS, FILE_RIGHTS, right, rightsOf, WRITING_RIGHTS } from './rights.js'
import { ALL_LOOKUP_FLAGS } from './status.js'
import type { WasiProcess } from './wasi-process.js'

const CREATE = 1
const DIRECTORY = 2
const EXCLUSIVE = 4
const TRUNCATE = 8

/** Opening and creating files, and opening directories. */
export function openFunctions(process: WasiProcess): HostCalls<'path_open'> {
  const { memory, descriptors, fileSystem } = process

  /** What is there, or a new file. */
  const find = ({ node, parent, name, isFolder }: Place, how: number): FileSystemNode => {
    if (node !== undefined) {
      if ((how & CREATE) !== 0 && (how & EXCLUSIVE) !== 0) fail(errno.EXIST)
      return node
    }
    if ((how & CREATE) === 0 || parent === undefined) fail(errno.NOENT)
    return isFolder ? fail(errno.ISDIR) : fileSystem.createFile(parent, name)
  }
  const check = (node: FileSystemNode | undefined, how: number, rights: number): void => {
    if (node?.kind === 'file' && (how & DIRECTORY) !== 0) fail(errno.NOTDIR)
    if (node?.kind !== 'directory') return
    if ((how & (CREATE | TRUNCATE)) !== 0 || (rights & WRITING_RIGHTS) !== 0) fail(errno.ISDIR)
  }

  return {
    path_open: (
      fd: number,
      lookup: number,
      pointer: number,
      length: number,
      how: number,
      base: bigint,
      inherited: bigint,
      flags: number,
      openedAt: number
    ) => {
      const created = (how & CREATE) === 0 ? 0 : right.PATH_CREATE_FILE
      const cut = (how & TRUNCATE) === 0 ? 0 : right.PATH_FILESTAT_SET_SIZE
      const directory = directoryWith(process, fd, right.PATH_OPEN | created | cut)
      const rights = rightsOf(base)
      const inheriting = rightsOf(inherited)
      if (((rights | inheriting) & ~directory.inheriting) !== 0) return errno.NOTCAPABLE
      const path = readPath(process, pointer, length)
      if (((lookup & ~ALL_LOOKUP_FLAGS) | (how & ~15) | (flags & ~ALL_FLAGS)) !== 0) return errno.INVAL
      if ((how & CREATE) !== 0 && (how & DIRECTORY) !== 0) return errno.INVAL
      const place = resolvePath(process, directory.node, path)
      if ((how & EXCLUSIVE) === 0 || (how & CREATE) === 0) check(place.node, how, rights)
      const opened = descriptors.next()
      memory.bytes(openedAt, 4)
      const node = find(place, how)
      if (node.kind === 'file' && (how & TRUNCATE) !== 0) {
        node.content.resize(0)
        fileSystem.modified(node.times)
      }
      descriptors.set(opened, descriptorOf(node, rights, inheriting, flags))
      fileSystem.opened(node)
      memory.setU32(openedAt, opened)
      return errno.SUCCESS
    }
  }
}

/** Rights that mean nothing for what was opened are left out. */
function descriptorOf(node: FileSystemNode, rights: number, inheriting: number, flags: number): Descriptor {
  if (node.kind === 'file') {
    return { kind: 'file', node, position: 0, rights: rights & FILE_RIGHTS, inheriting: 0, flags }
  }
  return {
    kind: 'directory',
    node,
    preopened: false,
    rights: rights & DIRECTORY_RIGHTS,
    inheriting,
    flags
  }
}
