import type { BanStatus } from '../../src/http/node-view.js'
import type { TestnetNode } from '../../src/testnet/testnet-node.js'

/** What a node's metrics say at one moment, by name with labels as Prometheus writes them. */
export type Metrics = ReadonlyMap<string, number>

export async function metricsOf(node: TestnetNode): Promise<Metrics> {
  const response = await fetch(new URL('/metrics', node.ready.http))
  const lines = (await response.text()).split('\n')
  const entries = lines.flatMap((line): [string, number][] => {
    const split = line.lastIndexOf(' ')
    return line.startsWith('#') || split < 0 ? [] : [[line.slice(0, split), Number(line.slice(split + 1))]]
  })
  return new Map(entries)
}

/** How much a counter grew. */
export function growth(before: Metrics, after: Metrics, name: string): number {
  return (after.get(name) ?? 0) - (before.get(name) ?? 0)
}

export async function bansOf(node: TestnetNode): Promise<BanStatus[]> {
  const response = await fetch(new URL('/v1/bans', node.ready.http))
  return (await response.json()) as BanStatus[]
}
