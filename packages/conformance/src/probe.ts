import { multiaddr } from '@multiformats/multiaddr'
import { PARALLEL_CASES } from './constants.js'
import { ConformanceError } from './errors.js'
import { judge, type MustReport, NO_CASE } from './judge.js'
import { meet } from './meet.js'
import { type Must, musts } from './musts.js'
import { type Patience, usualPatience } from './patience.js'
import { cases } from './registry.js'

/** How far a probe got, over all numbered requirements. */
export interface Coverage {
  passed: number
  failed: number
  /** They have a case, which says nothing about this target. */
  notApplicable: number
  /** No case exists. */
  withoutCase: number
}

export interface ProbeInit {
  /** Multiaddr ending in the node id. */
  target: string
  network: string
  /** Only these; all if undefined. */
  only?: readonly Must[]
  signal?: AbortSignal
  /** Key of the private network that the target is on, in libp2p's form. */
  networkKey?: Uint8Array
  /** For targets that are quicker than others, such as those of tests. */
  patience?: Partial<Patience>
}

/**
 * Holds a node against every numbered requirement, with peers that say what they like. Gives a report for each, in
 * order. Throws PROBE_TARGET_UNREACHABLE or PROBE_TARGET_INVALID if there is nobody to ask.
 */
export async function probe(init: ProbeInit): Promise<MustReport[]> {
  const { target, network, networkKey } = init
  const patience = { ...usualPatience, ...init.patience }
  const about = { target, network, networkKey, patience, nodeId: nodeIdOf(target) }
  const facts = { ...about, ...(await meet(about)) }
  const wanted = (Object.keys(musts) as Must[]).filter((must) => init.only?.includes(must) ?? true)
  const reports = new Map<Must, MustReport>()
  const waiting = unitsOf(wanted)
  const work = async (): Promise<void> => {
    for (let unit = waiting.shift(); unit !== undefined; unit = waiting.shift()) {
      for (const must of unit) {
        init.signal?.throwIfAborted()
        reports.set(must, await judge(must, facts))
      }
    }
  }
  await Promise.all(Array.from({ length: PARALLEL_CASES }, work))
  return wanted.flatMap((must) => reports.get(must) ?? [])
}

/** In which order they are judged: what waits comes first, and what takes turns is one unit. */
function unitsOf(wanted: readonly Must[]): Must[][] {
  const isSlow = (must: Must): boolean => cases.get(must)?.slow === true
  const takesTurns = (must: Must): boolean => cases.get(must)?.gossips === true
  const slow = wanted.filter(isSlow).map((must) => [must])
  const others = wanted.filter((must) => !isSlow(must) && !takesTurns(must)).map((must) => [must])
  return [...slow, wanted.filter(takesTurns), ...others]
}

export function coverageOf(reports: readonly MustReport[]): Coverage {
  const count = (fits: (report: MustReport) => boolean): number => reports.filter(fits).length
  return {
    passed: count(({ status }) => status === 'pass'),
    failed: count(({ status }) => status === 'fail'),
    notApplicable: count(({ status, detail }) => status === 'n/a' && detail !== NO_CASE),
    withoutCase: count(({ detail }) => detail === NO_CASE)
  }
}

function nodeIdOf(target: string): string {
  let nodeId: string | undefined
  try {
    nodeId = multiaddr(target)
      .getComponents()
      .findLast(({ name }) => name === 'p2p')?.value
  } catch (cause) {
    throw new ConformanceError('PROBE_TARGET_INVALID', 'not a multiaddr', { cause })
  }
  if (nodeId !== undefined) return nodeId
  throw new ConformanceError('PROBE_TARGET_INVALID', 'the address does not end in /p2p/<peer id>')
}
