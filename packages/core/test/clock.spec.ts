import * as fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { ManualClock, systemClock } from '../src/index.js'

test('time stands still until it is moved', () => {
  const clock = new ManualClock(1000)
  assert.is(clock.now(), 1000)
  clock.advance(250)
  assert.is(clock.now(), 1250)
  assert.is(clock.monotonic(), 1250)
})

test('timers fire once, in time order, at their own time', () => {
  const clock = new ManualClock(0)
  const fired: [string, number][] = []
  for (const [name, delay] of [
    ['c', 30],
    ['a', 10],
    ['b', 20],
    ['never', 31]
  ] as const) {
    clock.setTimer(delay, () => fired.push([name, clock.now()]))
  }
  clock.advance(9)
  assert.equal(fired, [])
  clock.advance(21)
  assert.equal(fired, [
    ['a', 10],
    ['b', 20],
    ['c', 30]
  ])
  assert.is(clock.now(), 30)
  clock.advance(1)
  clock.advance(1000)
  assert.is(fired.length, 4)
})

test('timers of one moment fire in the order they were set, and a negative delay is none', () => {
  const clock = new ManualClock(50)
  const fired: string[] = []
  clock.setTimer(5, () => fired.push('first'))
  clock.setTimer(5, () => fired.push('second'))
  clock.setTimer(-100, () => fired.push('due'))
  assert.equal(fired, [], 'a timer never fires inside setTimer')
  clock.advance(0)
  assert.equal(fired, ['due'])
  assert.is(clock.now(), 50)
  clock.advance(5)
  assert.equal(fired, ['due', 'first', 'second'])
})

test('a cancelled timer does not fire, also if another timer cancels it', () => {
  const clock = new ManualClock(0)
  const fired: string[] = []
  const early = clock.setTimer(1, () => fired.push('early'))
  early.cancel()
  early.cancel()
  const late = clock.setTimer(3, () => fired.push('late'))
  clock.setTimer(2, () => late.cancel())
  clock.advance(10)
  assert.equal(fired, [])
})

test('timers set while time advances fire in the same advance where they fall due', () => {
  const clock = new ManualClock(0)
  const fired: number[] = []
  const tick = (): void => {
    fired.push(clock.now())
    clock.setTimer(10, tick)
  }
  clock.setTimer(10, tick)
  clock.advance(45)
  assert.equal(fired, [10, 20, 30, 40])
  clock.advance(5)
  assert.equal(fired, [10, 20, 30, 40, 50])
})

test('time never runs backwards, also if a timer advances the clock itself', () => {
  const clock = new ManualClock(0)
  const seen: number[] = []
  clock.setTimer(5, () => {
    clock.advance(100)
    seen.push(clock.now())
  })
  clock.advance(10)
  seen.push(clock.now())
  assert.equal(seen, [105, 105])
})

test('property: whatever is set and cancelled fires exactly when due and in order', () => {
  const timers = fc.array(fc.record({ delay: fc.nat(100), cancelled: fc.boolean() }), { maxLength: 20 })
  const steps = fc.array(fc.nat(40), { maxLength: 10 })
  fc.assert(
    fc.property(timers, steps, (planned, advances) => {
      const clock = new ManualClock(0)
      const fired: { index: number; atMs: number }[] = []
      const handles = planned.map(({ delay }, index) =>
        clock.setTimer(delay, () => fired.push({ index, atMs: clock.now() }))
      )
      for (const [index, { cancelled }] of planned.entries()) if (cancelled) handles[index]?.cancel()
      for (const ms of advances) clock.advance(ms)
      const end = advances.reduce((sum, ms) => sum + ms, 0)
      const expected = planned
        .map(({ delay, cancelled }, index) => ({ index, atMs: delay, cancelled }))
        .filter(({ atMs, cancelled }) => !cancelled && advances.length > 0 && atMs <= end)
        .sort((a, b) => a.atMs - b.atMs || a.index - b.index)
        .map(({ index, atMs }) => ({ index, atMs }))
      assert.equal(fired, expected)
      assert.is(clock.now(), end)
    })
  )
})

test('the system clock shows Unix time, counts on, and its timers fire or are cancelled', async () => {
  assert.ok(Math.abs(systemClock.now() - Date.now()) < 1000)
  const before = systemClock.monotonic()
  let cancelledFired = false
  const keepAlive = setInterval(() => {}, 1000)
  try {
    await new Promise<void>((resolve) => {
      systemClock.setTimer(0, () => (cancelledFired = true)).cancel()
      systemClock.setTimer(2, resolve)
    })
  } finally {
    clearInterval(keepAlive)
  }
  assert.not(cancelledFired)
  assert.ok(systemClock.monotonic() > before)
})

test.run()
