/** How a stake grows out of pay. */
export interface StakeRule {
  /** Of each pay, thousandths that are kept until the stake is large enough: 0 to 1000. */
  sharePermille: number
  /** A stake is large enough for a pay of which it is this many times. */
  pays: number
}

/**
 * A tenth of each pay, up to 28 pays.
 *
 * - **28**: one wrong result does not pay if stake and withheld pay are at least `gain·(1 − π)/π` (`deterringLoss`), and
 *   what is gained by it is at most the pay. At the audit chance of lots of 20 000, 3.47 %, that is 27.8 pays.
 * - **A tenth**: the ledger audits the n-th result with 1/(1 + εn), which asks for εn pays. A share of ε therefore grows
 *   as fast as the temptation, and 0.1 is the largest ε that policies are kept for. It is full after 280 equal pays.
 */
export const defaultStakeRule: StakeRule = { sharePermille: 100, pays: 28 }

/** Units of a pay that go to the stake; 0: it is large enough. Rounded up, so that small pays count too. */
export function stakeFromPay(payUnits: bigint, stakedUnits: bigint, rule: StakeRule): bigint {
  const missing = payUnits * BigInt(rule.pays) - stakedUnits
  if (missing <= 0n) return 0n
  const share = (payUnits * BigInt(rule.sharePermille) + 999n) / 1000n
  return share < missing ? share : missing
}
