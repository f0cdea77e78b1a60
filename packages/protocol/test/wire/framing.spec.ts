import * as fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { FrameDecoder, frame } from '../../src/index.js'
import { throwsCode } from '../support/assertions.js'

/** Feeds `bytes` cut at these places, and gives the messages as they were when handed out. */
function decodeInPieces(decoder: FrameDecoder, bytes: Uint8Array, cuts: readonly number[]): Uint8Array[] {
  const edges = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length]
  const messages: Uint8Array[] = []
  for (let index = 1; index < edges.length; index += 1) {
    for (const message of decoder.push(bytes.slice(edges[index - 1], edges[index]))) messages.push(message)
  }
  return messages
}

const anyMessages = fc.array(
  fc.oneof(
    fc.uint8Array({ maxLength: 40 }),
    fc.constantFrom(0, 127, 128, 16_383, 16_384).map((length) => new Uint8Array(length).fill(7))
  ),
  { maxLength: 8 }
)

test('a frame is a LEB128 length and the message', () => {
  assert.equal(frame(new Uint8Array()), Uint8Array.of(0))
  assert.equal(frame(Uint8Array.of(9, 8)), Uint8Array.of(2, 9, 8))
  assert.equal(frame(new Uint8Array(127)).subarray(0, 1), Uint8Array.of(127))
  assert.equal(frame(new Uint8Array(128)).subarray(0, 2), Uint8Array.of(0x80, 1))
  assert.equal(frame(new Uint8Array(300)).subarray(0, 2), Uint8Array.of(0xac, 2))
  assert.is(frame(new Uint8Array(300)).length, 302)
})

test('property: however the stream is cut, the same messages come out', () => {
  fc.assert(
    fc.property(anyMessages, fc.array(fc.nat(100_000), { maxLength: 30 }), (messages, cuts) => {
      const decoder = new FrameDecoder(20_000)
      assert.equal(decodeInPieces(decoder, Buffer.concat(messages.map(frame)), cuts).map(plain), messages)
      assert.is(decoder.buffered, 0)
    }),
    { numRuns: 300 }
  )
})

function plain(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes)
}

test('byte by byte, each message comes with its last byte, and stays as it was', () => {
  const decoder = new FrameDecoder(1000)
  const messages = [Uint8Array.of(1, 2, 3), new Uint8Array(), new Uint8Array(200).fill(5), Uint8Array.of(4)]
  const got: Uint8Array[] = []
  let pushed = 0
  for (const message of messages) {
    for (const byte of frame(message)) {
      assert.is(got.length, messages.indexOf(message), `after ${pushed} bytes`)
      got.push(...decoder.push(Uint8Array.of(byte)))
      pushed += 1
    }
  }
  assert.equal(got, messages)
})

test('a message that was handed out does not change as the stream goes on', () => {
  const decoder = new FrameDecoder(1000)
  const first = new Uint8Array(100).fill(1)
  const stream = Buffer.concat([frame(first), frame(new Uint8Array(500).fill(2))])
  const got: Uint8Array[] = []
  for (let offset = 0; offset < stream.length; offset += 7) {
    got.push(...decoder.push(new Uint8Array(stream.subarray(offset, offset + 7))))
    if (got[0] !== undefined) assert.equal(got[0], first)
  }
  assert.is(got.length, 2)
  assert.equal(got[1], new Uint8Array(500).fill(2))
})

test('buffered counts the bytes of the unfinished message', () => {
  const decoder = new FrameDecoder(1000)
  decoder.push(Uint8Array.of(200, 1, 7, 7))
  assert.is(decoder.buffered, 4)
  decoder.push(new Uint8Array())
  decoder.push(new Uint8Array(198))
  assert.is(decoder.buffered, 0)
  decoder.push(Uint8Array.of(1, 9, 5))
  assert.is(decoder.buffered, 1)
})

test('a message of exactly the limit passes, one byte more is refused on its prefix', () => {
  assert.is(new FrameDecoder(300).push(frame(new Uint8Array(300)))[0]?.length, 300)
  throwsCode(() => new FrameDecoder(299).push(frame(new Uint8Array(300)).subarray(0, 2)), 'WIRE_TOO_LARGE')
  throwsCode(() => new FrameDecoder(0).push(Uint8Array.of(1)), 'WIRE_TOO_LARGE')
  assert.equal(new FrameDecoder(0).push(Uint8Array.of(0)), [new Uint8Array()])
  const late = new FrameDecoder(10)
  throwsCode(() => late.push(Uint8Array.of(1, 7, 11)), 'WIRE_TOO_LARGE')
})

test('the largest length of four bytes is refused for its size, a fifth byte for its form', () => {
  throwsCode(() => new FrameDecoder(1000).push(Uint8Array.of(0xff, 0xff, 0xff, 0x7f)), 'WIRE_TOO_LARGE')
  throwsCode(() => new FrameDecoder(1000).push(Uint8Array.of(0x80, 0x80, 0x80, 0x80)), 'WIRE_MALFORMED')
  throwsCode(() => new FrameDecoder(2 ** 40).push(Uint8Array.of(0xff, 0xff, 0xff, 0xff, 1)), 'WIRE_MALFORMED')
  const slow = new FrameDecoder(1000)
  for (let count = 0; count < 3; count += 1) assert.equal(slow.push(Uint8Array.of(0x80)), [])
  throwsCode(() => slow.push(Uint8Array.of(0x80)), 'WIRE_MALFORMED')
})

test('the largest message there is may come byte by byte', () => {
  const message = Uint8Array.from({ length: 512 * 1024 }, (_, index) => index % 251)
  const stream = frame(message)
  const decoder = new FrameDecoder(message.length)
  const got: Uint8Array[] = []
  for (let offset = 0; offset < stream.length; offset += 1) {
    got.push(...decoder.push(stream.subarray(offset, offset + 1)))
  }
  assert.is(got.length, 1)
  assert.ok(Buffer.from(message).equals(got[0] ?? new Uint8Array()))
})

test('property: random bytes give messages within the limit, or a documented refusal', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 50 }), { maxLength: 20 }), (chunks) => {
      const decoder = new FrameDecoder(60)
      try {
        for (const chunk of chunks) {
          for (const message of decoder.push(chunk)) assert.ok(message.length <= 60)
          assert.ok(decoder.buffered <= 62)
        }
      } catch (error) {
        const { code } = throwsCode(() => {
          throw error
        })
        assert.ok(code === 'WIRE_TOO_LARGE' || code === 'WIRE_MALFORMED')
      }
    }),
    { numRuns: 1000 }
  )
})

test.run()
