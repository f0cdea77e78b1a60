import * as fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { bidCost } from '../src/index.js'

const GIGA = 1_000_000_000n

test('fuel times price, rounded up to a whole unit', () => {
  assert.is(bidCost(GIGA, 7n, 0, 4), 7n)
  assert.is(bidCost(GIGA + 1n, 7n, 0, 4), 8n)
  assert.is(bidCost(1n, 1n, 0, 1), 1n)
  assert.is(bidCost(GIGA / 2n, 1n, 0, 1), 1n)
  assert.is(bidCost(3n * GIGA, 5n, 0, 1), 15n)
})

test('no fuel or no price costs nothing', () => {
  assert.is(bidCost(0n, 7n, 0, 1), 0n)
  assert.is(bidCost(GIGA, 0n, 3, 1), 0n)
})

test('load raises the price to half as much again, and no further', () => {
  for (const [load, cost] of [
    [0, 1000n],
    [1, 1125n],
    [2, 1250n],
    [4, 1500n],
    [5, 1500n],
    [1_000_000, 1500n]
  ] as const) {
    assert.is(bidCost(GIGA, 1000n, load, 4), cost)
  }
  // Rounded once, at the end: 1.5 times one third of a unit is half a unit.
  assert.is(bidCost(GIGA / 3n, 1n, 1, 1), 1n)
  assert.is(bidCost(2n * GIGA, 1n, 1, 3), 3n)
})

test('huge fuel and price are exact', () => {
  const max = 2n ** 64n - 1n
  assert.is(bidCost(max, GIGA, 0, 1), max)
  assert.is(bidCost(max, max, 0, 1), (max * max + GIGA - 1n) / GIGA)
  assert.is(bidCost(max, 2n * GIGA, 1, 1), 3n * max)
})

const u64 = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n })

test('property: within a unit of the exact price, between one and one and a half times, monotone in everything', () => {
  fc.assert(
    fc.property(
      u64,
      u64,
      fc.nat(100),
      fc.nat(100),
      fc.integer({ min: 1, max: 64 }),
      (fuel, price, one, two, slots) => {
        const [low, high] = one < two ? [one, two] : [two, one]
        const cost = bidCost(fuel, price, low, slots)
        const base = fuel * price
        assert.ok(cost * GIGA >= base, 'never less than the plain price')
        assert.ok((cost - 1n) * GIGA * 2n < base * 3n, 'never a whole unit more than one and a half times')
        if (low === 0) assert.is(cost, (base + GIGA - 1n) / GIGA)
        if (low >= slots) assert.is(cost, (base * 3n + 2n * GIGA - 1n) / (2n * GIGA))
        assert.ok(bidCost(fuel, price, high, slots) >= cost)
        assert.ok(bidCost(fuel + 1n, price, low, slots) >= cost)
        assert.ok(bidCost(fuel, price + 1n, low, slots) >= cost)
        assert.ok(bidCost(fuel, price, low, slots + 1) <= cost)
      }
    ),
    { numRuns: 1000 }
  )
})

test('the price stays between floor and ceiling, and rises with the load from one to the other', () => {
  const cost = (load: number, ceiling?: bigint): bigint => bidCost(GIGA, 100n, load, 4, ceiling)
  assert.equal(
    [cost(0, 300n), cost(1, 300n), cost(2, 300n), cost(4, 300n), cost(99, 300n)],
    [100n, 150n, 200n, 300n, 300n]
  )
  assert.equal([cost(0, 100n), cost(4, 100n)], [100n, 100n])
  // By default half as much again; a ceiling below the floor is none.
  assert.equal([cost(4), cost(4, 1n)], [150n, 100n])
  // Half a slot that something else takes counts as well.
  assert.is(cost(0.5, 300n), 125n)
})

test('property: never below the floor, never above the ceiling', () => {
  const amount = fc.bigInt({ min: 0n, max: 2n ** 40n })
  const load = fc.double({ min: 0, max: 10, noNaN: true })
  fc.assert(
    fc.property(
      amount,
      amount,
      amount,
      load,
      fc.integer({ min: 1, max: 8 }),
      (fuel, floor, more, taken, slots) => {
        const ceiling = floor + more
        const cost = bidCost(fuel, floor, taken, slots, ceiling)
        assert.ok(cost >= (fuel * floor) / GIGA)
        assert.ok(cost <= (fuel * ceiling) / GIGA + 1n)
      }
    )
  )
})

test.run()
