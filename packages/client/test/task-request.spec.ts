import { seededRandom } from '@ailee/core'
import {
  bytesToHex,
  contentHash,
  decodeTaskInput,
  defaultVerificationTerms,
  MAX_INPUT_BYTES,
  MAX_MODULE_BYTES
} from '@ailee/protocol'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { ClientError, prepareTask } from '../src/index.js'
import { request } from './support/scripted-coordinator.js'

const random = seededRandom(3)

test('a request is given hashes, sizes, an id, a seed and a clock', () => {
  const { submit, module, input } = prepareTask(request(), random, 1_234)
  const { spec } = submit
  assert.equal([spec.moduleHash, spec.moduleBytes], [contentHash(module), module.length])
  assert.equal([spec.inputHash, spec.inputBytes], [contentHash(input), input.length])
  assert.equal(decodeTaskInput(input).args, ['7'])
  assert.is(spec.clockMs, 1_234)
  assert.equal([submit.clientTaskId.length, spec.seed.length], [16, 32])
  const { limits, reward, requirements, replicas, deadlineMs, priority } = request()
  assert.equal(spec.limits, limits)
  const { clientTaskId, spec: _, ...rest } = submit
  const verification = defaultVerificationTerms
  assert.equal(rest, { reward, requirements, replicas, deadlineMs, priority, verification })
})

test('no two tasks share id or seed', () => {
  const prepared = Array.from({ length: 100 }, () => prepareTask(request(), random, 1))
  assert.is(new Set(prepared.map(({ submit }) => bytesToHex(submit.clientTaskId))).size, 100)
  assert.is(new Set(prepared.map(({ submit }) => bytesToHex(submit.spec.seed))).size, 100)
})

test('what the network does not take is refused here', () => {
  const codeOf = (change: Parameters<typeof request>[0]): string => {
    try {
      prepareTask(request(change), random, 1)
    } catch (error) {
      return error instanceof ClientError ? error.code : String(error)
    }
    return 'taken'
  }
  const input = (bytes: number) => ({ args: [], env: [], stdin: new Uint8Array(bytes), files: [] })
  assert.is(codeOf({ module: new Uint8Array(MAX_MODULE_BYTES) }), 'taken')
  assert.is(codeOf({ module: new Uint8Array(MAX_MODULE_BYTES + 1) }), 'MODULE_TOO_LARGE')
  assert.is(codeOf({ input: input(MAX_INPUT_BYTES - 16) }), 'taken')
  assert.is(codeOf({ input: input(MAX_INPUT_BYTES) }), 'INPUT_TOO_LARGE')
})

test.run()
