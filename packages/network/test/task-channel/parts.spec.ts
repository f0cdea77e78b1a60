import { seededRandom } from '@ailee/core'
import {
  CREDIT_WINDOW_BYTES,
  CREDIT_WINDOW_MESSAGES,
  MAX_ENVELOPE_BYTES,
  type Signature
} from '@ailee/protocol'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { LruMap } from '../../src/collections/lru-map.js'
import { MAX_QUEUED_MESSAGES } from '../../src/constants.js'
import { CreditAllowance } from '../../src/task-channel/credit-allowance.js'
import { CreditWindow } from '../../src/task-channel/credit-window.js'
import { type Delivery, OutboundQueue } from '../../src/task-channel/outbound-queue.js'
import { ReplayCache } from '../../src/task-channel/replay-cache.js'

test('window and allowance agree: a sender that obeys is never refused, and never stuck once all is handled', () => {
  const random = seededRandom(7)
  const window = new CreditWindow()
  const allowance = new CreditAllowance()
  allowance.grant(window.initial)
  const unhandled: number[] = []
  for (let step = 0; step < 50_000; step += 1) {
    const bytes = 1 + Math.floor(random.float() ** 4 * (MAX_ENVELOPE_BYTES - 1))
    if (allowance.take(bytes)) {
      assert.ok(window.charge(bytes), 'charged within credit')
      unhandled.push(bytes)
    }
    while (unhandled.length > 0 && random.float() < 0.6) {
      const credit = window.release(unhandled.shift() ?? 0)
      if (credit !== undefined) allowance.grant(credit)
      if (unhandled.length === 0) {
        assert.ok(allowance.take(MAX_ENVELOPE_BYTES), 'one envelope always fits an idle window')
        assert.ok(window.charge(MAX_ENVELOPE_BYTES))
        unhandled.push(MAX_ENVELOPE_BYTES)
      }
    }
  }
})

test('a window is exceeded by one message or one byte too many', () => {
  const byMessages = new CreditWindow()
  for (let index = 0; index < CREDIT_WINDOW_MESSAGES; index += 1) assert.ok(byMessages.charge(1))
  assert.not.ok(byMessages.charge(1))
  const byBytes = new CreditWindow()
  assert.ok(byBytes.charge(CREDIT_WINDOW_BYTES))
  assert.not.ok(byBytes.charge(1))
})

function delivery(bytes: number, change: Partial<Delivery> = {}): Delivery {
  const frame = new Uint8Array(bytes)
  return { type: 'GET_TASK', frame, cost: bytes, isCancelled: () => false, sent() {}, failed() {}, ...change }
}

test('the queue keeps its sequence, passes over what was cancelled, and takes no more than asked', () => {
  const queue = new OutboundQueue()
  const allowance = new CreditAllowance()
  const [first, cancelled, second] = [delivery(10), delivery(10, { isCancelled: () => true }), delivery(10)]
  for (const entry of [first, cancelled, second, delivery(10)]) queue.push(entry)
  assert.equal(queue.take(allowance, 100), [], 'no credit')
  allowance.grant({ messages: 10, bytes: 1000 })
  assert.equal(queue.take(allowance, 25), [first, second])
  assert.is(queue.length, 1)
  queue.push(delivery(1, { type: 'HELLO' }))
  assert.is(queue.take(new CreditAllowance(), 100).length, 0, 'free messages wait their turn too')
})

test('a full queue refuses, replies have room beyond, and failing empties it', () => {
  const queue = new OutboundQueue()
  let failures = 0
  const entry = delivery(1, {
    failed: () => {
      failures += 1
    }
  })
  for (let index = 0; index < MAX_QUEUED_MESSAGES; index += 1) queue.push(entry)
  assert.throws(
    () => queue.push(entry),
    (error: { code: string }) => error.code === 'TASK_STREAM_OVERLOADED'
  )
  queue.push(entry, 2)
  queue.failAll(new Error('gone'))
  assert.is(failures, MAX_QUEUED_MESSAGES + 1)
  assert.is(queue.length, 0)
})

function signature(nonce: number): Signature {
  return {
    publicKey: new Uint8Array(32),
    nonce: Uint8Array.of(nonce >> 8, nonce & 0xff),
    expiresAtMs: 0,
    signature: new Uint8Array(64),
    treeSize: 1,
    leafIndex: 0,
    path: []
  }
}

test('the replay cache remembers until expiry and stays within its bound', () => {
  const cache = new ReplayCache(100)
  assert.ok(cache.add(signature(1), 1000, 0))
  assert.not.ok(cache.add(signature(1), 1000, 999))
  assert.ok(cache.add(signature(1), 3000, 1001))
  for (let nonce = 2; nonce < 500; nonce += 1) cache.add(signature(nonce), 5000, 1001)
  assert.is(cache.size, 100)
  cache.add(signature(999), 9000, 6000)
  assert.is(cache.size, 1)
})

test('the LRU map forgets what was used longest ago', () => {
  const map = new LruMap<string, number>(2)
  map.set('a', 1)
  map.set('b', 2)
  map.get('a')
  map.set('c', 3)
  assert.equal([map.get('a'), map.get('b'), map.get('c'), map.size], [1, undefined, 3, 2])
})

test.run()
