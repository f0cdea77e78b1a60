import { type Body, FUNCTION } from './body.js'
import { item, Reader, unsigned } from './bytes.js'
import {
  byOperand,
  charge,
  fixed,
  type Globals,
  get,
  i32,
  load,
  mendNan,
  post,
  REASON_DEPTH,
  SCRATCH_TYPES,
  type Scratch,
  set,
  stop,
  store,
  turnsOf
} from './emit.js'
import { findLoops, type Loops } from './loops.js'
import { depthOf, isShared, type Program } from './program.js'
import { instructionRules } from './rules.js'
import { findStretches, isPrivateBehind, leavesLoop, type Stretches } from './stretches.js'
import { type Charge, type Charges, walk } from './walk.js'

export interface Most {
  pages: number
  elements: number
}

/** A function's charges made real, in the plainest way: every one of them stands where METERING.md has it. */
class BodyWriter {
  readonly #program: Program
  readonly #index: number
  readonly #body: Body
  readonly #globals: Globals
  readonly #most: Most
  readonly #scratch: Scratch
  readonly #loops: Loops
  readonly #stretches: Stretches
  readonly #charges: Charges
  readonly #units: number

  constructor(program: Program, index: number, body: Body, globals: Globals, most: Most) {
    this.#program = program
    this.#index = index
    this.#body = body
    this.#globals = globals
    this.#most = most
    const first = body.locals.length
    const [depth, operand, turns, f32, f64, v128] = [
      first,
      first + 1,
      first + 2,
      first + 3,
      first + 4,
      first + 5
    ]
    this.#scratch = { depth, operand, turns, f32, f64, v128 }
    this.#loops = findLoops(program, body)
    this.#stretches = findStretches(program, index, body, this.#loops)
    this.#charges = walk(program, body, this.#loops)
    this.#units = program.recursive[index] ? depthOf(program.module, body) : 0
  }

  write(): number[] {
    const { bytes } = this.#program.module
    const { start, first, code } = this.#body
    const header = new Reader(bytes, start)
    const groups = header.u32()
    const output = [
      ...unsigned(groups + SCRATCH_TYPES.length),
      ...bytes.subarray(header.position, first),
      ...SCRATCH_TYPES.flatMap((type) => [1, type])
    ]
    const isFree = this.#program.freeCost[this.#index] !== undefined
    if (!isFree) output.push(...this.#enter())
    for (const [at, one] of code.entries()) {
      const own = [...bytes.subarray(one.start, one.end)]
      const nan = mendNan(instructionRules.get(one.opcode)?.nan ?? '', this.#scratch)
      if (isFree) output.push(...own, ...nan)
      else output.push(...this.#before(at), ...(this.#branch(at) ?? own), ...nan, ...this.#after(at))
    }
    return output
  }

  #enter(): number[] {
    const { depth } = this.#globals
    const own = this.#scratch.depth
    const entry = charge(this.#globals, fixed(this.#charges.entry), true, this.#stretches.kind !== 'public')
    const take = [...load(depth), ...i32(this.#units), 0x6b, ...set(own), ...get(own), ...store(depth)]
    const test = [...get(own), ...i32(0), 0x48, 0x04, 0x40, ...stop(this.#globals, REASON_DEPTH), 0x0b]
    return [...entry, ...take, ...test]
  }

  #made(made: Charge | undefined, isPrivate: boolean): number[] {
    return made === undefined ? [] : charge(this.#globals, fixed(made.amount), made.checked, isPrivate)
  }

  #isPrivateBefore(at: number): boolean {
    return at === 0 ? this.#stretches.kind !== 'public' : isPrivateBehind(this.#stretches, at - 1)
  }

  #before(at: number): number[] {
    const one = item(this.#body.code, at)
    const { name } = one
    const { kind, loops } = this.#stretches
    const isPrivate = this.#isPrivateBefore(at)
    const output: number[] = []
    const inLoop = loops.some(({ open, close }) => open < at && at < close)
    if (inLoop && (name.startsWith('return') || name === 'br_table')) output.push(...post(this.#globals))
    if (name.startsWith('return_call')) {
      if (kind === 'private') output.push(...post(this.#globals))
      const { depth } = this.#globals
      output.push(...get(this.#scratch.depth), ...i32(this.#units), 0x6a, ...store(depth))
    }
    if (kind === 'relay' && isShared(this.#program, one) && !this.#isWithinGroup(at)) {
      output.push(...post(this.#globals))
    }
    if (/^(memory|table)\.(init|copy|fill|grow)$/.test(name)) {
      const { operand } = this.#scratch
      const amount = byOperand(name, operand, this.#most)
      output.push(...set(operand), ...charge(this.#globals, amount, true, isPrivate), ...get(operand))
    }
    const turn = this.#charges.turns.get(at)
    const counted = this.#loops.counted.get(at)
    if (turn !== undefined && counted !== undefined) {
      const amount = [...turnsOf(counted, this.#globals, this.#scratch), ...fixed(turn), 0x7e]
      output.push(...charge(this.#globals, amount, true, isPrivate))
    }
    const otherwise = name === 'end' ? this.#charges.otherwise.get(one.opener) : undefined
    if (otherwise !== undefined) output.push(0x05, ...this.#made(otherwise, isPrivate))
    return output
  }

  /** The branch at a place, if something is done on its way only, or before it. */
  #branch(at: number): number[] | undefined {
    const one = item(this.#body.code, at)
    const taken = this.#charges.taken.get(at)
    if (one.name !== 'br' && one.name !== 'br_if') return undefined
    const target = one.targets[0] ?? FUNCTION
    const leaves = leavesLoop(this.#stretches, at, target)
    if (!leaves && taken === undefined) return undefined
    const { bytes } = this.#program.module
    const own = [...bytes.subarray(one.start, one.end)]
    const to = this.#body.code[target]
    const carries = to === undefined ? this.#body.results : to.name === 'loop' ? to.params : to.results
    if (one.name === 'br' || carries > 0) {
      if (taken !== undefined) throw new RangeError('a branch that carries values pays on its way')
      return [...post(this.#globals), ...own]
    }
    const label = new Reader(bytes, one.start + 1).u32()
    const way = [
      ...this.#made(taken, isPrivateBehind(this.#stretches, at)),
      ...(leaves ? post(this.#globals) : [])
    ]
    return [0x04, 0x40, ...way, 0x0c, ...unsigned(label + 1), 0x0b]
  }

  #after(at: number): number[] {
    const one = item(this.#body.code, at)
    const output: number[] = []
    if (isShared(this.#program, one)) {
      output.push(...get(this.#scratch.depth), ...store(this.#globals.depth))
      if (this.#stretches.kind !== 'relay' || !this.#isWithinGroup(at)) output.push(...post(this.#globals))
    }
    if (this.#stretches.loops.some(({ close }) => close === at)) output.push(...post(this.#globals))
    output.push(...this.#made(this.#charges.after.get(at), isPrivateBehind(this.#stretches, at)))
    return output
  }

  #isWithinGroup(at: number): boolean {
    const { name, value } = item(this.#body.code, at)
    return name === 'call' && (this.#program.groups[this.#index]?.has(value) ?? false)
  }
}

export function rewriteBody(program: Program, index: number, globals: Globals, most: Most): number[] {
  const body = item(program.bodies, index)
  if (body === undefined) throw new RangeError(`function ${index} is imported`)
  return new BodyWriter(program, index, body, globals, most).write()
}
