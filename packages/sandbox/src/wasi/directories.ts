import { meteringParameters } from '../instrument/index.js'
import { directoryWith, placeAt } from './access.js'
import { errno } from './errno.js'
import { fail } from './failure.js'
import type { FileSystemNode } from './file-node.js'
import type { HostCalls } from './preview1.js'
import { right } from './rights.js'
import type { WasiProcess } from './wasi-process.js'

const ENTRY_BYTES = 24
const fileTypes = { directory: 3, file: 4 } as const
const encoder = new TextEncoder()

/** Listing, making and removing directories. */
export function directoryFunctions(
  process: WasiProcess
): HostCalls<'fd_readdir' | 'path_create_directory' | 'path_remove_directory'> {
  const { memory, fileSystem } = process
  const entryBytes = (name: string, node: FileSystemNode, number: number): Uint8Array => {
    const text = encoder.encode(name)
    const bytes = new Uint8Array(ENTRY_BYTES + text.length)
    const view = new DataView(bytes.buffer)
    view.setBigUint64(0, BigInt(number), true)
    view.setBigUint64(8, BigInt(node.inode), true)
    view.setUint32(16, text.length, true)
    view.setUint8(20, fileTypes[node.kind])
    bytes.set(text, ENTRY_BYTES)
    return bytes
  }
  return {
    // `.` and `..` are not listed. The last entry is cut off where the buffer ends: the reader asks again.
    fd_readdir: (fd: number, pointer: number, length: number, cookie: bigint, usedAt: number) => {
      const { node } = directoryWith(process, fd, right.FD_READDIR)
      const target = memory.bytes(pointer, length)
      memory.bytes(usedAt, 4)
      process.charge(node.entries.size * meteringParameters.passedEntryFuel)
      const after = Number(BigInt.asUintN(64, cookie))
      let used = 0
      for (const [name, entry] of node.entries) {
        if (used === target.length) break
        if (entry.number <= after) continue
        process.charge(meteringParameters.listedEntryFuel)
        const bytes = entryBytes(name, entry.node, entry.number).subarray(0, target.length - used)
        target.set(bytes, used)
        used += bytes.length
      }
      memory.setU32(usedAt, used)
      return errno.SUCCESS
    },
    path_create_directory: (fd: number, pointer: number, length: number) => {
      const place = placeAt(process, fd, right.PATH_CREATE_DIRECTORY, pointer, length)
      if (place.node !== undefined || place.parent === undefined) return errno.EXIST
      fileSystem.createDirectory(place.parent, place.name)
      return errno.SUCCESS
    },
    path_remove_directory: (fd: number, pointer: number, length: number) => {
      const place = placeAt(process, fd, right.PATH_REMOVE_DIRECTORY, pointer, length)
      if (place.parent === undefined) return place.name === '.' ? errno.INVAL : errno.NOTEMPTY
      const node = place.node ?? fail(errno.NOENT)
      if (node.kind === 'file') return errno.NOTDIR
      if (node.entries.size > 0) return errno.NOTEMPTY
      fileSystem.remove(place.parent, place.name, node)
      return errno.SUCCESS
    }
  }
}
