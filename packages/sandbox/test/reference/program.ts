import { type Body, FUNCTION, type Instruction, readBody } from './body.js'
import { item } from './bytes.js'
import { highestStack } from './depth.js'
import { type Module, readModule, signatureOf } from './module.js'
import { instructionRules, number } from './rules.js'

/** Section 2 of METERING.md: who calls whom, and who is free. Functions are nodes, and types behind them. */
export interface Program {
  module: Module
  /** Undefined for imported functions. */
  bodies: (Body | undefined)[]
  groups: Set<number>[]
  recursive: boolean[]
  freeCost: (number | undefined)[]
}

const payByOperands = /^(memory|table)\.(init|copy|fill|grow)$/

export function readProgram(bytes: Uint8Array): Program {
  const module = readModule(bytes)
  const count = module.functionTypes.length
  const bodies = module.functionTypes.map((_, index) =>
    index < module.imported
      ? undefined
      : readBody(module, signatureOf(module, index), item(module.bodies, index - module.imported))
  )
  for (const { name, value } of bodies.flatMap((body) => body?.code ?? [])) {
    if (name === 'ref.func') module.taken.add(value)
  }
  const edges: Set<number>[] = bodies.map(
    (body) => new Set(body?.code.flatMap((one) => callees(one, count)) ?? [])
  )
  for (const type of module.types.keys()) edges.push(new Set(takenOf(module, type)))
  const reached = edges.map((_, node) => reach(edges, node))
  const program: Program = {
    module,
    bodies,
    groups: reached.map(
      (own, node) => new Set([node, ...[...own].filter((other) => reached[other]?.has(node))])
    ),
    recursive: reached.map((own, node) => own.has(node)),
    freeCost: []
  }
  program.freeCost = bodies.map(() => undefined)
  // Callees first: as often as there may be something new.
  for (let changes = true; changes; ) {
    changes = false
    for (const index of bodies.keys()) {
      if (program.freeCost[index] !== undefined) continue
      program.freeCost[index] = freeCostOf(program, index)
      changes ||= program.freeCost[index] !== undefined
    }
  }
  return program
}

function callees({ name, value }: Instruction, functions: number): number[] {
  if (name === 'call' || name === 'return_call') return [value]
  return /call_indirect$/.test(name) ? [functions + value] : []
}

function sameType(module: Module, type: number, other: number): boolean {
  return JSON.stringify(module.types[type]) === JSON.stringify(module.types[other])
}

/** Taken functions of a type, or of one equal to it. */
export function takenOf(module: Module, type: number): number[] {
  return [...module.taken].filter((index) => sameType(module, type, item(module.functionTypes, index)))
}

function reach(edges: readonly Set<number>[], from: number): Set<number> {
  const found = new Set<number>()
  const open = [from]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (const next of edges[node] ?? []) {
      if (found.has(next)) continue
      found.add(next)
      open.push(next)
    }
  }
  return found
}

/** Section 3: what an instruction costs, with what the caller pays for free callees. */
export function costOf({ module, freeCost }: Program, { name, opcode, value }: Instruction): number {
  const own = instructionRules.get(opcode)?.cost ?? 0
  if (name === 'call' || name === 'return_call') return own + (freeCost[value] ?? 0)
  if (!/call_indirect$/.test(name)) return own
  return own + Math.max(0, ...takenOf(module, value).map((index) => freeCost[index] ?? 0))
}

export function isShared({ module, freeCost }: Program, { name, value }: Instruction): boolean {
  if (name === 'call') return freeCost[value] === undefined
  return name === 'call_indirect' && takenOf(module, value).some((index) => freeCost[index] === undefined)
}

function freeCostOf(program: Program, index: number): number | undefined {
  const { module, bodies, recursive, freeCost } = program
  const body = bodies[index]
  if (body === undefined || module.exported.has(index) || module.start === index || recursive[index])
    return undefined
  if (body.bytes > number('MAX_FREE_BODY_BYTES')) return undefined
  const bars = ({ name, value }: Instruction): boolean =>
    name === 'loop' ||
    /^return_call|call_indirect$/.test(name) ||
    payByOperands.test(name) ||
    (name === 'call' && freeCost[value] === undefined)
  if (body.code.some(bars)) return undefined
  const label = new Map([[FUNCTION, 0]])
  const otherwise = new Map<number, number>()
  const labelOf = (target: number): number => label.get(target) ?? 0
  let dearest = 0
  let most = 0
  for (const [at, one] of [...body.code.entries()].reverse()) {
    if (one.name === 'end' && one.opener !== FUNCTION) {
      label.set(one.opener, dearest)
      otherwise.set(one.opener, dearest)
    } else if (one.name === 'else') {
      otherwise.set(one.opener, dearest)
      dearest = labelOf(one.opener)
    } else if (one.name === 'if') dearest = Math.max(dearest, otherwise.get(at) ?? 0)
    else if (one.name === 'br_if') dearest = Math.max(dearest, ...one.targets.map(labelOf))
    else if (one.name === 'br' || one.name === 'br_table') dearest = Math.max(...one.targets.map(labelOf))
    else if (one.name === 'return' || one.name === 'unreachable') dearest = 0
    dearest += costOf(program, one)
    most = Math.max(most, dearest)
  }
  return most <= number('freeFunctionFuel') ? dearest : undefined
}

/** Section 10: what one frame takes. */
export function depthOf(module: Module, body: Body): number {
  const vectors = body.locals.filter((type) => type === 0x7b).length
  const wide = vectors > 0 || body.code.some(({ opcode }) => opcode >= 0x200)
  const slots = body.locals.length + vectors + highestStack(module, body) * (wide ? 2 : 1)
  const forSlots = Math.ceil(slots / number('slotsPerDepth'))
  return number('frameDepth') + forSlots + Math.floor(body.bytes / number('bodyBytesPerDepth'))
}
