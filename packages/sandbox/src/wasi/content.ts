import { descriptorWith, fileWith, isStream } from './access.js'
import type { FileDescriptor } from './descriptor-table.js'
import { errno } from './errno.js'
import { fail } from './failure.js'
import type { HostCalls } from './preview1.js'
import { right } from './rights.js'
import type { WasiProcess } from './wasi-process.js'

const LAST_ADVICE = 5

/** Sizes of files, and what has nothing to do where they are in memory. */
export function contentFunctions(
  process: WasiProcess
): HostCalls<'fd_filestat_set_size' | 'fd_allocate' | 'fd_advise' | 'fd_sync' | 'fd_datasync'> {
  const { descriptors, fileSystem } = process
  const resize = ({ node }: FileDescriptor, size: bigint): void => {
    // No file comes near: this is the budget's answer.
    if (size > BigInt(Number.MAX_SAFE_INTEGER)) fail(errno.NOSPC)
    node.content.resize(Number(size))
    fileSystem.modified(node.times)
  }
  /** Memory is always in order. */
  const sync = (fd: number, wanted: number): 0 => {
    if (isStream(descriptors.get(fd))) fail(errno.INVAL)
    descriptorWith(process, fd, wanted)
    return errno.SUCCESS
  }
  return {
    fd_filestat_set_size: (fd: number, size: bigint) => {
      const file = fileWith(process, fd, right.FD_FILESTAT_SET_SIZE, errno.INVAL)
      if (size < 0n) return errno.INVAL
      resize(file, size)
      return errno.SUCCESS
    },
    fd_allocate: (fd: number, offset: bigint, length: bigint) => {
      const file = fileWith(process, fd, right.FD_ALLOCATE, errno.SPIPE)
      if (offset < 0n || length <= 0n) return errno.INVAL
      if (offset + length > BigInt(file.node.content.size)) resize(file, offset + length)
      return errno.SUCCESS
    },
    fd_advise: (fd: number, offset: bigint, length: bigint, advice: number) => {
      if (isStream(descriptors.get(fd))) return errno.SPIPE
      if (descriptorWith(process, fd, right.FD_ADVISE).kind === 'directory') return errno.BADF
      return offset < 0n || length < 0n || advice >>> 0 > LAST_ADVICE ? errno.INVAL : errno.SUCCESS
    },
    fd_sync: (fd: number) => sync(fd, right.FD_SYNC),
    fd_datasync: (fd: number) => sync(fd, right.FD_DATASYNC)
  }
}
