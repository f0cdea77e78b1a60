import { isAileeError, remoteText } from '@ailee/core'
import { type BidSetEvidence, type BidSetFinding, type BidSetJudgement, judgeBidSet } from '@ailee/market'
import { type Check, portableVerifier, readBidSetFile, type SignedBidSet } from '@ailee/protocol'
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
  for (const { name, ok, detail } of checks) {
    terminal.text(`${ok ? 'ok  ' : 'FAIL'} ${name}: ${remoteText(detail, 1000)}`)
  }
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
  try {
    const signed = readBidSetFile(bytes)
    const judgement = judgeBidSet(portableVerifier, signed, evidence)
    const form = { name: 'canonical-form', ok: true, detail: 'the file is byte for byte as it was written' }
    return { signed, judgement, checks: [form, ...judgement.checks] }
  } catch (error) {
    if (!isAileeError(error, 'BID_SET_MALFORMED')) throw error
    const form = { name: 'canonical-form', ok: false, detail: error.message }
    return { signed: undefined, judgement: undefined, checks: [form] }
  }
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
