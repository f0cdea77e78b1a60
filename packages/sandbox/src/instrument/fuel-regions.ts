import { type Code, WHOLE_FUNCTION } from './code.js'
import type { Edits } from './edits.js'
import type { FuelCode } from './fuel-code.js'
import { u32 } from './leb.js'
import type { Loops } from './loops.js'
import { Op } from './opcodes.js'

const EMPTY = 0x40

interface Region {
  loop: number
  end: number
}

/**
 * Where a function keeps the fuel account in a local: everywhere, if it calls nobody who uses the account and has
 * loops to charge; else in its outermost loops without such calls. Elsewhere the account is in the global.
 */
export class FuelRegions {
  readonly everywhere: boolean
  readonly #regions: readonly Region[]
  /** 1 where the account is in the local behind the instruction. */
  readonly #behind: Uint8Array

  constructor(code: Code, loops: Loops, everywhere: boolean) {
    const charged = (loop: number): boolean => !loops.counted.has(loop)
    this.#behind = new Uint8Array(loops.around.length)
    const regions: Region[] = []
    let any = false
    for (let index = 0; index < loops.around.length; index++) {
      if (code.op[index] !== Op.loop) continue
      any ||= charged(index)
      const last = regions.at(-1)
      const inside = last !== undefined && index < last.end
      if (inside || !loops.callFree.has(index)) continue
      if (hasChargedLoop(code, index, charged)) regions.push({ loop: index, end: code.close[index] ?? 0 })
    }
    this.everywhere = everywhere || (loops.sharedCalls === 0 && any)
    this.#regions = this.everywhere ? [] : regions
    for (const { loop, end } of this.#regions) this.#behind.fill(1, loop, end)
  }

  get needsLocal(): boolean {
    return this.everywhere || this.#regions.length > 0
  }

  /** Whether the account is in the local behind, or before, an instruction. */
  isBehind(index: number): boolean {
    return this.everywhere || this.#behind[index] === 1
  }
  isBefore(index: number): boolean {
    return this.everywhere || (index > 0 && this.#behind[index - 1] === 1)
  }

  /** Whether the branch at `index` leaves a region. */
  isLeft(index: number, target: number): boolean {
    if (this.everywhere || this.#behind[index] !== 1) return false
    const region = this.#regions.find(({ loop, end }) => loop < index && index < end)
    return region !== undefined && (target === WHOLE_FUNCTION || target < region.loop)
  }

  /** Step 1, before any charge is placed: what falls out of a region's end stores the account. */
  placeStores(edits: Edits, fuel: FuelCode): void {
    for (const { end } of this.#regions) edits.after(end, fuel.store())
  }

  /** Step 2, after the charges: what enters a region loads the account, what jumps out of it stores it. */
  placeLoads(code: Code, edits: Edits, fuel: FuelCode, label: (index: number) => Label): void {
    for (const { loop, end } of this.#regions) {
      edits.before(loop, fuel.load())
      for (let index = loop + 1; index < end; index++) this.#placeExit(code, index, edits, fuel, label)
    }
  }

  #placeExit(code: Code, index: number, edits: Edits, fuel: FuelCode, label: (index: number) => Label): void {
    const op = code.op[index]
    const target = code.opener[index] ?? WHOLE_FUNCTION
    if (op === Op.return || op === Op.returnCall || op === Op.returnCallIndirect || op === Op.brTable) {
      edits.before(index, fuel.store())
    } else if ((op === Op.br || op === Op.brIf) && this.isLeft(index, target) && !edits.isReplaced(index)) {
      const { depth, carries } = label(index)
      if (op === Op.br || carries) edits.before(index, fuel.store())
      else edits.instead(index, [Op.if, EMPTY, ...fuel.store(), Op.br, ...u32(depth + 1), Op.end])
    }
  }
}

/** A branch's target: how many blocks out, and whether it takes values there. */
export interface Label {
  depth: number
  carries: boolean
}

function hasChargedLoop(code: Code, loop: number, charged: (loop: number) => boolean): boolean {
  for (let index = loop; index < (code.close[loop] ?? 0); index++) {
    if (code.op[index] === Op.loop && charged(index)) return true
  }
  return false
}
