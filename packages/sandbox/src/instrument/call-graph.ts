/** Groups of nodes that call each other, callees' groups before their callers'. */
export interface Components {
  /** Nodes of each group. */
  groups: readonly (readonly number[])[]
  /** Group of each node. */
  groupOf: Int32Array
  /** Whether a node can come to be called by itself. */
  recursive: Uint8Array
}

/** Strongly connected components, by Tarjan's algorithm without recursion. Linear in nodes and edges. */
export function findComponents(edges: readonly (readonly number[])[]): Components {
  const count = edges.length
  const groupOf = new Int32Array(count).fill(-1)
  const recursive = new Uint8Array(count)
  const groups: number[][] = []
  const number = new Int32Array(count).fill(-1)
  const low = new Int32Array(count)
  const next = new Int32Array(count)
  const open: number[] = []
  let numbered = 0

  const enter = (node: number, path: number[]): void => {
    number[node] = low[node] = numbered++
    open.push(node)
    path.push(node)
  }
  const leave = (node: number): void => {
    if (low[node] !== number[node]) return
    const group: number[] = []
    for (let member = open.pop(); member !== undefined; member = open.pop()) {
      groupOf[member] = groups.length
      group.push(member)
      if (member === node) break
    }
    const itself = group.length > 1 || (edges[node]?.includes(node) ?? false)
    if (itself) for (const member of group) recursive[member] = 1
    groups.push(group)
  }

  for (let root = 0; root < count; root++) {
    if (number[root] !== -1) continue
    const path: number[] = []
    enter(root, path)
    for (let node = path.at(-1); node !== undefined; node = path.at(-1)) {
      const position = next[node] ?? 0
      const callee = edges[node]?.[position]
      if (callee === undefined) {
        path.pop()
        leave(node)
        const caller = path.at(-1)
        if (caller !== undefined) low[caller] = Math.min(low[caller] ?? 0, low[node] ?? 0)
        continue
      }
      next[node] = position + 1
      if (number[callee] === -1) enter(callee, path)
      else if (groupOf[callee] === -1) low[node] = Math.min(low[node] ?? 0, number[callee] ?? 0)
    }
  }
  return { groups, groupOf, recursive }
}

/** The heaviest chain of calls, each group counted once with what `weightOf` says of its nodes. */
export function heaviestChain(
  edges: readonly (readonly number[])[],
  { groups, groupOf }: Components,
  weightOf: (node: number) => number
): number {
  const heaviest = new Float64Array(groups.length)
  let most = 0
  // Callees' groups come first, so theirs are known.
  for (const [index, group] of groups.entries()) {
    let own = 0
    let below = 0
    for (const node of group) {
      own += weightOf(node)
      for (const callee of edges[node] ?? []) {
        const other = groupOf[callee] ?? 0
        if (other !== index) below = Math.max(below, heaviest[other] ?? 0)
      }
    }
    heaviest[index] = own + below
    most = Math.max(most, own + below)
  }
  return most
}
