import type { Descriptor, DirectoryDescriptor, FileDescriptor, StreamDescriptor } from './descriptor-table.js'
import { errno } from './errno.js'
import { fail } from './failure.js'
import { type Place, readPath, resolvePath } from './path.js'
import type { right } from './rights.js'
import type { WasiProcess } from './wasi-process.js'

/** A descriptor that has these rights; else `EBADF` or `ENOTCAPABLE`. */
export function descriptorWith(process: WasiProcess, fd: number, rights: number): Descriptor {
  const descriptor = process.descriptors.get(fd)
  if ((rights & ~descriptor.rights) !== 0) fail(errno.NOTCAPABLE)
  return descriptor
}

/** A file to read or write at a position; a stream has none. */
export function fileWith(
  process: WasiProcess,
  fd: number,
  rights: number,
  onStream: typeof errno.SPIPE | typeof errno.INVAL
): FileDescriptor {
  const descriptor = process.descriptors.get(fd)
  if (isStream(descriptor)) fail(onStream)
  if ((rights & ~descriptor.rights) !== 0) fail(errno.NOTCAPABLE)
  return descriptor.kind === 'file' ? descriptor : fail(errno.ISDIR)
}

/** A descriptor to read from or to write to: not a directory, and opened for it (`EBADF`). */
export function openFor(
  process: WasiProcess,
  fd: number,
  wanted: typeof right.FD_READ | typeof right.FD_WRITE
): StreamDescriptor | FileDescriptor {
  const descriptor = process.descriptors.get(fd)
  if (descriptor.kind === 'directory') fail(errno.ISDIR)
  if ((descriptor.rights & wanted) === 0) fail(errno.BADF)
  return descriptor
}

export function directoryWith(process: WasiProcess, fd: number, rights: number): DirectoryDescriptor {
  const descriptor = process.descriptors.get(fd)
  if (descriptor.kind !== 'directory') fail(errno.NOTDIR)
  if ((rights & ~descriptor.rights) !== 0) fail(errno.NOTCAPABLE)
  return descriptor
}

/** Where a path leads from a directory that has these rights. */
export function placeAt(
  process: WasiProcess,
  fd: number,
  rights: number,
  pointer: number,
  length: number
): Place {
  const { node } = directoryWith(process, fd, rights)
  return resolvePath(process, node, readPath(process, pointer, length))
}

export function isStream(descriptor: Descriptor): descriptor is StreamDescriptor {
  return descriptor.kind !== 'file' && descriptor.kind !== 'directory'
}
