import { concatBytes } from '@ailee/protocol'
import type { Case } from '../case.js'
import { buffer, type HostCall } from '../contracts/wasm/host-script.js'
import { expectEqual } from '../errors.js'
import { ModuleRuns } from '../task/module-runs.js'
import { returns, script } from './running-host.js'

const role = 'worker'

const errno = {
  success: 0,
  badf: 8,
  inval: 28,
  ilseq: 25,
  isdir: 31,
  mfile: 33,
  nametoolong: 37,
  notdir: 54,
  notsup: 58,
  notcapable: 76
} as const
const rights = { read: 2n, write: 64n, readdir: 1n << 14n } as const
const opening = { create: 1, directory: 2 } as const
const appending = 1

const ROOT = 3
/** Where the paths of a script lie, one behind the other. */
const PATHS = 1000
const text = (value: string): Uint8Array => new TextEncoder().encode(value)

/** Places for paths in memory, and calls that name them. */
class Paths {
  readonly data: { at: number; bytes: Uint8Array }[] = []

  at(path: string | Uint8Array): [pointer: number, length: number] {
    const bytes = typeof path === 'string' ? text(path) : path
    const last = this.data.at(-1)
    const pointer = last === undefined ? PATHS : last.at + last.bytes.length
    this.data.push({ at: pointer, bytes })
    return [pointer, bytes.length]
  }

  open(
    path: string | Uint8Array,
    { flags = 0, allowed = rights.read as bigint, descriptor = 0, into = 900 } = {}
  ): HostCall {
    return ['path_open', ROOT, 0, ...this.at(path), flags, allowed, 0n, descriptor, into]
  }
}

const input = {
  files: [
    { path: 'data/a.txt', bytes: text('alpha') },
    { path: 'b.txt', bytes: text('beta') }
  ]
}

/** Section 15: the root directory. */
export const runningFileCases: readonly Case[] = [
  {
    must: 'MUST-120',
    role,
    part: 'the files of the input, their order, and that others can be made',
    async run(context) {
      const runs = await ModuleRuns.with(context)
      const paths = new Paths()
      const made = paths.open('c', { flags: opening.create, allowed: rights.write, into: 904 })
      const { view, bytes } = await returns(
        runs,
        [
          ['opening a file of the input', errno.success, paths.open('data/a.txt', { into: 900 })],
          ['reading it', errno.success, ['fd_read', 4, 500, 1, 508]],
          ['making a file', errno.success, made],
          ['listing the root', errno.success, ['fd_readdir', ROOT, 600, 200, 0n, 512]]
        ],
        {
          run: { input },
          data: [...paths.data, { at: 500, bytes: buffer(520, 10) }],
          dump: 800
        }
      )
      expectEqual('bytes read', view.getUint32(508, true), 5)
      expectEqual('what was read', new TextDecoder().decode(bytes.subarray(520, 525)), 'alpha')
      const entries = listing(bytes.subarray(600, 600 + view.getUint32(512, true)))
      // The root is 1; data 2 and a.txt in it 3, b.txt 4, c 5.
      expectEqual('the listing of the root', entries.join(' '), 'data:2 b.txt:4 c:5')
      return 'files are there, can be made, and are listed in the order in which they were made'
    }
  },
  {
    must: 'MUST-121',
    role,
    async run(context) {
      const runs = await ModuleRuns.with(context)
      const paths = new Paths()
      await returns(
        runs,
        [
          ['a path that is no UTF-8', errno.ilseq, paths.open(Uint8Array.of(0xff))],
          ['a name of 256 bytes', errno.nametoolong, paths.open('n'.repeat(256))],
          ['a path with NUL', errno.inval, paths.open('a\0b')],
          ['a way out', errno.notcapable, paths.open('data/../../b.txt')],
          ['a path from the root', errno.notcapable, paths.open('/b.txt')],
          ['.. behind a file', errno.notdir, paths.open('b.txt/../b.txt')],
          ['.. behind a directory', errno.success, paths.open('data/../b.txt')],
          ['a link', errno.notsup, ['path_symlink', ...paths.at('b.txt'), ROOT, ...paths.at('link')]],
          ['reading a link', errno.inval, ['path_readlink', ROOT, ...paths.at('b.txt'), 0, 16, 32]]
        ],
        { run: { input }, data: paths.data }
      )
      return 'nine paths'
    }
  },
  {
    must: 'MUST-122',
    role,
    part: 'numbers of descriptors',
    async run(context) {
      const runs = await ModuleRuns.with(context)
      const paths = new Paths()
      const open = paths.open('b.txt')
      const opened = (into: number): HostCall => [...open.slice(0, -1), into] as unknown as HostCall
      const { view } = await script(runs, 'descriptors', {
        calls: [opened(0), opened(4), ['fd_close', 4], opened(8)],
        run: { input },
        data: paths.data,
        dump: 12
      })
      const numbers = [0, 4, 8].map((at) => view.getUint32(at, true))
      expectEqual('the numbers of three descriptors', numbers.join(' '), '4 5 4')
      // 0 to 3 are taken, so 1020 more are free.
      const many = await script(runs, 'as many descriptors as there may be', {
        calls: Array.from({ length: 1021 }, () => opened(0)),
        run: { input },
        data: paths.data
      })
      expectEqual('the last one', many.returned[1019], errno.success)
      expectEqual('one more', many.returned[1020], errno.mfile)
      return 'the lowest free number, and none above 1023'
    }
  },
  {
    must: 'MUST-123',
    role,
    async run(context) {
      const runs = await ModuleRuns.with(context)
      const paths = new Paths()
      const append = paths.open('b.txt', {
        allowed: rights.read | rights.write | (1n << 2n),
        descriptor: appending,
        into: 908
      })
      const { bytes } = await returns(
        runs,
        [
          ['opening to read', errno.success, paths.open('b.txt', { into: 900 })],
          ['writing without the right to', errno.badf, ['fd_write', 4, 500, 1, 516]],
          [
            'opening a directory',
            errno.success,
            paths.open('data', { flags: opening.directory, allowed: rights.readdir, into: 904 })
          ],
          ['reading a directory', errno.isdir, ['fd_read', 5, 500, 1, 516]],
          ['listing a file', errno.notdir, ['fd_readdir', 4, 600, 10, 0n, 516]],
          ['opening to append', errno.success, append],
          ['appending', errno.success, ['fd_write', 6, 500, 1, 516]],
          ['reading what was appended', errno.success, ['fd_read', 4, 524, 1, 516]]
        ],
        {
          run: { input },
          data: [
            ...paths.data,
            { at: 500, bytes: concatBytes(buffer(540, 3), new Uint8Array(16), buffer(560, 20)) },
            { at: 540, bytes: text('max') }
          ],
          dump: 600
        }
      )
      expectEqual('the file', new TextDecoder().decode(bytes.subarray(560, 567)), 'betamax')
      return 'rights, directories and appending'
    }
  }
]

/** `name:inode` of each entry of a listing. */
function listing(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const entries: string[] = []
  for (let at = 0; at + 24 <= bytes.length; ) {
    const length = view.getUint32(at + 16, true)
    const name = new TextDecoder().decode(bytes.subarray(at + 24, at + 24 + length))
    entries.push(`${name}:${view.getBigUint64(at + 8, true)}`)
    at += 24 + length
  }
  return entries
}
