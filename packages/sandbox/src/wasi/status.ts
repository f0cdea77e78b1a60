import { descriptorWith, isStream, placeAt } from './access.js'
import type { Descriptor } from './descriptor-table.js'
import { errno } from './errno.js'
import { fail } from './failure.js'
import type { FileSystemNode, FileTimes } from './file-node.js'
import type { HostCalls } from './preview1.js'
import { right } from './rights.js'
import type { WasiProcess } from './wasi-process.js'

const FILESTAT_BYTES = 64
/** Of files; streams have device 0. */
const DEVICE = 1n
const fileTypes = { directory: 3, file: 4 } as const

/** Which times are set, and whether to a given time or to now. */
const ACCESSED = 1
const ACCESSED_NOW = 2
const MODIFIED = 4
const MODIFIED_NOW = 8

/** Only bit 0, to follow symbolic links, has a meaning, and there are none. */
export const ALL_LOOKUP_FLAGS = 1

/** Streams are "unknown", as pipes are, so that C libraries buffer them fully. */
export function fileType(descriptor: Descriptor): number {
  return isStream(descriptor) ? 0 : fileTypes[descriptor.kind]
}

/** What files and directories are: size, kind, times. */
export function statusFunctions(
  process: WasiProcess
): HostCalls<'fd_filestat_get' | 'fd_filestat_set_times' | 'path_filestat_get' | 'path_filestat_set_times'> {
  const { memory, clock } = process
  const write = (node: FileSystemNode, pointer: number): void => {
    const at = pointer >>> 0
    memory.bytes(at, FILESTAT_BYTES).fill(0)
    memory.setU64(at, DEVICE)
    memory.setU64(at + 8, BigInt(node.inode))
    memory.setU64(at + 16, BigInt(fileTypes[node.kind]))
    memory.setU64(at + 24, node.kind === 'file' && !node.linked ? 0n : 1n)
    memory.setU64(at + 32, node.kind === 'file' ? BigInt(node.content.size) : 0n)
    memory.setU64(at + 40, BigInt.asUintN(64, node.times.accessedNs))
    memory.setU64(at + 48, BigInt.asUintN(64, node.times.modifiedNs))
    memory.setU64(at + 56, BigInt.asUintN(64, node.times.changedNs))
  }
  const setTimes = (times: FileTimes, accessed: bigint, modified: bigint, flags: number): void => {
    const contradictory = (given: number, now: number): boolean =>
      (flags & given) !== 0 && (flags & now) !== 0
    if ((flags & ~15) !== 0) fail(errno.INVAL)
    if (contradictory(ACCESSED, ACCESSED_NOW) || contradictory(MODIFIED, MODIFIED_NOW)) fail(errno.INVAL)
    const now = clock.standsAtNs('realtime')
    if ((flags & ACCESSED) !== 0) times.accessedNs = BigInt.asUintN(64, accessed)
    if ((flags & ACCESSED_NOW) !== 0) times.accessedNs = now
    if ((flags & MODIFIED) !== 0) times.modifiedNs = BigInt.asUintN(64, modified)
    if ((flags & MODIFIED_NOW) !== 0) times.modifiedNs = now
    times.changedNs = now
  }
  const nodeAt = (
    fd: number,
    wanted: number,
    flags: number,
    pointer: number,
    length: number
  ): FileSystemNode => {
    const { node } = placeAt(process, fd, wanted, pointer, length)
    if ((flags & ~ALL_LOOKUP_FLAGS) !== 0) fail(errno.INVAL)
    return node ?? fail(errno.NOENT)
  }
  return {
    fd_filestat_get: (fd: number, at: number) => {
      const descriptor = descriptorWith(process, fd, right.FD_FILESTAT_GET)
      if (isStream(descriptor)) memory.bytes(at, FILESTAT_BYTES).fill(0)
      else write(descriptor.node, at)
      return errno.SUCCESS
    },
    fd_filestat_set_times: (fd: number, accessed: bigint, modified: bigint, flags: number) => {
      const descriptor = process.descriptors.get(fd)
      if (isStream(descriptor)) return errno.INVAL
      descriptorWith(process, fd, right.FD_FILESTAT_SET_TIMES)
      setTimes(descriptor.node.times, accessed, modified, flags)
      return errno.SUCCESS
    },
    path_filestat_get: (fd: number, flags: number, pointer: number, length: number, at: number) => {
      write(nodeAt(fd, right.PATH_FILESTAT_GET, flags, pointer, length), at)
      return errno.SUCCESS
    },
    path_filestat_set_times: (
      fd: number,
      lookup: number,
      pointer: number,
      length: number,
      accessed: bigint,
      modified: bigint,
      flags: number
    ) => {
      const { times } = nodeAt(fd, right.PATH_FILESTAT_SET_TIMES, lookup, pointer, length)
      setTimes(times, accessed, modified, flags)
      return errno.SUCCESS
    }
  }
}
