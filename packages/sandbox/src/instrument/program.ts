import { ByteReader } from '../module/byte-reader.js'
import { type Components, findComponents } from './call-graph.js'
import { MAX_FREE_BODY_BYTES } from './caps.js'
import { Code } from './code.js'
import { meteringParameters } from './cost-table.js'
import { decodeBody } from './decode.js'
import {
  canonicalTypes,
  type FreeCosts,
  type FunctionTraits,
  freeCost,
  type IndirectCosts,
  indirectCosts,
  traitsOf
} from './function-traits.js'
import type { ModuleView } from './module-view.js'

/** A module's functions as a whole: who calls whom, and who pays. */
export interface Program {
  view: ModuleView
  /** Used for one body at a time. */
  code: Code
  /** Calls between functions; nodes above the functions stand for types that are called through tables. */
  edges: readonly (readonly number[])[]
  components: Components
  free: FreeCosts
  indirect: IndirectCosts
  /** Undefined for imported functions. */
  traits: readonly (FunctionTraits | undefined)[]
}

/** Reads every body once and decides what depends on several of them. */
export function readProgram(view: ModuleView): Program {
  const { spaces, bodies, info } = view
  const code = new Code(bodies.reduce((most, { start, end }) => Math.max(most, end - start), 1))
  const traits: (FunctionTraits | undefined)[] = new Array(spaces.importedFunctions).fill(undefined)
  const declared = new Set(view.taken)
  for (const { kind, index } of info.exports) if (kind === 'function') declared.add(index)
  for (const position of bodies.keys()) {
    decodeFunction(view, spaces.importedFunctions + position, code)
    traits.push(traitsOf(code, declared, view.taken))
  }
  const edges = callEdges(view, traits)
  const components = findComponents(edges)
  const entered = new Set<number>()
  for (const { kind, index } of info.exports) if (kind === 'function') entered.add(index)
  if (info.startFunction !== undefined) entered.add(info.startFunction)

  const free: (number | undefined)[] = new Array(spaces.functions.length).fill(undefined)
  // Callees come first.
  for (const [node] of components.groups) {
    const own = node === undefined ? undefined : traits[node]
    if (node === undefined || own === undefined || !own.plain || entered.has(node)) continue
    const range = view.bodies[node - spaces.importedFunctions]
    if (range === undefined || range.end - range.start > MAX_FREE_BODY_BYTES) continue
    if (components.recursive[node] === 1 || own.calls.some((callee) => free[callee] === undefined)) continue
    decodeFunction(view, node, code)
    free[node] = freeCost(code, free, meteringParameters.freeFunctionFuel)
  }
  const indirect = indirectCosts(spaces, view.taken, free)
  return { view, code, edges, components, free, indirect, traits }
}

/** Decodes the body of a function that is not imported. */
export function decodeFunction(view: ModuleView, index: number, code: Code): void {
  const { bytes, spaces, bodies } = view
  const range = bodies[index - spaces.importedFunctions]
  const type = spaces.functions[index]
  if (range === undefined || type === undefined) throw new RangeError(`function ${index} has no body`)
  decodeBody(new ByteReader(bytes, range.start, range.end), type, spaces, code)
}

function callEdges(view: ModuleView, traits: readonly (FunctionTraits | undefined)[]): number[][] {
  const { spaces, taken } = view
  const canonical = canonicalTypes(spaces)
  const typeNode = (type: number): number => spaces.functions.length + (canonical[type] ?? 0)
  const edges: number[][] = traits.map((own) =>
    own === undefined ? [] : [...own.calls, ...own.indirectTypes.map(typeNode)]
  )
  for (let type = 0; type < spaces.types.length; type++) edges.push([])
  for (const index of [...taken].sort((a, b) => a - b)) {
    edges[typeNode(spaces.functionTypes[index] ?? 0)]?.push(index)
  }
  return edges
}
