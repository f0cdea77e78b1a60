import { item, Reader, unsigned } from './bytes.js'
import { type Globals, REASON_DEPTH, REASON_FUEL } from './emit.js'
import { type Program, readProgram } from './program.js'
import { type Most, rewriteBody } from './rewrite-body.js'

/** A second implementation of METERING.md, written from that text. It is slow, and bounds and refuses nothing. */
export interface ReferenceLimits {
  pages: number
  elements: number
  fuel: bigint
  depth: number
  imports?: WebAssembly.Imports
}

export interface ReferenceRun {
  code: 'SUCCESS' | 'FUEL_EXHAUSTED' | 'DEPTH_EXHAUSTED' | 'TRAP'
  result: unknown
  trap: string
  /** What is gone from the posted account. */
  posted: bigint
}

const ORDER = [1, 2, 3, 4, 5, 6, 7, 9, 12, 10, 11]
const ACCOUNT = 'reference:account'
const POSTED = 'reference:posted'
const DEPTH = 'reference:depth'
const REASON = 'reference:reason'

export function rewrite(
  bytes: Uint8Array,
  limits: Pick<ReferenceLimits, 'pages' | 'elements'>
): Uint8Array<ArrayBuffer> {
  const program = readProgram(bytes)
  const { module } = program
  const pages = Math.min(module.memory?.maximum ?? limits.pages, limits.pages)
  const first = module.globals
  const globals: Globals = { account: first, posted: first + 1, depth: first + 2, reason: first + 3 }
  const contents = new Map(module.sections.map(({ id, content }) => [id, bytesOf(content)]))
  contents.set(6, appended(contents.get(6), newGlobals))
  const names = [ACCOUNT, POSTED, DEPTH, REASON]
  const exports = names.map((name, index) => [...text(name), 3, ...unsigned(first + index)])
  if (module.start !== undefined) exports.push([...text('reference:start'), 0, ...unsigned(module.start)])
  contents.set(7, appended(contents.get(7), exports))
  const memory = contents.get(5)
  if (memory !== undefined) {
    const reader = new Reader(Uint8Array.from(memory), 2)
    contents.set(5, [1, 1, ...unsigned(reader.u32()), ...unsigned(pages)])
  }
  contents.set(10, codeSection(program, globals, { pages, elements: limits.elements }))
  const sections = ORDER.flatMap((id) => {
    const content = contents.get(id)
    return content === undefined ? [] : [id, ...unsigned(content.length), ...content]
  })
  return Uint8Array.from([...bytes.subarray(0, 8), ...sections])
}

const newGlobals = [
  [0x7e, 1, 0x42, 0, 0x0b],
  [0x7e, 1, 0x42, 0, 0x0b],
  [0x7f, 1, 0x41, 0, 0x0b],
  [0x7f, 1, 0x41, 0, 0x0b]
]

function bytesOf({ bytes, position, end }: Reader): number[] {
  return [...bytes.subarray(position, end)]
}

function appended(content: number[] | undefined, entries: readonly number[][]): number[] {
  const reader = new Reader(Uint8Array.from(content ?? [0]))
  const count = reader.u32() + entries.length
  return [...unsigned(count), ...(content ?? []).slice(reader.position), ...entries.flat()]
}

function text(name: string): number[] {
  return [name.length, ...new TextEncoder().encode(name)]
}

function codeSection(program: Program, globals: Globals, most: Most): number[] {
  const { imported, bodies } = program.module
  const written = bodies.map((_, position) => rewriteBody(program, imported + position, globals, most))
  return [...unsigned(written.length), ...written.flatMap((body) => [...unsigned(body.length), ...body])]
}

/** Calls exports one after the other, as the host does, on one account. */
export function runReference(
  rewritten: Uint8Array<ArrayBuffer>,
  calls: readonly { name: string; values: readonly (number | bigint)[] }[],
  limits: ReferenceLimits
): ReferenceRun {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(rewritten), limits.imports ?? {})
  const global = (name: string): WebAssembly.Global => exports[name] as WebAssembly.Global
  global(ACCOUNT).value = limits.fuel
  global(DEPTH).value = limits.depth
  const posted = (): bigint => limits.fuel - global(POSTED).value
  let result: unknown
  try {
    for (const { name, values } of calls) {
      global(POSTED).value = global(ACCOUNT).value
      result = (exports[name] as (...values: readonly (number | bigint)[]) => unknown)(...values)
      global(POSTED).value = global(ACCOUNT).value
    }
  } catch (error) {
    if (!(error instanceof WebAssembly.RuntimeError)) throw error
    const code = item(['TRAP', 'FUEL_EXHAUSTED', 'DEPTH_EXHAUSTED'] as const, endOf(global(REASON).value))
    const isEmpty = code === 'TRAP' && global(POSTED).value < 0n
    return { code: isEmpty ? 'FUEL_EXHAUSTED' : code, result, trap: error.message, posted: posted() }
  }
  const code = global(ACCOUNT).value < 0n ? 'FUEL_EXHAUSTED' : 'SUCCESS'
  return { code, result, trap: '', posted: posted() }
}

function endOf(reason: number): number {
  return reason === REASON_FUEL || reason === REASON_DEPTH ? reason : 0
}
