import { deniedOpcode } from '../instrument/denied-opcodes.js'
import { type Immediate, MISC_PREFIX, opcodes, SIMD_PREFIX } from '../instrument/opcodes.js'
import type { ByteReader } from '../module/byte-reader.js'
import type { ModuleRefusal } from '../module/refusal.js'
import { type Immediates, readBlockType, readImmediate, readMemoryArgument } from './immediates.js'

/** One instruction, as far as its bytes tell. */
export interface Instruction extends Immediates {
  /** Its opcode, prefix and all. */
  code: number
  /** undefined for one that is not allowed. */
  name: string | undefined
  immediate: Immediate | undefined
  /** Why it is not allowed. */
  refusal: (() => ModuleRefusal) | undefined
}

/** What stands behind the opcodes of proposals: `b`lock type, `u`32, `m`emory argument, one b`y`te, `c`atch clauses. */
const deniedImmediates: ReadonlyMap<number, string> = new Map([
  [0x06, 'b'],
  [0x07, 'u'],
  [0x08, 'u'],
  [0x09, 'u'],
  [0x0a, ''],
  [0x14, 'u'],
  [0x15, 'u'],
  [0x18, 'u'],
  [0x19, ''],
  [0x1f, 'bc'],
  [0xd3, ''],
  [0xd4, ''],
  [0xd5, 'u'],
  [0xd6, 'u']
])

/** The one instruction of atomics without a memory argument. */
const FENCE = 0x03

/**
 * Reads the next instruction without asking whether it makes sense, those of known proposals too. Throws a refusal
 * where it cannot be told how long it is: the rest is not to be read.
 */
export function readInstruction(reader: ByteReader): Instruction {
  const at = reader.offset
  const first = reader.byte('an instruction')
  const prefixed = first >= 0xfb && first <= 0xfe
  const second = prefixed ? reader.u32('an instruction') : undefined
  const found: Instruction = {
    code: first * 0x10000 + Math.min(second ?? 0, 0xffff),
    name: undefined,
    immediate: undefined,
    refusal: undefined,
    blockType: undefined,
    labels: 0,
    memory: 0
  }
  const opcode = opcodes[tableIndex(first, second)]
  if (opcode !== undefined) {
    found.name = opcode.name
    found.immediate = opcode.immediate
    readImmediate(reader, opcode.immediate, found)
    return found
  }
  const shape = deniedShape(first, second)
  if (shape === undefined) throw deniedOpcode(first, second, at)
  found.refusal = () => deniedOpcode(first, second, at)
  for (const letter of shape) readDenied(reader, letter, found)
  return found
}

function tableIndex(first: number, second: number | undefined): number {
  if (second === undefined) return first
  if (second >= 0x100 || (first !== 0xfc && first !== 0xfd)) return -1
  return (first === 0xfc ? MISC_PREFIX : SIMD_PREFIX) + second
}

/** undefined for an opcode of no proposal, and for those whose length is not known. */
function deniedShape(first: number, second: number | undefined): string | undefined {
  if (second === undefined) return deniedImmediates.get(first)
  if (first === 0xfe) return second === FENCE ? 'y' : 'm'
  if (first === 0xfd) return second >= 0x100 && second < 0x200 ? '' : undefined
  // memory.discard names a memory; wide arithmetic names nothing.
  if (first === 0xfc && second > 0x11 && second <= 0x16) return second === 0x12 ? 'u' : ''
  return undefined
}

function readDenied(reader: ByteReader, letter: string, found: Instruction): void {
  if (letter === 'b') readBlockType(reader, found)
  else if (letter === 'm') readMemoryArgument(reader, found)
  else if (letter === 'y') reader.byte('an instruction')
  else if (letter === 'u') reader.u32('an instruction')
  else {
    const clauses = reader.u32('catch clauses')
    for (let clause = 0; clause < clauses; clause++) {
      if (reader.byte('a catch clause') < 2) reader.u32('a tag')
      reader.u32('a label')
    }
  }
}
