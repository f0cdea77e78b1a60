import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Fuzz, FuzzFailure } from './fuzz.js'
import { sizeOf } from './size-of.js'

const FRAMES = 100_000
const SEED = 20_260_101

test(`${FRAMES} hostile frames, messages and receipt files are read or refused with a documented code`, () => {
  const fuzz = new Fuzz()
  for (let seed = SEED; fuzz.counts.frames < FRAMES; seed += 1) fuzz.run(seed)
  const { read, refused } = fuzz.counts
  // Both ends are reached, and every kind of refusal.
  assert.ok(read > FRAMES / 20, `${read} were read`)
  for (const code of [
    'WIRE_MALFORMED',
    'WIRE_TOO_LARGE',
    'WIRE_FIELD_INVALID',
    'RECEIPT_MALFORMED'
  ] as const) {
    assert.ok((refused[code] ?? 0) > 100, `${code}: ${refused[code]}`)
  }
})

test('a seed gives the same case again', () => {
  const counts = [1, 2].map(() => {
    const fuzz = new Fuzz()
    for (let seed = 0; seed < 50; seed += 1) fuzz.run(seed)
    return fuzz.counts
  })
  assert.equal(counts[0], counts[1])
})

test('a failure names its seed and bytes', () => {
  const { message } = new FuzzFailure('Bid', 12, Uint8Array.of(0xab, 1), new RangeError('out of memory'))
  assert.is(message, 'Bid, seed 12: RangeError: out of memory\nab01')
})

test('the size of a message counts what it holds', () => {
  assert.is(sizeOf({ text: 'four', bytes: new Uint8Array(10), list: [1n, true] }), 16 + 20 + 26 + 48)
})

test.run()
