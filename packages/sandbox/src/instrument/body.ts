import { ByteReader } from '../module/byte-reader.js'
import type { FunctionType } from '../module/module-info.js'
import { tooComplex } from '../module/refusal.js'
import { ByteBuffer } from './byte-buffer.js'
import { MAX_INSTRUMENTED_BODY_BYTES } from './caps.js'
import { type Code, WHOLE_FUNCTION } from './code.js'
import { meteringParameters } from './cost-table.js'
import { depthOf, enterFrame, leaveFrame } from './depth.js'
import { Edits } from './edits.js'
import { FrameLocals } from './frame-locals.js'
import { dynamicCharge, FuelCode, type MeterGlobals } from './fuel-code.js'
import { costWith, dynamicOps } from './function-traits.js'
import { u32 } from './leb.js'
import { placeMemoryGrowth } from './memory-growth.js'
import { planNans } from './nan.js'
import { canonicalise } from './nan-code.js'
import { Op } from './opcodes.js'
import { placeCharges } from './potential.js'
import type { Program } from './program.js'

export interface BodyContext {
  program: Program
  globals: MeterGlobals
  most: { pages: number; elements: number }
  /** Whether `most.pages`, not a maximum of the module's own, ends its memory. */
  memoryLimited: boolean
  /** The bytes of a block type without parameters that leaves a function's results. */
  resultsBlock: (type: FunctionType) => readonly number[]
}

export interface InstrumentedBody {
  /** The new body, without its size. */
  bytes: Uint8Array
  /** Units of depth of one frame. */
  depth: number
}

const EMPTY = 0x40

/** Instruments the function whose body `program.code` holds. */
export function instrumentBody(context: BodyContext, index: number): InstrumentedBody {
  const { program, globals } = context
  const { view, code, components, free } = program
  const type = view.spaces.functions[index] ?? { params: [], results: [] }
  const edits = new Edits(code.length)
  const locals = new FrameLocals(code.locals.length)

  const nans = planNans(code, view.bytes, type, view.spaces)
  for (const { at, format } of nans.fixes) {
    const scratch = locals.get(format, format === 'f32' || format === 'f64' ? format : 'v128')
    edits.after(at, canonicalise(format, scratch))
  }
  const depth = depthOf(code, nans.highestStack)
  let entry: number[] = []
  let exit: number[] = []
  if (free[index] === undefined) {
    const isShared = (at: number): boolean => isSharedCall(program, at)
    const inLocal = hasCallFreeLoop(code, isShared)
    const fuel = new FuelCode(globals, inLocal ? locals.get('fuel', 'i64') : undefined)
    entry = fuel.enter(meteringParameters.entryFuel + placeFuel(context, fuel, edits, locals))
    exit = fuel.store()
    if (components.recursive[index] === 1) {
      const local = locals.get('depth', 'i32')
      entry.push(...enterFrame(globals, local, depth))
      exit.push(...leaveFrame(globals, local, depth))
    }
    for (let at = 0; at < code.length; at++) {
      if (isShared(at)) {
        edits.before(at, fuel.store())
        edits.after(at, fuel.load())
      }
    }
  }
  placeExits(code, edits, exit, entry, context.resultsBlock(type))
  return { bytes: writeBody(view.bytes, code, edits, locals), depth }
}

/** Whether instruction `at` calls a function that uses the account itself, and comes back. */
function isSharedCall({ code, free }: Program, at: number): boolean {
  const op = code.op[at]
  if (op === Op.callIndirect) return true
  return op === Op.call && free[code.value[at] ?? 0] === undefined
}

/** With such a loop the account is kept in a local, out of memory. */
function hasCallFreeLoop(code: Code, isShared: (at: number) => boolean): boolean {
  let calls = 0
  const callsAtLoop = new Map<number, number>()
  for (let index = 0; index < code.length; index++) {
    const op = code.op[index]
    if (op === Op.loop) callsAtLoop.set(index, calls)
    else if (op === Op.end && callsAtLoop.get(code.opener[index] ?? WHOLE_FUNCTION) === calls) return true
    else if (isShared(index)) calls++
  }
  return false
}

function placeFuel(context: BodyContext, fuel: FuelCode, edits: Edits, locals: FrameLocals): number {
  const { program, most } = context
  const { code, view, free } = program
  for (let index = 0; index < code.length; index++) {
    const op = code.op[index] ?? 0
    if (!dynamicOps.has(op)) continue
    const operand = locals.get('operand', 'i32')
    const amount = dynamicCharge(op, operand, most)
    edits.before(index, [Op.localTee, ...u32(operand), ...fuel.chargeComputed(amount)])
    if (op === Op.memoryGrow) placeMemoryGrowth(context, edits, index, operand, locals)
  }
  return placeCharges(code, costWith(code, free), {
    after: (index, amount) => edits.after(index, fuel.charge(amount, false)),
    elseBefore: (index, amount) => edits.before(index, [Op.else, ...fuel.charge(amount, false)]),
    loop: (index, amount) => edits.after(index, fuel.charge(amount, true)),
    taken: (index, amount) => {
      const label = new ByteReader(view.bytes, (code.at[index] ?? 0) + 1).u32('a label')
      const way = [...fuel.charge(amount, false), Op.br, ...u32(label + 1)]
      edits.instead(index, [Op.if, EMPTY, ...way, Op.end])
    }
  })
}

/** Puts `entry` before the body, and `exit` on every way out of it. */
function placeExits(
  code: Code,
  edits: Edits,
  exit: readonly number[],
  entry: readonly number[],
  resultsBlock: readonly number[]
): void {
  const last = code.length - 1
  let leaves = false
  for (let index = 0; exit.length > 0 && index < last; index++) {
    const op = code.op[index]
    if (op === Op.return || op === Op.returnCall || op === Op.returnCallIndirect) edits.before(index, exit)
    else if (op === Op.br || op === Op.brIf) leaves ||= code.opener[index] === WHOLE_FUNCTION
    else if (op === Op.brTable) leaves ||= leavesFunction(code, index)
  }
  // Branches out of the function end in a block around it, so that they pass by its end.
  edits.beforeAll([...entry, ...(leaves ? [Op.block, ...resultsBlock] : [])])
  edits.before(last, [...(leaves ? [Op.end] : []), ...exit])
}

function leavesFunction(code: Code, index: number): boolean {
  const first = code.value[index] ?? 0
  for (let label = 0; label < (code.close[index] ?? 0); label++) {
    if (code.labels[first + label] === WHOLE_FUNCTION) return true
  }
  return false
}

function writeBody(bytes: Uint8Array, code: Code, edits: Edits, locals: FrameLocals): Uint8Array {
  const start = code.at[0] ?? 0
  const output = new ByteBuffer((code.at[code.length] ?? 0) - start + 256)
  const header = new ByteReader(bytes, code.start, start)
  const groups = header.u32('the locals of a function')
  output
    .push(u32(groups + locals.count))
    .push(bytes.subarray(header.offset, start))
    .push(locals.groups())
  edits.write(bytes, code, output)
  if (output.length > MAX_INSTRUMENTED_BODY_BYTES) {
    throw tooComplex('bytes in one instrumented function', output.length, MAX_INSTRUMENTED_BODY_BYTES)
  }
  return output.view()
}
