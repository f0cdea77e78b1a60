import * as fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { seededRandom, systemRandom } from '../src/index.js'

test('property: a seed gives the same numbers again, floats in [0, 1) and bytes of the asked length', () => {
  fc.assert(
    fc.property(fc.nat(2 ** 32 - 1), fc.nat(200), (seed, length) => {
      const [one, two] = [seededRandom(seed), seededRandom(seed)]
      for (let count = 0; count < 20; count += 1) {
        const value = one.float()
        assert.ok(value >= 0 && value < 1)
        assert.is(two.float(), value)
      }
      const bytes = one.bytes(length)
      assert.is(bytes.length, length)
      assert.equal(two.bytes(length), bytes)
    })
  )
})

test('seeds give different sequences, also neighbouring ones and 0', () => {
  const starts = Array.from({ length: 1000 }, (_, seed) => seededRandom(seed).float())
  assert.is(new Set(starts).size, 1000)
})

test('the sequence of a seed is fixed: simulations of different versions can be compared', () => {
  // By hand from the published xoshiro128** step over the splitmix32 state of seed 1.
  const rotl = (x: number, k: number): number => ((x << k) | (x >>> (32 - k))) >>> 0
  let mix = 1
  const state = Array.from({ length: 4 }, () => {
    mix = (mix + 0x9e3779b9) >>> 0
    let z = mix
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b)
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35)
    return (z ^ (z >>> 16)) >>> 0
  }) as [number, number, number, number]
  const step = (s: [number, number, number, number]): number => {
    const result = Math.imul(rotl(Math.imul(s[1], 5) >>> 0, 7), 9) >>> 0
    const t = (s[1] << 9) >>> 0
    s[2] = (s[2] ^ s[0]) >>> 0
    s[3] = (s[3] ^ s[1]) >>> 0
    s[1] = (s[1] ^ s[2]) >>> 0
    s[0] = (s[0] ^ s[3]) >>> 0
    s[2] = (s[2] ^ t) >>> 0
    s[3] = rotl(s[3], 11)
    return result
  }
  const random = seededRandom(1)
  for (let count = 0; count < 1000; count += 1) assert.is(random.float(), step(state) / 2 ** 32)
})

test('values are spread evenly', () => {
  const random = seededRandom(42)
  const buckets = new Array<number>(10).fill(0)
  for (let count = 0; count < 100_000; count += 1) {
    const bucket = Math.floor(random.float() * 10)
    buckets[bucket] = (buckets[bucket] ?? 0) + 1
  }
  for (const count of buckets) assert.ok(Math.abs(count - 10_000) < 500, `${buckets}`)
  const seen = new Set(seededRandom(43).bytes(10_000))
  assert.is(seen.size, 256)
})

test('the system source gives floats in [0, 1) and does not repeat itself', () => {
  const floats = Array.from({ length: 1000 }, () => systemRandom.float())
  assert.ok(floats.every((value) => value >= 0 && value < 1))
  assert.is(new Set(floats).size, 1000)
  assert.is(systemRandom.bytes(16).length, 16)
  assert.not.equal(systemRandom.bytes(16), systemRandom.bytes(16))
})

test.run()
