import { type BidSetEvidence, type BidSetFinding, type BidSetJudgement, judgeBidSet } from '@ailee/market'
import { type Check, portableVerifier, readBidSetFile, type SignedBidSet } from '@ailee/protocol'
import { readCanonical, showChecks } from './file-checks.js'
import type { Terminal } from './terminal.js'

interface Examined {
  signed: SignedBidSet | undefined
  judgement: BidSetJudgement | undefined
  checks: Check[]
}

/** Judges the file of a bid set and says step by step what came of it. True if it is sound. */
export function reportBidSet(terminal: Terminal, bytes: Uint8Array, evidence: BidSetEvidence): boolean {
  const { signed, judgement, checks } = examine(bytes, evidence)
  const finding = judgement?.finding ?? 'NOTHING'
  const valid = finding === 'SOUND'
  if (terminal.isJson) {
    const { root = null, winners = [] } = judgement ?? {}
    const { coordinator = null, taskId = null, attempt = null } = signed?.set.head ?? {}
    terminal.json({ valid, finding, coordinator, taskId, attempt, root, winners, checks })
    return valid
  }
  showChecks(terminal, checks)
  if (signed === undefined || judgement === undefined || finding === 'NOTHING') {
    terminal.text('\nnot proven: anything about this auction')
    return false
  }
  terminal.text('\nproven:')
  for (const line of provenBy(finding, signed, judgement, evidence)) terminal.text(`  - ${line}`)
  terminal.text('not proven:')
  for (const line of notProvenBy(finding, signed)) terminal.text(`  - ${line}`)
  return valid
}

function examine(bytes: Uint8Array, evidence: BidSetEvidence): Examined {
  const { value: signed, form } = readCanonical(bytes, readBidSetFile, 'BID_SET_MALFORMED')
  const judgement = signed && judgeBidSet(portableVerifier, signed, evidence)
  return { signed, judgement, checks: [form, ...(judgement?.checks ?? [])] }
}

function provenBy(
  finding: BidSetFinding,
  { set }: SignedBidSet,
  { winners }: BidSetJudgement,
  evidence: BidSetEvidence
): string[] {
  const { coordinator, taskId, attempt, strategy } = set.head
  const lines = [
    `coordinator ${coordinator} stated that these bids, and no others, were in auction ${attempt} of task ${taskId}`
  ]
  if (finding === 'MIS_SELECTED') {
    lines.push('by its own statement it did not choose as the rule says: it mis-selected')
  } else {
    const who = winners.length === 0 ? 'nobody won' : `${winners.join(', ')} won`
    lines.push(`${who}, as the rule of ${strategy} has it by what the set says`)
  }
  if (evidence.receipt !== undefined) lines.push('the result of the receipt is that of this auction')
  if (finding === 'OMITTED') lines.push('it stated to have the bid as well, and left it out')
  if (finding === 'SOUND' && evidence.bid !== undefined) lines.push('the bid took part as it was made')
  return lines
}

function notProvenBy(finding: BidSetFinding, { set }: SignedBidSet): string[] {
  const lines = [
    'that reputation, health, latency and turns of the workers are true: the coordinator says so'
  ]
  if (finding === 'MISSING') {
    lines.push('that the bid was in time: its bidder knows, and nobody else can')
  }
  if (set.entries.some(({ outcome }) => outcome === 'PASSED_OVER')) {
    lines.push('that those passed over were no longer free')
  }
  if (set.entries.some(({ bid }) => bid === undefined)) {
    lines.push('that bids which were committed to and are not there were never shown')
  }
  lines.push('that everybody who might have bid was asked')
  return lines
}
