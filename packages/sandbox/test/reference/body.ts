import { item, Reader } from './bytes.js'
import type { Module, Signature } from './module.js'
import { instructionRules } from './rules.js'

/** The label of the function itself. */
export const FUNCTION = -1

export interface Instruction {
  name: string
  opcode: number
  /** Its bytes. */
  start: number
  end: number
  /** The index or the i32 it names. */
  value: number
  /** Labels of a branch: openers, or FUNCTION; several of `br_table`. */
  targets: number[]
  /** Of `else` and `end`: what they belong to. */
  opener: number
  /** Of an opener: its `end`, its `else` (or 0), and what it takes and leaves. */
  close: number
  otherwise: number
  isEmpty: boolean
  params: number
  results: number
  /** The innermost loop and the innermost block around it, and how many loops there are. */
  around: number
  inside: number
  depth: number
}

export interface Body {
  code: Instruction[]
  /** Types of parameters and locals. */
  locals: number[]
  params: number
  results: number
  bytes: number
  /** Where the groups of locals, and where the instructions begin. */
  start: number
  first: number
}

export function readBody(module: Module, own: Signature, { position, end }: Reader): Body {
  const reader = new Reader(module.bytes, position, end)
  const groups = reader.list((one) => ({ count: one.u32(), type: one.byte() }))
  const locals = [...own.params, ...groups.flatMap(({ count, type }) => new Array<number>(count).fill(type))]
  const first = reader.position
  const code: Instruction[] = []
  const open: number[] = [FUNCTION]
  while (open.length > 0) {
    const loops = open.filter((block) => block !== FUNCTION && item(code, block).name === 'loop')
    const block = open.at(-1) ?? FUNCTION
    const one = readInstruction(reader, module, open)
    code.push({ ...one, opener: block, around: loops.at(-1) ?? FUNCTION, inside: block, depth: loops.length })
    const index = code.length - 1
    if (['block', 'loop', 'if'].includes(one.name)) open.push(index)
    else if (one.name === 'else') item(code, block).otherwise = index
    else if (one.name === 'end') {
      open.pop()
      if (block !== FUNCTION) item(code, block).close = index
    }
  }
  const { length: params } = own.params
  return { code, locals, params, results: own.results.length, bytes: end - position, start: position, first }
}

function readInstruction(reader: Reader, module: Module, open: readonly number[]): Instruction {
  const start = reader.position
  let opcode = reader.byte()
  if (opcode === 0xfc) opcode = 0x100 + reader.u32()
  else if (opcode === 0xfd) opcode = 0x200 + reader.u32()
  const name = instructionRules.get(opcode)?.name
  if (name === undefined) throw new RangeError(`no rule for opcode ${opcode}`)
  const nothing = { otherwise: 0, isEmpty: false, params: 0, results: 0, around: 0, inside: 0, depth: 0 }
  const one: Instruction = {
    name,
    opcode,
    start,
    end: 0,
    value: 0,
    targets: [],
    opener: 0,
    close: 0,
    ...nothing
  }
  const label = (): number => item(open, open.length - 1 - reader.u32())
  if (['block', 'loop', 'if'].includes(name)) {
    const type = Number(reader.s64())
    one.isEmpty = type === -64
    one.params = type < 0 ? 0 : item(module.types, type).params.length
    one.results = type < 0 ? (one.isEmpty ? 0 : 1) : item(module.types, type).results.length
  } else if (name === 'br' || name === 'br_if') one.targets = [label()]
  else if (name === 'br_table') one.targets = Array.from({ length: reader.u32() + 1 }, label)
  else if (opcode === 0x1c) reader.list((each) => each.byte())
  else if (name === 'i32.const') one.value = reader.i32()
  else if (name === 'i64.const') reader.s64()
  else if (name === 'f32.const') reader.position += 4
  else if (name === 'f64.const') reader.position += 8
  else if (name === 'v128.const' || name === 'i8x16.shuffle') reader.position += 16
  else {
    const counts = indexCount(name)
    for (let index = 0; index < counts; index++) {
      const value = reader.u32()
      if (index === 0) one.value = value
    }
    if (/_lane/.test(name)) reader.byte()
  }
  one.end = reader.position
  return one
}

/** How many unsigned numbers stand behind an opcode. */
function indexCount(name: string): number {
  if (/^(return_)?call_indirect$|^(memory|table)\.(init|copy)$/.test(name)) return 2
  if (/\.(load|store)/.test(name)) return 2
  const one = /^(local|global|table)\.|^(return_)?call$|^memory\.|^ref\.(null|func)|^(data|elem)\.drop/
  return one.test(name) ? 1 : 0
}
