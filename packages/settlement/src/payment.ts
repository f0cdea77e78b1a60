/**
 * What an execution earned, in units: the part of `costUnits` (the most the worker charges for all of `fuelLimit`)
 * that `fuelUsed` is of the limit, rounded up; never more than `costUnits`.
 */
export function earnedUnits(costUnits: bigint, fuelUsed: bigint, fuelLimit: bigint): bigint {
  if (fuelUsed >= fuelLimit) return costUnits
  return (costUnits * fuelUsed + fuelLimit - 1n) / fuelLimit
}
