import type { FloatFormat } from './opcodes.js'

/** A value whose bits are known, or that is no float; and a float that is a number or a canonical NaN. */
export const KNOWN = -1
export const NUMBER = -2
/** A node of the graph, or one of the two above. */
export type Value = number

const formats: readonly FloatFormat[] = ['f32', 'f64', 'f32x4', 'f64x2']

/** What a value may be, as bits: something with known bits, and a raw result of each format. */
export type Content = number
export const HOLDS_KNOWN: Content = 1
export const holdsRaw = (format: FloatFormat): Content => 2 << formats.indexOf(format)
const RAW: Content = 30

/** The only format of the raw results in a content without known bits; undefined if there is no such one. */
export function onlyFormat(content: Content): FloatFormat | undefined {
  return formats.find((format) => holdsRaw(format) === content)
}

export function holdsAnyRaw(content: Content): boolean {
  return (content & RAW) !== 0
}

export type NanNode =
  /** The raw result of an arithmetic instruction. */
  | { kind: 'result'; at: number; format: FloatFormat }
  /** A local read: the value that was written last. */
  | { kind: 'read'; at: number; from: readonly [Value] }
  /** A value with the bits of one of others; `at` is the instruction behind which it is on the stack, or -1. */
  | { kind: 'either'; at: number; from: Value[] }
  /** The bits of another with its sign changed: canonical only if it was made from a canonical one. */
  | { kind: 'sign'; at: number; from: readonly [Value] }
  /** Lanes of vectors, or a scalar, become lanes or a scalar of another format. */
  | { kind: 'lanes'; at: number; from: readonly Value[]; to: FloatFormat }

interface SoftUse {
  value: Value
  format: FloatFormat
}

/** How floats flow from where they are computed to where their bits are shown, within one function. */
export class NanGraph {
  readonly nodes: NanNode[] = []
  /** Values whose bits somebody sees. */
  readonly shown: Value[] = []
  readonly #softUses: SoftUse[] = []

  result(at: number, format: FloatFormat): Value {
    return this.#add({ kind: 'result', at, format })
  }

  read(at: number, value: Value): Value {
    return value < 0 ? value : this.#add({ kind: 'read', at, from: [value] })
  }

  either(at: number, from: Value[]): Value {
    const [first = KNOWN] = from
    return from.every((value) => value === first) ? first : this.#add({ kind: 'either', at, from })
  }

  /** A value that takes further sources once they are known: a loop's header, a block's end. */
  join(at: number, first: Value): Value {
    return this.#add({ kind: 'either', at, from: [first] })
  }

  addSource(join: Value, value: Value): void {
    const node = this.nodes[join]
    if (node?.kind === 'either') node.from.push(value)
  }

  sign(at: number, from: Value): Value {
    return from < 0 ? from : this.#add({ kind: 'sign', at, from: [from] })
  }

  lanes(at: number, from: readonly Value[], to: FloatFormat): Value {
    if (from.every((value) => value < 0)) return from.includes(KNOWN) ? KNOWN : NUMBER
    return this.#add({ kind: 'lanes', at, from, to })
  }

  /** The bits of a value are seen. */
  show(value: Value): void {
    if (value >= 0) this.shown.push(value)
  }

  /** A value is an operand in `format`: that hides the NaN bits of raw results of this format, and no others. */
  use(value: Value, format: FloatFormat): void {
    // A scalar has one format only.
    if (value >= 0 && (format === 'f32x4' || format === 'f64x2')) this.#softUses.push({ value, format })
  }

  /** What each node may be; uses in another lane width are added to `shown`. */
  contents(): Uint8Array {
    const contents = new Uint8Array(this.nodes.length)
    const users = this.#users()
    const open: number[] = []
    const raise = (node: number, content: Content): void => {
      const merged = (contents[node] ?? 0) | content
      if (merged === contents[node]) return
      contents[node] = merged
      open.push(node)
    }
    for (const [index, node] of this.nodes.entries()) {
      if (node.kind === 'result') raise(index, holdsRaw(node.format))
      else if (node.from.includes(KNOWN)) raise(index, HOLDS_KNOWN)
    }
    for (let source = open.pop(); source !== undefined; source = open.pop()) {
      const content = contents[source] ?? 0
      for (const user of users[source] ?? []) raise(user, passedOn(this.nodes[user], content))
    }
    for (const { value, format } of this.#softUses) {
      const hidden = HOLDS_KNOWN | holdsRaw(format)
      if (((contents[value] ?? 0) & ~hidden) !== 0) this.shown.push(value)
    }
    return contents
  }

  #users(): number[][] {
    const users: number[][] = Array.from({ length: this.nodes.length }, () => [])
    for (const [index, node] of this.nodes.entries()) {
      if (node.kind === 'result') continue
      for (const source of node.from) if (source >= 0) users[source]?.push(index)
    }
    return users
  }

  #add(node: NanNode): Value {
    this.nodes.push(node)
    return this.nodes.length - 1
  }
}

/** Raw results change their format with their lanes; those of another lane width are canonical there, and known. */
function passedOn(node: NanNode | undefined, content: Content): Content {
  // Behind a change of sign a NaN cannot be mended any more: as if its bits were known.
  if (node?.kind === 'sign') return holdsAnyRaw(content) ? content | HOLDS_KNOWN : content
  if (node?.kind !== 'lanes') return content
  const wide = node.to === 'f64' || node.to === 'f64x2'
  const fitting = wide ? holdsRaw('f64') | holdsRaw('f64x2') : holdsRaw('f32') | holdsRaw('f32x4')
  const raw = (content & fitting) === 0 ? 0 : holdsRaw(node.to)
  return raw | ((content & ~fitting) === 0 ? 0 : HOLDS_KNOWN)
}
