import { isAileeError, seededRandom } from '@ailee/core'
import * as fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { decideQuorum, LedgerPolicy, ledgerAuditChance, type VerificationEvent } from '../../src/index.js'
import { audit, auditedAs, kindsOf, only, resultOf, START_MS, WRONG } from '../support/verification.js'

const random = seededRandom(3)

test('ledger: the first result is audited, a later one is final at once when it is not drawn', () => {
  const policy = new LedgerPolicy({ random, draw: () => 0.999 }, { epsilon: 0.001 })
  assert.equal(kindsOf(policy.handle(resultOf('a', 'w'))), ['audit'])
  assert.equal(policy.handle(auditedAs({ taskId: 'a', attempt: 1, worker: 'w' })), [
    { kind: 'final', checked: true, taskId: 'a', attempt: 1, worker: 'w' }
  ])
  // After one result the chance is 1/1.001 < 0.9991.
  assert.is(only(policy.handle(resultOf('b', 'w')), 'audit').length, 1)
  assert.equal(policy.handle(resultOf('c', 'w')), [
    { kind: 'final', checked: false, taskId: 'c', attempt: 1, worker: 'w' }
  ])
})

test('property: the balance of the ledger. Neither a right nor a wrong result gains anything on what was promised', () => {
  const chance = fc.record({
    epsilon: fc.double({ min: 1e-5, max: 0.1, noNaN: true }),
    results: fc.nat(1_000_000)
  })
  fc.assert(
    fc.property(chance, ({ epsilon, results }) => {
      const potential = (n: number): number => epsilon * n
      const q = ledgerAuditChance(results, epsilon)
      const honest = -epsilon + potential(results + 1)
      const wrong = (1 - q) * (1 - epsilon + potential(results + 1))
      const tolerance = 1e-9 * (1 + potential(results))
      assert.ok(Math.abs(honest - potential(results)) < tolerance)
      assert.ok(Math.abs(wrong - potential(results)) < tolerance)
    })
  )
})

test('ledger: who has left begins anew, and a ban stays', () => {
  const workers = ['w', 'banned'].map((worker) => ({ worker, results: 500, isBanned: worker !== 'w' }))
  const policy = new LedgerPolicy({ random, draw: () => 0.99 }, { epsilon: 0.1 }, { secret: '00', workers })
  assert.equal(kindsOf(policy.handle(resultOf('a', 'w'))), ['final'])
  for (const worker of ['w', 'banned', 'never seen'])
    assert.equal(policy.handle({ kind: 'left', worker }), [])
  assert.equal(kindsOf(policy.handle(resultOf('b', 'w'))), ['audit'])
  assert.equal(kindsOf(policy.handle(resultOf('c', 'banned'))), ['requeue'])
})

test('property: the chance of an audit is never below what a stake asks for, and never lowered by it', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })
  fc.assert(
    fc.property(share, share, fc.nat(5000), (drawn, leastAuditChance, results) => {
      const state = { secret: '00', workers: [{ worker: 'w', results, isBanned: false }] }
      const policy = new LedgerPolicy({ random, draw: () => drawn }, { epsilon: 0.001 }, state)
      const decided = kindsOf(policy.handle({ ...resultOf('t', 'w'), leastAuditChance }))
      const chance = Math.max(leastAuditChance, ledgerAuditChance(results, 0.001))
      assert.equal(decided, [drawn < chance ? 'audit' : 'final'])
    })
  )
})

test('ledger: a wrong result bans, a banned worker gets nothing accepted, and a referee that errs bans nobody', () => {
  const policy = new LedgerPolicy({ random, draw: () => 0 }, { epsilon: 0.001 })
  for (let index = 0; index < 120; index += 1) {
    audit(policy, policy.handle(resultOf(`t${index}`, 'w')))
  }
  policy.handle(resultOf('erred', 'w'))
  const again = policy.handle(auditedAs({ taskId: 'erred', attempt: 1, worker: 'w' }, WRONG))
  assert.equal(kindsOf(again), ['audit'])
  assert.equal(kindsOf(policy.handle(auditedAs({ taskId: 'erred', attempt: 1, worker: 'w' }))), ['final'])
  const caught = audit(policy, policy.handle(resultOf('bad', 'w', { key: WRONG })))
  assert.equal(kindsOf(caught), ['audit', 'audit', 'replaced', 'caught', 'ban'])
  assert.equal(kindsOf(policy.handle(resultOf('after', 'w'))), ['requeue'])
})

test('ledger: a restored policy draws as the first one would have', () => {
  const init = { epsilon: 0.01 }
  const one = new LedgerPolicy({ random: seededRandom(1) }, init)
  const underWay: Extract<VerificationEvent, { kind: 'result' }>[] = []
  for (let index = 0; index < 300; index += 1) {
    const event = resultOf(`t${index}`, `w${index % 7}`)
    const decisions = one.handle(event)
    if (index % 3 > 0) audit(one, decisions)
    else if (only(decisions, 'audit').length > 0) underWay.push(event)
  }
  const state = JSON.parse(JSON.stringify(one.snapshot()))
  const two = new LedgerPolicy({ random: seededRandom(2) }, init, state)
  assert.ok(underWay.length > 0)
  assert.equal(two.pendingAudits(), [])
  // Told again, as after a restart, each is audited all the same.
  for (const event of underWay) assert.equal(kindsOf(two.handle({ ...event, toldBefore: true })), ['audit'])
  assert.equal(two.pendingAudits(), one.pendingAudits())
  for (let index = 300; index < 900; index += 1) {
    const event = resultOf(`t${index}`, `w${index % 7}`)
    const decisions = one.handle(event)
    assert.equal(two.handle(event), decisions)
    for (const { taskId, attempt, worker } of only(decisions, 'audit')) {
      const audited = auditedAs({ taskId, attempt, worker })
      assert.equal(two.handle(audited), one.handle(audited))
    }
  }
  assert.equal(two.snapshot(), one.snapshot())
})

test('ledger: what is not accepted earns no trust', () => {
  const policy = new LedgerPolicy({ random, draw: () => 0 }, { epsilon: 0.1 })
  const resultsOf = () => policy.snapshot().workers.map(({ results }) => results)
  audit(policy, policy.handle(resultOf('right', 'w')))
  assert.equal(resultsOf(), [1])
  policy.handle(resultOf('failing', 'w'))
  assert.equal(resultsOf(), [1], 'an audit under way is not saved')
  policy.handle({ kind: 'audit-failed', taskId: 'failing', attempt: 1, atMs: START_MS })
  policy.handle(resultOf('cancelled', 'w'))
  policy.handle({ kind: 'withdrawn', taskId: 'cancelled', atMs: START_MS })
  policy.handle({ kind: 'withdrawn', taskId: 'right', atMs: START_MS })
  assert.equal(resultsOf(), [1])
})

test('ledger: where saboteurs hold a part of the capacity only, less is audited', () => {
  assert.is(ledgerAuditChance(0, 0.001, 0.35), 1)
  assert.ok(Math.abs(ledgerAuditChance(350, 0.001, 0.35) - 0.5) < 1e-12)
  assert.ok(Math.abs(ledgerAuditChance(1000, 0.001) - 0.5) < 1e-12)
})

test('ledger: the workers it knows are bounded', () => {
  const policy = new LedgerPolicy({ random }, { epsilon: 0.001, maxWorkers: 20 })
  for (let index = 0; index < 100; index += 1) {
    audit(policy, policy.handle(resultOf(`v${index}`, 'veteran')))
    audit(policy, policy.handle(resultOf(`t${index}`, `w${index}`)))
  }
  const { workers } = policy.snapshot()
  assert.ok(workers.length <= 20, `${workers.length}`)
  assert.ok(workers.some(({ worker }) => worker === 'veteran'))
})

test('final-now audits every result of everybody', () => {
  const policy = new LedgerPolicy({ random }, 'final-now')
  for (let index = 0; index < 300; index += 1) {
    const decisions = policy.handle(resultOf(`t${index}`, 'w'))
    assert.equal(kindsOf(decisions), ['audit'])
    assert.equal(kindsOf(audit(policy, decisions)).at(-1), 'final')
  }
  const failed = policy.handle(resultOf('t', 'w'))
  assert.is(failed.length, 1)
  assert.equal(kindsOf(policy.handle({ kind: 'audit-failed', taskId: 't', attempt: 1, atMs: START_MS })), [
    'requeue'
  ])
})

test('property: a quorum that is asked for is kept, and none below the majority can be asked for', () => {
  const votes = fc.record({
    keys: fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 9 }),
    replicas: fc.integer({ min: 1, max: 7 }),
    quorum: fc.integer({ min: 0, max: 9 })
  })
  fc.assert(
    fc.property(votes, ({ keys, replicas, quorum }) => {
      if (quorum <= replicas / 2 || quorum > replicas) {
        assert.throws(
          () => decideQuorum(keys, replicas, 0, quorum),
          (error: unknown) => isAileeError(error, 'VERIFICATION_TERMS_INVALID')
        )
        return
      }
      const decision = decideQuorum(keys, replicas, 0, quorum)
      if (decision.kind !== 'accepted') return
      assert.ok(decision.votes >= quorum)
      assert.is(keys.filter((key) => key === decision.key).length, decision.votes)
    })
  )
})

test.run()
