import type { ByteReader } from '../module/byte-reader.js'
import { MAX_LOCALS } from '../module/caps.js'
import type { FunctionType } from '../module/module-info.js'
import { readValueType } from '../module/parse-types.js'
import { malformed, tooComplex } from '../module/refusal.js'
import { MAX_LOCALS_TIMES_CONTROLS, MAX_PASSED_VALUES } from './caps.js'
import { type Code, EMPTY_BLOCK, isValueBlock, WHOLE_FUNCTION } from './code.js'
import { deniedOpcode } from './denied-opcodes.js'
import { readImmediate } from './immediates.js'
import type { IndexSpaces } from './index-spaces.js'
import { type Immediate, MISC_PREFIX, Op, type Opcode, opcodes, SIMD_PREFIX } from './opcodes.js'

/**
 * Decodes one function body into `code`: every instruction of it must be in the table of opcodes, every index
 * and label must exist, every block must be closed.
 *
 * Throws a refusal: `MODULE_INVALID`, `MODULE_TOO_COMPLEX`, `FEATURE_DENIED`.
 */
export function decodeBody(reader: ByteReader, type: FunctionType, spaces: IndexSpaces, code: Code): void {
  code.start = reader.offset
  code.length = 0
  code.labels = []
  readLocals(reader, type, code)
  const blocks: number[] = [WHOLE_FUNCTION]
  let controls = 0
  let loops = 0
  let passed = 0
  while (blocks.length > 0) {
    const index = code.length++
    const at = reader.offset
    const opcode = readOpcode(reader)
    code.op[index] = opcode.code
    code.at[index] = at
    code.loopDepth[index] = loops
    code.otherwise[index] = 0
    code.settled[index] = 0
    code.close[index] = 0
    const around = blocks.at(-1) ?? WHOLE_FUNCTION
    const { immediate } = opcode
    if (immediate === 'label') {
      code.opener[index] = readLabel(reader, blocks)
      if (opcode.code === Op.brIf) settleConditional(code, index, spaces)
      controls++
    } else if (immediate === 'labels') {
      controls += readLabels(reader, blocks, code, index)
    } else {
      const value = readImmediate(reader, opcode, spaces, code.locals.length)
      code.value[index] = value
      passed += passedValues(immediate, value, spaces)
      if (immediate === 'block') {
        blocks.push(index)
        controls++
        if (opcode.code === Op.loop) loops++
      } else if (opcode.code === Op.else || opcode.code === Op.end) {
        code.opener[index] = around
        closeBlock(code, index, opcode.code, around, at)
        if (opcode.code === Op.end) {
          blocks.pop()
          if (around !== WHOLE_FUNCTION && code.op[around] === Op.loop) loops--
        }
      }
    }
  }
  code.at[code.length] = reader.offset
  reader.finish('a function body')
  const product = controls * code.locals.length
  if (product > MAX_LOCALS_TIMES_CONTROLS) {
    throw tooComplex('locals times branches in one function', product, MAX_LOCALS_TIMES_CONTROLS)
  }
  if (passed > MAX_PASSED_VALUES) {
    throw tooComplex('values that calls and blocks of one function take and leave', passed, MAX_PASSED_VALUES)
  }
}

function readLocals(reader: ByteReader, type: FunctionType, code: Code): void {
  code.locals = [...type.params]
  const groups = reader.u32('the locals of a function')
  if (groups > MAX_LOCALS) throw tooComplex('groups of locals in one function', groups, MAX_LOCALS)
  let declared = 0
  for (let group = 0; group < groups; group++) {
    const count = reader.u32('the number of locals')
    declared += count
    if (declared > MAX_LOCALS) throw tooComplex('locals in one function', declared, MAX_LOCALS)
    const local = readValueType(reader, 'a local')
    for (let position = 0; position < count; position++) code.locals.push(local)
  }
}

/** Values that an instruction takes and leaves by the function type it names. */
function passedValues(immediate: Immediate, value: number, spaces: IndexSpaces): number {
  const isType = immediate === 'indirect' || (immediate === 'block' && value >= 0)
  const type = isType ? spaces.types[value] : immediate === 'function' ? spaces.functions[value] : undefined
  return type === undefined ? 0 : type.params.length + type.results.length
}

function readOpcode(reader: ByteReader): Opcode {
  const at = reader.offset
  const byte = reader.byte('a function body')
  let opcode: Opcode | undefined
  if (byte === 0xfc || byte === 0xfd) {
    const second = reader.u32('an instruction')
    if (second < 0x100) opcode = opcodes[(byte === 0xfc ? MISC_PREFIX : SIMD_PREFIX) + second]
    if (opcode === undefined) throw deniedOpcode(byte, second, at)
    return opcode
  }
  opcode = opcodes[byte]
  if (opcode === undefined) throw deniedOpcode(byte, undefined, at)
  return opcode
}

function readLabel(reader: ByteReader, blocks: readonly number[]): number {
  const at = reader.offset
  const depth = reader.u32('a label')
  const target = blocks[blocks.length - 1 - depth]
  if (target === undefined) throw malformed(`label ${depth} does not exist`, at)
  return target
}

function readLabels(reader: ByteReader, blocks: readonly number[], code: Code, index: number): number {
  const at = reader.offset
  const count = reader.u32('the labels of br_table') + 1
  if (count > reader.left) throw malformed('it ends inside br_table', at)
  code.value[index] = code.labels.length
  code.close[index] = count
  for (let position = 0; position < count; position++) {
    const target = readLabel(reader, blocks)
    code.labels.push(target)
    if (target !== WHOLE_FUNCTION) code.settled[target] = 1
  }
  // A branch's values have the shape of its last label.
  code.opener[index] = code.labels.at(-1) ?? WHOLE_FUNCTION
  return count
}

function closeBlock(code: Code, index: number, op: number, around: number, at: number): void {
  if (op === Op.end) {
    if (around !== WHOLE_FUNCTION) code.close[around] = index
    return
  }
  if (around === WHOLE_FUNCTION || code.op[around] !== Op.if || code.otherwise[around] !== 0) {
    throw malformed('an else stands outside of an if', at)
  }
  code.otherwise[around] = index
}

/** A conditional branch that carries values cannot pay on its way (see `potential.ts`), so its target pays. */
function settleConditional(code: Code, index: number, spaces: IndexSpaces): void {
  const target = code.opener[index] ?? WHOLE_FUNCTION
  if (target === WHOLE_FUNCTION || code.op[target] === Op.loop) return
  const type = code.value[target] ?? EMPTY_BLOCK
  const results = isValueBlock(type) ? 1 : (spaces.types[type]?.results.length ?? 0)
  if (results > 0) code.settled[target] = 1
}
