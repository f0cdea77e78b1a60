import * as fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { LinkedMap } from '../../src/queue/linked-map.js'

test('property: it does what a map does, and knows its first', () => {
  const step = fc.tuple(fc.boolean(), fc.nat(8))
  fc.assert(
    fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
      const linked = new LinkedMap<number, string>()
      const plain = new Map<number, string>()
      for (const [index, [adds, key]] of steps.entries()) {
        if (adds && !plain.has(key)) {
          linked.append(key, `${index}`)
          plain.set(key, `${index}`)
        } else {
          linked.delete(key)
          plain.delete(key)
        }
        assert.is(linked.size, plain.size)
        const [first] = plain
        assert.equal(linked.first && [linked.first.key, linked.first.value], first)
        for (let one = 0; one <= 8; one += 1) assert.is(linked.get(one), plain.get(one))
      }
    }),
    { numRuns: 300 }
  )
})

test.run()
