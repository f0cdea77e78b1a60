import { MAX_FLOAT_LOCALS_TIMES_WAYS } from './caps.js'
import { type Code, WHOLE_FUNCTION } from './code.js'
import { KNOWN, type NanGraph, NUMBER, type Value } from './nan-graph.js'
import { Op, opcodes } from './opcodes.js'

/** One way into a place that several lead to: what is in the locals and on the stack there. */
interface Merge {
  locals: Int32Array
  results: Value[]
  /** Per local and per result: the node that joins ways; KNOWN = they are all the same so far. */
  joins: Int32Array
  resultJoins: Value[]
}

interface Frame {
  opener: number
  isLoop: boolean
  results: number
  /** Where its operands begin. */
  floor: number
  /** Of an `if`: what its other way starts with. */
  atElse: { locals: Int32Array; params: Value[] } | undefined
  merge: Merge | undefined
  /** Of a loop: the join of each local at its header, KNOWN where the loop does not write it. */
  headers: Int32Array | undefined
  /** No way leads to its start. */
  dead: boolean
}

/**
 * The floats in the locals and on the stack of a function as its code is read once, top to bottom. Where several
 * ways meet, what they bring is joined.
 */
export class NanValues {
  /** Most values that were on the stack at once. */
  highest = 0
  /** No way leads here: whatever stands here never runs. */
  dead = false
  readonly #graph: NanGraph
  readonly #slots: Int32Array
  readonly #written: ReadonlyMap<number, readonly number[]>
  #locals: Int32Array
  readonly #stack: Value[] = []
  /** Where the operands of the innermost block begin. */
  #floor = 0
  readonly #frames: Frame[] = []
  readonly #byOpener = new Map<number, Frame>()
  /** Too many locals and branches to follow: what is written into a local is mended before. */
  readonly #coarse: boolean

  constructor(graph: NanGraph, code: Code, params: number, results: number) {
    this.#graph = graph
    this.#slots = floatSlots(code)
    this.#coarse = isCoarse(code, this.#slots)
    if (this.#coarse) this.#slots.fill(-1)
    this.#written = writtenInLoops(code, this.#slots)
    const count = this.#slots.reduce((most, slot) => Math.max(most, slot + 1), 0)
    this.#locals = new Int32Array(count).fill(NUMBER)
    for (let local = 0; local < params; local++) this.write(local, KNOWN)
    this.#enter(WHOLE_FUNCTION, false, results)
  }

  push(value: Value): void {
    this.#stack.push(value)
    if (this.#stack.length > this.highest) this.highest = this.#stack.length
  }

  /** The top; behind an unconditional branch there may be nothing, and anything is right. */
  pop(): Value {
    return this.#stack.length <= this.#floor ? KNOWN : (this.#stack.pop() ?? KNOWN)
  }

  pops(count: number): Value[] {
    const values: Value[] = []
    for (let position = 0; position < count; position++) values.push(this.pop())
    return values.reverse()
  }

  give(count: number): void {
    for (let position = 0; position < count; position++) this.push(KNOWN)
  }

  read(at: number, local: number): Value {
    const slot = this.#slots[local] ?? -1
    return slot < 0 ? KNOWN : this.#graph.read(at, this.#locals[slot] ?? KNOWN)
  }

  write(local: number, value: Value): void {
    const slot = this.#slots[local] ?? -1
    if (slot >= 0) this.#locals[slot] = value
    else if (this.#coarse) this.#graph.show(value)
  }

  open(index: number, op: number, params: number, results: number): void {
    const taken = this.pops(params)
    const frame = this.#enter(index, op === Op.loop, results)
    if (op === Op.if) frame.atElse = { locals: this.#locals.slice(), params: taken }
    if (op === Op.loop) {
      this.#enterLoop(index, frame)
      for (const value of taken) this.#graph.show(value)
      this.give(params)
    } else {
      for (const value of taken) this.push(value)
    }
  }

  otherwise(): void {
    const frame = this.#top()
    const { atElse } = frame
    if (!this.dead) this.#arrive(frame, this.pops(frame.results))
    if (atElse === undefined) return
    this.#stack.length = frame.floor
    this.#locals = atElse.locals
    this.dead = frame.dead
    for (const value of atElse.params) this.push(value)
    frame.atElse = undefined
  }

  /** `end` at `index`. */
  close(): void {
    const frame = this.#top()
    if (!this.dead) this.#arrive(frame, this.pops(frame.results))
    // An `if` without an else: its other way passes by.
    if (frame.atElse !== undefined && !frame.dead) {
      this.#locals = frame.atElse.locals
      this.#arrive(frame, frame.atElse.params)
    }
    this.#stack.length = frame.floor
    // The function itself stays, for the values it returns.
    if (this.#frames.length > 1) {
      this.#frames.pop()
      this.#byOpener.delete(frame.opener)
      this.#floor = this.#top().floor
    }
    const { merge } = frame
    this.dead = merge === undefined
    if (merge !== undefined) this.#locals = merge.locals
    for (let result = 0; result < frame.results; result++) this.push(merge?.results[result] ?? KNOWN)
  }

  /** A branch to the block at `opener`; what it carries stays on the stack. */
  branch(opener: number, carried: number): void {
    if (this.dead) return
    const values = this.#stack.slice(Math.max(this.#floor, this.#stack.length - carried))
    const frame = this.#byOpener.get(opener)
    if (frame === undefined) return
    if (!frame.isLoop) {
      this.#arrive(frame, values)
      return
    }
    for (const value of values) this.#graph.show(value)
    for (const [slot, join] of frame.headers?.entries() ?? []) {
      if (join >= 0) this.#graph.addSource(join, this.#locals[slot] ?? KNOWN)
    }
  }

  /** Nothing behind this runs, until a block ends that something leads to. */
  stop(): void {
    this.dead = true
    this.#stack.length = this.#floor
  }

  #enterLoop(index: number, frame: Frame): void {
    frame.headers = new Int32Array(this.#locals.length).fill(KNOWN)
    for (const slot of this.#written.get(index) ?? []) {
      const join = this.#graph.join(-1, this.#locals[slot] ?? KNOWN)
      frame.headers[slot] = join
      this.#locals[slot] = join
    }
  }

  /** One more way leads to the end of a block. */
  #arrive(frame: Frame, results: readonly Value[]): void {
    const { merge } = frame
    if (merge === undefined) {
      const joins = new Int32Array(this.#locals.length).fill(KNOWN)
      const resultJoins = results.map(() => KNOWN)
      frame.merge = { locals: this.#locals.slice(), results: [...results], joins, resultJoins }
      return
    }
    this.#meet(merge.locals, merge.joins, this.#locals)
    this.#meet(merge.results, merge.resultJoins, results)
  }

  #meet(into: Int32Array | Value[], joins: Int32Array | Value[], values: ArrayLike<number>): void {
    for (let place = 0; place < into.length; place++) {
      const value = values[place] ?? KNOWN
      const present = into[place] ?? KNOWN
      const join = joins[place] ?? KNOWN
      if (join >= 0) {
        this.#graph.addSource(join, value)
      } else if (present !== value) {
        const joined = this.#graph.join(-1, present)
        this.#graph.addSource(joined, value)
        into[place] = joined
        joins[place] = joined
      }
    }
  }

  #enter(opener: number, isLoop: boolean, results: number): Frame {
    const nothing = { atElse: undefined, merge: undefined, headers: undefined }
    const frame: Frame = { opener, isLoop, results, floor: this.#stack.length, dead: this.dead, ...nothing }
    this.#frames.push(frame)
    this.#byOpener.set(opener, frame)
    this.#floor = frame.floor
    return frame
  }

  #top(): Frame {
    const frame = this.#frames.at(-1)
    if (frame === undefined) throw new RangeError('behind the end of a function')
    return frame
  }
}

/** Numbers the locals that can hold floats; -1 for the others. */
function floatSlots(code: Code): Int32Array {
  let next = 0
  const isFloat = (local: string): boolean => local === 'f32' || local === 'f64' || local === 'v128'
  return Int32Array.from(code.locals, (local) => (isFloat(local) ? next++ : -1))
}

/** Whether following every local along every branch would take too long. */
function isCoarse(code: Code, slots: Int32Array): boolean {
  const floats = slots.reduce((count, slot) => count + (slot >= 0 ? 1 : 0), 0)
  let ways = code.labels.length
  for (let index = 0; index < code.length; index++) {
    if (opcodes[code.op[index] ?? 0]?.immediate === 'block' || code.op[index] === Op.brIf) ways++
    else if (code.op[index] === Op.br) ways++
  }
  return floats * ways > MAX_FLOAT_LOCALS_TIMES_WAYS
}

/** The slots that each loop writes, by the loop's index. */
function writtenInLoops(code: Code, slots: Int32Array): Map<number, number[]> {
  const written = new Map<number, number[]>()
  const open: { index: number; slots: Set<number> }[] = []
  for (let index = 0; index < code.length; index++) {
    const op = code.op[index]
    if (op === Op.loop) {
      open.push({ index, slots: new Set() })
    } else if (op === Op.localSet || op === Op.localTee) {
      const slot = slots[code.value[index] ?? 0] ?? -1
      if (slot >= 0) open.at(-1)?.slots.add(slot)
    } else if (op === Op.end && open.at(-1)?.index === code.opener[index]) {
      const closed = open.pop()
      if (closed === undefined) continue
      written.set(closed.index, [...closed.slots])
      for (const slot of closed.slots) open.at(-1)?.slots.add(slot)
    }
  }
  return written
}
