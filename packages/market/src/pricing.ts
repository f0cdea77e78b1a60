const GIGAFUEL = 1_000_000_000n

/** A full worker asks for half as much again unless it says otherwise, so that work goes where room is. */
const FULL_LOAD_PERMILLE = 1500n

/**
 * The most a worker charges for an execution, in units: `fuel · price / 1e9`, rounded up. The price rises with the load,
 * from `pricePerGigafuel` where nothing runs to `maxPricePerGigafuel` where every slot is taken; by default that is half
 * as much again. Prices are in units for 10⁹ fuel; `load` need not be whole.
 */
export function bidCost(
  fuel: bigint,
  pricePerGigafuel: bigint,
  load: number,
  slots: number,
  maxPricePerGigafuel?: bigint
): bigint {
  const loadPermille = BigInt(Math.min(1000, Math.round((load / slots) * 1000)))
  const floor = pricePerGigafuel * 1000n
  const full =
    maxPricePerGigafuel === undefined ? pricePerGigafuel * FULL_LOAD_PERMILLE : maxPricePerGigafuel * 1000n
  const ceiling = full < floor ? floor : full
  const price = floor * 1000n + (ceiling - floor) * loadPermille
  return ceilDivide(fuel * price, GIGAFUEL * 1_000_000n)
}

function ceilDivide(dividend: bigint, divisor: bigint): bigint {
  return (dividend + divisor - 1n) / divisor
}
