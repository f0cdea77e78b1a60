import * as fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import * as protocol from '../../src/index.js'
import { codecs } from '../support/codecs.js'

test('every decoder of the package is in the table', () => {
  const exported = Object.keys(protocol)
    .filter((name) => name.startsWith('decode'))
    .map((name) => name.slice('decode'.length))
  assert.equal(
    codecs.map(({ name }) => name),
    exported.sort()
  )
})

for (const { name, arbitrary, encode, decode } of codecs) {
  test(`property: ${name} is read as it was written`, () => {
    fc.assert(
      fc.property(arbitrary, (message) => {
        const bytes = encode(message)
        assert.equal(decode(bytes), message)
        // Streams hand out views, and in Node often Buffers.
        const view = Buffer.concat([Buffer.of(1, 2, 3), bytes, Buffer.of(4)]).subarray(3, 3 + bytes.length)
        assert.equal(decode(view), message)
      }),
      { numRuns: 100 }
    )
  })
}

test('property: what was read holds no view of the frame', () => {
  for (const { arbitrary, encode, decode } of codecs) {
    fc.assert(
      fc.property(arbitrary, (message) => {
        const bytes = Buffer.from(encode(message))
        const read = decode(bytes)
        bytes.fill(0xff)
        assert.equal(read, message)
      }),
      { numRuns: 10 }
    )
  }
})

test('a list query without a limit asks for 100', () => {
  assert.equal(protocol.decodeListTasks(protocol.encodeListTasks({ limit: 0 })), { limit: 100 })
})

test('an output that is not inline stays so, unless it is empty', () => {
  const outcome = {
    outputHash: '00'.repeat(32),
    outputBytes: 5,
    outputInline: undefined,
    stderr: new Uint8Array(),
    detail: ''
  }
  assert.is(protocol.decodeOutcome(protocol.encodeOutcome(outcome)).outputInline, undefined)
  const partial = { ...outcome, outputInline: new Uint8Array(4) }
  assert.is(protocol.decodeOutcome(protocol.encodeOutcome(partial)).outputInline, undefined)
  const empty = { ...outcome, outputBytes: 0 }
  assert.equal(protocol.decodeOutcome(protocol.encodeOutcome(empty)).outputInline, new Uint8Array())
})

test('unknown fields are skipped', () => {
  // Field 2000 as varint, bytes and fixed64, as a later version might send them.
  const unknown = Buffer.from('807d05827d03010203817d0102030405060708', 'hex')
  for (const { name, arbitrary, encode, decode } of codecs) {
    const [message] = fc.sample(arbitrary, 1)
    assert.equal(decode(Buffer.concat([unknown, encode(message), unknown])), message, name)
  }
})

test.run()
