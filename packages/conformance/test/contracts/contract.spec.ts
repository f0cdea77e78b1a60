import * as strict from 'node:assert/strict'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { CaseRecorder } from '../../src/contracts/case-recorder.js'
import { type Assertions, plainAssertions } from '../../src/contracts/checks.js'
import { type Case, type Fixture, registerCases } from '../../src/contracts/contract.js'

interface Numbered extends Fixture {
  number: number
}

/** Runs cases over numbered fixtures, and tells which were disposed of. */
function recordCases(cases: Case<Numbered>[], more: { assert?: Assertions; timeoutMs?: number } = {}) {
  const recorder = new CaseRecorder()
  const disposed: number[] = []
  let made = 0
  const factory = async (): Promise<Numbered> => {
    made += 1
    const number = made
    return { number, dispose: async () => void disposed.push(number) }
  }
  registerCases('thing', { test: recorder.test, factory, ...more }, cases)
  return { recorder, disposed }
}

test('each case has a fixture of its own, which is disposed of whatever happens', async () => {
  const seen: number[] = []
  const { recorder, disposed } = recordCases([
    { name: 'passes', run: async ({ number }) => void seen.push(number) },
    {
      name: 'throws',
      async run({ number }) {
        seen.push(number)
        throw new Error('it is broken')
      }
    },
    { name: 'passes too', run: async ({ number }) => void seen.push(number) }
  ])
  assert.equal(recorder.names, ['thing: passes', 'thing: throws', 'thing: passes too'])
  assert.equal(await recorder.failures(), ['thing: throws'])
  assert.equal(
    [seen, disposed],
    [
      [1, 2, 3],
      [1, 2, 3]
    ]
  )
})

test('a case that never ends fails and is disposed of', async () => {
  const hangs: Case<Numbered> = { name: 'hangs', run: () => new Promise(() => {}) }
  const { recorder, disposed } = recordCases([hangs], { timeoutMs: 20 })
  assert.match(String(await recorder.failureOf('thing: hangs')), 'not done within 20 ms')
  assert.equal(disposed, [1])
})

test('a name that is taken or unknown is a fault of the caller', async () => {
  const one: Case<Numbered> = { name: 'one', run: async () => {} }
  assert.throws(() => recordCases([one, one]), /two cases/)
  const { recorder } = recordCases([one])
  const error = await recorder.failureOf('thing: other').catch((reason: unknown) => reason)
  assert.match(String(error), 'no case is called')
})

const libraries: Record<string, Assertions> = {
  'our own assertions': plainAssertions,
  'node:assert/strict': { ok: (value, message) => strict.ok(value, message), deepEqual: strict.deepEqual },
  uvu: { ok: assert.ok, deepEqual: assert.equal }
}

const bytes = Uint8Array.of(1, 2)
const equal: [unknown, unknown][] = [
  [
    { a: [1n, bytes], b: undefined },
    { b: undefined, a: [1n, Uint8Array.of(1, 2)] }
  ],
  [Number.NaN, Number.NaN],
  [
    [null, ''],
    [null, '']
  ]
]
const different: [unknown, unknown][] = [
  [1n, 1],
  [bytes, Uint8Array.of(1, 3)],
  [bytes, Uint8Array.of(1)],
  [[1], [1, undefined]],
  [{ a: 1 }, { a: 1, b: 1 }],
  [{ a: undefined }, { b: undefined }],
  [undefined, null],
  ['a', { a: 1 }]
]

for (const [name, library] of Object.entries(libraries)) {
  test(`${name}: cases pass and fail by them`, async () => {
    const cases = (pairs: [unknown, unknown][], title: string): Case<Numbered>[] =>
      pairs.map(([actual, expected], index) => {
        return { name: `${title} ${index}`, run: async (_, check) => check.equal(actual, expected) }
      })
    const all = [...cases(equal, 'equal'), ...cases(different, 'different')]
    const { recorder } = recordCases(
      [
        ...all,
        { name: 'code', run: (_, check) => check.code(Promise.reject(new Error('uncoded')), 'A_CODE') },
        { name: 'resolves', run: (_, check) => check.code(Promise.resolve(), 'A_CODE') },
        { name: 'reason', run: (_, check) => check.reason(Promise.reject(new Error('a')), new Error('a')) },
        { name: 'no reason', run: (_, check) => check.reason(Promise.resolve(), undefined) }
      ],
      { assert: library }
    )
    const expected = recorder.names.filter((title) => !title.startsWith('thing: equal'))
    assert.equal(await recorder.failures(), expected)
  })
}

test.run()
