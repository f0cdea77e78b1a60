import { noMetrics, silentLogger, systemClock } from '@ailee/core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { Sandbox } from '../../src/index.js'
import { errno } from '../../src/wasi/errno.js'
import { WASI_MODULE, type WasiFunctionName, wasiNames, wasiSignatures } from '../../src/wasi/signatures.js'
import { request } from '../fixtures/harness.js'
import { assemble, type Type } from '../instrument/fixtures/assemble.js'

const test = suite('WASI escape')
const sandbox = new Sandbox({ log: silentLogger, metrics: noMetrics, clock: systemClock }, { processes: 1 })
test.before(() => sandbox.start())
test.after(() => sandbox.stop())

const PATH_AT = 1_024
const DESCRIPTORS = 12
/** Descriptors of the standard streams and of the root in memory. */
const ROOT = 3
const OPEN = [0, 1, 2, ROOT]
const paths = [
  '/',
  '..',
  './..',
  '../../../../etc/passwd',
  '/etc/passwd',
  '/proc/self/environ',
  'a/../../etc/passwd',
  ''
]

/** Calls one function of WASI for each descriptor with one path, and returns the error numbers, one byte each. */
function probe(name: WasiFunctionName, path: string): Uint8Array {
  const params = (wasiSignatures.get(name)?.params ?? []) as Type[]
  const bytes = [...new TextEncoder().encode(path)]
  const write = bytes.map((byte, at) => `i32.const ${PATH_AT + at} i32.const ${byte} i32.store8`)
  // Every pointer is one to the path and every number its length: both are in memory and fit together.
  const values = params
    .slice(1)
    .map((type, index) =>
      type === 'i64' ? 'i64.const 0' : `i32.const ${index % 2 === 0 ? PATH_AT : bytes.length}`
    )
  const other = params
    .slice(1)
    .map((type, index) =>
      type === 'i64' ? 'i64.const -1' : `i32.const ${index % 2 === 1 ? PATH_AT : bytes.length}`
    )
  const attempts = Array.from({ length: DESCRIPTORS }, (_, fd) =>
    [values, other].map(
      (list, turn) => `i32.const ${fd * 2 + turn} i32.const ${fd} ${list.join(' ')} call 0 i32.store8`
    )
  )
  return assemble({
    imports: [{ module: WASI_MODULE, name, params, results: ['i32'] }, writer],
    memory: [1],
    functions: [
      {
        code: `${write.join(' ')} ${attempts.flat().join(' ')}
          i32.const 512 i32.const 0 i32.store i32.const 516 i32.const ${DESCRIPTORS * 2} i32.store
          i32.const 1 i32.const 512 i32.const 1 i32.const 520 call 1 drop`,
        export: '_start'
      }
    ]
  })
}
const writer = {
  module: WASI_MODULE,
  name: 'fd_write',
  params: ['i32', 'i32', 'i32', 'i32'] as Type[],
  results: ['i32'] as Type[]
}

/** The descriptors for which a call of either order of arguments succeeded. */
function succeeded(output: Uint8Array): number[] {
  const at = [...output.keys()].filter((index) => output[index] === errno.SUCCESS)
  return [...new Set(at.map((index) => Math.floor(index / 2)))]
}

test('no path out of the root is opened, made, read, linked or removed, whatever descriptor it starts from', async () => {
  const names = wasiNames.filter((name) => name.startsWith('path_'))
  assert.ok(names.length >= 10)
  for (const name of names) {
    for (const path of name.startsWith('path_open') ? paths : paths.slice(3, 5)) {
      const outcome = await sandbox.run(request(probe(name, path)))
      assert.is(outcome.code, 'SUCCESS', outcome.detail)
      assert.is(outcome.output.length, DESCRIPTORS * 2)
      assert.equal(succeeded(outcome.output), [], `${name} ${path}`)
    }
  }
})

test('one directory is given, the root in memory', async () => {
  const { output } = await sandbox.run(request(probe('fd_prestat_get', 'x'.repeat(200))))
  assert.equal(succeeded(output), [ROOT])
})

test('no socket is there, and no descriptor but the streams and the root', async () => {
  for (const name of ['sock_accept', 'sock_recv', 'sock_send', 'sock_shutdown'] as const) {
    const { output } = await sandbox.run(request(probe(name, '/etc/passwd')))
    assert.is(output.length, DESCRIPTORS * 2)
    assert.equal(succeeded(output), [], name)
  }
  const { output } = await sandbox.run(request(probe('fd_fdstat_get', 'x')))
  assert.equal(succeeded(output), OPEN)
})

test.run()
