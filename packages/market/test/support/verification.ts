import { seededRandom } from '@ailee/core'
import {
  type DrawFunction,
  LotPolicy,
  type LotPolicyInit,
  type LotPolicyState,
  type ResultRef,
  sha3Draw,
  type VerificationDecision,
  type VerificationEvent
} from '../../src/index.js'

export const START_MS = 1_700_000_000_000

export const RIGHT = 'right'
export const WRONG = 'wrong'

/** A result of a worker, with what tests seldom care about filled in. */
export function resultOf(
  taskId: string,
  worker: string,
  terms: { key?: string; attempt?: number; value?: bigint; atMs?: number; maxDelayMs?: number } = {}
): Extract<VerificationEvent, { kind: 'result' }> {
  const { key = RIGHT, attempt = 1, value = 10n, atMs = START_MS, maxDelayMs = 3_600_000 } = terms
  return { kind: 'result', taskId, attempt, worker, resultKey: key, value, atMs, maxDelayMs }
}

export function auditedAs({ taskId, attempt }: ResultRef, refereeKey = RIGHT): VerificationEvent {
  return { kind: 'audited', taskId, attempt, refereeKey, atMs: START_MS }
}

export function kindsOf(decisions: readonly VerificationDecision[]): string[] {
  return decisions.map((decision) => decision.kind)
}

export function only<Kind extends VerificationDecision['kind']>(
  decisions: readonly VerificationDecision[],
  kind: Kind
): Extract<VerificationDecision, { kind: Kind }>[] {
  return decisions.filter(
    (decision): decision is Extract<VerificationDecision, { kind: Kind }> => decision.kind === kind
  )
}

/** A policy whose draws a test sets by task, and are sha3's elsewhere. */
export function lotPolicy(
  init: Partial<LotPolicyInit> = {},
  draws: ReadonlyMap<string, number> = new Map(),
  state?: LotPolicyState
): LotPolicy {
  const draw: DrawFunction = (secret, subject) => draws.get(subject.taskId) ?? sha3Draw(secret, subject)
  return new LotPolicy(
    { random: seededRandom(7), draw },
    { epsilon: 0.001, lotSize: 1000, auditAllowanceMs: 0, ...init },
    state
  )
}

/** Lets an honest referee answer until it is asked nothing more; returns all decisions, `decisions` among them. */
export function audit(
  policy: { handle(event: VerificationEvent): VerificationDecision[] },
  decisions: readonly VerificationDecision[],
  refereeKey: string = RIGHT
): VerificationDecision[] {
  const all = [...decisions]
  for (let next = 0; next < all.length; next += 1) {
    const decision = all[next]
    if (decision?.kind === 'audit') all.push(...policy.handle(auditedAs(decision, refereeKey)))
  }
  return all
}

/** Right results of a worker, audited where they are drawn. */
export function work(policy: LotPolicy, worker: string, count: number, prefix = worker): void {
  for (let index = 0; index < count; index += 1) {
    audit(policy, policy.handle(resultOf(`${prefix}-${index}`, worker)))
  }
}
