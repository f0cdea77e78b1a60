import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { errno } from '../../src/wasi/errno.js'
import { harmless, lenient, parting } from './fixtures/deviations.js'
import {
  type Files,
  type Implementation,
  nodes,
  ours,
  type Subject,
  shims
} from './fixtures/implementations.js'
import { operations as does, layout, type Operation, perform } from './fixtures/operations.js'

/** More with a longer run by hand: WASI_SEQUENCES=20000. */
const SEQUENCES = Number(process.env.WASI_SEQUENCES ?? 400)
const seed = Number(process.env.WASI_SEED ?? 20_261_124)

const files: Files = { a: 'the first file\n', 'd/b': 'x'.repeat(5_000), 'd/e/f': '' }

const fd = fc.oneof({ weight: 8, arbitrary: fc.integer({ min: 3, max: 7 }) }, fc.constantFrom(8, 99))
const segment = fc.constantFrom('a', 'b', 'd', 'e', 'f', 'new', 'ü')
const path = fc.oneof(
  { weight: 8, arbitrary: fc.array(segment, { minLength: 1, maxLength: 3 }).map((names) => names.join('/')) },
  fc.constantFrom(
    '',
    'a/',
    'd/',
    'new/',
    'd//b',
    './a',
    '.',
    './d/e',
    'd/e',
    'd/b',
    'x'.repeat(255),
    'x'.repeat(256)
  )
)
/** uvwasi follows `.` before it moves or removes a directory, and where two names are wrong it tells the other one. */
const movable = path.filter((text) => text !== '.' && !text.endsWith('/') && text.length < 256)
const rights = fc.constantFrom(
  'reading' as const,
  'writing' as const,
  'both' as const,
  'all' as const,
  'directory' as const,
  'none' as const
)
const length = fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 1_200 }))
const offset = fc.oneof(fc.bigInt(-5n, 60n), fc.bigInt(0n, 9_000n))
const flags = fc.constantFrom(0, 0, 0, 1)
const how = fc.constantFrom(0, 0, 1, 1, 2, 4, 5, 8, 9, 13)

const operation: fc.Arbitrary<Operation> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.tuple(fc.constantFrom(3, 3, 3, 4), path, how, rights, flags).map((p) => does.open(...p))
  },
  fc.tuple(fd).map((p) => does.close(...p)),
  fc.tuple(fd, length, length).map((p) => does.read(...p)),
  { weight: 2, arbitrary: fc.tuple(fd, length, length).map((p) => does.write(...p)) },
  fc.tuple(fd, offset, length).map((p) => does.pread(...p)),
  fc.tuple(fd, offset, length).map((p) => does.pwrite(...p)),
  fc.tuple(fd, offset, fc.integer({ min: 0, max: 3 })).map((p) => does.seek(...p)),
  fc.tuple(fd).map((p) => does.tell(...p)),
  fc.tuple(fd).map((p) => does.stat(...p)),
  fc.tuple(fd).map((p) => does.descriptor(...p)),
  fc.tuple(fd, flags).map((p) => does.setFlags(...p)),
  fc.tuple(fd, rights).map((p) => does.setRights(...p)),
  fc.tuple(fd, offset).map((p) => does.resize(...p)),
  fc.tuple(fd, fc.bigInt(0n, 9_000n), fc.bigInt(1n, 9_000n)).map((p) => does.allocate(...p)),
  fc.tuple(fd, fc.integer({ min: 0, max: 6 })).map((p) => does.advise(...p)),
  fc.tuple(fd).map((p) => does.sync(...p)),
  fc.tuple(fd).map((p) => does.datasync(...p)),
  fc.tuple(fd, fc.constantFrom(0, 1, 4, 5, 10)).map((p) => does.setTimes(...p)),
  fc
    .tuple(fd, fd)
    .filter(([from, to]) => from !== to)
    .map((p) => does.renumber(...p)),
  fc.tuple(fd).map((p) => does.prestat(...p)),
  fc.tuple(fd, fc.integer({ min: 0, max: 2 })).map((p) => does.prestatName(...p)),
  fc.tuple(fd).map((p) => does.list(...p)),
  fc.tuple(fd, path).map((p) => does.makeDirectory(...p)),
  fc.tuple(fd, movable).map((p) => does.removeDirectory(...p)),
  fc.tuple(fd, path).map((p) => does.unlink(...p)),
  fc.tuple(fd, path).map((p) => does.statAt(...p)),
  fc.tuple(fd, path, fc.constantFrom(0, 1, 4, 5, 10)).map((p) => does.setTimesAt(...p)),
  { weight: 2, arbitrary: fc.tuple(fd, movable, fd, movable).map((p) => does.rename(...p)) },
  fc.tuple(fd, path).map((p) => does.readLink(...p))
)

/** So that most sequences have something to work with: 4, 5, 6 and 7. */
const opening = [
  does.open(3, 'a', 0, 'both'),
  does.open(3, 'd/b', 0, 'both'),
  does.open(3, 'd', 2, 'directory'),
  does.open(3, 'new', 1, 'both', 1),
  does.makeDirectory(3, 'e')
]

/** Answers that may differ, and what was answered. */
const tolerated = new Set(
  harmless.map(({ steps, ours, theirs }) => `${steps.at(-1)?.name} ${ours} ${theirs}`)
)
/** Of two faults at once uvwasi tells the wrong argument first, we what is wrong with the descriptor. */
const twoFaults = (answer: number, other: number): boolean =>
  other === errno.INVAL &&
  [errno.BADF, errno.ISDIR, errno.NOTDIR, errno.NOTCAPABLE].some((number) => number === answer)
const succeeded = new Map<string, number>()

function start(implementation: Implementation): Subject {
  const subject = implementation(files)
  // Something to write, and something to be overwritten.
  for (let at = 0; at < subject.memory.length; at++) subject.memory[at] = at * 7
  return subject
}

/** uvwasi knows an open directory by its path, so it takes another for it once that is moved or removed. */
function movesDirectory(subject: Subject, { name, params }: Operation): boolean {
  if (name === 'path_remove_directory') return true
  if (name !== 'path_rename') return false
  const [, , , fd = 0, pointer = 0, length = 0] = params
  const before = subject.memory.slice(layout.status, layout.status + 64)
  assert.is(subject.call('path_filestat_get', fd, 0, pointer, length, layout.status), 0)
  const kind = subject.memory[layout.status + 16]
  subject.memory.set(before, layout.status)
  return kind === 3
}

/** Both must answer the same, or as tolerated, and leave the same bytes in memory. */
function compare(sequence: readonly Operation[]): void {
  const left = start(ours)
  const right = start(nodes)
  try {
    for (const [at, step] of sequence.entries()) {
      const [answer, other] = [perform(left, step), perform(right, step)]
      const place = `${step.name}(${step.params}) ${step.paths ?? ''}, call ${at}`
      if (answer !== other) {
        const known = tolerated.has(`${step.name} ${answer} ${other}`) || twoFaults(answer, other)
        assert.ok(known, `${place}: ${answer}, uvwasi ${other}`)
      } else if (answer === 0) succeeded.set(step.name, (succeeded.get(step.name) ?? 0) + 1)
      assert.is(Buffer.compare(left.memory, right.memory), 0, `${place}: other bytes in memory`)
      if (answer === 0 && movesDirectory(left, step)) return
    }
  } finally {
    right.close()
  }
}

test('random sequences of calls are answered as by uvwasi, with the same bytes in memory', () => {
  const result = fc.check(
    fc.property(fc.array(operation, { minLength: 5, maxLength: 40, size: 'max' }), (sequence) =>
      compare([...opening, ...sequence])
    ),
    { numRuns: SEQUENCES, seed }
  )
  assert.not(result.failed, `${result.errorInstance}\n${fc.defaultReportMessage(result)}`)
  // Every call was also seen to work. Only reading links never does.
  const names = Object.keys(does).length - ['link', 'symlink', 'readLink'].length
  assert.is(succeeded.size, names, [...succeeded.keys()].join())
})

/** Without rights, flags, odd paths and empty writes, of which the shim knows little; it also never uses a number again. */
const simple: fc.Arbitrary<Operation> = fc
  .record({
    fd: fc.integer({ min: 3, max: 7 }),
    path: fc.array(segment, { minLength: 1, maxLength: 3 }).map((names) => names.join('/')),
    other: fc.array(segment, { minLength: 1, maxLength: 2 }).map((names) => names.join('/')),
    offset: fc.bigInt(0n, 6_000n),
    length: fc.integer({ min: 1, max: 1_200 }),
    how: fc.constantFrom(0, 1, 5, 8, 9),
    whence: fc.integer({ min: 0, max: 2 })
  })
  .chain(({ fd, path, other, offset, length, how, whence }) =>
    fc.constantFrom(
      does.open(3, path, how, 'both'),
      does.open(3, path, how, 'both'),
      does.read(fd, length, length),
      does.write(fd, length, length),
      does.pread(fd, offset, length),
      does.pwrite(fd, offset, length),
      does.seek(fd, offset, whence),
      does.tell(fd),
      does.resize(fd, offset),
      does.list(fd),
      does.stat(fd),
      does.statAt(3, path),
      does.makeDirectory(3, path),
      does.removeDirectory(3, path),
      does.unlink(3, path),
      does.rename(3, path, 3, other)
    )
  )

test('what browser_wasi_shim can do as well has the same effects', () => {
  const tooMuch = new Set(lenient.map(({ steps, ours: answer }) => `${steps.at(-1)?.name} ${answer}`))
  const worked = new Set<string>()
  const result = fc.check(
    fc.property(fc.array(simple, { minLength: 5, maxLength: 40, size: 'max' }), (sequence) => {
      const left = start(ours)
      const right = start(shims)
      for (const [at, step] of [...opening.slice(0, 3), ...sequence].entries()) {
        const [answer, other] = [perform(left, step), perform(right, step)]
        const place = `${step.name}(${step.params}) ${step.paths ?? ''}, call ${at}: ${answer}, the shim ${other}`
        if (answer !== 0 && other === 0) {
          assert.ok(tooMuch.has(`${step.name} ${answer}`), place)
          return
        }
        if (answer === 0) {
          assert.is(other, 0, place)
          assert.is(Buffer.compare(left.memory, right.memory), 0, `${place}, other bytes in memory`)
          worked.add(step.name)
        }
        // It writes results of failures too.
        right.memory.set(left.memory)
      }
    }),
    { numRuns: SEQUENCES, seed }
  )
  assert.not(result.failed, `${result.errorInstance}\n${fc.defaultReportMessage(result)}`)
  assert.is(worked.size, 15, [...worked].join())
})

test('arguments beyond ASCII have the same bytes, but for the shim, which makes no room for them', () => {
  const sizes = (implementation: Implementation): number[] => {
    const subject = implementation(files, ['module', 'grüße', '\u{1f600}'])
    try {
      assert.is(subject.call('args_sizes_get', 0, 4), 0)
      assert.is(subject.call('args_get', 16, 64), 0)
      return [
        ...subject.memory.subarray(0, 8),
        ...subject.memory.subarray(16, 28),
        ...subject.memory.subarray(64, 96)
      ]
    } finally {
      subject.close()
    }
  }
  assert.equal(sizes(ours), sizes(nodes))
  assert.is(sizes(ours)[4], 20)
  assert.is(sizes(shims)[4], 16)
})

const others = [
  ...[...harmless, ...parting].map((deviation) => ({ ...deviation, other: nodes })),
  ...lenient.map((deviation) => ({ ...deviation, other: shims }))
]
for (const { why, steps, ours: answer, theirs, other } of others) {
  const last = steps.at(-1)
  test(`on purpose, ${last?.name}: ${why}`, () => {
    for (const [implementation, expected] of [
      [ours, answer],
      [other, theirs]
    ] as const) {
      const subject = start(implementation)
      try {
        for (const step of steps.slice(0, -1)) assert.is(perform(subject, step), 0, step.name)
        assert.is(last === undefined ? undefined : perform(subject, last), expected)
      } finally {
        subject.close()
      }
    }
  })
}

test.run()
