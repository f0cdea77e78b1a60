import * as fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { MAX_OPEN_TASKS, MAX_PROVISIONAL_TASKS } from '../../src/constants.js'
import { OpenTaskBounds } from '../../src/task/open-task-bounds.js'

/** Counts that a test sets. */
function countsOf(counts: Map<string, number>) {
  return {
    get size(): number {
      return [...counts.values()].reduce((sum, count) => sum + count, 0)
    },
    sizeOf: (client: string): number => counts.get(client) ?? 0
  }
}

const none = { size: 0, sizeOf: () => 0 }

test('property: clients that take all they can get equal parts, and whoever comes finds room', () => {
  const open = fc.array(fc.nat(MAX_OPEN_TASKS), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(open, fc.integer({ min: 1, max: MAX_OPEN_TASKS }), (wanted, maxClientTasks) => {
      const counts = new Map<string, number>()
      const bounds = new OpenTaskBounds({ waiting: countsOf(counts), provisional: none }, { maxClientTasks })
      for (const [client, count] of wanted.entries()) {
        // In one go, and then as a sum: what arrives counts as what is there.
        let taken = 0
        for (let left = count; left > 0; left -= 1) {
          if (bounds.begin(String(client)) !== undefined) break
          taken += 1
        }
        for (let left = taken; left > 0; left -= 1) bounds.end(String(client))
        counts.set(String(client), taken)
        assert.ok(taken <= maxClientTasks)
        assert.ok(countsOf(counts).size < MAX_OPEN_TASKS, 'somebody filled it')
        if (taken < count && taken < maxClientTasks) {
          const left = MAX_OPEN_TASKS - countsOf(counts).size
          assert.ok(taken >= left, 'it was refused while it had less than was left')
        }
      }
      assert.is(bounds.begin('newcomer'), undefined)
      bounds.end('newcomer')
    }),
    { numRuns: 40, seed: 2 }
  )
})

test('two clients that take turns end up with a third each', () => {
  const counts = new Map<string, number>()
  const bounds = new OpenTaskBounds(
    { waiting: countsOf(counts), provisional: none },
    { maxClientTasks: MAX_OPEN_TASKS }
  )
  for (let round = 0; round < MAX_OPEN_TASKS; round += 1) {
    const client = round % 2 === 0 ? 'a' : 'b'
    if (bounds.begin(client) !== undefined) continue
    bounds.end(client)
    counts.set(client, (counts.get(client) ?? 0) + 1)
  }
  assert.ok(Math.abs((counts.get('a') ?? 0) - MAX_OPEN_TASKS / 3) <= 1)
  assert.ok(Math.abs((counts.get('b') ?? 0) - MAX_OPEN_TASKS / 3) <= 1)
})

test('of provisional results one client may have three quarters, and the next finds room', () => {
  const counts = new Map<string, number>([['a', 0]])
  const bounds = new OpenTaskBounds(
    { waiting: none, provisional: countsOf(counts) },
    { maxClientTasks: MAX_OPEN_TASKS }
  )
  const most = (MAX_PROVISIONAL_TASKS * 3) / 4
  counts.set('a', most - 1)
  assert.is(bounds.begin('a'), undefined)
  counts.set('a', most)
  assert.match(bounds.begin('a') ?? '', /30000 of your results are provisional/)
  assert.is(bounds.begin('b'), undefined)
  counts.set('b', MAX_PROVISIONAL_TASKS - most)
  assert.match(bounds.begin('c') ?? '', /40000 results are provisional/)
})

test.run()
