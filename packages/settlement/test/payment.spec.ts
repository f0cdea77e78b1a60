import { nodeIdFromPublicKey } from '@ailee/protocol'
import * as fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { earnedUnits, MAX_OPERATION_ID_CHARS, MAX_UNITS, releaseForTask } from '../src/index.js'

test('an execution earns the part of its cost that its fuel is of the limit', () => {
  assert.is(earnedUnits(100n, 1_000n, 1_000n), 100n)
  assert.is(earnedUnits(100n, 2_000n, 1_000n), 100n)
  assert.is(earnedUnits(100n, 500n, 1_000n), 50n)
  assert.is(earnedUnits(100n, 1n, 1_000n), 1n)
  assert.is(earnedUnits(100n, 0n, 1_000n), 0n)
  assert.is(earnedUnits(0n, 7n, 1_000n), 0n)
  assert.is(earnedUnits(5n, 0n, 0n), 5n)
})

test('it never earns more than the cost, and more fuel never earns less', () => {
  const u64 = fc.bigInt({ min: 0n, max: MAX_UNITS })
  fc.assert(
    fc.property(u64, u64, u64, u64, (cost, one, other, limit) => {
      const [less, more] = one < other ? [one, other] : [other, one]
      const low = earnedUnits(cost, less, limit)
      const high = earnedUnits(cost, more, limit)
      return low >= 0n && low <= high && high <= cost
    })
  )
})

test('the longest operation id is within its limit', () => {
  const worker = nodeIdFromPublicKey(new Uint8Array(32).fill(255))
  const { operationId } = releaseForTask('f'.repeat(64), 2 ** 32 - 1, worker, 1n)
  assert.ok(operationId.length <= MAX_OPERATION_ID_CHARS)
})

test.run()
