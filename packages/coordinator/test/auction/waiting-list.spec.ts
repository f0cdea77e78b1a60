import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { WaitingList } from '../../src/auction/waiting-list.js'

const urgency = ['CRITICAL', 'HIGH', 'NORMAL', 'LOW'] as const

test('the most urgent first, then who came first', () => {
  const entries = fc.array(fc.constantFrom(...urgency), { maxLength: 30 })
  fc.assert(
    fc.property(entries, (priorities) => {
      const list = new WaitingList()
      for (const [index, priority] of priorities.entries()) list.add(String(index), priority)
      assert.is(list.size, priorities.length)
      const expected = urgency.flatMap((priority) =>
        priorities.flatMap((one, index) => (one === priority ? [String(index)] : []))
      )
      const taken: string[] = []
      for (let next = list.take(); next !== undefined; next = list.take()) taken.push(next)
      assert.equal(taken, expected)
      assert.is(list.size, 0)
    })
  )
})

test('a task is in it once, and not after it was removed', () => {
  const list = new WaitingList()
  list.add('a', 'NORMAL')
  list.add('a', 'NORMAL')
  list.add('b', 'LOW')
  assert.is(list.size, 2)
  list.remove('a')
  list.remove('never there')
  assert.is(list.take(), 'b')
  assert.is(list.take(), undefined)
})

test.run()
