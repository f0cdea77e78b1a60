import { directoryWith, placeAt } from './access.js'
import { errno } from './errno.js'
import { fail } from './failure.js'
import { readPath } from './path.js'
import type { HostCalls } from './preview1.js'
import { right } from './rights.js'
import type { WasiProcess } from './wasi-process.js'

/** Links, of which there are none: making one is `ENOTSUP`, and nothing that is there can be read as one. */
export function linkFunctions(
  process: WasiProcess
): HostCalls<'path_link' | 'path_symlink' | 'path_readlink'> {
  return {
    path_link: (
      fromFd: number,
      _lookup: number,
      fromAt: number,
      fromLength: number,
      toFd: number,
      toAt: number,
      toLength: number
    ) => {
      placeAt(process, fromFd, right.PATH_LINK_SOURCE, fromAt, fromLength)
      placeAt(process, toFd, right.PATH_LINK_TARGET, toAt, toLength)
      return errno.NOTSUP
    },
    path_symlink: (textAt: number, textLength: number, fd: number, pointer: number, length: number) => {
      directoryWith(process, fd, right.PATH_SYMLINK)
      readPath(process, textAt, textLength)
      placeAt(process, fd, right.PATH_SYMLINK, pointer, length)
      return errno.NOTSUP
    },
    path_readlink: (fd: number, pointer: number, length: number) => {
      const { node } = placeAt(process, fd, right.PATH_READLINK, pointer, length)
      return node === undefined ? fail(errno.NOENT) : errno.INVAL
    }
  }
}
