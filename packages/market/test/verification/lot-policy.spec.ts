import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { auditLevel, baseRate } from '../../src/index.js'
import {
  audit,
  auditedAs,
  kindsOf,
  lotPolicy,
  only,
  RIGHT,
  resultOf,
  START_MS,
  WRONG,
  work
} from '../support/verification.js'

const BASE = baseRate({ epsilon: 0.001, lotSize: 1000 })
/** Past probation, and far enough for the weight to have faded to 1. */
const SEASONED = 10
const never = (tasks: readonly string[]) => new Map(tasks.map((task) => [task, 0.999999]))

test('the first result opens a lot, commits to its draws, and is audited: everybody starts on probation', () => {
  const policy = lotPolicy()
  const [announced] = policy.commitments()
  const decisions = policy.handle(resultOf('t', 'w'))
  assert.equal(kindsOf(decisions), ['lot-opened', 'provisional', 'audit'])
  const [opened] = only(decisions, 'lot-opened')
  assert.is(opened?.size, 1000)
  assert.is(opened?.baseRate, BASE)
  assert.match(opened?.commitment ?? '', /^[0-9a-f]{64}$/)
  assert.is(opened?.commitment, announced, 'known before the first result')
  assert.is(policy.placeOf('t')?.commitment, announced)
  assert.is(policy.commitments()[0], announced)
  assert.is(new Set(policy.commitments()).size, 2)
  assert.equal([policy.holds('t'), policy.auditOf('t')?.attempt, policy.holds('u')], [true, 1, false])
  assert.is(only(decisions, 'audit')[0]?.reason, 'probation')
  const after = policy.handle(auditedAs({ taskId: 't', attempt: 1, worker: 'w' }))
  const lot = announced ?? ''
  assert.equal(after, [{ kind: 'final', checked: true, lot, taskId: 't', attempt: 1, worker: 'w' }])
  assert.equal([policy.holds('t'), policy.auditOf('t')], [false, undefined])
})

test('three results are always audited, then fewer and fewer', () => {
  const policy = lotPolicy({}, never(['a', 'b', 'c', 'd', 'e']))
  const audits = ['a', 'b', 'c', 'd', 'e'].map((task) => {
    const decisions = policy.handle(resultOf(task, 'w'))
    audit(policy, decisions)
    return only(decisions, 'audit').length
  })
  // The fourth is audited for certain too: its weight is 1/a.
  assert.equal(audits, [1, 1, 1, 1, 0])
})

test('a lot is final when it is full and nothing is being audited, and shows its draws then', () => {
  const policy = lotPolicy({ lotSize: 20 })
  const decisions = Array.from({ length: 19 }, (_, index) => policy.handle(resultOf(`t${index}`, 'w'))).flat()
  const done = audit(policy, decisions)
  assert.is(only(done, 'lot-closed').length, 0)
  const last = audit(policy, policy.handle(resultOf('t19', 'w')))
  const [closed] = only(last, 'lot-closed')
  assert.is(closed?.record.draws.length, 20)
  assert.is(only([...done, ...last], 'final').length, 20)
  assert.equal(policy.snapshot().lots, [])
})

test('a full lot waits for its audits while the next one takes tasks in', () => {
  const policy = lotPolicy({ lotSize: 2 })
  const [first] = only(policy.handle(resultOf('a', 'w')), 'audit')
  policy.handle(resultOf('b', 'w'))
  const opened = policy.handle(resultOf('c', 'w'))
  assert.is(only(opened, 'lot-opened')[0]?.lotId, 2)
  assert.is(policy.snapshot().lots.length, 2)
  assert.ok(first)
  policy.handle(auditedAs(first))
  const closed = policy.handle(auditedAs({ taskId: 'b', attempt: 1, worker: 'w' }))
  assert.is(only(closed, 'lot-closed')[0]?.lotId, 1)
})

test('a wrong result on probation: replaced, banned, and the level stays, for there was no chance to miss it', () => {
  const policy = lotPolicy()
  const decisions = audit(policy, policy.handle(resultOf('t', 'w', { key: WRONG })))
  assert.equal(kindsOf(decisions), ['lot-opened', 'provisional', 'audit', 'replaced', 'caught', 'ban'])
  assert.is(only(decisions, 'replaced')[0]?.refereeKey, RIGHT)
  assert.is(policy.catches, 0)
  assert.is(policy.recentBans, 0)
  assert.equal(kindsOf(policy.handle(resultOf('u', 'w'))), ['requeue'])
})

test('a wrong result found by a draw raises the level, and what it reaches now is audited too', () => {
  const draws = new Map([
    ['bad', 0],
    ['near', BASE * 2.9],
    ['far', 0.9999]
  ])
  const policy = lotPolicy({ lotSize: 5000 }, draws)
  const base = baseRate({ epsilon: 0.001, lotSize: 5000 })
  draws.set('near', base * 2.9)
  for (const worker of ['v', 'w']) work(policy, worker, SEASONED)
  policy.handle(resultOf('near', 'v'))
  policy.handle(resultOf('far', 'v'))
  const decisions = policy.handle(resultOf('bad', 'w', { key: WRONG }))
  assert.is(only(decisions, 'audit')[0]?.reason, 'drawn')
  const after = policy.handle(auditedAs({ taskId: 'bad', attempt: 1, worker: 'w' }))
  assert.is(policy.catches, 1)
  assert.is(policy.level, auditLevel(base, 1))
  const raised = only(after, 'audit')
  assert.ok(raised.some(({ taskId, reason }) => taskId === 'near' && reason === 'raised'))
  assert.not.ok(raised.some(({ taskId }) => taskId === 'far'))
  assert.is(policy.recentBans, 1)
})

test('each survivor that a raise reaches is a catch itself and raises further', () => {
  const base = baseRate({ epsilon: 0.001, lotSize: 5000 })
  const draws = new Map([
    ['bad', 0],
    ['hidden', base * 2.5],
    ['deeper', base * 4.5],
    ['safe', 0.9999]
  ])
  const policy = lotPolicy({ lotSize: 5000 }, draws)
  for (const worker of ['u', 'v', 'w', 'x']) work(policy, worker, SEASONED)
  policy.handle(resultOf('deeper', 'u', { key: WRONG }))
  policy.handle(resultOf('hidden', 'v', { key: WRONG }))
  policy.handle(resultOf('safe', 'x'))
  const decisions = audit(policy, policy.handle(resultOf('bad', 'w', { key: WRONG })))
  assert.equal(
    only(decisions, 'caught').map(({ taskId }) => taskId),
    ['bad', 'hidden', 'deeper']
  )
  assert.is(policy.catches, 3)
})

test('all unaudited results of a caught worker are executed again and not paid', () => {
  const draws = never(['p', 'q'])
  draws.set('bad', 0)
  const policy = lotPolicy({}, draws)
  work(policy, 'w', SEASONED)
  const bystanders = policy.snapshot().results.filter(({ state }) => state === 'open').length
  policy.handle(resultOf('p', 'w'))
  policy.handle(resultOf('q', 'w'))
  const decisions = audit(policy, policy.handle(resultOf('bad', 'w', { key: WRONG })))
  const requeued = only(decisions, 'requeue')
  assert.is(requeued.length, bystanders + 2)
  assert.ok(requeued.every(({ reason }) => reason === 'worker-caught'))
})

test('a requeued task stays in its lot, which waits for it', () => {
  const draws = never(['p'])
  draws.set('bad', 0)
  const policy = lotPolicy({ lotSize: 12 }, draws)
  work(policy, 'w', 10)
  policy.handle(resultOf('p', 'w'))
  const caught = audit(policy, policy.handle(resultOf('bad', 'w', { key: WRONG })))
  const again = only(caught, 'requeue')
  assert.ok(again.some(({ taskId }) => taskId === 'p'))
  assert.is(only(caught, 'lot-closed').length, 0)
  const closing = again.flatMap(({ taskId }) =>
    audit(policy, policy.handle(resultOf(taskId, 'x', { attempt: 2 })))
  )
  assert.is(only(closing, 'lot-closed').length, 1)
  assert.is(only(closing, 'lot-opened').length, 0)
})

test('one wrong result of a worker with twenty right ones: five more are audited, then it has a strike', () => {
  const draws = never(Array.from({ length: 8 }, (_, index) => `late-${index}`))
  draws.set('bad', 0)
  const policy = lotPolicy({ lotSize: 5000 }, draws)
  work(policy, 'w', 30)
  for (let index = 0; index < 8; index += 1) policy.handle(resultOf(`late-${index}`, 'w'))
  const first = policy.handle(resultOf('bad', 'w', { key: WRONG }))
  const caught = policy.handle(auditedAs({ taskId: 'bad', attempt: 1, worker: 'w' }))
  const rechecks = only(caught, 'audit').filter(({ reason }) => reason === 'recheck')
  assert.is(only(first, 'audit').length, 1)
  assert.is(rechecks.length, 5)
  assert.is(only(caught, 'ban').length + only(caught, 'strike').length, 0)
  const done = audit(policy, caught)
  assert.equal(only(done, 'strike'), [{ kind: 'strike', worker: 'w' }])
  assert.is(only(done, 'ban').length, 0)
  const trust = policy.snapshot().workers.find(({ worker }) => worker === 'w')
  assert.equal([trust?.results, trust?.hasStrike, trust?.isBanned], [0, true, false])
  // On probation again.
  assert.is(only(policy.handle(resultOf('after', 'w')), 'audit')[0]?.reason, 'probation')
})

test('a second wrong result among those rechecked, or one after a strike, bans', () => {
  for (const wrongTask of ['late-3', 'none']) {
    // Just not drawn, so these are the smallest draws among what is provisional.
    const base = baseRate({ epsilon: 0.001, lotSize: 5000 })
    const draws = new Map(Array.from({ length: 5 }, (_, index) => [`late-${index}`, base + index * 1e-9]))
    draws.set('bad', 0)
    draws.set('bad-again', 0)
    const policy = lotPolicy({ lotSize: 5000 }, draws)
    work(policy, 'w', 30)
    for (let index = 0; index < 5; index += 1) {
      const task = `late-${index}`
      policy.handle(resultOf(task, 'w', { key: task === wrongTask ? WRONG : RIGHT }))
    }
    const decisions = audit(policy, policy.handle(resultOf('bad', 'w', { key: WRONG })))
    if (wrongTask === 'none') {
      assert.is(only(decisions, 'strike').length, 1)
      const again = audit(policy, policy.handle(resultOf('bad-again', 'w', { key: WRONG })))
      assert.is(only(again, 'ban').length, 1)
    }
    const trust = policy.snapshot().workers.find(({ worker }) => worker === 'w')
    assert.is(trust?.isBanned, true, wrongTask)
  }
})

test('a worker of a hundred results is contradicted only by two executions that agree', () => {
  const draws = new Map<string, number>()
  const policy = lotPolicy({ lotSize: 5000 }, draws)
  work(policy, 'w', 120)
  const ask = (task: string, first: string, second: string) => {
    draws.set(task, 0)
    policy.handle(resultOf(task, 'w'))
    const again = policy.handle(auditedAs({ taskId: task, attempt: 1, worker: 'w' }, first))
    assert.equal(
      again.map((decision) => (decision.kind === 'audit' ? decision.reason : decision.kind)),
      ['again']
    )
    return kindsOf(policy.handle(auditedAs({ taskId: task, attempt: 1, worker: 'w' }, second)))
  }
  assert.equal(ask('referee-erred', WRONG, RIGHT), ['final'])
  assert.equal(ask('referee-unsure', WRONG, 'third'), ['requeue'])
  assert.is(ask('twice', WRONG, WRONG)[0], 'replaced')
})

test('what the machinery fails at is never counted as wrong', () => {
  const policy = lotPolicy()
  const lost = policy.handle({ kind: 'lost', taskId: 't', attempt: 1, worker: 'w', atMs: START_MS })
  assert.equal(lost, [{ kind: 'requeue', reason: 'lost', taskId: 't', attempt: 1, worker: 'w' }])
  policy.handle(resultOf('t', 'w', { attempt: 2 }))
  const failed = policy.handle({ kind: 'audit-failed', taskId: 't', attempt: 2, atMs: START_MS })
  assert.equal(kindsOf(failed), ['requeue'])
  const { workers } = policy.snapshot()
  assert.is(workers[0]?.isBanned, false)
})

test('events told twice, late, or about nothing known change nothing', () => {
  const policy = lotPolicy()
  policy.handle(resultOf('t', 'w'))
  const before = policy.snapshot()
  assert.equal(policy.handle(resultOf('t', 'w')), [])
  assert.equal(policy.handle(resultOf('t', 'other', { attempt: 2 })), [])
  assert.equal(policy.handle(auditedAs({ taskId: 't', attempt: 9, worker: 'w' })), [])
  assert.equal(policy.handle(auditedAs({ taskId: 'unknown', attempt: 1, worker: 'w' })), [])
  assert.equal(policy.handle({ kind: 'withdrawn', taskId: 'unknown', atMs: START_MS }), [])
  const { workers, ...rest } = policy.snapshot()
  const { workers: _, ...restBefore } = before
  assert.equal(rest, restBefore)
  assert.ok(workers.every(({ isBanned }) => !isBanned))
  policy.handle(auditedAs({ taskId: 't', attempt: 1, worker: 'w' }))
  assert.equal(policy.handle(auditedAs({ taskId: 't', attempt: 1, worker: 'w' })), [])
})

test('a lot whose time is up closes early, at the base rate of as many tasks as it has', () => {
  const policy = lotPolicy({ lotSize: 20_000, auditAllowanceMs: 1000 })
  for (const worker of ['v', 'w']) work(policy, worker, 150)
  assert.is(policy.level, baseRate({ epsilon: 0.001, lotSize: 20_000 }))
  const dueMs = policy.nextTickMs() ?? 0
  assert.is(dueMs, START_MS + 3_600_000 - 1000)
  assert.equal(policy.handle({ kind: 'tick', atMs: dueMs - 1 }), [])
  const decisions = audit(policy, policy.handle({ kind: 'tick', atMs: dueMs }))
  const [closed] = only(decisions, 'lot-closed')
  assert.is(closed?.record.baseRate, baseRate({ epsilon: 0.001, lotSize: 300 }))
  assert.ok(only(decisions, 'audit').every(({ reason }) => reason === 'closing'))
  assert.is(policy.nextTickMs(), undefined)
})

test('the most urgent task decides when its lot closes, and the next lot is as large as fills in time', () => {
  const policy = lotPolicy({ lotSize: 20_000 })
  policy.handle(resultOf('a', 'w', { maxDelayMs: 60_000 }))
  policy.handle(resultOf('b', 'w', { maxDelayMs: 10_000, atMs: START_MS + 1000 }))
  assert.is(policy.nextTickMs(), START_MS + 11_000)
  for (let index = 0; index < 5500; index += 1)
    policy.handle(resultOf(`t${index}`, 'w', { atMs: START_MS + 2 }))
  audit(policy, only(policy.handle({ kind: 'tick', atMs: START_MS + 11_000 }), 'audit'))
  // Half a task a millisecond: 5000 in ten seconds.
  const next = policy.handle(resultOf('later', 'x', { maxDelayMs: 10_000, atMs: START_MS + 20_000 }))
  assert.is(only(next, 'lot-opened')[0]?.size, 5000)
})

test('tasks that are executed again do not keep the others waiting past the time', () => {
  const policy = lotPolicy({ lotSize: 2 })
  policy.handle(resultOf('a', 'w'))
  policy.handle(resultOf('b', 'w'))
  policy.handle(auditedAs({ taskId: 'a', attempt: 1, worker: 'w' }))
  policy.handle({ kind: 'audit-failed', taskId: 'b', attempt: 1, atMs: START_MS })
  const dueMs = policy.nextTickMs() ?? 0
  const decisions = policy.handle({ kind: 'tick', atMs: dueMs })
  assert.equal(kindsOf(decisions), ['lot-closed'])
  // The task that was left out opens the next lot.
  assert.is(only(policy.handle(resultOf('b', 'x', { attempt: 2 })), 'lot-opened').length, 1)
})

test('a task that ends elsewhere leaves its lot', () => {
  const policy = lotPolicy({ lotSize: 3 })
  for (const task of ['a', 'b']) audit(policy, policy.handle(resultOf(task, 'w')))
  const pending = policy.handle(resultOf('c', 'w'))
  assert.is(only(pending, 'audit').length, 1)
  const decisions = policy.handle({ kind: 'withdrawn', taskId: 'c', atMs: START_MS })
  assert.equal(kindsOf(decisions), ['lot-closed'])
})

test('value above the mean is audited more', () => {
  const draws = new Map([
    ['dear', BASE * 3],
    ['plain', BASE * 3]
  ])
  const policy = lotPolicy({}, draws)
  work(policy, 'w', SEASONED)
  assert.is(only(policy.handle(resultOf('plain', 'w')), 'audit').length, 0)
  assert.is(only(policy.handle(resultOf('dear', 'w', { value: 100n })), 'audit').length, 1)
})

test('the entry price follows attacks, and is forgotten with the lots that follow', () => {
  const policy = lotPolicy({ lotSize: 5000 }, new Map([['bad', 0]]))
  work(policy, 'w', SEASONED)
  const caught = audit(policy, policy.handle(resultOf('bad', 'w', { key: WRONG })))
  for (const { taskId } of only(caught, 'requeue')) {
    audit(policy, policy.handle(resultOf(taskId, 'regular', { attempt: 2 })))
  }
  const priceAfter = (lots: number): number | undefined => {
    work(policy, 'regular', lots * 5000, `${lots}`)
    audit(policy, policy.handle(resultOf(`new ${lots}`, `newcomer ${lots}`)))
    return policy.trustOf(`newcomer ${lots}`)?.probationResults
  }
  assert.is(priceAfter(0), 203)
  assert.is(policy.recentBans, 1)
  // Each lot that closes leaves nine tenths of it; who came before pays what was asked then.
  assert.is(priceAfter(1), 183)
  assert.is(priceAfter(2), 149)
  assert.is(policy.trustOf('newcomer 0')?.probationResults, 203)
})

test('a ban raises the entry price by what the worker had shown, not by how it was found', () => {
  for (const [results, bans] of [
    [0, 0],
    [30, 1]
  ] as const) {
    const policy = lotPolicy({ lotSize: 5000 }, new Map())
    work(policy, 'w', results)
    // Wrong ever after: the first wrong result of a known worker may end in a strike, the next one bans.
    for (let index = 0; index < 3; index += 1) {
      const event = resultOf(`bad-${index}`, 'w', { key: WRONG, value: 1_000_000_000n })
      audit(policy, policy.handle(event))
    }
    assert.is(policy.trustOf('w')?.isBanned, true)
    assert.is(policy.recentBans, bans, `${results} results`)
  }
})

test('attempts cannot pile up in a lot: past four a task everything is audited', () => {
  const policy = lotPolicy({ lotSize: 2 })
  policy.handle(resultOf('other', 'w'))
  for (let attempt = 1; attempt <= 8; attempt += 1) {
    policy.handle(resultOf('t', `w${attempt}`, { attempt }))
    policy.handle({ kind: 'audit-failed', taskId: 't', attempt, atMs: START_MS })
  }
  assert.is(policy.snapshot().lots[0]?.baseRate, 1)
})

test('who has left begins anew, at the entry price of now, unless something of it is undecided', () => {
  const policy = lotPolicy({ lotSize: 5 }, never(['a', 'b', 'c', 'd', 'e']))
  const decisions = ['a', 'b', 'c', 'd'].flatMap((task) => policy.handle(resultOf(task, 'w')))
  audit(policy, decisions)
  policy.handle(resultOf('e', 'other'))
  assert.equal(policy.handle({ kind: 'left', worker: 'other' }), [], 'its result is being audited')
  assert.is(policy.trustOf('other')?.results, 1)
  assert.is(policy.trustOf('w')?.results, 4)
  assert.equal(policy.handle({ kind: 'left', worker: 'w' }), [])
  assert.is(policy.trustOf('w')?.results, 0)
  assert.equal(policy.handle({ kind: 'left', worker: 'never seen' }), [])
  assert.is(only(policy.handle(resultOf('f', 'w')), 'audit').length, 1)
})

test('the workers it knows are bounded: the banned go first, then those with the fewest results', () => {
  const policy = lotPolicy({ maxWorkers: 20 })
  work(policy, 'veteran', 50)
  audit(policy, policy.handle(resultOf('bad', 'saboteur', { key: WRONG })))
  for (let index = 0; index < 100; index += 1) work(policy, `passer-${index}`, 1)
  const workers = policy.snapshot().workers.map(({ worker }) => worker)
  assert.ok(workers.length <= 21, `${workers.length}`)
  assert.ok(workers.includes('veteran'))
  assert.not.ok(workers.includes('saboteur'))
})

test.run()
