import type { NodeId } from '@ailee/core'
import { nodeIdFromPublicKey } from '../node-id.js'
import type { Check } from '../receipt/verify.js'
import type { Verifier } from '../signature/ed25519.js'
import { verifyStatement } from '../signature/verify.js'
import { compareStatements } from './contradiction.js'
import { type Evidence, evidenceId, evidenceOf, offenderOf } from './evidence.js'
import {
  authorOf,
  type EvidenceKind,
  type SignedStatement,
  signatureOf,
  statementOf
} from './signed-statement.js'

/** What evidence is worth. */
export interface EvidenceJudgement {
  /** True: its node has signed two statements that cannot both be honest. */
  valid: boolean
  offender: NodeId
  kind: EvidenceKind
  /** 64 hex digits, the same for the same two statements in any order and under any signatures. */
  id: string
  /** What was looked at, in order, up to the first thing that does not hold. */
  checks: Check[]
}

/** Judges evidence by itself: nobody is asked, and no clock, since what was said stays said. Cheap checks come before signatures. */
export function judgeEvidence(verifier: Verifier, evidence: Evidence): EvidenceJudgement {
  const { kind } = evidence
  const checks: Check[] = []
  for (const check of steps(verifier, evidence)) {
    checks.push(check)
    if (!check.ok) break
  }
  const valid = checks.every(({ ok }) => ok)
  return { valid, offender: offenderOf(evidence), kind, id: evidenceId(evidence), checks }
}

function* steps(verifier: Verifier, { statements: [first, second] }: Evidence): Generator<Check> {
  const author = authorOf(first)
  yield {
    name: 'one-author',
    ok: author === authorOf(second) && isSignersOwn(first) && isSignersOwn(second),
    detail: `${author}, by its own key`
  }
  const { subject, obstacle, differences } = compareStatements(first, second)
  yield { name: 'one-subject', ok: subject !== undefined, detail: subject ?? obstacle }
  yield {
    name: 'contradiction',
    ok: differences.length > 0 && evidenceOf(first, second) !== undefined,
    detail: differences.length > 0 ? differences.join('; ') : 'they differ in nothing that matters'
  }
  yield signatureCheck(verifier, 'first-signature', first)
  yield signatureCheck(verifier, 'second-signature', second)
}

/** True if the key that signed is that of the node it is said to be of. */
function isSignersOwn(signed: SignedStatement): boolean {
  return nodeIdFromPublicKey(signatureOf(signed).publicKey) === authorOf(signed)
}

function signatureCheck(verifier: Verifier, name: string, signed: SignedStatement): Check {
  const { leafIndex, treeSize } = signatureOf(signed)
  return {
    name,
    ok: verifyStatement(verifier, statementOf(signed), signatureOf(signed)),
    detail: `leaf ${leafIndex + 1} of ${treeSize} in its signed batch`
  }
}
