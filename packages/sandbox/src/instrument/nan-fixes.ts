import { holdsAnyRaw, type NanGraph, type NanNode, onlyFormat, type Value } from './nan-graph.js'
import type { FloatFormat } from './opcodes.js'

/** Where a NaN must be made canonical: behind which instruction, in what format. */
export interface NanFix {
  at: number
  format: FloatFormat
}

/** Sources looked at to find what mending them all costs; more count as dearer than anything. */
const MOST_SOURCES = 64

/**
 * The fixes without which a shown value could have NaN bits other than those that making every arithmetic result
 * canonical at once would give. A value is mended where its bits are seen if only raw results of one format can be
 * there and that is cheaper, else where it is computed. `weightAt` says how often an instruction runs.
 */
export function chooseFixes(graph: NanGraph, weightAt: (at: number) => number): NanFix[] {
  const contents = graph.contents()
  const { nodes } = graph
  const fixes = new Map<Value, NanFix>()
  const seen = new Uint8Array(nodes.length)
  /** Places where a value could be mended on its way, by the value. */
  const places = new Map<Value, Value[]>()
  const mendedAtPlaces = new Set<Value>()
  const open: Value[] = [...graph.shown]

  const mend = (value: Value, at: number, format: FloatFormat): void => {
    fixes.set(value, { at, format })
  }
  const showSources = (node: NanNode): void => {
    if (node.kind !== 'result') open.push(...node.from)
  }
  const visit = (value: Value): void => {
    if (value < 0 || seen[value] === 1) return
    seen[value] = 1
    const node = nodes[value]
    const content = contents[value] ?? 0
    if (node === undefined || !holdsAnyRaw(content)) return
    if (node.kind === 'result') {
      mend(value, node.at, node.format)
      return
    }
    const format = node.kind === 'sign' || node.at < 0 ? undefined : onlyFormat(content)
    if (format === undefined) {
      showSources(node)
      return
    }
    const key = node.kind === 'read' ? node.from[0] : value
    if (mendedAtPlaces.has(key)) mend(value, node.at, format)
    else places.set(key, [...(places.get(key) ?? []), value])
  }
  const costOf = (list: readonly Value[]): number =>
    list.reduce((sum, value) => sum + weightAt(placeOf(nodes[value])), 0)

  for (;;) {
    for (let value = open.pop(); value !== undefined; value = open.pop()) visit(value)
    const [next] = places
    if (next === undefined) return [...fixes.values()].sort((a, b) => a.at - b.at)
    const [key, list] = next
    places.delete(key)
    if (costOfSources(nodes, key, fixes, weightAt) <= costOf(list)) {
      showComputed(key)
    } else {
      mendedAtPlaces.add(key)
      for (const value of list) {
        const format = onlyFormat(contents[value] ?? 0)
        if (format !== undefined) mend(value, placeOf(nodes[value]), format)
      }
    }
  }

  /** Mends a value where it is computed, also if it could be mended on its way. */
  function showComputed(value: Value): void {
    const node = nodes[value]
    if (node?.kind === 'result') visit(value)
    else if (node !== undefined) showSources(node)
    seen[value] = 1
  }
}

function placeOf(node: NanNode | undefined): number {
  return node?.at ?? 0
}

/** What it costs to mend every result that can be in a value, beyond those mended already. */
function costOfSources(
  nodes: readonly NanNode[],
  value: Value,
  fixes: ReadonlyMap<Value, NanFix>,
  weightAt: (at: number) => number
): number {
  const visited = new Set<Value>()
  const open = [value]
  let cost = 0
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next < 0 || visited.has(next) || fixes.has(next)) continue
    visited.add(next)
    if (visited.size > MOST_SOURCES) return Number.POSITIVE_INFINITY
    const node = nodes[next]
    if (node?.kind === 'result') cost += weightAt(node.at)
    else if (node !== undefined) open.push(...node.from)
  }
  return cost
}
