import type { Lot } from './lot.js'
import type { LotBook } from './lot-book.js'
import type { LotResult } from './lot-result.js'
import type { KnownWorker } from './worker-trust.js'

/** A first wrong result is looked into from so many results on. */
const STRIKE_RESULTS = 20
/** Provisional results that are audited for it. */
const RECHECK_RESULTS = 5

/** What follows from a wrong result: for its worker, for that worker's other results, and for the lot. */
export class Catching {
  readonly #book: LotBook

  constructor(components: { book: LotBook }) {
    this.#book = components.book
  }

  caught(lot: Lot, known: KnownWorker, result: LotResult): void {
    const { trust } = known
    const provisional = known.provisional()
    if (!trust.isBanned && trust.recheck === null) {
      if (trust.results >= STRIKE_RESULTS && !trust.hasStrike) {
        // The smallest draws: the worker could not know which these are.
        provisional.sort((one, other) => one.drawn - other.drawn)
        const chosen = provisional.splice(0, RECHECK_RESULTS)
        trust.recheck = { left: chosen.length, anyWrong: false, wasCertain: result.certain }
        for (const other of chosen) this.#recheck(other)
        if (chosen.length === 0) this.#endRecheck(known)
      } else this.#ban(known, result.certain)
    } else if (trust.recheck !== null) trust.recheck.anyWrong = true
    for (const other of provisional) {
      const place = this.#book.lots.get(other.lotId)
      if (place !== undefined) this.#book.requeue(place, other, 'worker-caught')
    }
    if (!result.certain) {
      lot.head.catches += 1
      this.#book.auditReached(lot, 'raised')
    }
  }

  /** An audit of the looking into has come back. */
  rechecked(known: KnownWorker, wasWrong: boolean): void {
    const { trust } = known
    if (trust.recheck === null) return
    trust.recheck.left -= 1
    trust.recheck.anyWrong ||= wasWrong
    if (trust.recheck.left === 0) this.#endRecheck(known)
  }

  #endRecheck(known: KnownWorker): void {
    const { trust } = known
    const { recheck } = trust
    trust.recheck = null
    if (recheck === null) return
    if (recheck.anyWrong) this.#ban(known, recheck.wasCertain)
    else {
      trust.hasStrike = true
      trust.results = 0
      this.#book.decide({ kind: 'strike', worker: trust.worker })
    }
  }

  #ban({ trust }: KnownWorker, wasCertain: boolean): void {
    trust.isBanned = true
    // Names that cheat in their first results cost little and raise no price. Those that had worked for trust do,
    // also if probation was what found them: else the price would fall while the attack goes on, and rise too late.
    const hadWorked = trust.hasStrike || trust.results >= STRIKE_RESULTS
    if (!wasCertain || hadWorked) this.#book.head.recentBans += 1
    this.#book.decide({ kind: 'ban', worker: trust.worker })
  }

  #recheck(result: LotResult): void {
    const lot = this.#book.lots.get(result.lotId)
    if (lot === undefined) return
    result.certain = true
    this.#book.audit(lot, result, 'recheck')
  }
}
