import type { FloatFormat } from './opcodes.js'

/** A value whose bits are known, or that is no float; and a float that is no NaN of unknown bits. */
export const KNOWN = -1
export const NUMBER = -2
/** A node of the flow, or one of the two above. */
export type Value = number

const formats: readonly FloatFormat[] = ['f32', 'f64', 'f32x4', 'f64x2']

/** What may be in a local, as bits: known bits, and raw results of each format. */
const HOLDS_KNOWN = 1
const holds = (format: FloatFormat): number => 2 << formats.indexOf(format)

type Node =
  | { kind: 'result'; at: number; format: FloatFormat }
  | { kind: 'local'; at: number; local: number }
  | { kind: 'mix'; from: readonly Value[] }

/** Where a NaN must be made canonical: behind which instruction, in what format. */
export interface NanFix {
  at: number
  format: FloatFormat
}

/**
 * How floats flow from where they are computed to where their bits are shown, within one function and without
 * regard to the order in which locals are set. Locals stand for all values they ever hold.
 */
export class NanFlow {
  readonly #nodes: Node[] = []
  readonly #shown: boolean[] = []
  readonly #queue: number[] = []
  readonly #holds: Int32Array
  /** Nodes that are written into each local. */
  readonly #sources: number[][]
  readonly #softUses: { node: number; format: FloatFormat }[] = []
  readonly #weightAt: (at: number) => number

  constructor(locals: number, weightAt: (at: number) => number) {
    this.#holds = new Int32Array(locals)
    this.#sources = Array.from({ length: locals }, () => [])
    this.#weightAt = weightAt
  }

  /** The raw result of an arithmetic instruction. */
  result(at: number, format: FloatFormat): Value {
    return this.#add({ kind: 'result', at, format })
  }

  /** A value read from a local. */
  read(at: number, local: number): Value {
    return this.#add({ kind: 'local', at, local })
  }

  /** A value that has the bits of one of others, or their bits with another sign. */
  mix(from: readonly Value[]): Value {
    if (from.some((value) => value >= 0)) return this.#add({ kind: 'mix', from })
    return from.includes(KNOWN) ? KNOWN : NUMBER
  }

  /** A value is written into a local. */
  write(local: number, value: Value): void {
    const node = this.#nodes[value]
    if (node === undefined) {
      if (value === KNOWN) this.hold(local)
      return
    }
    this.#sources[local]?.push(value)
    if (node.kind === 'result') this.#holds[local] = (this.#holds[local] ?? 0) | holds(node.format)
    // What a mix holds is not followed: some of its bits may be known ones.
    if (node.kind === 'mix') this.hold(local)
  }

  /** A local may hold known bits: a parameter does. */
  hold(local: number): void {
    this.#holds[local] = (this.#holds[local] ?? 0) | HOLDS_KNOWN
  }

  /** The bits of a value are shown. */
  show(value: Value): void {
    if (value < 0 || this.#shown[value] === true) return
    this.#shown[value] = true
    this.#queue.push(value)
  }

  /** A value is an operand of arithmetic in `format`: that hides its NaN bits if they are of this format. */
  use(value: Value, format: FloatFormat): void {
    if (format === 'f32' || format === 'f64') return
    const node = this.#nodes[value]
    if (node === undefined) return
    if (node.kind === 'mix' || (node.kind === 'result' && node.format !== format)) this.show(value)
    if (node.kind === 'local') this.#softUses.push({ node: value, format })
  }

  /** The fixes without which a shown value could have NaN bits other than the canonical ones. */
  solve(): NanFix[] {
    this.#spreadHolds()
    for (const { node: value, format } of this.#softUses) {
      const node = this.#nodes[value]
      if (node?.kind !== 'local') continue
      if (((this.#holds[node.local] ?? 0) & ~HOLDS_KNOWN & ~holds(format)) !== 0) this.show(value)
    }
    const fixedWhereRead = this.#chooseLocals()
    const fixes: NanFix[] = []
    const opened = new Uint8Array(this.#sources.length)
    for (let value = this.#queue.pop(); value !== undefined; value = this.#queue.pop()) {
      const node = this.#nodes[value]
      if (node?.kind === 'result') {
        fixes.push({ at: node.at, format: node.format })
      } else if (node?.kind === 'mix') {
        for (const source of node.from) this.show(source)
      } else if (node?.kind === 'local') {
        const format = fixedWhereRead[node.local]
        if (format !== undefined) {
          fixes.push({ at: node.at, format })
        } else if (opened[node.local] === 0) {
          opened[node.local] = 1
          for (const source of this.#sources[node.local] ?? []) this.show(source)
        }
      }
    }
    return fixes
  }

  #add(node: Node): number {
    this.#nodes.push(node)
    return this.#nodes.length - 1
  }

  /** A local holds what the locals hold that are copied into it. */
  #spreadHolds(): void {
    const copies: number[][] = Array.from({ length: this.#sources.length }, () => [])
    for (const [local, sources] of this.#sources.entries()) {
      for (const value of sources) {
        const node = this.#nodes[value]
        if (node?.kind === 'local') copies[node.local]?.push(local)
      }
    }
    const open = [...copies.keys()]
    for (let local = open.pop(); local !== undefined; local = open.pop()) {
      for (const copy of copies[local] ?? []) {
        const merged = (this.#holds[copy] ?? 0) | (this.#holds[local] ?? 0)
        if (merged === this.#holds[copy]) continue
        this.#holds[copy] = merged
        open.push(copy)
      }
    }
  }

  /**
   * Locals that only ever hold raw results of one format may be mended where they are read: every NaN in them
   * is one that should be canonical. That is done where it is cheaper than mending all that is written.
   */
  #chooseLocals(): (FloatFormat | undefined)[] {
    const reads = new Float64Array(this.#sources.length)
    for (const value of this.#queue) {
      const node = this.#nodes[value]
      if (node?.kind === 'local') reads[node.local] = (reads[node.local] ?? 0) + this.#weightAt(node.at)
    }
    return this.#sources.map((sources, local) => {
      const format = formats.find((candidate) => holds(candidate) === this.#holds[local])
      if (format === undefined) return undefined
      let writes = 0
      for (const value of sources) {
        const node = this.#nodes[value]
        if (node?.kind === 'result') writes += this.#weightAt(node.at)
      }
      return (reads[local] ?? 0) <= writes ? format : undefined
    })
  }
}
