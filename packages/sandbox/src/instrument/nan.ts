import type { FunctionType } from '../module/module-info.js'
import { blockArity, labelArity } from './block-types.js'
import { type Code, WHOLE_FUNCTION } from './code.js'
import type { IndexSpaces } from './index-spaces.js'
import { KNOWN, type NanFix, NanFlow, NUMBER, type Value } from './nan-flow.js'
import { type FloatFormat, type NanClass, Op, opcodes } from './opcodes.js'
import { OperandStack } from './operand-stack.js'

export interface NanPlan {
  fixes: readonly NanFix[]
  /** Most operands on the stack at once. */
  highestStack: number
}

/** What an instruction reads and makes, out of its NaN class. */
interface Meeting {
  reads: FloatFormat | undefined
  makes: FloatFormat | undefined
}

const meetings: readonly (Meeting | undefined)[] = opcodes.map((opcode) => meetingOf(opcode?.nan ?? 'shows'))

function meetingOf(nan: NanClass): Meeting | undefined {
  if (nan.startsWith('blind ')) return { reads: nan.slice(6) as FloatFormat, makes: undefined }
  const [reads, makes] = nan.split('>')
  return makes === undefined ? undefined : { reads: reads as FloatFormat, makes: makes as FloatFormat }
}

/** A turn of a loop weighs as much as eight instructions outside; nests deeper than five count as five. */
const weights: readonly number[] = [1, 8, 64, 512, 4_096, 32_768]

/**
 * Finds where NaNs must be made canonical so that whoever sees the bits of a float sees the ones that making
 * every arithmetic result canonical at once would give. Bits are shown by stores, reinterpretation, calls,
 * returns, globals, integer instructions on vectors, arithmetic in another lane width, and block results.
 */
export function planNans(code: Code, bytes: Uint8Array, type: FunctionType, spaces: IndexSpaces): NanPlan {
  const stack = new OperandStack()
  const flow = new NanFlow(code.locals.length, (at) => weights[Math.min(code.loopDepth[at] ?? 0, 5)] ?? 1)
  const isFloat = code.locals.map((local) => local === 'f32' || local === 'f64' || local === 'v128')
  for (let local = 0; local < type.params.length; local++) flow.hold(local)
  const ownResults = type.results.length

  const showTop = (count: number): void => {
    for (const value of stack.top(count)) flow.show(value)
  }
  const take = (count: number): void => {
    for (let position = 0; position < count; position++) flow.show(stack.pop())
  }
  const give = (count: number): void => {
    for (let position = 0; position < count; position++) stack.push(KNOWN)
  }
  const takeMixed = (count: number): Value => {
    const from: Value[] = []
    for (let position = 0; position < count; position++) from.push(stack.pop())
    return flow.mix(from)
  }
  const call = (callee: FunctionType | undefined, returns: boolean): void => {
    take(callee?.params.length ?? 0)
    if (returns) give(callee?.results.length ?? 0)
    else stack.clear()
  }

  for (let index = 0; index < code.length; index++) {
    const op = code.op[index] ?? 0
    const value = code.value[index] ?? 0
    const opener = code.opener[index] ?? WHOLE_FUNCTION
    switch (op) {
      case Op.unreachable:
        stack.clear()
        break
      case Op.block:
      case Op.loop:
      case Op.if: {
        if (op === Op.if) stack.pop()
        const { params } = blockArity(code, index, ownResults, spaces)
        take(params)
        stack.open()
        give(params)
        break
      }
      case Op.else:
      case Op.end: {
        const { params, results } = blockArity(code, opener, ownResults, spaces)
        take(results)
        if (op === Op.else) {
          stack.clear()
          give(params)
        } else {
          stack.close()
          give(results)
        }
        break
      }
      case Op.brIf:
        stack.pop()
        showTop(labelArity(code, opener, ownResults, spaces))
        break
      case Op.br:
      case Op.brTable:
        if (op === Op.brTable) stack.pop()
        take(labelArity(code, opener, ownResults, spaces))
        stack.clear()
        break
      case Op.return:
        take(ownResults)
        stack.clear()
        break
      case Op.call:
      case Op.returnCall:
        call(spaces.functions[value], op === Op.call)
        break
      case Op.callIndirect:
      case Op.returnCallIndirect:
        stack.pop()
        call(spaces.types[value], op === Op.callIndirect)
        break
      case Op.drop:
        stack.pop()
        break
      case Op.select:
      case Op.selectTyped:
        stack.pop()
        stack.push(takeMixed(2))
        break
      case Op.localGet:
        stack.push(isFloat[value] === true ? flow.read(index, value) : KNOWN)
        break
      case Op.localSet:
      case Op.localTee: {
        const written = stack.pop()
        if (isFloat[value] === true) flow.write(value, written)
        if (op === Op.localTee) stack.push(written)
        break
      }
      case Op.f32Const:
      case Op.f64Const:
        stack.push(isNanConstant(bytes, code.at[index] ?? 0, op) ? KNOWN : NUMBER)
        break
      default:
        plain(index, op)
    }
  }
  return { fixes: flow.solve(), highestStack: stack.highest }

  function plain(index: number, op: number): void {
    const opcode = opcodes[op]
    if (opcode === undefined) return
    const meeting = meetings[op]
    if (meeting?.reads !== undefined) {
      for (let position = 0; position < opcode.pops; position++) flow.use(stack.pop(), meeting.reads)
      stack.push(meeting.makes === undefined ? KNOWN : flow.result(index, meeting.makes))
    } else if (opcode.nan === 'bits') {
      // The sign that copysign copies may go into a number: it shows in whatever is done with that.
      if (opcode.pops === 2) take(1)
      stack.push(takeMixed(1))
    } else {
      take(opcode.pops)
      if (opcode.nan === 'number') stack.push(NUMBER)
      else give(opcode.pushes)
    }
  }
}

function isNanConstant(bytes: Uint8Array, at: number, op: number): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset + at + 1, op === Op.f32Const ? 4 : 8)
  return Number.isNaN(op === Op.f32Const ? view.getFloat32(0, true) : view.getFloat64(0, true))
}
