import {
  type Check,
  type EvidenceJudgement,
  type EvidenceKind,
  judgeEvidence,
  portableVerifier,
  readEvidenceFile
} from '@ailee/protocol'
import { readCanonical, showChecks } from './file-checks.js'
import type { Terminal } from './terminal.js'

/** What differs where two statements of a kind contradict each other. */
const statements: Readonly<Record<EvidenceKind, string>> = {
  RECEIPT: 'results of one execution, which has only one',
  VERDICT: 'verdicts on one receipt',
  BID: 'bids in one auction, of a series in which it had bound itself to one'
}

/** Judges an evidence file and says step by step what came of it. True if it convicts. */
export function reportEvidence(terminal: Terminal, bytes: Uint8Array): boolean {
  const { judgement, checks } = examine(bytes)
  const valid = judgement?.valid ?? false
  if (terminal.isJson) {
    const { kind = null, offender = null, id = null } = judgement ?? {}
    terminal.json({ valid, kind, offender, id, checks })
    return valid
  }
  showChecks(terminal, checks)
  if (judgement === undefined || !valid) {
    terminal.text('\nnot evidence: it proves nothing against anybody')
    return false
  }
  const { kind, offender, id } = judgement
  terminal.text('\nproven:')
  terminal.text(`  - ${offender} signed two different ${statements[kind]}`)
  terminal.text(`  - no node that keeps to the protocol does: this is evidence ${id} against it`)
  terminal.text('not proven:')
  terminal.text('  - which of the two statements is false')
  terminal.text('  - why: a machine that computes wrongly or forgot what it said is not told from a liar')
  return true
}

function examine(bytes: Uint8Array): { judgement: EvidenceJudgement | undefined; checks: Check[] } {
  const { value, form } = readCanonical(bytes, readEvidenceFile, 'EVIDENCE_MALFORMED')
  const judgement = value && judgeEvidence(portableVerifier, value)
  return { judgement, checks: [form, ...(judgement?.checks ?? [])] }
}
