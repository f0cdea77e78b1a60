import { errno } from './errno.js'
import { fail } from './failure.js'
import type { MemoryView } from './memory-view.js'

/** Most buffers of one read or write, as IOV_MAX elsewhere. */
const MAX_BUFFERS = 1_024

/** The buffers of one read or write. */
export interface Buffers {
  parts: readonly Uint8Array[]
  /** Of all parts together. */
  length: number
}

/** A scatter or gather list, all of it checked before the first buffer is used. */
export function readBuffers(memory: MemoryView, listAt: number, count: number): Buffers {
  const entries = count >>> 0
  if (entries > MAX_BUFFERS) fail(errno.INVAL)
  memory.bytes(listAt, entries * 8)
  const parts: Uint8Array[] = []
  let length = 0
  for (let index = 0; index < entries; index++) {
    const at = (listAt >>> 0) + index * 8
    const part = memory.bytes(memory.u32(at), memory.u32(at + 4))
    parts.push(part)
    length += part.length
  }
  // The count that is given back has 32 bits.
  if (length > 0xffffffff) fail(errno.INVAL)
  return { parts, length }
}
