import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { meteringParameters } from '../../src/instrument/index.js'
import { text } from '../fixtures/harness.js'
import { host, hostFunction, hostModule } from './fixtures/modules.js'
import { runHere } from './fixtures/run-here.js'

const { hostCallFuel, hostByteFuel } = meteringParameters
const call = (name: keyof typeof host, ...values: number[]): string =>
  `${values.map((value) => `i32.const ${value} `).join('')}call ${host[name]} `

test('input is read at any offset, and written out', () => {
  const copy = `${call('inputRead', 64, 100, 6)} local.set 0 i32.const 64 local.get 0 call ${host.outputWrite}`
  const report = runHere(hostFunction(copy, { locals: ['i32'] }), { stdin: 'Hello, world' })
  assert.is(report.code, 'SUCCESS', report.detail)
  assert.is(text(report.output), ' world')
  const size = runHere(hostFunction(call('inputSize'), { results: ['i32'] }), { stdin: 'grüße' })
  assert.is(text(size.output), '7\n')
})

test('reading past the end of the input gives nothing', () => {
  for (const offset of [3, 4, 0x7fffffff, -1]) {
    const read = hostFunction(call('inputRead', 0, 10, offset), { results: ['i32'] })
    assert.is(text(runHere(read, { stdin: 'abc' }).output), '0\n', String(offset))
  }
  const empty = hostFunction(call('inputRead', 0, 10, 0), { results: ['i32'] })
  assert.is(text(runHere(empty).output), '0\n')
})

test('a read touches no byte of memory beyond what it copies', () => {
  const code = `i32.const 2 i32.const 120 i32.store8 ${call('inputRead', 0, 10, 0)} drop ${call('outputWrite', 0, 3)}`
  assert.is(text(runHere(hostFunction(code), { stdin: 'ab' }).output), 'abx')
})

test('output of ailee and of WASI is one stream, in order', () => {
  const letter = (at: number, code: number): string => `i32.const ${at} i32.const ${code} i32.store8 `
  // At 16 an iovec for the one byte at 1.
  const iovec = 'i32.const 16 i32.const 1 i32.store i32.const 20 i32.const 1 i32.store '
  const wasi = 'i32.const 1 i32.const 16 i32.const 1 i32.const 32 call 5 drop '
  const code = `${letter(0, 97)}${letter(1, 98)}${iovec}${call('outputWrite', 0, 1)}${wasi}${call('outputWrite', 0, 2)}`
  assert.is(text(runHere(hostFunction(code)).output), 'abab')
})

test('a log line ends with a newline, and the log is bounded as standard error is', () => {
  const store = 'i32.const 0 i32.const 26984 i32.store16 '
  assert.is(text(runHere(hostFunction(`${store}${call('log', 0, 2)}${call('log', 0, 0)}`)).stderr), 'hi\n\n')
  const flood = runHere(hostFunction(`loop void ${call('log', 0, 2)} br 0 end`), { stderrBytes: 10 })
  assert.is(flood.code, 'FUEL_EXHAUSTED')
  assert.is(flood.stderr.length, 10)
})

test('one byte of output too many ends the run, and nothing is kept', () => {
  const write = (length: number): Uint8Array => hostFunction(call('outputWrite', 0, length))
  assert.is(runHere(write(10), { outputBytes: 10 }).code, 'SUCCESS')
  const over = runHere(write(11), { outputBytes: 10 })
  assert.equal([over.code, over.output.length, over.fuelUsed], ['OUTPUT_TOO_LARGE', 0, 10_000_000n])
})

test('memory out of bounds traps; no pointer does worse', () => {
  const page = 65_536
  const bad: [number, number][] = [
    [page, 1],
    [page - 1, 2],
    [-1, 1],
    [-1, 0],
    [0, -1],
    [-8, 16],
    [0x7fffffff, 0x7fffffff],
    [-0x80000000, -0x80000000]
  ]
  for (const [pointer, length] of bad) {
    for (const code of [
      call('outputWrite', pointer, length),
      call('log', pointer, length),
      `${call('inputRead', pointer, length, 0)} drop`
    ]) {
      const report = runHere(hostFunction(code), { stdin: 'x' })
      assert.equal([report.code, report.trap], ['TRAP', 'out-of-bounds'], `${code}: ${report.detail}`)
      assert.is(report.fuelUsed, 10_000_000n)
    }
  }
  const edge = runHere(hostFunction(`${call('outputWrite', page, 0)}${call('outputWrite', page - 1, 1)}`))
  assert.equal([edge.code, edge.output.length], ['SUCCESS', 1])
  const without = hostModule([{ code: call('log', 0, 0), export: 'f' }], { memory: undefined })
  assert.is(runHere(without).trap, 'out-of-bounds')
})

test('memory that has grown is there for the next call', () => {
  const grown = `i32.const 1 memory.grow drop ${call('outputWrite', 65_536, 5)}`
  assert.is(runHere(hostFunction(grown)).output.length, 5)
})

test('calls cost what calls of WASI do', () => {
  const used = (code: string): bigint => runHere(hostFunction(code), { stdin: 'abc' }).fuelUsed
  const two = 'i32.const 0 i32.const 0 drop drop '
  const callFuel = 6
  const overhead = BigInt(hostCallFuel + callFuel) - 2n
  assert.is(used(call('outputWrite', 0, 0)) - used(two), overhead)
  assert.is(used(call('outputWrite', 0, 999)) - used(two), overhead + BigInt(999 * hostByteFuel))
  assert.is(used(call('log', 0, 50)) - used(two), overhead + 50n)
  // The whole buffer is checked, so all of it is paid.
  assert.is(used(`${call('inputRead', 0, 50, 0)} drop`) - used(`${call('inputRead', 0, 3, 0)} drop`), 47n)
})

test('fuel_left tells what is left, and the difference of two tells what is between', () => {
  const left = (fuel: number, before = ''): bigint => {
    const code = `${before} call ${host.fuelLeft}`
    const report = runHere(hostFunction(code, { results: ['i64'] }), { fuel })
    return BigInt(text(report.output).trim())
  }
  assert.is(left(2_000) - left(1_000), 1_000n)
  assert.is(left(1_000) - left(1_000, call('log', 0, 40)), 148n)
  const report = runHere(hostFunction(`call ${host.fuelLeft}`, { results: ['i64'] }), { fuel: 1_000 })
  assert.is(BigInt(text(report.output).trim()), 1_000n - report.fuelUsed)
  assert.is(runHere(hostFunction(`call ${host.fuelLeft} drop`), { fuel: 90 }).code, 'FUEL_EXHAUSTED')
})

test.run()
