import { MAX_UNITS } from '../constants.js'
import type { OperationKind } from './operation.js'
import type { Totals } from './records.js'

type Flow = 'mintedUnits' | 'burnedUnits' | 'escrowedUnits' | 'paidUnits' | 'refundedUnits' | 'slashedUnits'

/** Which sum an operation's units are added to. Fees and transfers stay among the balances. */
const flows: Readonly<Record<OperationKind, Flow | undefined>> = {
  credit: 'mintedUnits',
  burn: 'burnedUnits',
  hold: 'escrowedUnits',
  stake: 'escrowedUnits',
  release: 'paidUnits',
  refund: 'refundedUnits',
  unstake: 'refundedUnits',
  slash: 'slashedUnits',
  debit: undefined,
  transfer: undefined
}

/** The totals with the flow of one more movement; balances and held units follow from the records instead. */
export function addFlow(totals: Totals, kind: OperationKind, movedUnits: bigint): Totals {
  const flow = flows[kind]
  return flow === undefined ? totals : { ...totals, [flow]: totals[flow] + movedUnits }
}

/** What is wrong with the totals, or undefined if units are conserved. */
export function imbalanceOf(totals: Totals): string | undefined {
  const { mintedUnits, burnedUnits, balancesUnits, escrowedUnits, paidUnits, refundedUnits } = totals
  const { slashedUnits, heldUnits } = totals
  const supply = mintedUnits - burnedUnits
  const accounted = paidUnits + refundedUnits + slashedUnits + heldUnits
  if (balancesUnits < 0n || heldUnits < 0n)
    return `balances ${balancesUnits} or held ${heldUnits} are negative`
  if (supply > MAX_UNITS) return `minted − burned is ${supply}, over 64 bits`
  if (escrowedUnits !== accounted) {
    return `escrowed ${escrowedUnits} is not paid + refunded + slashed + held = ${accounted}`
  }
  if (balancesUnits + heldUnits !== supply) {
    return `balances + held = ${balancesUnits + heldUnits} is not minted − burned = ${supply}`
  }
  return undefined
}
