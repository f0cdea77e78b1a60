const GIGAFUEL = 1_000_000_000n

/** A full worker asks for half as much again, so that work goes where room is. */
const OVERLOAD_PERMILLE = 500n

/**
 * The most a worker charges for an execution, in units: `fuel · price / 1e9`, rounded up, and up to half as much
 * again with load. `pricePerGigafuel` is in units for 10⁹ fuel.
 */
export function bidCost(fuel: bigint, pricePerGigafuel: bigint, load: number, slots: number): bigint {
  const loadPermille = BigInt(Math.min(1000, Math.round((load / slots) * 1000)))
  const factor = 1_000_000n + OVERLOAD_PERMILLE * loadPermille
  return ceilDivide(fuel * pricePerGigafuel * factor, GIGAFUEL * 1_000_000n)
}

function ceilDivide(dividend: bigint, divisor: bigint): bigint {
  return (dividend + divisor - 1n) / divisor
}
