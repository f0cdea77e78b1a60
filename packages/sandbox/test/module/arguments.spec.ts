import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { parseArguments } from '../../src/module/arguments.js'
import type { ValueType } from '../../src/module/module-info.js'
import { formatResults } from '../../src/module/results.js'
import { formatSignature } from '../../src/module/signature.js'

function parse(type: ValueType, text: string): number | bigint | undefined {
  try {
    return parseArguments('f', { params: [type], results: [] }, [text])[0]
  } catch {
    return undefined
  }
}

test('integers: decimal and hexadecimal, signed and unsigned range', () => {
  assert.is(parse('i32', '42'), 42)
  assert.is(parse('i32', '-2147483648'), -2147483648)
  assert.is(parse('i32', '4294967295'), -1)
  assert.is(parse('i32', '0xffffffff'), -1)
  assert.is(parse('i64', '18446744073709551615'), -1n)
  assert.is(parse('i64', '-0x10'), -16n)
  for (const text of ['', ' 1', '1 ', '1.0', '1e3', '0x', '4294967296', '-2147483649', '1n', '--1', '１']) {
    assert.is(parse('i32', text), undefined, text)
  }
})

test('floats', () => {
  assert.is(parse('f64', '1e3'), 1000)
  assert.is(parse('f64', '.5'), 0.5)
  assert.ok(Object.is(parse('f64', '-0'), -0))
  assert.ok(Number.isNaN(parse('f64', 'nan')))
  assert.is(parse('f32', '-inf'), Number.NEGATIVE_INFINITY)
  assert.is(parse('f32', '0.1'), Math.fround(0.1))
  for (const text of ['', '.', 'NaN', 'Infinity', '1_0', '1e', ' 1'])
    assert.is(parse('f64', text), undefined, text)
})

test('an endless number is refused at once', () => {
  assert.is(parse('i64', '9'.repeat(5_000_000)), undefined)
})

test('messages name the signature', () => {
  const type = { params: ['i32'], results: ['i32'] } as const
  assert.throws(
    () => parseArguments('countPrimes', type, ['1', '2']),
    (error: Error) => {
      assert.is(error.message, 'countPrimes(i32) -> i32 takes 1 argument, got 2')
      return true
    }
  )
  assert.throws(() => parseArguments('f', { params: ['v128'], results: [] }, ['1']), /v128/)
  assert.is(formatSignature('f', { params: [], results: ['i32', 'f64'] }), 'f() -> (i32, f64)')
})

test('results, one per line', () => {
  assert.is(formatResults([1, -1n, 0.1, -0, Number.NaN]), '1\n-1\n0.1\n-0\nnan\n')
  assert.is(formatResults([Math.fround(0.1), 1e21]), '0.10000000149011612\n1e+21\n')
  assert.is(formatResults([Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]), 'inf\n-inf\n')
  assert.is(formatResults([]), '')
})

test.run()
