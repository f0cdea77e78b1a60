import { ByteReader } from '../module/byte-reader.js'
import type { FunctionType } from '../module/module-info.js'
import { tooComplex } from '../module/refusal.js'
import { labelArity } from './block-types.js'
import { ByteBuffer } from './byte-buffer.js'
import { MAX_INSTRUMENTED_BODY_BYTES } from './caps.js'
import { type Code, WHOLE_FUNCTION } from './code.js'
import { meteringParameters } from './cost-table.js'
import type { CountedLoop } from './counted-loop.js'
import { depthOf } from './depth.js'
import { Edits } from './edits.js'
import { copyCall, type Frame, globalFrame, registerFrame } from './frame.js'
import { FrameLocals } from './frame-locals.js'
import { dynamicCharge, type FuelCode, type MeterGlobals, Reason, stop } from './fuel-code.js'
import { FuelRegions, type Label } from './fuel-regions.js'
import { costWith, dynamicOps } from './function-traits.js'
import { signed, u32 } from './leb.js'
import { findLoops, type Loops } from './loops.js'
import { placeMemoryGrowth } from './memory-growth.js'
import { planNans } from './nan.js'
import { canonicalise } from './nan-code.js'
import { Op } from './opcodes.js'
import { placeCharges } from './potential.js'
import type { Program } from './program.js'
import type { RegisterCopies } from './registers.js'
import { turnsCode } from './turns.js'

export interface BodyContext {
  program: Program
  copies: RegisterCopies
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
  /** Offsets of the branches in `bytes` that are hardly ever taken. */
  rare: readonly number[]
}

const EMPTY = 0x40

/** Instruments the function whose body `program.code` holds; `asCopy`: the copy that hands fuel and depth on in registers. */
export function instrumentBody(context: BodyContext, index: number, asCopy: boolean): InstrumentedBody {
  const { program, globals } = context
  const { view, code, components, free } = program
  const type = view.spaces.functions[index] ?? { params: [], results: [] }
  const edits = new Edits(code.length)
  const params = type.params.length
  const locals = new FrameLocals(params, code.locals.length, asCopy ? 2 : 0)

  const nans = planNans(code, view.bytes, type, view.spaces)
  for (const { at, format } of nans.fixes) {
    const scratch = locals.get(format, format === 'f32' || format === 'f64' ? format : 'v128')
    edits.afterWithHint(at, canonicalise(format, scratch))
  }
  const depth = depthOf(code, nans.highestStack)
  let entry: readonly number[] = []
  let exit: readonly number[] = []
  if (free[index] === undefined) {
    const loops = findLoops(code, params, (at) => isSharedCall(program, at))
    const regions = new FuelRegions(code, loops, asCopy)
    const frame = asCopy
      ? registerFrame(globals, params, depth)
      : globalFrame(globals, locals, regions, components.recursive[index] === 1 ? depth : undefined)
    regions.placeStores(edits, frame.fuel)
    const first = placeFuel(context, frame.fuel, loops, regions, edits, locals)
    regions.placeLoads(code, edits, frame.fuel, (at) => labelOf(context, type, at))
    entry = frame.enter(meteringParameters.entryFuel + first)
    exit = frame.exit
    if (asCopy) placeCalls(context, frame, edits, index, params)
  }
  if (asCopy) moveLocals(code, edits, locals)
  placeExits(code, edits, exit, entry, context.resultsBlock(type))
  return { ...writeBody(view.bytes, code, edits, locals), depth }
}

/** Whether instruction `at` calls a function that uses the account itself, and comes back. */
function isSharedCall({ code, free, indirect }: Program, at: number): boolean {
  const value = code.value[at] ?? 0
  if (code.op[at] === Op.callIndirect) return indirect.shared[value] === true
  return code.op[at] === Op.call && free[value] === undefined
}

function labelOf({ program }: BodyContext, type: FunctionType, index: number): Label {
  const { code, view } = program
  const target = code.opener[index] ?? WHOLE_FUNCTION
  const depth = new ByteReader(view.bytes, (code.at[index] ?? 0) + 1).u32('a label')
  return { depth, carries: labelArity(code, target, type.results.length, view.spaces) > 0 }
}

function placeFuel(
  context: BodyContext,
  fuel: FuelCode,
  loops: Loops,
  regions: FuelRegions,
  edits: Edits,
  locals: FrameLocals
): number {
  const { program, most } = context
  const { code, view, free, indirect } = program
  for (let index = 0; index < code.length; index++) {
    const op = code.op[index] ?? 0
    if (!dynamicOps.has(op)) continue
    const operand = locals.get('operand', 'i32')
    const amount = dynamicCharge(op, operand, most)
    edits.before(index, [
      Op.localTee,
      ...u32(operand),
      ...fuel.chargeComputed(amount, regions.isBefore(index))
    ])
    if (op === Op.memoryGrow) placeMemoryGrowth(context, edits, index, operand, locals)
  }
  const behind = (index: number, amount: number, checked: boolean): number[] =>
    fuel.charge(amount, checked, regions.isBehind(index))
  return placeCharges(code, loops, costWith(code, free, indirect), {
    after: (index, amount, checked) => edits.after(index, behind(index, amount, checked)),
    elseBefore: (index, amount, checked) =>
      edits.before(index, [Op.else, ...fuel.charge(amount, checked, regions.isBefore(index))]),
    taken: (index, amount, checked) => {
      const target = code.opener[index] ?? WHOLE_FUNCTION
      const label = new ByteReader(view.bytes, (code.at[index] ?? 0) + 1).u32('a label')
      const store = regions.isLeft(index, target) ? fuel.store() : []
      const way = [...behind(index, amount, checked), ...store, Op.br, ...u32(label + 1)]
      edits.instead(index, [Op.if, EMPTY, ...way, Op.end])
    },
    turns: (index, amount, loop) => {
      const never = stop(context.globals, Reason.fuelExhausted)
      const turns = turnsCode(moved(loop, locals), locals.get('turns', 'i64'), never)
      const cost = [...turns, Op.i64Const, ...signed(amount), Op.i64Mul]
      edits.before(index, fuel.chargeComputed(cost, regions.isBefore(index)))
    }
  })
}

/** Within a group fuel and depth go on in registers; everybody else finds them in the globals. */
function placeCalls(
  { program, copies }: BodyContext,
  frame: Frame,
  edits: Edits,
  self: number,
  params: number
): void {
  const { code, components } = program
  const group = components.groupOf[self]
  for (let index = 0; index < code.length; index++) {
    const callee = code.op[index] === Op.call ? (code.value[index] ?? 0) : -1
    const copy = copies.copyOf.get(callee)
    if (copy !== undefined && components.groupOf[callee] === group) {
      const call = copyCall(params, copy)
      edits.before(index, call.before)
      edits.instead(index, call.instead)
      edits.after(index, call.after)
    } else if (isSharedCall(program, index)) {
      edits.before(index, frame.beforeShared)
      edits.after(index, frame.afterShared)
    }
  }
}

function moveLocals(code: Code, edits: Edits, locals: FrameLocals): void {
  for (let index = 0; index < code.length; index++) {
    const op = code.op[index] ?? 0
    if (op !== Op.localGet && op !== Op.localSet && op !== Op.localTee) continue
    const local = code.value[index] ?? 0
    if (locals.own(local) !== local) edits.instead(index, [op, ...u32(locals.own(local))])
  }
}

function moved(loop: CountedLoop, locals: FrameLocals): CountedLoop {
  const bound = 'local' in loop.bound ? { local: locals.own(loop.bound.local) } : loop.bound
  return { ...loop, counter: locals.own(loop.counter), bound }
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

function writeBody(
  bytes: Uint8Array,
  code: Code,
  edits: Edits,
  locals: FrameLocals
): Pick<InstrumentedBody, 'bytes' | 'rare'> {
  const start = code.at[0] ?? 0
  const output = new ByteBuffer((code.at[code.length] ?? 0) - start + 256)
  const header = new ByteReader(bytes, code.start, start)
  const groups = header.u32('the locals of a function')
  output
    .push(u32(groups + locals.count))
    .push(bytes.subarray(header.offset, start))
    .push(locals.groups())
  const rare = edits.write(bytes, code, output)
  if (output.length > MAX_INSTRUMENTED_BODY_BYTES) {
    throw tooComplex('bytes in one instrumented function', output.length, MAX_INSTRUMENTED_BODY_BYTES)
  }
  return { bytes: output.view(), rare }
}
