/** Value types and instructions by their byte. */
export const I32 = 0x7f
export const I64 = 0x7e

export const op = {
  unreachable: 0x00,
  loop: 0x03,
  if: 0x04,
  br: 0x0c,
  end: 0x0b,
  call: 0x10,
  callIndirect: 0x11,
  drop: 0x1a,
  localGet: 0x20,
  i32Load: 0x28,
  i64Load: 0x29,
  i32Store: 0x36,
  memoryGrow: 0x40,
  i32Const: 0x41,
  i64Const: 0x42,
  f64Const: 0x44,
  i32Eq: 0x46,
  i32Add: 0x6a,
  i32DivS: 0x6d,
  i32RemS: 0x6f,
  i32TruncF64S: 0xaa,
  empty: 0x40
} as const

export interface ModuleParts {
  /** Exported name of the one function; `_start` makes the module a WASI command. */
  name: string
  params?: number[]
  results?: number[]
  /** Instructions without the final `end`. */
  code: number[]
  /** One function of `module` (default: WASI); it has index 0, and the module's own then 1. */
  import?: { module?: string; name: string; params: number[]; results: number[] }
  /** Flags and limits of the memory, exported as `memory`. */
  memory?: number[]
  /** Size of a table of functions without any in it. */
  table?: number
  data?: { at: number; bytes: number[] }
}

/** Assembles a module of one function. */
export function moduleOf(parts: ModuleParts): Uint8Array {
  const { params = [], results = [], memory, table, data } = parts
  const imported = parts.import
  const type = (from: { params: number[]; results: number[] }): number[] => [
    0x60,
    ...counted(from.params),
    ...counted(from.results)
  ]
  const types = [...(imported === undefined ? [] : [type(imported)]), type({ params, results })]
  const index = types.length - 1
  const memoryExport = memory === undefined ? [] : [[...named('memory'), 2, 0]]
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, types),
    ...section(
      2,
      imported && [[...named(imported.module ?? 'wasi_snapshot_preview1'), ...named(imported.name), 0, 0]]
    ),
    ...section(3, [[index]]),
    ...section(4, table === undefined ? undefined : [[0x70, 0, table]]),
    ...section(5, memory && [memory]),
    ...section(7, [[...named(parts.name), 0, index], ...memoryExport]),
    ...section(10, [counted([0, ...parts.code, op.end])]),
    ...section(11, data && [[0, ...i32(data.at), op.end, ...counted(data.bytes)]])
  ])
}

function section(id: number, entries: readonly number[][] | undefined): number[] {
  return entries === undefined ? [] : [id, ...counted([...unsigned(entries.length), ...entries.flat()])]
}

function counted(bytes: readonly number[]): number[] {
  return [...unsigned(bytes.length), ...bytes]
}

function named(text: string): number[] {
  return counted([...new TextEncoder().encode(text)])
}

function unsigned(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)]
}

function signed(value: number): number[] {
  const low = value & 0x7f
  const rest = value >> 7
  const last = (rest === 0 && low < 0x40) || (rest === -1 && low >= 0x40)
  return last ? [low] : [low | 0x80, ...signed(rest)]
}

/** `i32.const value` */
export function i32(value: number): number[] {
  return [op.i32Const, ...signed(value)]
}
