import { meteringParameters } from '../instrument/index.js'
import { errno } from './errno.js'
import { fail } from './failure.js'
import type { WasiProcess } from './wasi-process.js'

/** Most buffers of one read or write, as IOV_MAX elsewhere. */
const MAX_BUFFERS = 1_024

/** The buffers of one read or write. */
export interface Buffers {
  parts: readonly Uint8Array[]
  /** Of all parts together. */
  length: number
}

/** A scatter or gather list, all of it paid for and checked before the first buffer is used. */
export function readBuffers(process: WasiProcess, listAt: number, count: number): Buffers {
  const { memory } = process
  const entries = count >>> 0
  if (entries > MAX_BUFFERS) fail(errno.INVAL)
  const list = memory.bytes(listAt, entries * 8)
  process.charge(entries * meteringParameters.hostBufferFuel)
  const view = new DataView(list.buffer, list.byteOffset, list.length)
  const parts: Uint8Array[] = []
  let length = 0
  for (let at = 0; at < list.length; at += 8) {
    const part = memory.bytes(view.getUint32(at, true), view.getUint32(at + 4, true))
    parts.push(part)
    length += part.length
  }
  // The count that is given back has 32 bits.
  if (length > 0xffffffff) fail(errno.INVAL)
  return { parts, length }
}
