import { errno } from './errno.js'
import type { HostCalls } from './preview1.js'
import type { WasiProcess } from './wasi-process.js'

/** Most buffers of one read or write, as IOV_MAX elsewhere. */
const MAX_IOVECS = 1_024
const FDSTAT_BYTES = 24
const FILESTAT_BYTES = 64
const RIGHT_READ = 1n << 1n
const RIGHT_WRITE = 1n << 6n
const RIGHT_FILESTAT = 1n << 21n
const RIGHT_POLL = 1n << 27n

/** The three standard streams. Their type is "unknown", as of a pipe, so that C libraries buffer them fully. */
export function fileFunctions(process: WasiProcess): HostCalls {
  const { memory, open, stdin, stdout, stderr } = process

  /** The buffers of a scatter or gather list, all checked before the first is used; undefined if there are too many. */
  const buffers = (listAt: number, count: number): Uint8Array[] | undefined => {
    const length = count >>> 0
    if (length > MAX_IOVECS) return undefined
    memory.bytes(listAt, length * 8)
    const list: Uint8Array[] = []
    for (let index = 0; index < length; index++) {
      const at = (listAt >>> 0) + index * 8
      list.push(memory.bytes(memory.u32(at), memory.u32(at + 4)))
    }
    return list
  }
  const total = (list: readonly Uint8Array[]): number => list.reduce((sum, bytes) => sum + bytes.length, 0)

  return {
    fd_write: (fd: number, listAt: number, count: number, writtenAt: number) => {
      if (!open.has(fd) || fd === 0) return errno.BADF
      const list = buffers(listAt, count)
      if (list === undefined) return errno.INVAL
      const bytes = total(list)
      // The count that is written back has 32 bits.
      if (bytes > 0xffffffff) return errno.INVAL
      memory.bytes(writtenAt, 4)
      const stream = fd === 1 ? stdout : stderr
      if (stream === stdout && bytes > stdout.room) process.overflow()
      for (const part of list) stream.append(part)
      memory.setU32(writtenAt, bytes)
      return errno.SUCCESS
    },
    fd_read: (fd: number, listAt: number, count: number, readAt: number) => {
      if (!open.has(fd) || fd !== 0) return errno.BADF
      const list = buffers(listAt, count)
      if (list === undefined) return errno.INVAL
      memory.bytes(readAt, 4)
      let bytes = 0
      for (const part of list) bytes += stdin.read(part)
      memory.setU32(readAt, bytes)
      return errno.SUCCESS
    },
    fd_close: (fd: number) => (open.delete(fd) ? errno.SUCCESS : errno.BADF),
    fd_seek: (fd: number) => (open.has(fd) ? errno.SPIPE : errno.BADF),
    fd_tell: (fd: number) => (open.has(fd) ? errno.SPIPE : errno.BADF),
    fd_fdstat_get: (fd: number, at: number) => {
      if (!open.has(fd)) return errno.BADF
      memory.bytes(at, FDSTAT_BYTES).fill(0)
      memory.setU64((at >>> 0) + 8, (fd === 0 ? RIGHT_READ : RIGHT_WRITE) | RIGHT_FILESTAT | RIGHT_POLL)
      return errno.SUCCESS
    },
    fd_filestat_get: (fd: number, at: number) => {
      if (!open.has(fd)) return errno.BADF
      memory.bytes(at, FILESTAT_BYTES).fill(0)
      return errno.SUCCESS
    },
    // No directory is preopened: this answer ends a C library's search for them.
    fd_prestat_get: () => errno.BADF,
    fd_prestat_dir_name: () => errno.BADF
  }
}
