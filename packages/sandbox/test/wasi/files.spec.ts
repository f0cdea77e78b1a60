import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { errno } from '../../src/wasi/errno.js'
import { ours, type Subject } from './fixtures/implementations.js'
import { operations as does, LISTING_BYTES, layout, perform } from './fixtures/operations.js'

const files = { b: 'bbb', 'd/x': 'x', a: 'aaaa', 'd/e/y': '' }

function start(): Subject & { view: DataView } {
  const subject = ours(files)
  return { ...subject, view: new DataView(subject.memory.buffer) }
}

/** Names, cookies and inodes of a listing from `cookie` on, in a buffer of this many bytes. */
function list(subject: Subject, fd: number, cookie = 0n, bytes = LISTING_BYTES): string[] {
  assert.is(subject.call('fd_readdir', fd, layout.listing, bytes, cookie, layout.result), 0)
  const view = new DataView(subject.memory.buffer)
  const end = layout.listing + view.getUint32(layout.result, true)
  const entries: string[] = []
  for (let at = layout.listing; at + 24 <= end; ) {
    const length = view.getUint32(at + 16, true)
    if (at + 24 + length > end) break
    const name = new TextDecoder().decode(subject.memory.subarray(at + 24, at + 24 + length))
    entries.push(`${name} ${view.getBigUint64(at, true)} ${view.getBigUint64(at + 8, true)}`)
    at += 24 + length
  }
  return entries
}

test('the root is preopened as /, also without files', () => {
  const subject = ours({})
  assert.is(perform(subject, does.prestat(3)), 0)
  const view = new DataView(subject.memory.buffer)
  assert.equal([view.getUint32(layout.result, true), view.getUint32(layout.result + 4, true)], [0, 1])
  assert.is(perform(subject, does.prestatName(3, 1)), 0)
  assert.is(subject.memory[layout.result], 0x2f)
  assert.is(perform(subject, does.prestat(4)), errno.BADF)
  assert.equal(list(subject, 3), [])
})

test('a listing has the order in which names were made; cookies outlast removals', () => {
  const subject = start()
  assert.equal(list(subject, 3), ['b 1 2', 'd 2 3', 'a 3 5'])
  assert.is(perform(subject, does.unlink(3, 'b')), 0)
  assert.equal(list(subject, 3, 1n), ['d 2 3', 'a 3 5'])
  assert.is(perform(subject, does.rename(3, 'd', 3, 'f')), 0)
  assert.equal(list(subject, 3), ['a 3 5', 'f 4 3'])
  assert.equal(list(subject, 3, 0n, 30), ['a 3 5'], 'cut off in the second entry')
  assert.is(subject.view.getUint32(layout.result, true), 30)
  assert.equal(list(subject, 3, -1n), [])
})

test('nothing leads out of a directory', () => {
  const subject = start()
  assert.is(perform(subject, does.open(3, 'd', 2, 'directory')), 0)
  for (const path of ['..', '../a', 'e/../../a', '/a', '/', 'e/../..']) {
    assert.is(perform(subject, does.statAt(4, path)), errno.NOTCAPABLE, path)
    assert.is(perform(subject, does.rename(4, 'x', 4, path)), errno.NOTCAPABLE, path)
  }
  assert.is(perform(subject, does.statAt(4, 'e/../x')), 0)
  assert.is(perform(subject, does.statAt(4, 'x/../x')), errno.NOTDIR)
  assert.is(perform(subject, does.statAt(4, 'e/./../e/y')), 0)
})

test('paths are UTF-8 without NUL, and not too long', () => {
  const subject = start()
  const stat = (bytes: number[]): number => {
    subject.memory.set(bytes, 0x1000)
    return subject.call('path_filestat_get', 3, 0, 0x1000, bytes.length, layout.status)
  }
  assert.is(stat([0xff]), errno.ILSEQ)
  assert.is(stat([0xed, 0xa0, 0x80]), errno.ILSEQ)
  assert.is(stat([0xef, 0xbf, 0xbd]), errno.NOENT, 'U+FFFD itself is a name')
  assert.is(stat([0x61, 0, 0x61]), errno.INVAL)
  assert.is(stat(new Array(4_095).fill(0x2e)), errno.NAMETOOLONG, 'a name of 4095 bytes')
  assert.is(stat(new Array(4_096).fill(0x2f)), errno.NAMETOOLONG)
  assert.is(subject.call('path_filestat_get', 3, 0, 0x1000, -1, layout.status), errno.NAMETOOLONG)
  assert.is(subject.call('path_filestat_get', 3, 0, -1, 1, layout.status), errno.FAULT)
  subject.memory[0x1000] = 0x61
  assert.is(subject.call('path_filestat_get', 3, 2, 0x1000, 1, layout.status), errno.INVAL)
})

test('a removed file lives on while it is open, and its bytes are free again after', () => {
  const subject = start()
  assert.is(perform(subject, does.open(3, 'new', 1, 'both')), 0)
  const most = 64n * 2n ** 20n
  assert.is(perform(subject, does.resize(4, most + 1n)), errno.NOSPC)
  assert.is(perform(subject, does.resize(4, most)), 0)
  assert.is(perform(subject, does.unlink(3, 'new')), 0)
  assert.is(perform(subject, does.open(3, 'other', 1, 'both')), 0)
  assert.is(perform(subject, does.write(5, 1)), errno.NOSPC)
  assert.is(perform(subject, does.stat(5)), 0)
  assert.is(subject.view.getBigUint64(layout.status + 32, true), 0n, 'nothing of it is written')
  assert.is(perform(subject, does.read(4, 10)), 0)
  assert.is(perform(subject, does.close(4)), 0)
  assert.is(perform(subject, does.write(5, 1)), 0)
  assert.is(perform(subject, does.resize(5, 2n ** 62n)), errno.NOSPC)
  assert.is(perform(subject, does.pwrite(5, 2n ** 52n, 1)), errno.NOSPC)
})

test('what the task brought is not changed by writing, and counts only where it is', () => {
  const bytes = new Uint8Array(10_000).fill(1)
  const text = new TextDecoder().decode(bytes)
  for (let turn = 0; turn < 2; turn++) {
    const subject = ours({ a: text })
    assert.is(perform(subject, does.open(3, 'a', 0, 'both')), 0)
    assert.is(perform(subject, does.pread(4, 9_990n, 20)), 0)
    assert.equal([...subject.memory.subarray(0x4000, 0x400b)], [...new Array(10).fill(1), 0])
    assert.is(perform(subject, does.pwrite(4, 5_000n, 20)), 0)
    assert.is(perform(subject, does.resize(4, 9_000n)), 0)
    assert.is(perform(subject, does.resize(4, 9_500n)), 0)
    subject.memory.fill(7, 0x4000, 0x4800)
    assert.is(perform(subject, does.pread(4, 8_990n, 20)), 0)
    assert.equal(
      [...subject.memory.subarray(0x4000, 0x4014)],
      [...new Array(10).fill(1), ...new Array(10).fill(0)]
    )
  }
})

test('descriptors and files are bounded', () => {
  const subject = start()
  for (let fd = 4; fd < 1_024; fd++) assert.is(perform(subject, does.open(3, 'a', 0, 'reading')), 0)
  assert.is(perform(subject, does.open(3, 'new', 1, 'reading')), errno.MFILE)
  assert.is(perform(subject, does.statAt(3, 'new')), errno.NOENT, 'nothing was made')
  assert.is(perform(subject, does.close(500)), 0)
  assert.is(perform(subject, does.open(3, 'a', 0, 'reading')), 0)
  assert.is(subject.view.getUint32(layout.result, true), 500, 'the lowest free number')
  let made = 0
  while (perform(subject, does.makeDirectory(3, `m${made}`)) === 0) made++
  // The root, b, d, x, a, e and y are there already.
  assert.is(made, 32_768 - 7)
  assert.is(perform(subject, does.removeDirectory(3, 'm0')), 0)
  assert.is(perform(subject, does.makeDirectory(3, 'm0')), 0)
  assert.is(perform(subject, does.makeDirectory(3, 'more')), errno.NOSPC)
})

test('times are those of the virtual clock, which does not move for them', () => {
  const subject = start()
  const modified = (): bigint => {
    assert.is(perform(subject, does.open(3, 'b', 0, 'both')), 0)
    assert.is(subject.call('fd_filestat_get', 4, layout.status), 0)
    assert.is(perform(subject, does.close(4)), 0)
    return subject.view.getBigUint64(layout.status + 48, true)
  }
  const begin = 1_700_000_000_000_000_000n
  assert.is(modified(), begin)
  assert.is(subject.call('clock_time_get', 0, 0n, layout.result), 0)
  assert.is(modified(), begin)
  assert.is(perform(subject, does.open(3, 'b', 0, 'both')), 0)
  assert.is(perform(subject, does.write(4, 1)), 0)
  assert.is(perform(subject, does.close(4)), 0)
  assert.is(modified(), begin + 1_000n)
})

test('standard output can be a file, and a file standard output', () => {
  const subject = start()
  assert.is(perform(subject, does.open(3, 'b', 0, 'both')), 0)
  assert.is(perform(subject, does.renumber(4, 1)), 0)
  assert.is(perform(subject, does.write(1, 100)), 0)
  assert.is(perform(subject, does.statAt(3, 'b')), 0)
  assert.is(subject.view.getBigUint64(layout.status + 32, true), 100n)
  assert.is(perform(subject, does.tell(4)), errno.BADF)
})

test('a directory that is removed takes nothing any more', () => {
  const subject = start()
  assert.is(perform(subject, does.makeDirectory(3, 'n')), 0)
  assert.is(perform(subject, does.open(3, 'n', 2, 'directory')), 0)
  assert.is(perform(subject, does.removeDirectory(3, 'n')), 0)
  for (const step of [
    does.open(4, 'a', 1, 'reading'),
    does.makeDirectory(4, 'a'),
    does.rename(3, 'a', 4, 'a')
  ]) {
    assert.is(perform(subject, step), errno.NOENT, step.name)
  }
  assert.equal(list(subject, 4), [])
})

test.run()
