import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { formatBytes, formatDuration, KIB, MIB, WASM_PAGE_BYTES } from '../src/index.js'

test('sizes', () => {
  assert.equal([KIB, MIB, WASM_PAGE_BYTES], [1024, 1_048_576, 65_536])
  for (const [bytes, shown] of [
    [0, '0 B'],
    [100, '100 B'],
    [1023, '1023 B'],
    [1024, '1 KiB'],
    [1536, '1.5 KiB'],
    [10 * KIB, '10 KiB'],
    [100 * KIB, '100 KiB'],
    [MIB, '1 MiB'],
    [2.25 * MIB, '2.3 MiB'],
    [512 * MIB, '512 MiB'],
    [4096 * MIB, '4096 MiB']
  ] as const) {
    assert.is(formatBytes(bytes), shown)
  }
})

test('durations', () => {
  for (const [ms, shown] of [
    [0, '0 ms'],
    [0.5, '0.5 ms'],
    [10, '10 ms'],
    [100, '100 ms'],
    [999, '999 ms'],
    [1000, '1 s'],
    [1234.5, '1.23 s'],
    [1500, '1.5 s'],
    [30_000, '30 s'],
    [119_000, '119 s'],
    [400_000, '6.7 min'],
    [3_600_000, '60 min'],
    [10_800_000, '3 h']
  ] as const) {
    assert.is(formatDuration(ms), shown)
  }
})

test.run()
