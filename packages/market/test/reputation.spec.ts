import * as fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  afterExecution,
  auditChanceOfScore,
  currentScore,
  INITIAL_SCORE,
  newReputation,
  type Reputation,
  type ReputationEvent
} from '../src/index.js'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const WEEK = 7 * DAY
const now = 1_700_000_000_000

const events: readonly ReputationEvent[] = ['succeeded', 'failed', 'disputed', 'byzantine']
const anyEvent = fc.constantFrom(...events)
const anyScore = fc.double({ min: 0, max: 1, noNaN: true })
const withScore = (score: number): Reputation => ({ ...newReputation(now), score })

function close(actual: number, expected: number): void {
  assert.ok(Math.abs(actual - expected) < 1e-12, `${actual} is not ${expected}`)
}

test('a new node starts in the middle', () => {
  assert.is(INITIAL_SCORE, 0.5)
  assert.equal(newReputation(now), {
    score: 0.5,
    tasks: 0,
    successes: 0,
    failures: 0,
    disputes: 0,
    byzantineActs: 0,
    streak: 0,
    updatedAtMs: now
  })
})

test('each event moves the score and its own counters', () => {
  const first = afterExecution(newReputation(now), 'succeeded', now + 1)
  close(first.score, 0.505)
  const second = afterExecution(first, 'succeeded', now + 2)
  close(second.score, 0.505 + 0.01 * 0.495)
  assert.equal(
    { ...second, score: 0 },
    { ...newReputation(now + 2), score: 0, tasks: 2, successes: 2, streak: 2 }
  )
  const failed = afterExecution(second, 'failed', now + 3)
  close(failed.score, second.score * 0.95)
  assert.equal(
    { ...failed, score: 0 },
    { ...newReputation(now + 3), score: 0, tasks: 3, successes: 2, failures: 1 }
  )
  const disputed = afterExecution(second, 'disputed', now + 4)
  close(disputed.score, second.score * 0.95)
  assert.equal(
    { ...disputed, score: 0 },
    { ...newReputation(now + 4), score: 0, tasks: 3, successes: 2, disputes: 1 }
  )
  assert.is(second.streak, 2, 'the argument is left as it was')
})

test('property: the score stays within 0 to 1 through any history, and the counters add up', () => {
  const step = fc.record({ event: anyEvent, waitMs: fc.nat(30 * DAY) })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (history) => {
      let reputation = newReputation(now)
      let atMs = now
      for (const { event, waitMs } of history) {
        atMs += waitMs
        reputation = afterExecution(reputation, event, atMs)
        assert.ok(reputation.score >= 0 && reputation.score <= 1)
      }
      const { tasks, successes, failures, disputes, byzantineActs } = reputation
      assert.is(tasks, history.length)
      assert.is(successes + failures + disputes + byzantineActs, tasks)
      let streak = 0
      for (const { event } of history) streak = event === 'succeeded' ? streak + 1 : 0
      assert.is(reputation.streak, streak)
    })
  )
})

test('property: success never lowers the score, failure never raises it, and both keep the order of nodes', () => {
  fc.assert(
    fc.property(anyScore, anyScore, anyEvent, fc.nat(100 * DAY), (one, two, event, waitMs) => {
      const at = now + waitMs
      const [low, high] = one < two ? [one, two] : [two, one]
      const before = currentScore(withScore(low), at)
      const after = afterExecution(withScore(low), event, at).score
      assert.ok(event === 'succeeded' ? after >= before : after <= before)
      assert.ok(after <= afterExecution(withScore(high), event, at).score)
    }),
    { numRuns: 1000 }
  )
})

test('failure is five times harder than success', () => {
  const score = 0.5
  const gained = afterExecution(withScore(score), 'succeeded', now).score - score
  const lost = score - afterExecution(withScore(score), 'failed', now).score
  close(lost, 5 * gained)
  // One success in six executions keeps a middling node below where it started, five in six keep it there.
  for (const distance of [0.1, 0.3, 0.5]) {
    const up = afterExecution(withScore(1 - distance), 'succeeded', now).score - (1 - distance)
    const down = distance - afterExecution(withScore(distance), 'failed', now).score
    close(down, 5 * up)
  }
})

test('a proven wrong result halves the score, and ends the streak', () => {
  const before = { ...withScore(0.9), streak: 12, successes: 12, tasks: 12 }
  assert.equal(afterExecution(before, 'byzantine', now + 1), {
    ...before,
    score: 0.45,
    tasks: 13,
    byzantineActs: 1,
    streak: 0,
    updatedAtMs: now + 1
  })
})

test('property: a proven wrong result costs more than a failure, and a failure more than a success brings', () => {
  fc.assert(
    fc.property(anyScore, (score) => {
      const after = (event: ReputationEvent): number => afterExecution(withScore(score), event, now).score
      assert.ok(after('byzantine') <= after('failed'))
      assert.is(after('failed'), after('disputed'))
      assert.ok(after('failed') <= score && score <= after('succeeded'))
    })
  )
})

test('property: the worse the score, the more is audited, and nothing for the score alone from the middle on', () => {
  fc.assert(
    fc.property(anyScore, anyScore, (one, two) => {
      const [low, high] = one < two ? [one, two] : [two, one]
      const chance = auditChanceOfScore(low)
      assert.ok(chance >= 0 && chance <= 1)
      assert.ok(chance >= auditChanceOfScore(high))
      assert.is(chance > 0, low < INITIAL_SCORE)
    })
  )
  assert.is(auditChanceOfScore(0), 1)
  close(auditChanceOfScore(0.25), 0.5)
})

test('records carry more than the rule knows', () => {
  const record = { ...newReputation(now), region: 'eu' }
  assert.is(afterExecution(record, 'succeeded', now).region, 'eu')
})

test('extremes are held', () => {
  assert.is(afterExecution(withScore(1), 'succeeded', now).score, 1)
  assert.is(afterExecution(withScore(0), 'failed', now).score, 0)
  assert.is(afterExecution(withScore(0), 'disputed', now).score, 0)
})

test('idle time counts for nothing within a day, and then halves the distance to the middle every week', () => {
  assert.is(currentScore(withScore(0.9), now - DAY), 0.9, 'a clock that went back changes nothing')
  assert.is(currentScore(withScore(0.9), now), 0.9)
  assert.is(currentScore(withScore(0.9), now + DAY), 0.9)
  assert.ok(currentScore(withScore(0.9), now + DAY + HOUR) < 0.9)
  close(currentScore(withScore(0.9), now + DAY + WEEK), 0.7)
  close(currentScore(withScore(0.1), now + DAY + WEEK), 0.3)
  close(currentScore(withScore(0.9), now + DAY + 2 * WEEK), 0.6)
  assert.is(currentScore(withScore(0.5), now + 100 * WEEK), 0.5)
  close(currentScore(withScore(1), now + 1000 * WEEK), 0.5)
})

test('property: idle time only ever brings the score nearer to the middle, never past it', () => {
  fc.assert(
    fc.property(anyScore, fc.nat(1000 * DAY), fc.nat(1000 * DAY), (score, one, two) => {
      const [short, long] = one < two ? [one, two] : [two, one]
      const distance = (waitMs: number): number => currentScore(withScore(score), now + waitMs) - 0.5
      assert.ok(Math.abs(distance(long)) <= Math.abs(distance(short)))
      assert.ok(distance(long) * (score - 0.5) >= 0)
    })
  )
})

test('an execution is judged from the drifted score, and starts the idle time anew', () => {
  const at = now + DAY + WEEK
  const reputation = afterExecution(withScore(0.9), 'succeeded', at)
  close(reputation.score, 0.7 + 0.01 * 0.3)
  assert.is(currentScore(reputation, at + DAY), reputation.score)
})

test.run()
