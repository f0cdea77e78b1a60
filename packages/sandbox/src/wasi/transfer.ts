import { openFor } from './access.js'
import { type Buffers, readBuffers } from './buffers.js'
import type { FileDescriptor } from './descriptor-table.js'
import { errno } from './errno.js'
import { fail } from './failure.js'
import type { HostCalls } from './preview1.js'
import { right } from './rights.js'
import type { WasiProcess } from './wasi-process.js'

const APPEND_FLAG = 1

/** Reading and writing. */
export function transferFunctions(
  process: WasiProcess
): HostCalls<'fd_read' | 'fd_pread' | 'fd_write' | 'fd_pwrite'> {
  const { memory, stdin, stdout, stderr, fileSystem } = process

  const readFile = ({ node }: FileDescriptor, at: number, { parts }: Buffers): number => {
    let bytes = 0
    for (const part of parts) bytes += node.content.read(at + bytes, part)
    return bytes
  }
  /** Where it ended. */
  const writeFile = ({ node, flags }: FileDescriptor, at: number, { parts, length }: Buffers): number => {
    const start = (flags & APPEND_FLAG) === 0 ? at : node.content.size
    node.content.write(start, parts, length)
    if (length > 0) fileSystem.modified(node.times)
    return start + length
  }
  /** A file and an offset in it. */
  const positioned = (
    fd: number,
    wanted: typeof right.FD_READ | typeof right.FD_WRITE,
    offset: bigint
  ): { file: FileDescriptor; at: number } => {
    const file = openFor(process, fd, wanted)
    if (file.kind !== 'file') return fail(errno.SPIPE)
    if ((file.rights & right.FD_SEEK) === 0) fail(errno.NOTCAPABLE)
    if (offset < 0n || offset > BigInt(Number.MAX_SAFE_INTEGER)) fail(errno.INVAL)
    return { file, at: Number(offset) }
  }

  return {
    fd_read: (fd: number, listAt: number, count: number, readAt: number) => {
      const source = openFor(process, fd, right.FD_READ)
      const buffers = readBuffers(process, listAt, count)
      memory.bytes(readAt, 4)
      let bytes = 0
      if (source.kind === 'file') {
        bytes = readFile(source, source.position, buffers)
        source.position += bytes
      } else for (const part of buffers.parts) bytes += stdin.read(part)
      memory.setU32(readAt, bytes)
      return errno.SUCCESS
    },
    fd_pread: (fd: number, listAt: number, count: number, offset: bigint, readAt: number) => {
      const { file, at } = positioned(fd, right.FD_READ, offset)
      const buffers = readBuffers(process, listAt, count)
      memory.bytes(readAt, 4)
      memory.setU32(readAt, readFile(file, at, buffers))
      return errno.SUCCESS
    },
    fd_write: (fd: number, listAt: number, count: number, writtenAt: number) => {
      const target = openFor(process, fd, right.FD_WRITE)
      const buffers = readBuffers(process, listAt, count)
      memory.bytes(writtenAt, 4)
      if (target.kind === 'file') target.position = writeFile(target, target.position, buffers)
      else {
        const stream = target.kind === 'stdout' ? stdout : stderr
        if (stream === stdout && buffers.length > stdout.room) process.overflow()
        for (const part of buffers.parts) stream.append(part)
      }
      memory.setU32(writtenAt, buffers.length)
      return errno.SUCCESS
    },
    fd_pwrite: (fd: number, listAt: number, count: number, offset: bigint, writtenAt: number) => {
      const { file, at } = positioned(fd, right.FD_WRITE, offset)
      const buffers = readBuffers(process, listAt, count)
      memory.bytes(writtenAt, 4)
      writeFile(file, at, buffers)
      memory.setU32(writtenAt, buffers.length)
      return errno.SUCCESS
    }
  }
}
