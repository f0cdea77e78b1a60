import { errorMessage, isAileeError, remoteText } from '@ailee/core'
import type { Case, Context } from './case.js'
import { NotApplicable, Violation } from './errors.js'
import { type Must, musts } from './musts.js'
import { GossipPeer } from './raw/gossip-peer.js'
import { RawPeer } from './raw/raw-peer.js'
import { cases } from './registry.js'

/** What came of one requirement. */
export interface MustReport {
  must: Must
  title: string
  status: 'pass' | 'fail' | 'n/a'
  detail: string
}

/** What is known of a target before it is judged. */
export type TargetFacts = Omit<Context, 'peer' | 'gossiper' | 'defer'>

/** Detail of a requirement that nothing here checks. */
export const NO_CASE = 'no case'

const MAX_DETAIL_CHARS = 300

/** Holds the target against one requirement. What a case brought to life ends with it. */
export async function judge(must: Must, facts: TargetFacts): Promise<MustReport> {
  const title = musts[must]
  const check = cases.get(must)
  if (check === undefined) return { must, title, status: 'n/a', detail: NO_CASE }
  const unfit = unfitFor(check, facts)
  if (unfit !== undefined) return { must, title, status: 'n/a', detail: unfit }
  const stops: (() => Promise<void>)[] = []
  const peer = async (identifies = false): Promise<RawPeer> => {
    const { stepMs } = facts.patience
    const made = await RawPeer.create({ ...facts, stepMs, identifies, patient: true })
    stops.push(() => made.stop())
    return made
  }
  const context: Context = {
    ...facts,
    defer: (stop) => void stops.push(stop),
    peer: () => peer(),
    gossiper: async (init) => GossipPeer.join(await peer(true), init)
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

/** Why a case says nothing about a target; undefined if it does. */
function unfitFor({ role, uninvited }: Case, { hello, admitted }: TargetFacts): string | undefined {
  if (role === undefined) return undefined
  if (hello?.[role] !== true) return `the node does not say that it is a ${role}`
  if (role === 'coordinator' && !admitted && !uninvited) return 'it does not take tasks of the probe'
  return undefined
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
