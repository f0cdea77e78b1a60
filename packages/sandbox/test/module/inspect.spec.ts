import { MIB } from '@ailee/core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { inspectModule } from '../../src/index.js'
import { op, single } from '../fixtures/build-module.js'
import { example } from '../fixtures/examples.js'

const limits = { memoryBytes: 64 * MIB }

test('a module that would run: what it needs, and how large it gets', () => {
  const report = inspectModule(example('wordcount'), limits)
  assert.is(report.refusal, undefined)
  assert.ok(report.imports.includes('wasi_snapshot_preview1.fd_read(i32, i32, i32, i32) -> i32'))
  assert.ok(report.exports.includes('_start()'))
  assert.equal(report.memory, { minPages: 2, maxPages: undefined })
  assert.ok((report.instrumentedBytes ?? 0) > report.moduleBytes)
  assert.equal(inspectModule(example('primes'), limits).features, ['bulk-memory'])
  assert.is(inspectModule(example('matmul'), limits).hasStart, true)
})

test('a module that would be refused: why, and what could be seen of it', () => {
  const text = inspectModule(new TextEncoder().encode('just text'), limits)
  assert.is(text.refusal?.code, 'MODULE_INVALID')
  assert.is(text.instrumentedBytes, undefined)
  const large = inspectModule(single('f', [op.unreachable], { memory: [0, 100] }), { memoryBytes: MIB })
  assert.is(large.refusal?.code, 'MEMORY_EXHAUSTED')
  assert.equal(large.exports, ['f()'])
  // 0xfe is the prefix of atomics.
  const atomic = inspectModule(single('f', [0xfe, 0x03, 0x00]), limits)
  assert.is(atomic.refusal?.code, 'FEATURE_DENIED')
})

test.run()
