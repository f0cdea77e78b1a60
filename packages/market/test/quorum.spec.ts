import * as fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { decideQuorum } from '../src/index.js'

const MAX_REPLICAS = 9
const EXTRA = 2

/** Every way in which `count` results can agree, one letter a key: a; aa, ab; aaa, aab, aba, abb, abc; … */
function* agreements(count: number, keys: string[] = []): Generator<string[]> {
  if (keys.length === count) {
    yield keys
    return
  }
  const known = new Set(keys).size
  for (let index = 0; index <= known; index += 1) {
    yield* agreements(count, [...keys, String.fromCharCode(97 + index)])
  }
}

/** All states with up to five replicas that keeping within the budget can lead to, and random ones above. */
function* smallCases(): Generator<{ keys: string[]; replicas: number; active: number }> {
  for (let replicas = 1; replicas <= 5; replicas += 1) {
    for (let count = 0; count <= replicas + EXTRA; count += 1) {
      for (const keys of agreements(count)) {
        for (let active = 0; active + count <= replicas + EXTRA; active += 1) yield { keys, replicas, active }
      }
    }
  }
}

const anyCase = fc.integer({ min: 1, max: MAX_REPLICAS }).chain((replicas) =>
  fc.record({
    replicas: fc.constant(replicas),
    keys: fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: replicas + EXTRA }),
    active: fc.nat(replicas + EXTRA)
  })
)

function most(keys: readonly string[]): number {
  return Math.max(0, ...[...new Set(keys)].map((key) => keys.filter((other) => other === key).length))
}

function check({ keys, replicas, active }: { keys: string[]; replicas: number; active: number }): void {
  const decision = decideQuorum(keys, replicas, active)
  const place = `${keys.join('')} of ${replicas}, ${active} out: ${JSON.stringify(decision)}`
  const needed = Math.floor(replicas / 2) + 1
  const spare = Math.max(0, replicas + EXTRA - keys.length - active)
  if (decision.kind === 'accepted') {
    assert.ok(decision.votes > replicas / 2, place)
    assert.is(decision.votes, keys.filter((key) => key === decision.key).length, place)
    assert.is(decision.votes, most(keys), place)
    assert.ok(keys.length >= replicas, place)
  } else if (decision.kind === 'open') {
    assert.ok(decision.missing > 0 || active > 0, `stuck: ${place}`)
    assert.ok(Number.isInteger(decision.missing) && decision.missing >= 0, place)
    assert.ok(decision.missing <= spare, `over the budget: ${place}`)
    assert.ok(most(keys) + active + spare >= needed, `asks for executions that cannot help: ${place}`)
  } else {
    assert.ok(most(keys) + active + spare < needed, `a majority is still possible: ${place}`)
  }
}

test('one replica: the first result stands', () => {
  assert.equal(decideQuorum([], 1, 0), { kind: 'open', missing: 1 })
  assert.equal(decideQuorum([], 1, 1), { kind: 'open', missing: 0 })
  assert.equal(decideQuorum(['a'], 1, 0), { kind: 'accepted', key: 'a', votes: 1 })
})

test('all replicas are waited for, then the majority stands', () => {
  assert.equal(decideQuorum([], 3, 0), { kind: 'open', missing: 3 })
  assert.equal(decideQuorum([], 3, 2), { kind: 'open', missing: 1 })
  assert.equal(decideQuorum(['a', 'a'], 3, 1), { kind: 'open', missing: 0 })
  assert.equal(decideQuorum(['a', 'a'], 3, 0), { kind: 'open', missing: 1 })
  assert.equal(decideQuorum(['a', 'a', 'a'], 3, 0), { kind: 'accepted', key: 'a', votes: 3 })
  assert.equal(decideQuorum(['a', 'b', 'a'], 3, 0), { kind: 'accepted', key: 'a', votes: 2 })
  assert.equal(decideQuorum(['b', 'a', 'a', 'a', 'c'], 5, 0), { kind: 'accepted', key: 'a', votes: 3 })
})

test('half is no majority', () => {
  assert.equal(decideQuorum(['a', 'b'], 2, 0), { kind: 'open', missing: 1 })
  assert.equal(decideQuorum(['a', 'a', 'b', 'b'], 4, 0), { kind: 'open', missing: 1 })
  assert.equal(decideQuorum(['a', 'a', 'b', 'b', 'a'], 4, 0), { kind: 'accepted', key: 'a', votes: 3 })
})

test('a disagreement costs up to two executions more, then the task fails', () => {
  assert.equal(decideQuorum(['a', 'b', 'c'], 3, 0), { kind: 'open', missing: 1 })
  assert.equal(decideQuorum(['a', 'b', 'c'], 3, 1), { kind: 'open', missing: 0 })
  assert.equal(decideQuorum(['a', 'b', 'c', 'd'], 3, 0), { kind: 'open', missing: 1 })
  assert.equal(decideQuorum(['a', 'b', 'c', 'd', 'b'], 3, 0), { kind: 'accepted', key: 'b', votes: 2 })
  assert.equal(decideQuorum(['a', 'b', 'c', 'd', 'e'], 3, 0), { kind: 'failed' })
  assert.equal(decideQuorum(['a', 'b', 'c', 'd'], 2, 0), { kind: 'failed' })
})

test('no execution is spent once no majority can be reached', () => {
  // Three must agree; one vote each, one execution left in the budget.
  assert.equal(decideQuorum(['a', 'b', 'c', 'd', 'e', 'f'], 5, 0), { kind: 'failed' })
  // Five must agree; two extra executions cannot bring one vote there.
  assert.equal(decideQuorum([...'abcdefghi'], 9, 0), { kind: 'failed' })
  assert.equal(decideQuorum([...'abcdefgh'], 9, 1), { kind: 'failed' })
  assert.equal(decideQuorum([...'aabcdefg'], 9, 1), { kind: 'open', missing: 2 })
})

test('every small case: majorities only, within the budget, failed exactly when hopeless, never stuck', () => {
  let cases = 0
  for (const state of smallCases()) {
    check(state)
    cases += 1
  }
  assert.ok(cases > 2000, `${cases}`)
})

test('property: the same holds for random cases up to nine replicas, also over the budget', () => {
  fc.assert(fc.property(anyCase, check), { numRuns: 5000 })
})

test('property: following the decisions ends every task within replicas + 2 results, whatever gets lost', () => {
  const run = fc.record({
    replicas: fc.integer({ min: 1, max: MAX_REPLICAS }),
    // Each step one execution returns this key, or is lost.
    outcomes: fc.array(fc.constantFrom('a', 'a', 'a', 'b', 'c', 'lost'), { minLength: 60, maxLength: 60 })
  })
  fc.assert(
    fc.property(run, ({ replicas, outcomes }) => {
      const keys: string[] = []
      let active = 0
      for (const outcome of outcomes) {
        const decision = decideQuorum(keys, replicas, active)
        if (decision.kind !== 'open') return
        active += decision.missing
        assert.ok(active > 0, 'the task is stuck')
        assert.ok(keys.length + active <= replicas + EXTRA)
        active -= 1
        if (outcome !== 'lost') keys.push(outcome)
      }
      const lost = outcomes.filter((outcome) => outcome === 'lost').length
      assert.ok(outcomes.length - lost < replicas + EXTRA, 'the task never ended')
    }),
    { numRuns: 2000 }
  )
})

test.run()
