import type { Code } from './code.js'
import { type HostName, hostFunction, hostFunctions } from './host-functions.js'
import { signed, unsigned } from './leb.js'

/** Parameters, `>`, results: `i` i32, `I` i64, `f` f32, `d` f64, `v` v128. */
export type Signature = `${string}>${string}`

export interface FunctionSpec {
  type: Signature
  /** Locals besides the parameters, by the same letters. */
  locals?: string
  /** Without the `end` of the body. */
  code: readonly Code[]
  export?: string
}

export interface ModuleSpec {
  /** Host functions; they come first in the space of function indices, in this order. */
  host?: readonly HostName[]
  /** Any other function import: module, name and type; behind those of the host. */
  imports?: readonly { module: string; name: string; type: Signature }[]
  functions: readonly FunctionSpec[]
  /** Pages at the start, and at most. Threads can only share one that has a maximum. */
  memories?: readonly { pages: number; max?: number; shared?: boolean }[]
  /** Starts with these values, mutable, i32. */
  globals?: readonly number[]
  /** Index of the start function. */
  start?: number
  /** Each has one place, with nothing in it. */
  tables?: number
  data?: readonly { at: number; bytes: Uint8Array }[]
}

const valueTypes: Readonly<Record<string, number>> = { i: 0x7f, I: 0x7e, f: 0x7d, d: 0x7c, v: 0x7b }

/** The bytes of a module. Nothing is checked: what is wrong in it is for others to find. */
export function buildModule(spec: ModuleSpec): Uint8Array {
  const { functions, host = [], imports = [], memories = [], globals = [], tables = 0, data = [] } = spec
  const all = [...host.map(hostImport), ...imports]
  const types = [...new Set([...all, ...functions].map(({ type }) => type))]
  const typeIndex = (type: Signature): number[] => unsigned(types.indexOf(type))
  const exported = functions.flatMap(({ export: name }, index) =>
    name === undefined ? [] : [[...text(name), 0, ...unsigned(all.length + index)]]
  )
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, types.map(functionType)),
    ...section(
      2,
      all.map(({ module, name, type }) => [...text(module), ...text(name), 0, ...typeIndex(type)])
    ),
    ...section(
      3,
      functions.map(({ type }) => typeIndex(type))
    ),
    ...section(4, new Array(tables).fill([0x70, 0, 1])),
    ...section(
      5,
      memories.map(({ pages, max, shared = false }) =>
        max === undefined ? [0, ...unsigned(pages)] : [shared ? 3 : 1, ...unsigned(pages), ...unsigned(max)]
      )
    ),
    ...section(
      6,
      globals.map((value) => [0x7f, 1, 0x41, ...signed(BigInt(value)), 0x0b])
    ),
    ...section(7, [...exported, ...(memories.length > 0 ? [[...text('memory'), 2, 0]] : [])]),
    ...(spec.start === undefined ? [] : sized(8, unsigned(spec.start))),
    ...section(10, functions.map(body)),
    ...section(
      11,
      data.map(({ at, bytes }) => [
        ...[0, 0x41],
        ...[...signed(BigInt(at)), 0x0b],
        ...[...unsigned(bytes.length), ...bytes]
      ])
    )
  ])
}

function hostImport(name: HostName): { module: string; name: string; type: Signature } {
  const full = hostFunction(name)
  return { module: full.slice(0, full.length - name.length - 1), name, type: hostFunctions[full] }
}

function functionType(type: Signature): number[] {
  const [parameters = '', results = ''] = type.split('>')
  return [0x60, ...letters(parameters), ...letters(results)]
}

function letters(text: string): number[] {
  return [...unsigned(text.length), ...Array.from(text, (letter) => valueTypes[letter] ?? 0)]
}

function body({ locals = '', code }: FunctionSpec): number[] {
  const declared = Array.from(locals, (letter) => [1, valueTypes[letter] ?? 0])
  const bytes = [...unsigned(declared.length), ...declared.flat(), ...code.flat(), 0x0b]
  return [...unsigned(bytes.length), ...bytes]
}

function text(value: string): number[] {
  const bytes = new TextEncoder().encode(value)
  return [...unsigned(bytes.length), ...bytes]
}

/** An empty section is left out. */
function section(id: number, entries: readonly (readonly number[])[]): number[] {
  return entries.length === 0 ? [] : sized(id, [...unsigned(entries.length), ...entries.flat()])
}

function sized(id: number, content: readonly number[]): number[] {
  return [id, ...unsigned(content.length), ...content]
}
