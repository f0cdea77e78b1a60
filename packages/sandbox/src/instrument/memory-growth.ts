import type { Edits } from './edits.js'
import type { FrameLocals } from './frame-locals.js'
import { type MeterGlobals, Reason, stop } from './fuel-code.js'
import { signed, u32 } from './leb.js'
import { Op } from './opcodes.js'

const EMPTY = 0x40
const I32_EQ = 0x46
const I64_LE_U = 0x58
const MEMORY_SIZE = [0x3f, 0]

export interface GrowthRules {
  globals: MeterGlobals
  most: { pages: number }
  memoryLimited: boolean
}

/**
 * Looks at the answer of a `memory.grow`. A refusal within the limit is the host's failure and ends the run; one
 * at the limit is the module's to handle, and is remembered.
 */
export function placeMemoryGrowth(
  { globals, most, memoryLimited }: GrowthRules,
  edits: Edits,
  index: number,
  operand: number,
  locals: FrameLocals
): void {
  const answer = u32(locals.get('answer', 'i32'))
  const refused = [Op.localTee, ...answer, Op.i32Const, ...signed(-1), I32_EQ, Op.if, EMPTY]
  const wanted = [...MEMORY_SIZE, Op.i64ExtendI32U, Op.localGet, ...u32(operand), Op.i64ExtendI32U, Op.i64Add]
  const allowed = [...wanted, Op.i64Const, ...signed(most.pages), I64_LE_U, Op.if, EMPTY]
  const remember = [Op.i32Const, Reason.memoryLimitMet, Op.globalSet, ...u32(globals.reason)]
  const failure = [...allowed, ...stop(globals, Reason.hostRefusedMemory), Op.end]
  edits.after(index, [
    ...refused,
    ...failure,
    ...(memoryLimited ? remember : []),
    Op.end,
    Op.localGet,
    ...answer
  ])
}
