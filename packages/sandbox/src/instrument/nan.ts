import type { FunctionType } from '../module/module-info.js'
import { blockArity, labelArity } from './block-types.js'
import { type Code, WHOLE_FUNCTION } from './code.js'
import type { IndexSpaces } from './index-spaces.js'
import { chooseFixes, type NanFix } from './nan-fixes.js'
import { KNOWN, NanGraph, NUMBER } from './nan-graph.js'
import { NanValues } from './nan-values.js'
import { type FloatFormat, type NanClass, Op, opcodes } from './opcodes.js'

export interface NanPlan {
  fixes: readonly NanFix[]
  /** Most operands on the stack at once. */
  highestStack: number
}

/** A NaN class taken apart. */
interface Meeting {
  kind: 'shows' | 'number' | 'shuffle' | 'blind' | 'copy' | 'sign' | 'lanes' | 'arithmetic'
  reads: FloatFormat
  makes: FloatFormat
}

const meetings: readonly Meeting[] = opcodes.map((opcode) => meetingOf(opcode?.nan ?? 'shows'))

function meetingOf(nan: NanClass): Meeting {
  const [first = '', second] = nan.split(' ')
  const [reads = '', makes = reads] = (second ?? first).split('>') as FloatFormat[]
  const kind = second === undefined && first.includes('>') ? 'arithmetic' : (first as Meeting['kind'])
  return { kind, reads: reads as FloatFormat, makes: makes as FloatFormat }
}

/** A turn of a loop weighs as much as eight instructions outside; nests deeper than five count as five. */
const weights: readonly number[] = [1, 8, 64, 512, 4_096, 32_768]

/**
 * Finds where NaNs must be made canonical so that whoever sees the bits of a float sees the ones that making
 * every arithmetic result canonical at once would give. Bits are shown by stores, reinterpretation, calls,
 * returns, globals, integer instructions on vectors, arithmetic in another lane width, and parameters of loops.
 */
export function planNans(code: Code, bytes: Uint8Array, type: FunctionType, spaces: IndexSpaces): NanPlan {
  const ownResults = type.results.length
  const graph = new NanGraph()
  const values = new NanValues(graph, code, type.params.length, ownResults)
  const take = (count: number): void => {
    for (let operand = 0; operand < count; operand++) graph.show(values.pop())
  }
  const leave = (count: number): void => {
    take(count)
    values.stop()
  }
  const call = (callee: FunctionType | undefined, returns: boolean): void => {
    take(callee?.params.length ?? 0)
    if (returns) values.give(callee?.results.length ?? 0)
    else values.stop()
  }
  const branch = (opener: number): void => {
    const carried = labelArity(code, opener, ownResults, spaces)
    values.branch(opener, carried)
  }

  for (let index = 0; index < code.length; index++) {
    const op = code.op[index] ?? 0
    const value = code.value[index] ?? 0
    const opener = code.opener[index] ?? WHOLE_FUNCTION
    switch (op) {
      case Op.unreachable:
        values.stop()
        break
      case Op.block:
      case Op.loop:
      case Op.if: {
        if (op === Op.if) values.pop()
        const { params, results } = blockArity(code, index, ownResults, spaces)
        values.open(index, op, params, results)
        break
      }
      case Op.else:
        values.otherwise()
        break
      case Op.end:
        values.close()
        if (opener === WHOLE_FUNCTION) take(ownResults)
        break
      case Op.brIf:
        values.pop()
        branch(opener)
        break
      case Op.br:
        branch(opener)
        values.stop()
        break
      case Op.brTable: {
        values.pop()
        const labels = code.labels.slice(value, value + (code.close[index] ?? 0))
        for (const label of new Set(labels)) branch(label)
        values.stop()
        break
      }
      case Op.return:
        leave(ownResults)
        break
      case Op.call:
      case Op.returnCall:
        call(spaces.functions[value], op === Op.call)
        break
      case Op.callIndirect:
      case Op.returnCallIndirect:
        values.pop()
        call(spaces.types[value], op === Op.callIndirect)
        break
      case Op.drop:
        values.pop()
        break
      case Op.select:
      case Op.selectTyped:
        values.pop()
        values.push(graph.either(index, values.pops(2)))
        break
      case Op.localGet:
        values.push(values.read(index, value))
        break
      case Op.localSet:
        values.write(value, values.pop())
        break
      case Op.localTee: {
        const written = values.pop()
        values.write(value, written)
        values.push(written)
        break
      }
      case Op.f32Const:
      case Op.f64Const:
      case Op.v128Const:
        values.push(isNanConstant(bytes, code.at[index] ?? 0, op) ? KNOWN : NUMBER)
        break
      default:
        plain(index, op)
    }
  }
  const fixes = chooseFixes(graph, (at) => weights[Math.min(code.loopDepth[at] ?? 0, 5)] ?? 1)
  return { fixes, highestStack: values.highest }

  function plain(index: number, op: number): void {
    const opcode = opcodes[op]
    const meeting = meetings[op]
    if (opcode === undefined || meeting === undefined) return
    const { kind, reads, makes } = meeting
    // Most instructions, and those that know nothing of floats.
    if (kind === 'shows' || kind === 'number') {
      for (let operand = 0; operand < opcode.pops; operand++) graph.show(values.pop())
      if (kind === 'number') values.push(NUMBER)
      else values.give(opcode.pushes)
      return
    }
    const operands = values.pops(opcode.pops)
    const [first = KNOWN, second = KNOWN] = operands
    if (kind === 'shuffle') {
      shuffle(index, first, second)
      return
    }
    // What a lane is replaced by is a scalar.
    for (const operand of kind === 'lanes' ? [first] : operands) graph.use(operand, reads)
    if (kind === 'arithmetic') values.push(values.dead ? KNOWN : graph.result(index, makes))
    else if (kind === 'blind') values.push(KNOWN)
    else if (kind === 'copy') values.push(graph.either(index, operands))
    else if (kind === 'lanes') values.push(graph.lanes(index, operands, makes))
    else {
      // The sign that copysign copies may go into a number: it shows in whatever is done with that.
      graph.show(second)
      values.push(graph.sign(index, first))
    }
  }

  /** Lanes of floats that stay whole are copied; torn apart they are shown. */
  function shuffle(index: number, first: number, second: number): void {
    // Behind the prefix and a two-byte opcode at most: the last 16 bytes.
    const end = code.at[index + 1] ?? 0
    const picks = bytes.subarray(end - 16, end)
    if (areWhole(picks, 8)) {
      values.push(graph.either(index, [first, second]))
      return
    }
    for (const operand of [first, second]) {
      if (areWhole(picks, 4)) graph.use(operand, 'f32x4')
      else graph.show(operand)
    }
    values.push(areWhole(picks, 4) ? graph.lanes(index, [first, second], 'f32x4') : KNOWN)
  }
}

/** Whether a shuffle moves aligned groups of `width` bytes. */
function areWhole(picks: Uint8Array, width: number): boolean {
  return picks.every((pick, at) => {
    const lead = picks[at - (at % width)] ?? 0
    return lead % width === 0 && pick === lead + (at % width)
  })
}

function isNanConstant(bytes: Uint8Array, at: number, op: number): boolean {
  if (op === Op.v128Const) {
    const view = new DataView(bytes.buffer, bytes.byteOffset + at + 2, 16)
    const narrow = [0, 4, 8, 12].some((offset) => Number.isNaN(view.getFloat32(offset, true)))
    return narrow || [0, 8].some((offset) => Number.isNaN(view.getFloat64(offset, true)))
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset + at + 1, op === Op.f32Const ? 4 : 8)
  return Number.isNaN(op === Op.f32Const ? view.getFloat32(0, true) : view.getFloat64(0, true))
}
