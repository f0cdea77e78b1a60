import { descriptorWith } from './access.js'
import { errno } from './errno.js'
import { fail } from './failure.js'
import type { HostCalls } from './preview1.js'
import { right, rightsOf } from './rights.js'
import { fileType } from './status.js'
import type { WasiProcess } from './wasi-process.js'

const FDSTAT_BYTES = 24
/** append, dsync, nonblock, rsync, sync: only the first makes a difference. */
export const ALL_FLAGS = 0b11111
const ROOT_NAME = new TextEncoder().encode('/')

/** Descriptors themselves, and which directory is preopened: the root, whose name `/` every path begins with. */
export function descriptorFunctions(
  process: WasiProcess
): HostCalls<
  | 'fd_close'
  | 'fd_renumber'
  | 'fd_fdstat_get'
  | 'fd_fdstat_set_flags'
  | 'fd_fdstat_set_rights'
  | 'fd_prestat_get'
  | 'fd_prestat_dir_name'
> {
  const { memory, descriptors, fileSystem } = process
  const close = (fd: number): void => {
    const descriptor = descriptors.get(fd)
    descriptors.free(fd)
    if ('node' in descriptor) fileSystem.closed(descriptor.node)
  }
  const preopened = (fd: number): void => {
    const descriptor = descriptors.get(fd)
    // A C library looks at one descriptor after the other until this answer.
    if (descriptor.kind !== 'directory' || !descriptor.preopened) fail(errno.BADF)
  }
  return {
    fd_close: (fd: number) => {
      close(fd)
      return errno.SUCCESS
    },
    fd_renumber: (from: number, to: number) => {
      const descriptor = descriptors.get(from)
      descriptors.get(to)
      if (from === to) return errno.SUCCESS
      close(to)
      descriptors.free(from)
      descriptors.set(to, descriptor)
      return errno.SUCCESS
    },
    fd_fdstat_get: (fd: number, at: number) => {
      const descriptor = descriptors.get(fd)
      memory.bytes(at, FDSTAT_BYTES).fill(0)
      memory.setU32(at, fileType(descriptor) | (descriptor.flags << 16))
      memory.setU64((at >>> 0) + 8, BigInt(descriptor.rights))
      memory.setU64((at >>> 0) + 16, BigInt(descriptor.inheriting))
      return errno.SUCCESS
    },
    fd_fdstat_set_flags: (fd: number, flags: number) => {
      const descriptor = descriptorWith(process, fd, right.FD_FDSTAT_SET_FLAGS)
      if ((flags & ~ALL_FLAGS) !== 0) return errno.INVAL
      descriptor.flags = flags
      return errno.SUCCESS
    },
    fd_fdstat_set_rights: (fd: number, rights: bigint, inheriting: bigint) => {
      const descriptor = descriptors.get(fd)
      const fewer = { rights: rightsOf(rights), inheriting: rightsOf(inheriting) }
      if ((fewer.rights & ~descriptor.rights) !== 0) return errno.NOTCAPABLE
      if ((fewer.inheriting & ~descriptor.inheriting) !== 0) return errno.NOTCAPABLE
      Object.assign(descriptor, fewer)
      return errno.SUCCESS
    },
    fd_prestat_get: (fd: number, at: number) => {
      preopened(fd)
      memory.setU64(at, BigInt(ROOT_NAME.length) << 32n)
      return errno.SUCCESS
    },
    fd_prestat_dir_name: (fd: number, at: number, length: number) => {
      preopened(fd)
      if (length >>> 0 < ROOT_NAME.length) return errno.NAMETOOLONG
      memory.bytes(at, ROOT_NAME.length).set(ROOT_NAME)
      return errno.SUCCESS
    }
  }
}
