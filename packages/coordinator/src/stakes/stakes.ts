import type { CommitRequest, NodeId } from '@ailee/core'
import { deterringAuditChance, type StakeRule, stakeFromPay } from '@ailee/market'
import { type Account, type LedgerBook, type LedgerOperation, stakeForTask } from '@ailee/settlement'
import type { ReputationBook } from '../reputation-book.js'

/** What an attempt at a task is paid. */
export interface Pay {
  worker: NodeId
  attempt: number
  amountUnits: bigint
}

/** Turns parts of pay into stakes: before there are deposits, what a worker has here is what it earned here. */
export class Stakes {
  readonly #ledger: LedgerBook<CommitRequest>
  readonly #reputations: ReputationBook
  readonly #rule: StakeRule

  constructor(
    components: { ledger: LedgerBook<CommitRequest>; reputations: ReputationBook },
    init: { rule: StakeRule }
  ) {
    this.#ledger = components.ledger
    this.#reputations = components.reputations
    this.#rule = init.rule
  }

  /**
   * What is to be staked of these pays, in their commit. Where two pays of one worker are on their way at once, its stake
   * may come out a part larger than enough.
   */
  async ofPays(taskId: string, pays: readonly Pay[]): Promise<LedgerOperation[]> {
    if (this.#rule.sharePermille === 0) return []
    const paid = pays.filter(({ amountUnits }) => amountUnits > 0n)
    const accounts = await Promise.all(paid.map(({ worker }) => this.#ledger.account(worker)))
    // Looked at last, since a stake that came after the slash would stay.
    return paid.flatMap((pay, index) => {
      const units = this.#reputations.isBanned(pay.worker) ? 0n : this.#missing(pay, accounts[index])
      return units === 0n ? [] : [stakeForTask(taskId, pay.attempt, pay.worker, units)]
    })
  }

  /** The chance of an audit below which a wrong result for this pay would be worth its risk; undefined: stakes are off. */
  async leastAuditChance(worker: NodeId, payUnits: bigint): Promise<number | undefined> {
    if (this.#rule.sharePermille === 0) return undefined
    const account = await this.#ledger.account(worker)
    return deterringAuditChance(payUnits, account?.stakedUnits ?? 0n)
  }

  #missing({ amountUnits }: Pay, account: Account | undefined): bigint {
    return stakeFromPay(amountUnits, account?.stakedUnits ?? 0n, this.#rule)
  }
}
