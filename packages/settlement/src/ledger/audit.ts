import { MAX_AUDIT_PROBLEMS } from '../constants.js'
import { addFlow, imbalanceOf } from './conservation.js'
import type { LedgerStore } from './ledger-store.js'
import type { AccountId } from './operation.js'
import { emptyTotals, heldOf, type JournalEntry, type Totals } from './records.js'

export interface LedgerAudit {
  /** True if everything follows from the journal and units are conserved. */
  balanced: boolean
  entries: number
  accounts: number
  escrows: number
  /** Part of what is held: the stakes of all accounts, and how many have one. The rest is in open escrows. */
  stakedUnits: bigint
  stakes: number
  /** What each account lost, by the journal; none for those who lost nothing. */
  slashedUnits: ReadonlyMap<AccountId, bigint>
  /** As the journal gives them. */
  totals: Totals
  /** The first 100. */
  problems: string[]
  problemCount: number
}

/**
 * Reads the whole ledger and holds every stored figure against the movements of the journal. It uses none of the
 * rules that wrote them. For a store nobody writes meanwhile. Memory grows with accounts and tasks, not with the
 * journal: some 200 bytes each.
 */
export async function auditLedger(
  store: LedgerStore<never>,
  options: { signal?: AbortSignal } = {}
): Promise<LedgerAudit> {
  const problems = new ProblemList()
  const replay = new Replay(problems)
  for await (const entry of store.listEntries(options)) {
    replay.add(entry)
    const { operationId } = entry.operation
    const found = (await store.readEntry(operationId))?.sequence ?? 0n
    problems.compare(`entry found for operation ${operationId}`, found, entry.sequence)
  }
  let accounts = 0
  let stakedSum = 0n
  let stakes = 0
  for await (const record of store.listAccounts(options)) {
    accounts += 1
    const { account, balanceUnits, stakedUnits, nonce } = record
    stakedSum += stakedUnits
    if (stakedUnits > 0n) stakes += 1
    problems.compare(`balance of ${account}`, balanceUnits, replay.take(`balance/${account}`))
    problems.compare(`stake of ${account}`, stakedUnits, replay.take(`stake/${account}`))
    problems.compare(`nonce of ${account}`, nonce, replay.take(`nonce/${account}`))
  }
  let escrows = 0
  for await (const escrow of store.listEscrows(options)) {
    escrows += 1
    const { taskId, fundedUnits, paidUnits, refundedUnits, open } = escrow
    problems.compare(`units held for task ${taskId}`, heldOf(escrow), replay.take(`escrow/${taskId}`))
    problems.compare(`units funded for task ${taskId}`, fundedUnits, replay.take(`hold/${taskId}`))
    problems.compare(`units paid for task ${taskId}`, paidUnits, replay.take(`release/${taskId}`))
    problems.compare(`units refunded for task ${taskId}`, refundedUnits, replay.take(`refund/${taskId}`))
    problems.compare(`open escrow of task ${taskId}`, open ? 0n : 1n, replay.take(`closed/${taskId}`))
  }
  for (const [place, units] of replay.rest()) problems.add(`no record of ${place}, which has ${units}`)
  const operations = await store.countOperations(options)
  problems.compare('number of operation ids', BigInt(operations), BigInt(replay.entries))
  const stored = (await store.readTotals())?.record ?? emptyTotals
  for (const [name, units] of Object.entries(replay.totals) as [keyof Totals, bigint][]) {
    problems.compare(`total ${name}`, stored[name], units)
  }
  const imbalance = imbalanceOf(replay.totals)
  if (imbalance !== undefined) problems.add(imbalance)
  const { list, count } = problems
  return {
    balanced: count === 0,
    entries: replay.entries,
    accounts,
    escrows,
    stakedUnits: stakedSum,
    stakes,
    slashedUnits: replay.slashed,
    totals: replay.totals,
    problems: list,
    problemCount: count
  }
}

class ProblemList {
  readonly list: string[] = []
  count = 0

  add(problem: string): void {
    this.count += 1
    if (this.list.length < MAX_AUDIT_PROBLEMS) this.list.push(problem)
  }

  compare(what: string, stored: bigint, journal: bigint): void {
    if (stored !== journal) this.add(`${what} is ${stored}, but ${journal} by the journal`)
  }
}

/** Sums of the journal by place, and by task and account what else the records claim. */
class Replay {
  entries = 0
  totals: Totals = emptyTotals
  readonly slashed = new Map<AccountId, bigint>()
  readonly #problems: ProblemList
  readonly #sums = new Map<string, bigint>()

  constructor(problems: ProblemList) {
    this.#problems = problems
  }

  add({ sequence, operation, from, to, movedUnits }: JournalEntry): void {
    this.entries += 1
    if (sequence !== this.totals.sequence + 1n) {
      this.#problems.add(`entry ${sequence} follows entry ${this.totals.sequence}`)
    }
    const { kind, account, taskId } = operation
    this.totals = { ...addFlow(this.totals, kind, movedUnits), sequence }
    this.#move(sequence, from, -movedUnits)
    this.#move(sequence, to, movedUnits)
    if (kind === 'slash' && movedUnits > 0n) {
      this.slashed.set(account, (this.slashed.get(account) ?? 0n) + movedUnits)
    }
    if (kind === 'transfer') this.#sum(`nonce/${account}`, 1n)
    if (kind === 'hold' || kind === 'release' || kind === 'refund') this.#sum(`${kind}/${taskId}`, movedUnits)
    if (kind === 'refund') this.#sum(`closed/${taskId}`, 1n)
  }

  /** A sum, which is then no longer among the rest. */
  take(place: string): bigint {
    const units = this.#sums.get(place) ?? 0n
    this.#sums.delete(place)
    return units
  }

  /** What is not nothing and was not taken. */
  *rest(): Iterable<[string, bigint]> {
    for (const [place, units] of this.#sums) if (units !== 0n) yield [place, units]
  }

  #move(sequence: bigint, place: string, units: bigint): void {
    if (place === 'issue') return
    const isBalance = place.startsWith('balance/')
    const { balancesUnits, heldUnits } = this.totals
    if (isBalance) this.totals = { ...this.totals, balancesUnits: balancesUnits + units }
    else this.totals = { ...this.totals, heldUnits: heldUnits + units }
    if (this.#sum(place, units) < 0n) this.#problems.add(`entry ${sequence} leaves ${place} negative`)
  }

  #sum(place: string, units: bigint): bigint {
    const sum = (this.#sums.get(place) ?? 0n) + units
    this.#sums.set(place, sum)
    return sum
  }
}
