import { hash } from 'node:crypto'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { errno } from '../../src/wasi/errno.js'
import { wasiImports } from '../../src/wasi/preview1.js'
import { wasiNames, wasiSignatures } from '../../src/wasi/signatures.js'
import { OutputOverflow } from '../../src/wasi/streams.js'
import { ProcessExit, WasiProcess } from '../../src/wasi/wasi-process.js'

type Call = (...params: (number | bigint)[]) => number

function start(parts: { args?: string[]; env?: string[]; stdin?: string; outputBytes?: number } = {}) {
  const process = new WasiProcess({
    args: parts.args ?? ['module'],
    env: parts.env ?? [],
    stdin: new TextEncoder().encode(parts.stdin ?? ''),
    seed: new Uint8Array(32).fill(7),
    clockMs: 1_000,
    outputBytes: parts.outputBytes ?? 1_000,
    stderrBytes: 10,
    sha3: (bytes) => hash('sha3-256', bytes, 'buffer')
  })
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 4 })
  process.memory.attach(memory)
  const imports = wasiImports(process) as unknown as Record<string, Call>
  const call = (name: string, ...params: (number | bigint)[]): number => imports[name]?.(...params) ?? -1
  return { process, memory, call, view: new DataView(memory.buffer), bytes: new Uint8Array(memory.buffer) }
}

/** Writes one iovec at `at`. */
function iovec(view: DataView, at: number, pointer: number, length: number): void {
  view.setUint32(at, pointer, true)
  view.setUint32(at + 4, length, true)
}

test('arguments and environment, also beyond ASCII', () => {
  const { call, view, bytes } = start({ args: ['module', 'grüße'], env: ['A=b'] })
  assert.is(call('args_sizes_get', 0, 4), 0)
  assert.is(view.getUint32(0, true), 2)
  assert.is(view.getUint32(4, true), 7 + 8)
  assert.is(call('args_get', 16, 100), 0)
  assert.is(view.getUint32(20, true), 107)
  assert.is(new TextDecoder().decode(bytes.subarray(100, 115)), 'module\0grüße\0')
  assert.is(call('environ_get', 32, 200), 0)
  assert.is(new TextDecoder().decode(bytes.subarray(200, 204)), 'A=b\0')
})

test('a bad pointer is EFAULT in every function that takes one, and never throws', () => {
  const { call, memory } = start({ args: ['module', 'x'], env: ['A=b'], stdin: 'x' })
  const size = memory.buffer.byteLength
  const bad = [size, size - 1, -1, -8, 0x7fffffff, -0x80000000]
  for (const pointer of bad) {
    for (const name of ['args_get', 'args_sizes_get', 'environ_get', 'environ_sizes_get']) {
      assert.is(call(name, pointer, 0), errno.FAULT, name)
      assert.is(call(name, 0, pointer), errno.FAULT, name)
    }
    assert.is(call('fd_write', 1, pointer, 1, 0), errno.FAULT)
    assert.is(call('fd_write', 1, 0, 0, pointer), errno.FAULT)
    assert.is(call('fd_read', 0, pointer, 1, 0), errno.FAULT)
    assert.is(call('clock_time_get', 0, 0n, pointer), errno.FAULT)
    assert.is(call('clock_res_get', 0, pointer), errno.FAULT)
    assert.is(call('random_get', pointer, 8), errno.FAULT)
    assert.is(call('random_get', 0, pointer | 0x20000), errno.FAULT)
    assert.is(call('fd_fdstat_get', 1, pointer), errno.FAULT)
    assert.is(call('fd_filestat_get', 1, pointer), errno.FAULT)
    assert.is(call('poll_oneoff', pointer, 0, 1, 0), errno.FAULT)
    assert.is(call('poll_oneoff', 0, pointer, 1, 0), errno.FAULT)
  }
})

test('a buffer list is checked whole before anything is written', () => {
  const { call, view, process } = start()
  iovec(view, 0, 100, 5)
  iovec(view, 8, 0xfffffff0, 0x20)
  assert.is(call('fd_write', 1, 0, 2, 64), errno.FAULT)
  assert.is(process.stdout.bytes().length, 0)
  assert.is(call('fd_write', 1, 0, 1_025, 64), errno.INVAL)
  assert.is(call('fd_write', 1, 0, -1, 64), errno.INVAL)
})

test('writing: exact bytes, stderr cut at its cap, stdout past its limit ends the program for good', () => {
  const { call, view, bytes, process } = start({ outputBytes: 8 })
  bytes.set(new TextEncoder().encode('hello, world'), 100)
  iovec(view, 0, 100, 5)
  iovec(view, 8, 105, 7)
  assert.is(call('fd_write', 2, 0, 2, 64), 0)
  assert.is(view.getUint32(64, true), 12)
  assert.is(new TextDecoder().decode(process.stderr.bytes()), 'hello, wor')
  assert.is(call('fd_write', 1, 0, 1, 64), 0)
  assert.is(new TextDecoder().decode(process.stdout.bytes()), 'hello')
  assert.throws(
    () => call('fd_write', 1, 0, 2, 64),
    (error: unknown) => error instanceof OutputOverflow
  )
  assert.throws(
    () => call('sched_yield'),
    (error: unknown) => error instanceof OutputOverflow
  )
})

test('reading scatters stdin and then says end of file', () => {
  const { call, view, bytes } = start({ stdin: 'abcdef' })
  iovec(view, 0, 100, 2)
  iovec(view, 8, 200, 3)
  assert.is(call('fd_read', 0, 0, 2, 64), 0)
  assert.is(view.getUint32(64, true), 5)
  assert.is(String.fromCharCode(...bytes.subarray(100, 102), ...bytes.subarray(200, 203)), 'abcde')
  call('fd_read', 0, 0, 2, 64)
  assert.is(view.getUint32(64, true), 1)
  call('fd_read', 0, 0, 2, 64)
  assert.is(view.getUint32(64, true), 0)
})

test('the clock is virtual: a step per reading, a sleep at once', () => {
  const { call, view } = start()
  const time = (id: number): bigint => {
    assert.is(call('clock_time_get', id, 0n, 0), 0)
    return view.getBigUint64(0, true)
  }
  assert.is(time(0), 1_000_001_000n)
  assert.is(time(1), 2_000n)
  assert.is(call('clock_time_get', 9, 0n, 0), errno.INVAL)
  // One relative clock subscription of an hour on the monotonic clock, userdata 5.
  view.setBigUint64(512, 5n, true)
  view.setUint8(520, 0)
  view.setUint32(528, 1, true)
  view.setBigUint64(536, 3_600_000_000_000n, true)
  assert.is(call('poll_oneoff', 512, 1024, 1, 2048), 0)
  assert.is(view.getUint32(2048, true), 1)
  assert.is(view.getBigUint64(1024, true), 5n)
  // The two readings before it and this one: to sleep is not to read.
  assert.is(time(1), 3_600_000_000_000n + 3_000n)
  // The same with standard input, which is ready: no clock moves.
  view.setUint8(568, 1)
  assert.is(call('poll_oneoff', 512, 1024, 2, 2048), 0)
  assert.is(view.getUint32(2048, true), 1)
  assert.is(view.getUint8(1034), 1)
  assert.is(time(1), 3_600_000_000_000n + 4_000n)
})

test('random numbers are sha3-256(seed ‖ counter), whatever the size of the requests', () => {
  const { call, bytes } = start()
  const block = (counter: number): Uint8Array => {
    const message = new Uint8Array(40).fill(7, 0, 32)
    message[39] = counter
    return hash('sha3-256', message, 'buffer')
  }
  call('random_get', 0, 5)
  call('random_get', 5, 59)
  assert.equal([...bytes.subarray(0, 64)], [...block(0), ...block(1)])
})

test('exit ends the program for good', () => {
  const { call, process } = start()
  assert.throws(
    () => call('proc_exit', -1),
    (error: unknown) => error instanceof ProcessExit
  )
  assert.is(process.exitCode, 0xffffffff)
  assert.throws(
    () => call('sched_yield'),
    (error: unknown) => error instanceof ProcessExit
  )
})

test('what does not exist says so', () => {
  const { call } = start()
  assert.is(call('fd_prestat_get', 4, 0), errno.BADF)
  assert.is(call('path_open', 4, 0, 0, 0, 0, 0n, 0n, 0, 0), errno.BADF)
  assert.is(call('path_open', 0, 0, 0, 0, 0, 0n, 0n, 0, 0), errno.NOTDIR)
  assert.is(call('fd_seek', 1, 0n, 0, 0), errno.SPIPE)
  assert.is(call('fd_pread', 0, 0, 0, 0n, 0), errno.SPIPE)
  assert.is(call('fd_sync', 1), errno.INVAL)
  assert.is(call('proc_raise', 1), errno.NOSYS)
  assert.is(call('sock_recv', 1, 0, 0, 0, 0, 0), errno.NOTSOCK)
  assert.is(call('sock_recv', 9, 0, 0, 0, 0, 0), errno.BADF)
  assert.is(call('fd_close', 1), 0)
  assert.is(call('fd_write', 1, 0, 0, 0), errno.BADF)
})

test('every function of the table answers any numbers with an error number', () => {
  for (const name of wasiNames.filter((name) => name !== 'proc_exit')) {
    const params = wasiSignatures.get(name)?.params ?? []
    for (const value of [0, 1, 3, -1, 0x7fffffff]) {
      const answer = start().call(name, ...params.map((type) => (type === 'i64' ? BigInt(value) : value)))
      assert.ok(Number.isInteger(answer) && answer >= 0 && answer < 77, `${name}(${value}) = ${answer}`)
    }
  }
})

test.run()
