import { ManualClock } from '@ailee/core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Leases } from '../src/leases.js'

function leases() {
  const clock = new ManualClock()
  const held = new Leases({ clock })
  held.grant({ leaseId: 1n, taskId: 'a', worker: 'x' }, 1_000)
  held.grant({ leaseId: 2n, taskId: 'b', worker: 'y' }, 2_000)
  const expired = (): bigint[] => held.expired().map(({ leaseId }) => leaseId)
  return { clock, held, expired }
}

test('a lease expires when its time is over, and not before', () => {
  const { clock, expired } = leases()
  clock.advance(999)
  assert.equal(expired(), [])
  clock.advance(1)
  assert.equal(expired(), [1n])
  clock.advance(1_000)
  assert.equal(expired(), [1n, 2n])
})

test('only its worker renews it, counted from now', () => {
  const { clock, held, expired } = leases()
  clock.advance(500)
  assert.not(held.renew(1n, 'y', 1_000))
  assert.not(held.renew(3n, 'x', 1_000))
  assert.ok(held.renew(1n, 'x', 1_000))
  clock.advance(999)
  assert.equal(expired(), [])
  clock.advance(1)
  assert.equal(expired(), [1n])
})

test('a lease is shortened, never prolonged, when its worker goes', () => {
  const { clock, held, expired } = leases()
  held.shorten('x', 500)
  held.shorten('y', 5_000)
  clock.advance(500)
  assert.equal(expired(), [1n])
  clock.advance(1_500)
  assert.equal(expired(), [1n, 2n])
})

test('time slept through is given back to all', () => {
  const { clock, held, expired } = leases()
  held.extendAll(10_000)
  clock.advance(10_999)
  assert.equal(expired(), [])
  clock.advance(1)
  assert.equal(expired(), [1n])
})

test('a lease ends once', () => {
  const { held } = leases()
  assert.is(held.size, 2)
  assert.is(held.end(1n)?.taskId, 'a')
  assert.is(held.end(1n), undefined)
  assert.is(held.get(1n), undefined)
  assert.equal(
    held.of('y').map(({ leaseId }) => leaseId),
    [2n]
  )
  assert.is(held.size, 1)
})

test.run()
