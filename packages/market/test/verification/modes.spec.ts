import { isAileeError, seededRandom } from '@ailee/core'
import * as fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { decideQuorum, LedgerPolicy, ledgerAuditChance, ReplicasPolicy } from '../../src/index.js'
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
  for (let index = 0; index < 300; index += 1) {
    const decisions = one.handle(resultOf(`t${index}`, `w${index % 7}`))
    if (index % 3 > 0) audit(one, decisions)
  }
  const state = JSON.parse(JSON.stringify(one.snapshot()))
  const two = new LedgerPolicy({ random: seededRandom(2) }, init, state)
  assert.ok(one.pendingAudits().length > 0)
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

test('ledger: what changed, written record by record, is the snapshot', () => {
  const init = { epsilon: 0.01, maxWorkers: 12 }
  const policy = new LedgerPolicy({ random: seededRandom(4) }, init, undefined, true)
  const workers = new Map<string, unknown>()
  const pending = new Map<string, unknown>()
  const pick = seededRandom(8).float
  for (let index = 0; index < 600; index += 1) {
    const key = pick() < 0.1 ? WRONG : 'right'
    const decisions = policy.handle(resultOf(`t${index}`, `w${Math.floor(pick() * 25)}`, { key }))
    if (pick() < 0.8) audit(policy, decisions)
    if (pick() < 0.1) policy.handle({ kind: 'withdrawn', taskId: `t${index - 1}`, atMs: START_MS })
    const changes = policy.takeChanges()
    for (const worker of changes.forgottenWorkers) workers.delete(worker)
    for (const worker of changes.workers) workers.set(worker.worker, worker)
    for (const taskId of changes.settled) pending.delete(taskId)
    for (const waiting of changes.pending) pending.set(waiting.taskId, waiting)
  }
  const state = policy.snapshot()
  assert.ok(state.pending.length > 5 && state.workers.length > 5)
  assert.equal(workers, new Map(state.workers.map((worker) => [worker.worker, worker])))
  assert.equal(pending, new Map(state.pending.map((waiting) => [waiting.taskId, waiting])))
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

test('replicas: a majority stands, the others are disputed, a lost execution is replaced', () => {
  const policy = new ReplicasPolicy({ replicas: 3 })
  assert.equal(policy.handle(resultOf('t', 'a')), [])
  const lost = { kind: 'lost', taskId: 't', attempt: 2, worker: 'b', atMs: START_MS } as const
  assert.equal(policy.handle(lost), [{ kind: 'execute', taskId: 't', missing: 1 }])
  assert.equal(policy.handle(resultOf('t', 'c', { key: WRONG, attempt: 3 })), [])
  assert.equal(policy.handle(resultOf('t', 'd', { attempt: 4 })), [
    { kind: 'final', checked: true, taskId: 't', attempt: 1, worker: 'a' },
    { kind: 'disputed', taskId: 't', attempt: 3, worker: 'c' },
    { kind: 'final', checked: true, taskId: 't', attempt: 4, worker: 'd' }
  ])
  assert.equal(policy.snapshot(), [])
})

test('replicas: one worker has one vote', () => {
  const policy = new ReplicasPolicy({ replicas: 3 })
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    assert.equal(policy.handle(resultOf('t', 'a', { key: WRONG, attempt })), [])
  }
  assert.is(policy.votesOf('t')?.votes.length, 1)
  assert.is(policy.votesOf('unknown'), undefined)
})

test('replicas: a restored policy goes on counting', () => {
  const one = new ReplicasPolicy({ replicas: 3 })
  one.handle(resultOf('t', 'a'))
  one.handle(resultOf('t', 'b', { key: WRONG }))
  const two = new ReplicasPolicy({ replicas: 3 }, JSON.parse(JSON.stringify(one.snapshot())))
  assert.equal(two.handle(resultOf('t', 'c')), one.handle(resultOf('t', 'c')))
})

test('replicas: a quorum above the majority asks for more agreement, and gives up when it cannot come', () => {
  const policy = new ReplicasPolicy({ replicas: 3, quorum: 3 })
  for (const worker of ['a', 'b']) policy.handle(resultOf('t', worker))
  assert.equal(policy.handle(resultOf('t', 'c', { key: WRONG })), [
    { kind: 'execute', taskId: 't', missing: 1 }
  ])
  assert.is(only(policy.handle(resultOf('t', 'd')), 'final').length, 3)
  // Two results differ: a third that agrees with one of them is not enough, so a fourth is asked for at once.
  assert.equal(policy.handle(resultOf('u', 'w1', { key: 'k1' })), [])
  assert.equal(policy.handle(resultOf('u', 'w2', { key: 'k2' })), [
    { kind: 'execute', taskId: 'u', missing: 1 }
  ])
  assert.equal(policy.handle(resultOf('u', 'w3', { key: 'k3' })), [
    { kind: 'execute', taskId: 'u', missing: 1 }
  ])
  assert.equal(policy.handle(resultOf('u', 'w4', { key: 'k4' })), [{ kind: 'failed', taskId: 'u' }])
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
