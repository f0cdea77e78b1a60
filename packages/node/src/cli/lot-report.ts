import { judgeLot, type LotFile, readLotFile } from '@ailee/market'
import {
  agreementKey,
  bytesToHex,
  type Check,
  checkReceipt,
  portableVerifier,
  type Receipt
} from '@ailee/protocol'
import { readCanonical, showChecks } from './file-checks.js'
import type { Terminal } from './terminal.js'

/** Judges the file of a closed lot, and whether a receipt is in it, and says step by step what came of it. True if all holds. */
export function reportLot(terminal: Terminal, bytes: Uint8Array, receipt: Receipt | undefined): boolean {
  const { value: file, form } = readCanonical(bytes, readLotFile, 'LOT_FILE_MALFORMED')
  const ofReceipt = file === undefined || receipt === undefined ? [] : checkReceiptInLot(file, receipt)
  const checks = [form, ...(file === undefined ? [] : judgeLot(file)), ...ofReceipt]
  const valid = checks.every(({ ok }) => ok)
  const draws = file?.record.draws ?? []
  const count = (state: string): number => draws.filter((draw) => draw.state === state).length
  const counts = {
    draws: draws.length,
    audited: count('equal') + count('different'),
    wrong: count('different')
  }
  if (terminal.isJson) {
    const { commitment: lot = null, catches = null } = file?.record ?? {}
    terminal.json({ valid, lot, targetErrorPpm: file?.targetErrorPpm ?? null, catches, ...counts, checks })
    return valid
  }
  showChecks(terminal, checks)
  if (file === undefined || !valid) {
    terminal.text('\nnot proven: that the audits of this lot were made')
    return false
  }
  terminal.text('\nproven:')
  for (const line of provenBy(file, counts, receipt)) terminal.text(`  - ${line}`)
  terminal.text('not proven:')
  for (const line of notProvenBy(receipt)) terminal.text(`  - ${line}`)
  return true
}

/** That the receipt is genuine, of this lot, and one of the results that stood. */
function checkReceiptInLot({ record, coordinator, network }: LotFile, receipt: Receipt): Check[] {
  const { verdict, taskId, worker } = receipt
  const lotId = verdict?.lotId === undefined ? '' : bytesToHex(verdict.lotId)
  const isOf =
    lotId === record.commitment && verdict?.coordinator === coordinator && receipt.network === network
  // Where the referee was right the coordinator is the worker, and the draw that of the one it contradicted.
  const draw = record.draws.find(
    (one) =>
      one.taskId === taskId &&
      (one.state === 'different'
        ? worker === coordinator
        : one.worker === worker && one.resultKey === agreementKey({ receipt }))
  )
  const stands = draw !== undefined && ['open', 'equal', 'different'].includes(draw.state)
  return [
    ...checkReceipt(portableVerifier, receipt, {}).map((check) => ({
      ...check,
      name: `receipt-${check.name}`
    })),
    {
      name: 'receipt-lot',
      ok: isOf,
      detail: isOf ? 'its verdict names this lot' : 'its verdict names another lot, or none'
    },
    {
      name: 'receipt-draw',
      ok: stands,
      detail: stands
        ? `its result was drawn for, and stood: ${draw.state}`
        : 'its result is not among those that stood'
    }
  ]
}

function provenBy(
  { record }: LotFile,
  { draws, audited, wrong }: { draws: number; audited: number; wrong: number },
  receipt: Receipt | undefined
): string[] {
  return [
    `the draws follow from the secret that lot ${record.commitment} was announced with`,
    `of ${draws} results ${audited} were audited, as many as the draws wanted, and ${wrong} of these were wrong`,
    ...(receipt === undefined ? [] : ['this receipt is of one of them'])
  ]
}

function notProvenBy(receipt: Receipt | undefined): string[] {
  return [
    'when it was announced: compare with what you heard before the results were in',
    'that the audits said what the coordinator says they did: run tasks yourself (ailee-node run --receipt)',
    receipt === undefined
      ? 'that no result is missing: whoever has a receipt can look (--receipt)'
      : 'that no other result is missing: whoever has its receipt can look'
  ]
}
