import { bytesToHex } from '../bytes.js'
import type { Receipt } from '../receipt/receipt.js'
import { isInfrastructureFailure } from '../result-code.js'
import {
  authorOf,
  networkOf,
  type SignedBid,
  type SignedStatement,
  type SignedVerdict
} from './signed-statement.js'

/** Names and values, to be compared one by one. */
type Facts = Readonly<Record<string, string>>

/** How two statements stand to each other. */
export interface Comparison {
  /** What both are about, or undefined where they are about different things, or about nothing that binds. */
  subject: string | undefined
  /** Why they are not about one thing; empty where they are. */
  obstacle: string
  /** What one says and the other contradicts. */
  differences: readonly string[]
}

/**
 * Compares two statements. They contradict each other if they are about one thing and differ in what no honest node
 * ever says twice in two ways. All the judgement there is lies here, so it leaves out whatever an honest node might do:
 *
 * - Receipts: the same execution, by the same metering rules, has one result (SPEC, section 15), in whatever
 *   assignment: a run repeated after a loss has another nonce and other times, and the same result. Runs that the
 *   machine ended (TIMEOUT, KILLED) and those that were not metered have no such result. The kind of a trap is in the
 *   engine's words, so it does not count. Nonces alone bind nothing: a coordinator can give one to two different runs.
 * - Verdicts: a coordinator decides once on a receipt, and that is on its disk before anybody hears of it. A decision
 *   that is taken again, since the first was never stored, may have another time.
 * - Bids: what a worker asks follows from its load, so the next answer to the same offer may differ, and two
 *   coordinators may hold an auction of one task. Only a worker that names a series has promised to answer alike.
 */
export function compareStatements(a: SignedStatement, b: SignedStatement): Comparison {
  if (a.kind !== b.kind) return unrelated(`one is a ${a.kind}, the other a ${b.kind}`)
  if (networkOf(a) !== networkOf(b)) return unrelated('they are of different networks')
  if (authorOf(a) !== authorOf(b)) return unrelated('they are of different nodes')
  if (a.kind === 'RECEIPT' && b.kind === 'RECEIPT') return compareReceipts(a.receipt, b.receipt)
  if (a.kind === 'VERDICT' && b.kind === 'VERDICT') return compareVerdicts(a, b)
  if (a.kind === 'BID' && b.kind === 'BID') return compareBids(a, b)
  return unrelated('they are of no kind that is known')
}

function compareReceipts(a: Receipt, b: Receipt): Comparison {
  const loose = [a, b].find(({ code }) => isInfrastructureFailure(code))
  if (loose !== undefined)
    return unrelated(`${loose.code} is the machine’s doing and says nothing of the result`)
  if (a.meteringHash.every((byte) => byte === 0)) return unrelated('the executions were not metered')
  if (mayDifferInHashing(a, b) || mayDifferInHashing(b, a)) {
    return unrelated('the memory may have been asked for in one of them only')
  }
  return compare(
    `execution of task ${a.taskId}`,
    [executionOf(a), executionOf(b)],
    [resultOf(a), resultOf(b)]
  )
}

/**
 * A receipt does not say whether its task asked for a hash of the memory, which costs fuel: the same run without it may
 * succeed where it is out of fuel with it. So a success without hash is held only against what the hash cannot cause.
 */
function mayDifferInHashing(a: Receipt, b: Receipt): boolean {
  if (a.code !== 'SUCCESS' || a.memoryHash !== undefined) return false
  return b.code === 'FUEL_EXHAUSTED' || b.memoryHash !== undefined
}

/** Everything that decides a result. */
function executionOf(receipt: Receipt): Facts {
  const { limits } = receipt
  return {
    task: receipt.taskId,
    module: receipt.moduleHash,
    function: receipt.function,
    input: receipt.inputHash,
    'memory limit': String(limits.memoryBytes),
    'fuel limit': String(limits.fuel),
    'wall time limit': String(limits.wallTimeMs),
    'output limit': String(limits.outputBytes),
    'metering hash': bytesToHex(receipt.meteringHash),
    seed: bytesToHex(receipt.seed),
    clock: String(receipt.clockMs)
  }
}

function resultOf(receipt: Receipt): Facts {
  return {
    code: receipt.code,
    'exit code': String(receipt.exitCode),
    'fuel used': String(receipt.fuelUsed),
    'output bytes': String(receipt.outputBytes),
    'output root': bytesToHex(receipt.outputRoot),
    'memory hash': optional(receipt.memoryHash)
  }
}

function compareVerdicts(a: SignedVerdict, b: SignedVerdict): Comparison {
  const judged = ({ executionHash }: SignedVerdict): Facts => ({
    'execution hash': bytesToHex(executionHash)
  })
  const subject = `receipt with execution hash ${bytesToHex(a.executionHash)}`
  return compare(subject, [judged(a), judged(b)], [decisionOf(a), decisionOf(b)])
}

function decisionOf({ verdict }: SignedVerdict): Facts {
  return {
    method: verdict.method,
    replicas: String(verdict.replicas),
    votes: String(verdict.votes),
    'estimated error': String(verdict.estimatedErrorPpm),
    lot: optional(verdict.lotId),
    'bid set root': optional(verdict.bidSetRoot)
  }
}

function compareBids(a: SignedBid, b: SignedBid): Comparison {
  if (a.bid.series === undefined || b.bid.series === undefined) {
    return unrelated('a bid without a series binds nobody')
  }
  const subject = `auction ${a.bid.attempt} of task ${a.bid.taskId}`
  return compare(subject, [auctionOf(a), auctionOf(b)], [termsOf(a), termsOf(b)])
}

function auctionOf({ bid }: SignedBid): Facts {
  return { task: bid.taskId, attempt: String(bid.attempt), series: optional(bid.series) }
}

function termsOf({ bid }: SignedBid): Facts {
  return {
    cost: String(bid.cost),
    load: String(bid.load),
    slots: String(bid.slots),
    'module cached': String(bid.moduleCached)
  }
}

function compare(subject: string, about: readonly [Facts, Facts], said: readonly [Facts, Facts]): Comparison {
  const [other] = differing(...about)
  if (other !== undefined) return unrelated(`they are about different things: ${other}`)
  return { subject, obstacle: '', differences: differing(...said) }
}

function differing(a: Facts, b: Facts): string[] {
  const names = Object.keys(a).filter((name) => a[name] !== b[name])
  return names.map((name) => `${name} ${a[name]} and ${b[name]}`)
}

function unrelated(obstacle: string): Comparison {
  return { subject: undefined, obstacle, differences: [] }
}

function optional(bytes: Uint8Array | undefined): string {
  return bytes === undefined ? 'none' : bytesToHex(bytes)
}
