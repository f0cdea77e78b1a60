import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { encodeFrame, type Frame, FrameError, FrameReader } from '../../src/pool/frames.js'
import { decodeReply } from '../../src/pool/messages.js'

const limits = { header: 1_000, first: 1_000, second: 1_000 }

test('frames survive any cutting of the stream', () => {
  const frame = fc.record({
    n: fc.nat(),
    first: fc.uint8Array({ maxLength: 50 }),
    second: fc.uint8Array({ maxLength: 50 })
  })
  fc.assert(
    fc.property(fc.array(frame, { maxLength: 5 }), fc.integer({ min: 1, max: 40 }), (frames, step) => {
      const stream = Buffer.concat(
        frames.flatMap(({ n, first, second }) => encodeFrame({ n }, first, second))
      )
      const reader = new FrameReader(limits)
      const got: Frame[] = []
      for (let at = 0; at < stream.length; at += step)
        reader.push(stream.subarray(at, at + step), (f) => got.push(f))
      assert.equal(
        got.map(({ header, first, second }) => [header, [...first], [...second]]),
        frames.map(({ n, first, second }) => [{ n }, [...first], [...second]])
      )
    })
  )
})

test('an announced size past the limit is refused before its bytes come', () => {
  const isFrameError = (error: unknown): boolean => error instanceof FrameError
  for (let field = 0; field < 3; field++) {
    const prefix = new Uint8Array(12)
    new DataView(prefix.buffer).setUint32(field * 4, 1_001)
    assert.throws(() => new FrameReader(limits).push(prefix, () => {}), isFrameError)
  }
  const noJson = new Uint8Array(13)
  noJson[3] = 1
  noJson[12] = 0x7b
  assert.throws(() => new FrameReader(limits).push(noJson, () => {}), isFrameError)
})

test('a child’s report is checked field by field', () => {
  const good = {
    type: 'report',
    code: 'SUCCESS',
    trap: '',
    detail: '',
    exitCode: 0,
    fuelUsed: '0',
    staticDepth: 2,
    times: { instrumentMs: 0, compileMs: 0.5, runMs: 1e3 },
    memoryPeakBytes: 0
  }
  const empty = new Uint8Array(0)
  assert.is(decodeReply(good, empty, empty)?.type, 'report')
  const more = { depthUsed: 3, memoryHash: 'ab'.repeat(32) }
  assert.is(decodeReply({ ...good, ...more }, empty, empty)?.type, 'report')
  const bad: object[] = [
    { code: 'KILLED' },
    { code: 'TIMEOUT' },
    { code: 'constructor' },
    { trap: 'a\nb' },
    { detail: 1 },
    { exitCode: -1 },
    { exitCode: 2 ** 32 },
    { exitCode: '0' },
    { fuelUsed: 'x' },
    { memoryPeakBytes: 1.5 },
    { staticDepth: undefined },
    { depthUsed: -1 },
    { times: undefined },
    { times: { instrumentMs: 0, compileMs: 0, runMs: -1 } },
    { times: { instrumentMs: 0, compileMs: '0', runMs: 0 } },
    { memoryHash: 'ab'.repeat(31) },
    { memoryHash: 'AB'.repeat(32) },
    { code: 'TRAP', memoryHash: 'ab'.repeat(32) },
    { type: 'other' }
  ]
  for (const change of bad) assert.is(decodeReply({ ...good, ...change }, empty, empty), undefined)
  for (const value of [null, 1, 'report', [], {}]) assert.is(decodeReply(value, empty, empty), undefined)
  assert.is(decodeReply({ type: 'module-wanted' }, new Uint8Array(1), empty), undefined)
})

test('any JSON is a reply or undefined', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => void decodeReply(value, new Uint8Array(0), new Uint8Array(0)))
  )
})

test.run()
