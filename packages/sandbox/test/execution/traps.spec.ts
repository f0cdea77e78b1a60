import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { describeTrap } from '../../src/execution/traps.js'

test('texts of several versions of V8 have one name', () => {
  const texts = {
    'null function or function signature mismatch': 'indirect-call',
    'function signature mismatch': 'indirect-call',
    'null function': 'indirect-call',
    'table index is out of bounds': 'indirect-call',
    'memory access out of bounds': 'out-of-bounds',
    'divide by zero': 'divide-by-zero',
    'remainder by zero': 'divide-by-zero',
    'something new': 'other'
  }
  for (const [text, kind] of Object.entries(texts)) {
    assert.is(describeTrap(new WebAssembly.RuntimeError(text))?.kind, kind, text)
  }
  assert.is(describeTrap(new RangeError('stack')), undefined)
})

test.run()
