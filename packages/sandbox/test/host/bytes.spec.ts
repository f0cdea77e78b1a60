import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { text } from '../fixtures/harness.js'
import { bytesModule, echoModule, host, hostModule, packed } from './fixtures/modules.js'
import { runHere } from './fixtures/run-here.js'

test('a function of bytes gets the input and gives the output', () => {
  assert.is(text(runHere(echoModule, { stdin: 'Hello' }).output), 'Hello')
  const tail = bytesModule(packed('local.get 0 i32.const 2 i32.add', 'local.get 1 i32.const 2 i32.sub'))
  assert.is(text(runHere(tail, { stdin: 'Hello' }).output), 'llo')
  assert.is(runHere(echoModule).code, 'SUCCESS')
  assert.is(runHere(echoModule).output.length, 0)
})

test('what is written before comes first', () => {
  const write = `local.get 0 i32.const 1 call ${host.outputWrite} ${packed('local.get 0', 'local.get 1')}`
  assert.is(text(runHere(bytesModule(write), { stdin: 'abc' }).output), 'aabc')
})

test('with arguments it is a function like any other', () => {
  assert.is(text(runHere(echoModule, { args: ['1', '2'], stdin: 'x' }).output), `${2n ** 32n + 2n}\n`)
  assert.is(runHere(echoModule, { args: ['1'] }).code, 'INVALID_INPUT')
})

test('without a fitting alloc, a memory or the signature it is one, too', () => {
  const run = { params: ['i32', 'i32'], results: ['i64'], code: 'i64.const 0', export: 'f' } as const
  const alloc = { params: ['i32'], results: ['i32'], code: 'i32.const 8', export: 'alloc' } as const
  const modules = [
    hostModule([run]),
    hostModule([run, { ...alloc, params: ['i64'] }]),
    hostModule([run, { ...alloc, results: ['i32', 'i32'], code: 'i32.const 8 i32.const 8' }]),
    hostModule([run, alloc], { memory: undefined }),
    hostModule([{ ...run, results: ['i32'], code: 'i32.const 0' }, alloc]),
    hostModule([{ ...run, params: ['i32', 'i64'] }, alloc])
  ]
  for (const [index, module] of modules.entries()) {
    assert.is(runHere(module, { stdin: 'x' }).code, 'INVALID_INPUT', String(index))
  }
})

test('_initialize runs before alloc, and alloc once', () => {
  const functions = [
    {
      params: ['i32', 'i32'],
      results: ['i64'],
      // The 4 bytes at 0 are the output: the count of calls.
      code: packed('i32.const 0', 'i32.const 1'),
      export: 'f'
    },
    {
      params: ['i32'],
      results: ['i32'],
      code: 'i32.const 0 i32.const 0 i32.load8_u i32.const 1 i32.add i32.store8 i32.const 1024',
      export: 'alloc'
    },
    { code: 'i32.const 0 i32.const 65 i32.store8', export: '_initialize' }
  ] as const
  assert.is(text(runHere(hostModule(functions), { stdin: 'x' }).output), 'B')
})

test('room for the input or an output outside memory traps', () => {
  const page = 65_536
  for (const pointer of [page - 4, page, -1, -0x80000000]) {
    const report = runHere(bytesModule('i64.const 0', `i32.const ${pointer}`), { stdin: 'hello' })
    assert.equal([report.code, report.trap], ['TRAP', 'out-of-bounds'], String(pointer))
  }
  for (const [pointer, length] of [
    [page, 1],
    [page - 1, 2],
    [-1, 1],
    [0, -1],
    [-1, -1]
  ]) {
    const module = bytesModule(packed(`i32.const ${pointer}`, `i32.const ${length}`))
    const report = runHere(module, { stdin: 'hello', outputBytes: 2 ** 30 })
    assert.equal([report.code, report.trap], ['TRAP', 'out-of-bounds'], `${pointer} ${length}`)
  }
  assert.is(runHere(bytesModule(packed(`i32.const ${page}`, 'i32.const 0'))).code, 'SUCCESS')
})

test('alloc that returns 0 gives up, as an allocator without memory does', () => {
  const plain = runHere(bytesModule('i64.const 0', 'i32.const 0'), { stdin: 'x' })
  assert.equal([plain.code, plain.trap], ['TRAP', 'unreachable'])
  const refused = 'i32.const 100 memory.grow drop i32.const 0'
  const unlimited = bytesModule('i64.const 0', refused, { memory: [1] })
  assert.is(runHere(unlimited, { stdin: 'x' }).code, 'MEMORY_EXHAUSTED')
  assert.is(runHere(bytesModule('i64.const 0', 'i32.const 0')).code, 'SUCCESS', 'no input needs no room')
})

test('an output past the limit is not copied', () => {
  const module = bytesModule(packed('i32.const 0', 'i32.const 60000'))
  const over = runHere(module, { outputBytes: 59_999 })
  assert.equal([over.code, over.output.length], ['OUTPUT_TOO_LARGE', 0])
  assert.is(runHere(module, { outputBytes: 60_000 }).output.length, 60_000)
})

test('each byte of input and output is paid', () => {
  const used = (length: number): bigint => runHere(echoModule, { stdin: 'x'.repeat(length) }).fuelUsed
  assert.is(used(101) - used(1), 200n)
  const needed = used(1_000)
  assert.is(runHere(echoModule, { stdin: 'x'.repeat(1_000), fuel: Number(needed) }).code, 'SUCCESS')
  const short = runHere(echoModule, { stdin: 'x'.repeat(1_000), fuel: Number(needed) - 1 })
  assert.equal([short.code, short.output.length], ['FUEL_EXHAUSTED', 0])
})

test.run()
