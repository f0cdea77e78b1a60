import { ManualClock } from '@ailee/core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { ErrorWindow } from '../../src/health/error-window.js'
import { EventLoopMonitor } from '../../src/health/event-loop.js'

const MINUTE_MS = 60_000

test('errors count for ten minutes', () => {
  const clock = new ManualClock(0)
  const errors = new ErrorWindow({ clock })
  assert.is(errors.count(), 0)
  for (let number = 0; number < 25; number += 1) errors.add()
  clock.advance(5 * MINUTE_MS)
  errors.add()
  assert.is(errors.count(), 26)
  clock.advance(5 * MINUTE_MS - 1)
  assert.is(errors.count(), 26)
  clock.advance(1)
  assert.is(errors.count(), 1)
  clock.advance(5 * MINUTE_MS)
  assert.is(errors.count(), 0)
})

test('the event loop is late by as long as it is kept', async () => {
  const monitor = new EventLoopMonitor()
  assert.is(monitor.lagMs(), undefined)
  monitor.start()
  try {
    const ticks = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 60))
    await ticks()
    const until = performance.now() + 150
    while (performance.now() < until);
    await ticks()
    const lagMs = monitor.lagMs() ?? 0
    assert.ok(lagMs >= 100, `${lagMs} ms`)
    // What was told is not told again.
    assert.is(monitor.lagMs(), undefined)
  } finally {
    monitor.stop()
  }
})

test.run()
