import type { ValueType } from '../module/module-info.js'

/** Type of a block: nothing, one result, or a function type's index. */
export const EMPTY_BLOCK = -1
/** One result of a value type: this minus the type's byte. */
const FIRST_VALUE_BLOCK = -2

export function valueBlock(byte: number): number {
  return FIRST_VALUE_BLOCK - byte
}

export function isValueBlock(block: number): boolean {
  return block <= FIRST_VALUE_BLOCK
}

/** The function itself where a branch's target is looked up. */
export const WHOLE_FUNCTION = -1

/**
 * The instructions of one function body, decoded, one index per instruction. The arrays are used again for
 * the next body, so that a module's instructions are never all in memory.
 */
export class Code {
  /** Number of instructions; the last is the function's `end`. */
  length = 0
  /** Numbers as in the table of opcodes. */
  readonly op: Uint16Array
  /** Where each instruction starts in the module; one entry more for the end. */
  readonly at: Uint32Array
  /** The first index an instruction names: local, function, type, table; the start in `labels` for `br_table`. */
  readonly value: Int32Array
  /** What a branch jumps to: the index of the `block`, `loop` or `if`, or WHOLE_FUNCTION. Of `else` and `end`: what they belong to. */
  readonly opener: Int32Array
  /** Of `block`, `loop`, `if`: the index of its `end`. Of `br_table`: how many labels it has. */
  readonly close: Int32Array
  /** Of `if`: the index of its `else`, or 0. */
  readonly otherwise: Int32Array
  /** Loops around each instruction. */
  readonly loopDepth: Uint16Array
  /** 1 where nothing may be paid in advance behind the end of this block. */
  readonly settled: Uint8Array
  /** Targets of every `br_table`. */
  labels: number[] = []
  /** Types of parameters and declared locals. */
  locals: ValueType[] = []
  /** Where the body, and where its first instruction starts. */
  start = 0

  constructor(capacity: number) {
    this.op = new Uint16Array(capacity)
    this.at = new Uint32Array(capacity + 1)
    this.value = new Int32Array(capacity)
    this.opener = new Int32Array(capacity)
    this.close = new Int32Array(capacity)
    this.otherwise = new Int32Array(capacity)
    this.loopDepth = new Uint16Array(capacity)
    this.settled = new Uint8Array(capacity)
  }
}
