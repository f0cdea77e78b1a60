import type { Code } from './code.js'
import { meteringParameters } from './cost-table.js'
import { type MeterGlobals, Reason, stop } from './fuel-code.js'
import { signed, u32 } from './leb.js'
import { Op, SIMD_PREFIX } from './opcodes.js'

const EMPTY = 0x40

/** Units of depth of one frame: its locals and operands as if all of them were in memory at once, and for its size. */
export function depthOf(code: Code, highestStack: number): number {
  const { bodyBytesPerDepth, frameDepth, slotsPerDepth } = meteringParameters
  let vectors = 0
  for (const local of code.locals) if (local === 'v128') vectors++
  let wide = vectors > 0
  for (let index = 0; index < code.length && !wide; index++) wide = (code.op[index] ?? 0) >= SIMD_PREFIX
  const slots = code.locals.length + vectors + highestStack * (wide ? 2 : 1)
  const bodyBytes = (code.at[code.length] ?? 0) - code.start
  return frameDepth + Math.ceil(slots / slotsPerDepth) + Math.floor(bodyBytes / bodyBytesPerDepth)
}

/** Takes a frame's units from what is left; keeps what is left in a local. */
export function enterFrame(globals: MeterGlobals, local: number, depth: number): number[] {
  const global = u32(globals.depth)
  const index = u32(local)
  const take = [Op.globalGet, ...global, Op.i32Const, ...signed(depth), Op.i32Sub, Op.localTee, ...index]
  const check = [Op.localGet, ...index, Op.i32Const, 0, Op.i32LtS, Op.if, EMPTY]
  const note = globals.deepest === undefined ? [] : noteDepth(globals.deepest, [Op.localGet, ...index])
  return [
    ...take,
    Op.globalSet,
    ...global,
    ...check,
    ...stop(globals, Reason.depthExhausted),
    Op.end,
    ...note
  ]
}

/** Gives the frame's units back. */
export function leaveFrame(globals: MeterGlobals, local: number, depth: number): number[] {
  const give = [Op.localGet, ...u32(local), Op.i32Const, ...signed(depth), Op.i32Add]
  return [...give, Op.globalSet, ...u32(globals.depth)]
}

/** Keeps the least of what was ever left. */
export function noteDepth(deepest: number, left: readonly number[]): number[] {
  const global = u32(deepest)
  const isLess = [...left, Op.globalGet, ...global, Op.i32LtS, Op.if, EMPTY]
  return [...isLess, ...left, Op.globalSet, ...global, Op.end]
}
