import * as fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { MinHeap } from '../../src/queue/min-heap.js'

test('property: it gives back what was put in, the least first, at every moment', () => {
  const step = fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined, freq: 3 })
  fc.assert(
    fc.property(fc.array(fc.nat(20)), fc.array(step, { maxLength: 100 }), (start, steps) => {
      const heap = new MinHeap<number>((one, other) => one < other, start)
      const sorted = start.toSorted((one, other) => one - other)
      for (const value of steps) {
        assert.equal([heap.first, heap.size], [sorted[0], sorted.length])
        assert.equal(
          [...heap].sort((one, other) => one - other),
          sorted
        )
        if (value === undefined) assert.is(heap.pop(), sorted.shift())
        else {
          heap.push(value)
          sorted.push(value)
          sorted.sort((one, other) => one - other)
        }
      }
    })
  )
})

test.run()
