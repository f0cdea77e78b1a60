import { isAileeError, remoteText } from '@ailee/core'
import {
  type Check,
  type EvidenceJudgement,
  type EvidenceKind,
  judgeEvidence,
  portableVerifier,
  readEvidenceFile
} from '@ailee/protocol'
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
  for (const { name, ok, detail } of checks) {
    terminal.text(`${ok ? 'ok  ' : 'FAIL'} ${name}: ${remoteText(detail, 1000)}`)
  }
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
  try {
    const judgement = judgeEvidence(portableVerifier, readEvidenceFile(bytes))
    const form = { name: 'canonical-form', ok: true, detail: 'the file is byte for byte as it was written' }
    return { judgement, checks: [form, ...judgement.checks] }
  } catch (error) {
    if (!isAileeError(error, 'EVIDENCE_MALFORMED')) throw error
    return { judgement: undefined, checks: [{ name: 'canonical-form', ok: false, detail: error.message }] }
  }
}
