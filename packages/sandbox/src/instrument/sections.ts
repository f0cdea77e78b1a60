import { ByteReader } from '../module/byte-reader.js'
import type { FunctionType, SizeBounds, TableInfo, ValueType } from '../module/module-info.js'
import { ByteBuffer } from './byte-buffer.js'
import { u32 } from './leb.js'
import { typeBytes } from './type-bytes.js'

/** A section that is a list, with entries put behind the ones it has. */
export function appendEntries(
  content: Uint8Array | undefined,
  entries: readonly (readonly number[])[]
): Uint8Array {
  const buffer = new ByteBuffer((content?.length ?? 0) + 64)
  const reader = new ByteReader(content ?? Uint8Array.of(0))
  const count = reader.u32('the number of entries')
  buffer.push(u32(count + entries.length)).push(reader.bytes.subarray(reader.offset))
  for (const entry of entries) buffer.push(entry)
  return buffer.view()
}

export function typeEntry({ params, results }: FunctionType): number[] {
  const list = (types: readonly ValueType[]): number[] => [
    ...u32(types.length),
    ...types.map((type) => typeBytes[type])
  ]
  return [0x60, ...list(params), ...list(results)]
}

/** The bytes of the type of a block that takes nothing: none or one result directly, else by a type's index. */
export function blockTypeBytes(results: readonly ValueType[], indexOf: () => number): number[] {
  const [only] = results
  if (only === undefined) return [0x40]
  if (results.length === 1) return [typeBytes[only]]
  return signedIndex(indexOf())
}

/** An index as a signed LEB128: one byte more where bit 6 would make it negative. */
function signedIndex(index: number): number[] {
  const bytes = u32(index)
  const last = bytes.at(-1) ?? 0
  if (last < 0x40) return bytes
  return [...bytes.slice(0, -1), last | 0x80, 0]
}

/** A mutable global of an integer type that starts with 0. */
export function zeroGlobal(type: 'i32' | 'i64'): number[] {
  return [typeBytes[type], 1, type === 'i32' ? 0x41 : 0x42, 0, 0x0b]
}

export function exportEntry(name: string, kind: 'function' | 'memory' | 'global', index: number): number[] {
  const text = new TextEncoder().encode(name)
  return [...u32(text.length), ...text, { function: 0, memory: 2, global: 3 }[kind], ...u32(index)]
}

export function memorySection(memory: SizeBounds): Uint8Array {
  return Uint8Array.from([1, ...bounds(memory)])
}

export function tableSection(tables: readonly TableInfo[]): Uint8Array {
  const entries = tables.flatMap((table) => [typeBytes[table.element], ...bounds(table)])
  return Uint8Array.from([...u32(tables.length), ...entries])
}

function bounds({ min, max }: SizeBounds): number[] {
  return max === undefined ? [0, ...u32(min)] : [1, ...u32(min), ...u32(max)]
}

/** Branches of one function that are hardly ever taken, as offsets in its body. */
export interface FunctionHints {
  index: number
  rare: readonly number[]
}

/** The custom section of the branch hinting proposal: engines may lay out code by it, and nothing else. */
export function branchHints(functions: readonly FunctionHints[]): Uint8Array {
  const name = new TextEncoder().encode('metadata.code.branch_hint')
  const buffer = new ByteBuffer(1024).push(u32(name.length)).push(name).push(u32(functions.length))
  const ordered = [...functions].sort((a, b) => a.index - b.index)
  for (const { index, rare } of ordered) {
    buffer.push(u32(index)).push(u32(rare.length))
    // One byte: 0 = unlikely.
    for (const offset of rare) buffer.push(u32(offset)).push([1, 0])
  }
  return buffer.view()
}
