import { fileWith } from './access.js'
import type { FileDescriptor } from './descriptor-table.js'
import { errno } from './errno.js'
import { fail } from './failure.js'
import type { HostCalls } from './preview1.js'
import { right } from './rights.js'
import type { WasiProcess } from './wasi-process.js'

/** Positions in files. */
export function positionFunctions(process: WasiProcess): HostCalls<'fd_seek' | 'fd_tell'> {
  const { memory } = process
  /** What an offset counts from. */
  const origin = ({ position, node }: FileDescriptor, whence: number): number =>
    [0, position, node.content.size][whence >>> 0] ?? fail(errno.INVAL)
  return {
    fd_seek: (fd: number, offset: bigint, whence: number, at: number) => {
      const file = fileWith(process, fd, right.FD_SEEK, errno.SPIPE)
      const position = BigInt(origin(file, whence)) + offset
      if (position < 0n || position > BigInt(Number.MAX_SAFE_INTEGER)) fail(errno.INVAL)
      memory.setU64(at, position)
      file.position = Number(position)
      return errno.SUCCESS
    },
    fd_tell: (fd: number, at: number) => {
      const file = fileWith(process, fd, right.FD_TELL, errno.SPIPE)
      memory.setU64(at, BigInt(file.position))
      return errno.SUCCESS
    }
  }
}
