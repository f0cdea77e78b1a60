import { errorMessage, isAileeError, remoteText } from '@ailee/core'
import type { Hello } from '@ailee/protocol'
import { multiaddr } from '@multiformats/multiaddr'
import type { Case, Context } from './case.js'
import { PARALLEL_CASES } from './constants.js'
import { ConformanceError, NotApplicable, Violation } from './errors.js'
import { type Must, musts } from './musts.js'
import { RawPeer } from './raw/raw-peer.js'
import { cases } from './registry.js'

/** What came of one requirement. */
export interface MustReport {
  must: Must
  title: string
  status: 'pass' | 'fail' | 'n/a'
  detail: string
}

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
}

/** Detail of a requirement that nothing here checks. */
export const NO_CASE = 'no case'

const MAX_DETAIL_CHARS = 300

/**
 * Holds a node against every numbered requirement, with peers that say what they like. Gives a report for each, in
 * order. Throws PROBE_TARGET_UNREACHABLE or PROBE_TARGET_INVALID if there is nobody to ask.
 */
export async function probe(init: ProbeInit): Promise<MustReport[]> {
  const nodeId = nodeIdOf(init.target)
  const hello = await meet(init)
  const wanted = (Object.keys(musts) as Must[]).filter((must) => init.only?.includes(must) ?? true)
  const reports = new Map<Must, MustReport>()
  const isSlow = (must: Must): boolean => cases.get(must)?.slow === true
  const waiting = [...wanted.filter(isSlow), ...wanted.filter((must) => !isSlow(must))]
  const work = async (): Promise<void> => {
    for (let must = waiting.shift(); must !== undefined; must = waiting.shift()) {
      init.signal?.throwIfAborted()
      reports.set(must, await judge(must, { ...init, nodeId, hello }))
    }
  }
  await Promise.all(Array.from({ length: PARALLEL_CASES }, work))
  return wanted.flatMap((must) => reports.get(must) ?? [])
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

/** Learns the target's roles. A target that can be reached but says no HELLO is judged all the same. */
async function meet({ network, target }: ProbeInit): Promise<Hello | undefined> {
  const peer = await RawPeer.create({ network, target })
  try {
    const stream = await peer.openTask()
    const greeted = stream.greet().then(() => peer.hello())
    return await greeted.catch(() => undefined)
  } catch (cause) {
    throw new ConformanceError('PROBE_TARGET_UNREACHABLE', `no task stream to ${target}`, {
      cause,
      hint: 'is the node running, and is its peer id the one in the address?'
    })
  } finally {
    await peer.stop()
  }
}

async function judge(
  must: Must,
  about: Pick<Context, 'network' | 'target' | 'nodeId' | 'hello'>
): Promise<MustReport> {
  const title = musts[must]
  const check = cases.get(must)
  if (check === undefined) return { must, title, status: 'n/a', detail: NO_CASE }
  const { role } = check
  if (role !== undefined && about.hello?.[role] !== true) {
    return { must, title, status: 'n/a', detail: `the node does not say that it is a ${role}` }
  }
  const stops: (() => Promise<void>)[] = []
  const context: Context = {
    ...about,
    defer: (stop) => void stops.push(stop),
    peer: async () => {
      const peer = await RawPeer.create(about)
      stops.push(() => peer.stop())
      return peer
    }
  }
  try {
    const detail = await check.run(context)
    return { must, title, status: 'pass', detail: detailOf(check, detail) }
  } catch (error) {
    const status = error instanceof NotApplicable ? 'n/a' : 'fail'
    return { must, title, status, detail: detailOf(check, explain(error)) }
  } finally {
    await Promise.all(stops.map((stop) => stop()))
  }
}

function detailOf({ part }: Case, detail: string): string {
  return remoteText(part === undefined ? detail : `${detail} (checked: ${part})`, MAX_DETAIL_CHARS)
}

function explain(error: unknown): string {
  // Of several things that could have come none did.
  if (error instanceof AggregateError) return explain(error.errors[0])
  if (error instanceof Violation || error instanceof NotApplicable) return error.message
  return isAileeError(error) ? `${error.code}: ${error.message}` : errorMessage(error)
}
