import { getEventListeners } from 'node:events'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { isAileeError, joinSignals, raceSignal, withTimeout } from '../src/index.js'
import { reasonOf } from './support/reason-of.js'

const never = new Promise<never>(() => {})

test('raceSignal settles as the promise does, and leaves no listener behind', async () => {
  const { signal } = new AbortController()
  const failure = new Error('failed')
  assert.is(await raceSignal(Promise.resolve(7), undefined), 7)
  assert.is(await raceSignal(Promise.resolve(7), signal), 7)
  assert.is(await reasonOf(raceSignal(Promise.reject(failure), signal)), failure)
  assert.is(getEventListeners(signal, 'abort').length, 0)
})

test('raceSignal rejects with the reason as soon as the signal aborts', async () => {
  const controller = new AbortController()
  const reason = new Error('enough')
  const race = raceSignal(never, controller.signal)
  controller.abort(reason)
  assert.is(await reasonOf(race), reason)
})

test('raceSignal prefers a signal that has aborted, and a late failure of the work goes nowhere', async () => {
  const reason = new Error('enough')
  const unhandled: unknown[] = []
  const onUnhandled = (error: unknown): void => void unhandled.push(error)
  process.on('unhandledRejection', onUnhandled)
  try {
    const aborted = AbortSignal.abort(reason)
    assert.is(await reasonOf(raceSignal(Promise.resolve(7), aborted)), reason)
    assert.is(await reasonOf(raceSignal(Promise.reject(new Error('late')), aborted)), reason)
    const controller = new AbortController()
    const work = Promise.withResolvers<never>()
    const race = raceSignal(work.promise, controller.signal)
    controller.abort(reason)
    assert.is(await reasonOf(race), reason)
    work.reject(new Error('later still'))
    await new Promise<void>((resolve) => setImmediate(resolve))
    assert.equal(unhandled, [])
  } finally {
    process.off('unhandledRejection', onUnhandled)
  }
})

test('joinSignals passes on a single signal and joins several', () => {
  const first = new AbortController()
  const second = new AbortController()
  assert.is(joinSignals(), undefined)
  assert.is(joinSignals(undefined, undefined), undefined)
  assert.is(joinSignals(undefined, first.signal), first.signal)
  const joined = joinSignals(first.signal, undefined, second.signal)
  assert.is(joined?.aborted, false)
  const reason = new Error('second')
  second.abort(reason)
  assert.is(joined?.reason, reason)
  assert.is(joinSignals(first.signal, second.signal)?.aborted, true)
})

test('withTimeout gives the result, or the failure, of work that ends in time', async () => {
  const failure = new Error('failed')
  let seen: AbortSignal | undefined
  const value = await withTimeout('TOO_SLOW', 60_000, async (signal) => {
    seen = signal
    return 7
  })
  assert.is(value, 7)
  assert.is(seen?.aborted, false, 'the signal of finished work stays quiet')
  assert.is(
    await reasonOf(
      withTimeout('TOO_SLOW', 60_000, async () => {
        throw failure
      })
    ),
    failure
  )
  const throwing = withTimeout('TOO_SLOW', 60_000, () => {
    throw failure
  })
  assert.is(await reasonOf(throwing), failure)
})

test('withTimeout rejects with the code and aborts the work when time is up', async () => {
  let seen: AbortSignal | undefined
  const reason = await reasonOf(
    withTimeout('TOO_SLOW', 1, (signal) => {
      seen = signal
      return never
    })
  )
  assert.ok(isAileeError(reason, 'TOO_SLOW'))
  assert.is(seen?.aborted, true)
  assert.is(seen?.reason, reason)
})

test('withTimeout ends with its parent, and keeps the reason', async () => {
  const parent = new AbortController()
  const reason = new Error('shut down')
  const work = withTimeout('TOO_SLOW', 60_000, () => never, parent.signal)
  parent.abort(reason)
  assert.is(await reasonOf(work), reason)
  assert.is(await reasonOf(withTimeout('TOO_SLOW', 60_000, () => never, parent.signal)), reason)
})

test.run()
