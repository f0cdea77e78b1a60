import { commitmentOf, type DrawFunction, SECRET_BYTES, sha3Draw } from './draw.js'
import { auditLevel, auditWeight } from './levels.js'
import type { Draw, LotRecord } from './policy.js'

/** What does not fit in the record of a closed lot. */
export interface DrawProblem {
  code: 'COMMITMENT_DIFFERS' | 'CATCHES_DIFFER' | 'AUDIT_MISSING' | 'DRAW_UNDECIDED' | 'DRAW_REPEATED'
  draw?: Draw
}

/** What was expected when the lot opened: from its announcement and the submitters' target. */
export interface AnnouncedLot {
  commitment: string
  /** Its base rate then. */
  baseRate: number
}

/**
 * Checks a closed lot: that the secret is the one committed to at its opening, and that every result which the draws
 * wanted audited was audited, at the level that the wrong ones among them lead to. It needs no trust in the
 * coordinator, but cannot see results that are missing from the record, or whether the referee was right. Whoever
 * gave or got a result holds its receipt, and can look for it here.
 */
export function checkDraws(
  record: LotRecord,
  announced: AnnouncedLot,
  drawFunction: DrawFunction = sha3Draw
): DrawProblem[] {
  const problems: DrawProblem[] = []
  if (!isSecret(record.secret)) return [{ code: 'COMMITMENT_DIFFERS' }]
  const commitment = commitmentOf(record.secret)
  if (commitment !== record.commitment || commitment !== announced.commitment) {
    problems.push({ code: 'COMMITMENT_DIFFERS' })
  }
  // A lot that closed early has a higher base rate than announced, never a lower one.
  const baseRate = Math.max(record.baseRate, announced.baseRate)
  const caught = record.draws.filter(({ state, certain }) => state === 'different' && !certain)
  if (record.catches !== caught.length) problems.push({ code: 'CATCHES_DIFFER' })
  const level = auditLevel(baseRate, Math.max(record.catches, caught.length))
  const seen = new Set<string>()
  for (const draw of record.draws) {
    const name = `${draw.attempt} ${draw.taskId}`
    if (seen.has(name)) problems.push({ code: 'DRAW_REPEATED', draw })
    seen.add(name)
    if (draw.state === 'auditing') problems.push({ code: 'DRAW_UNDECIDED', draw })
    const weight = auditWeight(draw, announced.baseRate)
    if (draw.state === 'open' && drawFunction(record.secret, draw) < weight * level) {
      problems.push({ code: 'AUDIT_MISSING', draw })
    }
  }
  return problems
}

function isSecret(secret: string): boolean {
  return secret.length === 2 * SECRET_BYTES && /^[0-9a-f]+$/.test(secret)
}
