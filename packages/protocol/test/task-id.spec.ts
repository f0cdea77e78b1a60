import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { taskIdOf } from '../src/index.js'
import { bytesOf, text } from './arbitraries.js'

const id = new Uint8Array(16).fill(1)

test('the same submission has the same id, and every argument counts', () => {
  const base = taskIdOf('local', 'client', id)
  assert.match(base, /^[0-9a-f]{64}$/)
  assert.is(taskIdOf('local', 'client', new Uint8Array(id)), base)
  const others = [
    taskIdOf('testnet', 'client', id),
    taskIdOf('local', 'clienT', id),
    taskIdOf('local', 'client', new Uint8Array(16)),
    // Moving a letter from one argument to the next is another submission.
    taskIdOf('localc', 'lient', id),
    taskIdOf('loca', 'lclient', id)
  ]
  assert.is(new Set([base, ...others]).size, 6)
})

test('it is the sha3-256 of tag, network, client and client task id, each after its length', () => {
  const hash = createHash('sha3-256')
  for (const field of ['ailee/task-id/v1', 'local', 'client', id]) {
    const bytes = Buffer.from(field)
    const length = Buffer.alloc(4)
    length.writeUInt32BE(bytes.length)
    hash.update(length).update(bytes)
  }
  assert.is(taskIdOf('local', 'client', id), hash.digest('hex'))
})

test('property: different submissions have different ids', () => {
  const submission = fc.tuple(text(64), text(64), bytesOf(16))
  fc.assert(
    fc.property(submission, submission, (one, two) => {
      const equal = one[0] === two[0] && one[1] === two[1] && one[2].join() === two[2].join()
      assert.is(taskIdOf(...one) === taskIdOf(...two), equal)
    }),
    { numRuns: 300 }
  )
})

test.run()
