import { type Code, EMPTY_BLOCK, WHOLE_FUNCTION } from './code.js'
import { type CountedLoop, findCounter, type LoopFacts } from './counted-loop.js'
import { Op } from './opcodes.js'

/** What is known of the loops of a function, by the index of their `loop`. */
export interface Loops {
  /** The innermost loop around each instruction, or WHOLE_FUNCTION; a loop's own index lies outside of it. */
  around: Int32Array
  /** Of a loop that begins with a test which leaves it: the index of that `if` or `br_if`. */
  guards: ReadonlyMap<number, number>
  /** Loops whose number of turns is known where they begin. */
  counted: ReadonlyMap<number, CountedLoop>
  /** The loop that each guard belongs to. */
  guarded: ReadonlyMap<number, number>
  /** Loops without calls of functions that use the account. */
  callFree: ReadonlySet<number>
  /** How many such calls the function has. */
  sharedCalls: number
}

/**
 * Looks at the shape of every loop. `isShared` tells calls after which anything may have happened: a loop with such a
 * call is never counted, as the call may end the run. Marks in `code.settled` the blocks behind whose end nothing may
 * be paid in advance. Linear, but for the writes to a counter, which are searched by halving.
 */
export function findLoops(code: Code, params: number, isShared: (index: number) => boolean): Loops {
  if (!hasLoop(code)) return withoutLoops(code, isShared)
  const around = new Int32Array(code.length).fill(WHOLE_FUNCTION)
  const parent = new Int32Array(code.length).fill(WHOLE_FUNCTION)
  const targeted = new Int32Array(code.length)
  const exits = new Int32Array(code.length)
  const calls = new Int32Array(code.length)
  const writes: number[][] = []
  const blocks: number[] = []
  const open: number[] = []
  let shared = 0
  let innermost = WHOLE_FUNCTION
  let block = WHOLE_FUNCTION
  for (let index = 0; index < code.length; index++) {
    const op = code.op[index] ?? 0
    around[index] = innermost
    parent[index] = block
    // Most instructions neither branch nor call nor write a local.
    if (op > Op.localTee || (op > Op.returnCallIndirect && op < Op.localSet)) continue
    if (op === Op.block || op === Op.if || op === Op.loop) {
      blocks.push(index)
      if (op === Op.loop) {
        calls[index] = shared
        open.push(index)
      }
    } else if (op === Op.end) {
      const opener = blocks.pop() ?? WHOLE_FUNCTION
      if (opener !== WHOLE_FUNCTION && code.op[opener] === Op.loop) {
        open.pop()
        calls[opener] = shared - (calls[opener] ?? 0)
        const outer = open.at(-1)
        if (outer !== undefined) exits[outer] = (exits[outer] ?? 0) + (exits[opener] ?? 0)
      }
    } else if (op === Op.localSet || op === Op.localTee) {
      const local = code.value[index] ?? 0
      const known = writes[local]
      if (known === undefined) writes[local] = [index]
      else known.push(index)
    } else if (isShared(index)) {
      shared++
    }
    innermost = open.at(-1) ?? WHOLE_FUNCTION
    block = blocks.at(-1) ?? WHOLE_FUNCTION
    for (const target of targetsOf(code, index)) leave(target)
  }

  /** A branch leaves every loop from the innermost up to its target's surroundings. */
  function leave(target: number): void {
    const inner = open.at(-1)
    if (inner !== undefined) exits[inner] = (exits[inner] ?? 0) + 1
    if (target === WHOLE_FUNCTION) return
    targeted[target] = (targeted[target] ?? 0) + 1
    const depth = code.loopDepth[target] ?? 0
    const stays = code.op[target] === Op.loop ? depth : depth - 1
    const outer = open[stays]
    if (outer !== undefined) exits[outer] = (exits[outer] ?? 0) - 1
  }

  const guards = new Map<number, number>()
  const guarded = new Map<number, number>()
  const counted = new Map<number, CountedLoop>()
  const callFree = new Set<number>()
  for (let loop = 0; loop < code.length; loop++) {
    if (code.op[loop] !== Op.loop) continue
    if (calls[loop] === 0) callFree.add(loop)
    if (code.value[loop] !== EMPTY_BLOCK) continue
    const guard = findGuard(code, loop)
    if (guard !== undefined) {
      guards.set(loop, guard)
      guarded.set(guard, loop)
    }
    const facts: LoopFacts = { code, params, loop, guard, parent, targeted, writes }
    // The only way out is the test, which ends the loop or, as a `br_if`, leaves it.
    const leaving = guard !== undefined && code.op[guard] === Op.brIf ? 1 : 0
    if (exits[loop] !== leaving || calls[loop] !== 0 || targeted[loop] !== 1) continue
    const counter = findCounter(facts)
    if (counter !== undefined) counted.set(loop, counter)
  }
  settleAcrossLoops(code, around, guarded, counted)
  return { around, guards, guarded, counted, callFree, sharedCalls: shared }
}

function hasLoop(code: Code): boolean {
  return code.op.subarray(0, code.length).includes(Op.loop)
}

function withoutLoops(code: Code, isShared: (index: number) => boolean): Loops {
  let sharedCalls = 0
  for (let index = 0; index < code.length; index++) {
    const op = code.op[index]
    if ((op === Op.call || op === Op.callIndirect) && isShared(index)) sharedCalls++
  }
  const around = new Int32Array(0)
  return {
    around,
    guards: new Map(),
    guarded: new Map(),
    counted: new Map(),
    callFree: new Set(),
    sharedCalls
  }
}

/** What an instruction may jump to; leaving the function is a jump to WHOLE_FUNCTION. */
function targetsOf(code: Code, index: number): readonly number[] {
  switch (code.op[index]) {
    case Op.br:
    case Op.brIf:
      return [code.opener[index] ?? WHOLE_FUNCTION]
    case Op.brTable: {
      const first = code.value[index] ?? 0
      return code.labels.slice(first, first + (code.close[index] ?? 0))
    }
    case Op.return:
    case Op.returnCall:
    case Op.returnCallIndirect:
      return [WHOLE_FUNCTION]
    default:
      return nothing
  }
}

const nothing: readonly number[] = []

/**
 * The test that a loop begins with: its first branch is an `if` that is all of it, or a `br_if` to a block outside of
 * it, and carries nothing.
 */
function findGuard(code: Code, loop: number): number | undefined {
  for (let index = loop + 1; index < code.length; index++) {
    switch (code.op[index]) {
      case Op.if: {
        const whole = (code.close[index] ?? 0) + 1 === code.close[loop]
        return whole && code.otherwise[index] === 0 && code.value[index] === EMPTY_BLOCK ? index : undefined
      }
      case Op.brIf: {
        const target = code.opener[index] ?? WHOLE_FUNCTION
        if (target === WHOLE_FUNCTION || target >= loop || code.op[target] === Op.loop) return undefined
        return code.value[target] === EMPTY_BLOCK ? index : undefined
      }
      case Op.block:
      case Op.loop:
      case Op.else:
      case Op.end:
      case Op.br:
      case Op.brTable:
      case Op.return:
      case Op.returnCall:
      case Op.returnCallIndirect:
      case Op.unreachable:
        return undefined
    }
  }
  return undefined
}

/**
 * What stands behind a loop is paid behind it, not in it: so the blocks that a deeper loop leaves for. The test of a
 * counted loop leaves it once, so it may carry what is paid in advance.
 */
function settleAcrossLoops(
  code: Code,
  around: Int32Array,
  guarded: ReadonlyMap<number, number>,
  counted: ReadonlyMap<number, CountedLoop>
): void {
  for (let index = 0; index < code.length; index++) {
    const op = code.op[index]
    if (op !== Op.br && op !== Op.brIf) continue
    const target = code.opener[index] ?? WHOLE_FUNCTION
    if (target === WHOLE_FUNCTION) continue
    const loop = guarded.get(index)
    const from = loop !== undefined && counted.has(loop) ? (around[loop] ?? WHOLE_FUNCTION) : around[index]
    const depth = from === WHOLE_FUNCTION || from === undefined ? 0 : (code.loopDepth[from] ?? 0) + 1
    if ((code.loopDepth[target] ?? 0) < depth) code.settled[target] = 1
  }
}
