import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { noMetrics, silentLogger } from '../src/index.js'

test('the silent ports take everything a real one takes', () => {
  const child = silentLogger.child({ module: 'test' })
  for (const level of ['debug', 'info', 'warn', 'error'] as const) {
    assert.is(child[level]('message', { count: 1 }), undefined)
  }
  let collected = 0
  noMetrics.counter({ name: 'a_total', help: '' }).inc({ kind: 'x' }, 2)
  noMetrics.gauge({ name: 'b', help: '', collect: () => ++collected }).set(1)
  noMetrics.histogram({ name: 'c_seconds', help: '', buckets: [1, 2] }).observe(1)
  assert.is(collected, 0, 'nothing is ever scraped')
})

test.run()
