import { seededRandom } from '@ailee/core'
import * as fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  type AnnouncedLot,
  auditWeight,
  checkDraws,
  LotPolicy,
  type LotPolicyState,
  type LotRecord,
  probationLength,
  type VerificationDecision,
  type VerificationEvent
} from '../../src/index.js'
import { auditedAs, RIGHT, resultOf, START_MS, WRONG } from '../support/verification.js'

const init = { epsilon: 0.001, lotSize: 40, auditAllowanceMs: 0, maxWorkers: 12 }

/** A network in miniature: workers of all sorts, audits that come late, losses, withdrawals, ticks. */
class Life {
  readonly closed: { record: LotRecord; announced: AnnouncedLot }[] = []
  readonly finals = new Map<string, number>()
  /** Tasks that were withdrawn. */
  readonly ended = new Set<string>()
  /** Results that are paid, and results that were proven wrong or do not count, by task and attempt. */
  readonly paid = new Set<string>()
  readonly unpaid = new Set<string>()
  readonly #random
  readonly #announced = new Map<number, AnnouncedLot>()
  readonly #audits: VerificationEvent[] = []
  readonly #waiting: { taskId: string; attempt: number }[] = []
  #tasks = 0
  #atMs = START_MS

  constructor(seed: number) {
    this.#random = seededRandom(seed).float
  }

  next(): VerificationEvent {
    const pick = this.#random()
    this.#atMs += 1
    const audit = this.#audits[0]
    if (audit !== undefined && pick < 0.45) {
      this.#audits.shift()
      return audit
    }
    if (pick < 0.47) return { kind: 'tick', atMs: this.#atMs + (this.#random() < 0.1 ? 10_000 : 0) }
    const again = pick < 0.7 ? this.#waiting.shift() : undefined
    const { taskId, attempt } = again ?? { taskId: `t${++this.#tasks}`, attempt: 1 }
    if (pick > 0.98) {
      this.ended.add(taskId)
      return { kind: 'withdrawn', taskId, atMs: this.#atMs }
    }
    const index = Math.floor(this.#random() * 10)
    // Names of saboteurs change, so that there is always one that is not banned.
    const worker = index < 3 ? `saboteur-${index}-${Math.floor(this.#tasks / 25)}` : `honest-${index}`
    if (pick > 0.96) {
      this.#waiting.push({ taskId, attempt: attempt + 1 })
      return { kind: 'lost', taskId, attempt, worker, atMs: this.#atMs }
    }
    const key = index < 3 && this.#random() < 0.4 ? WRONG : RIGHT
    const value = BigInt(Math.ceil(this.#random() * 20))
    return resultOf(taskId, worker, { attempt, key, value, atMs: this.#atMs, maxDelayMs: 5000 })
  }

  told(decisions: readonly VerificationDecision[]): void {
    for (const decision of decisions) {
      if (decision.kind === 'audit') {
        // Now and then the referee errs, or fails.
        const pick = this.#random()
        const { taskId, attempt } = decision
        this.#audits.push(
          pick < 0.02
            ? { kind: 'audit-failed', taskId, attempt, atMs: this.#atMs }
            : auditedAs(decision, pick < 0.03 ? 'noise' : RIGHT)
        )
      } else if (decision.kind === 'requeue' && decision.reason !== 'lost') {
        this.unpaid.add(`${decision.taskId}/${decision.attempt}`)
        this.#waiting.push({ taskId: decision.taskId, attempt: decision.attempt + 1 })
      } else if (decision.kind === 'final' || decision.kind === 'replaced') {
        this.finals.set(decision.taskId, (this.finals.get(decision.taskId) ?? 0) + 1)
        const isPaid = decision.kind === 'final'
        ;(isPaid ? this.paid : this.unpaid).add(`${decision.taskId}/${decision.attempt}`)
      } else if (decision.kind === 'lot-opened') {
        this.#announced.set(decision.lotId, decision)
      } else if (decision.kind === 'lot-closed') {
        const announced = this.#announced.get(decision.lotId)
        assert.ok(announced, 'a lot closed that was never opened')
        if (announced !== undefined) this.closed.push({ record: decision.record, announced })
      }
    }
  }
}

test('property: through any life, every task is decided once, and every closed lot can be checked', () => {
  let closed = 0
  fc.assert(
    fc.property(fc.integer(), fc.boolean(), (seed, large) => {
      const life = new Life(seed)
      // Large lots are never full here: each is closed early, at a rate far above the one it was opened with.
      const terms = large ? { ...init, epsilon: 0.01, lotSize: 1000 } : init
      const policy = new LotPolicy({ random: seededRandom(seed) }, terms)
      for (let step = 0; step < 1500; step += 1) life.told(policy.handle(life.next()))
      for (const [taskId, times] of life.finals) assert.is(times, 1, `${taskId}, seed ${seed}`)
      for (const taskId of life.ended)
        assert.not.ok(life.finals.has(taskId), `${taskId} ended before, seed ${seed}`)
      for (const result of life.paid)
        assert.not.ok(life.unpaid.has(result), `${result} is paid, seed ${seed}`)
      for (const { record, announced } of life.closed) assert.equal(checkDraws(record, announced), [])
      const { lots, results, workers } = policy.snapshot()
      assert.ok(lots.length <= 16)
      const undecided = results.filter(({ state }) => state === 'open' || state === 'auditing')
      // Beyond the bound only those of whom something is still to be decided.
      const waiting = new Set(undecided.map(({ worker }) => worker)).size
      assert.ok(workers.length <= init.maxWorkers + waiting + 1, `${workers.length}, ${waiting} waiting`)
      for (const { lotId, size } of lots) {
        const draws = results.filter((result) => result.lotId === lotId)
        const provisional = draws.filter(({ state }) => state === 'open' || state === 'auditing')
        assert.ok(provisional.length <= size)
      }
      closed += life.closed.length
    }),
    { numRuns: 40 }
  )
  assert.ok(closed > 100, `${closed} lots closed`)
})

test('property: a policy restored from its snapshot, or told all events again, goes on as if nothing had happened', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 600 }), (seed, restart) => {
      const life = new Life(seed)
      const random = () => seededRandom(seed)
      const first = new LotPolicy({ random: random() }, init)
      const again = new LotPolicy({ random: random() }, init)
      for (let step = 0; step < restart; step += 1) {
        const event = life.next()
        const decisions = first.handle(event)
        assert.equal(again.handle(event), decisions)
        life.told(decisions)
      }
      const state: LotPolicyState = JSON.parse(JSON.stringify(first.snapshot()))
      const others = [new LotPolicy({ random: seededRandom(99) }, init, state), again]
      const byTask = (one: { taskId: string }, other: { taskId: string }): number =>
        one.taskId < other.taskId ? -1 : 1
      for (const other of others) {
        assert.equal(other.snapshot(), state)
        assert.equal(other.pendingAudits().sort(byTask), first.pendingAudits().sort(byTask))
      }
      const auditing = state.results.filter((result) => result.state === 'auditing')
      assert.is(first.pendingAudits().length, auditing.length)
      for (let step = 0; step < 300; step += 1) {
        const event = life.next()
        const decisions = first.handle(event)
        // Secrets of lots opened from here on differ.
        if (decisions.some(({ kind }) => kind === 'lot-opened')) break
        for (const other of others) assert.equal(other.handle(event), decisions)
        life.told(decisions)
      }
    }),
    { numRuns: 60 }
  )
})

test('a record that was tampered with does not pass', () => {
  const life = new Life(5)
  const policy = new LotPolicy({ random: seededRandom(5) }, init)
  while (life.closed.length < 4) life.told(policy.handle(life.next()))
  let tried = 0
  for (const { record, announced } of life.closed) {
    const codes = (changed: Partial<LotRecord>): string[] =>
      checkDraws({ ...record, ...changed }, announced).map(({ code }) => code)
    assert.equal(codes({}), [])
    const other = `00${record.secret.slice(2)}`
    if (other !== record.secret) assert.ok(codes({ secret: other }).includes('COMMITMENT_DIFFERS'))
    assert.equal(codes({ secret: 'no hex' }), ['COMMITMENT_DIFFERS'])
    assert.ok(codes({ catches: record.catches + 1 }).includes('CATCHES_DIFFER'))
    const [draw] = record.draws
    if (draw !== undefined) assert.ok(codes({ draws: [...record.draws, draw] }).includes('DRAW_REPEATED'))
    // An audit that the draw wanted and that is said not to have been made.
    const audited = record.draws.find(({ state, certain }) => state === 'equal' && certain)
    if (audited === undefined) continue
    tried += 1
    const skipped = record.draws.map((one) => (one === audited ? { ...one, state: 'open' as const } : one))
    assert.ok(codes({ draws: skipped }).includes('AUDIT_MISSING'))
    const undecided = record.draws.map((one) =>
      one === audited ? { ...one, state: 'auditing' as const } : one
    )
    assert.ok(codes({ draws: undecided }).includes('DRAW_UNDECIDED'))
  }
  assert.ok(tried > 0)
})

test('the weight of a result never rises with what its worker has shown, and never falls with value', () => {
  const facts = fc.record({
    priorResults: fc.nat(10_000),
    probationResults: fc.nat(5000),
    valueWeight: fc.double({ min: 1, max: 1000, noNaN: true })
  })
  const rate = fc.double({ min: 0.001, max: 1, noNaN: true })
  fc.assert(
    fc.property(facts, rate, (draw, baseRate) => {
      const weight = auditWeight(draw, baseRate)
      assert.ok(weight >= 1)
      assert.ok(auditWeight({ ...draw, priorResults: draw.priorResults + 1 }, baseRate) <= weight)
      assert.ok(auditWeight({ ...draw, valueWeight: draw.valueWeight * 2 }, baseRate) >= weight)
      if (draw.priorResults <= draw.probationResults) assert.ok(weight * baseRate >= 1 - 1e-12)
    })
  )
  assert.equal([0, 0.1, 1, 10, 100].map(probationLength), [3, 23, 203, 2003, 5000])
})

test.run()
