/** How a stake grows out of pay. */
export interface StakeRule {
  /** Of each pay, thousandths that are kept until the stake is large enough: 0 to 1000. */
  sharePermille: number
  /** A stake is large enough for a pay of which it is this many times. */
  pays: number
}

/**
 * The first 28 pays, whole. One wrong result does not pay if stake and withheld pay are at least `gain·(1 − π)/π`
 * (`deterringLoss`), where π is the chance of an audit, and what is gained by it is at most its pay.
 *
 * - **28**: in lots of 20 000 π is 3.47 % at least, and that makes 27.8 pays.
 * - **Whole**: there π is 1/(k + 1) for the k-th result after probation, as long as that is more, which makes k pays: only
 *   all of the pay keeps step. Under the ledger, where π is 1/(1 + εn), a share of ε would do.
 */
export const defaultStakeRule: StakeRule = { sharePermille: 1000, pays: 28 }

/** Units of a pay that go to the stake; 0: it is large enough. Rounded up, so that small pays count too. */
export function stakeFromPay(payUnits: bigint, stakedUnits: bigint, rule: StakeRule): bigint {
  const missing = payUnits * BigInt(rule.pays) - stakedUnits
  if (missing <= 0n) return 0n
  const share = (payUnits * BigInt(rule.sharePermille) + 999n) / 1000n
  return share < missing ? share : missing
}

/**
 * The chance of an audit at which a wrong result does not pay, with this stake: `pay/(pay + stake)`, from
 * `stake ≥ pay·(1 − π)/π`. Pay that would be withheld is left out: it may be nothing.
 */
export function deterringAuditChance(payUnits: bigint, stakedUnits: bigint): number {
  return payUnits === 0n ? 0 : Number(payUnits) / Number(payUnits + stakedUnits)
}
