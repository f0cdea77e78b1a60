import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { FAREWELL_MS } from '../../src/constants.js'
import { addressOf, withNodes } from '../support/nodes.js'
import { RawPeer, type RawStream } from '../support/raw-peer.js'
import { until } from '../support/until.js'

/** A stream that is refused for its first message, and in which order its ends came. */
async function refused(work: (stream: RawStream, events: string[]) => Promise<void>): Promise<void> {
  await withNodes(async (make) => {
    const victim = await make()
    const raw = await RawPeer.create()
    try {
      const stream = await raw.open(addressOf(victim))
      const events: string[] = []
      stream.stream.addEventListener('remoteCloseWrite', () => void events.push('closed its side'))
      stream.stream.addEventListener('close', ({ error }) => void events.push(error ? 'reset' : 'closed'))
      stream.closesWhenRefused = false
      stream.send({ type: 'GET_TASK' })
      assert.is(await stream.status(), 'TASK_STREAM_HELLO_MISSING')
      await until('the end of its side', () => events[0])
      await work(stream, events)
    } finally {
      await raw.stop()
    }
  })()
}

test('a refused stream is closed behind the STATUS, and ends when the opener closes its side', () =>
  refused(async (stream, events) => {
    assert.equal(events, ['closed its side'], 'it is not reset at once')
    const startMs = Date.now()
    await stream.stream.close()
    await until('the end', () => events[1])
    assert.ok(Date.now() - startMs < FAREWELL_MS, 'nothing waits for a timer')
  }))

test('an opener that does not close its side cannot hold the stream', () =>
  refused(async (_, events) => {
    await until('the reset', () => events[1])
    assert.equal(events, ['closed its side', 'reset'])
  }))

test('what an opener goes on to send is not taken in', () =>
  refused(async (stream, events) => {
    const piece = new Uint8Array(64 * 1024)
    let taken = 0
    while (events[1] === undefined) {
      if (stream.stream.writableNeedsDrain || stream.stream.status !== 'open') {
        await new Promise((resolve) => setTimeout(resolve, 20))
        continue
      }
      stream.stream.send(piece)
      taken += piece.length
      await new Promise((resolve) => setImmediate(resolve))
    }
    assert.ok(taken <= 2 ** 20, `${taken} bytes were taken of a stream that had been refused`)
  }))

test.run()
