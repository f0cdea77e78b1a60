import { type CommitRequest, type CommitResult, ManualClock } from '@ailee/core'
import { currentScore, type ReputationEvent } from '@ailee/market'
import { MemoryStore, ReputationRepository } from '@ailee/store'
import * as fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { ReputationBook } from '../src/reputation-book.js'

const worker = '12D3KooWA'
const subject = 'ab'.repeat(32)

/** Counts commits, and fails when told to. */
class CountingStore extends MemoryStore {
  commits = 0
  failing = false

  override async commit(request: CommitRequest): Promise<CommitResult> {
    this.commits += 1
    if (this.failing) throw new Error('the disk does not answer')
    return super.commit(request)
  }
}

async function open() {
  const store = new CountingStore()
  await store.start()
  const clock = new ManualClock()
  const reputations = new ReputationRepository({ store })
  const book = new ReputationBook({ reputations, clock })
  const reload = async (): Promise<ReputationBook> => {
    const next = new ReputationBook({ reputations, clock })
    await next.load()
    return next
  }
  return { store, clock, reputations, book, reload }
}

const kinds: Record<ReputationEvent, string> = {
  succeeded: 'SUCCEEDED',
  failed: 'FAILED',
  disputed: 'DISPUTED',
  byzantine: 'BYZANTINE'
}

test('property: the history tells how the score came about, in a commit an event, and a restart forgets nothing', async () => {
  const event = fc.constantFrom<ReputationEvent>('succeeded', 'failed', 'disputed', 'byzantine')
  const steps = fc.array(fc.tuple(event, fc.nat(10 * 24 * 3_600_000)), { minLength: 1, maxLength: 40 })
  await fc.assert(
    fc.asyncProperty(steps, async (events) => {
      const { store, clock, reputations, book, reload } = await open()
      for (const [kind, waitMs] of events) {
        clock.advance(waitMs)
        await book.record(worker, kind, { subject, code: kind === 'failed' ? 'TIMEOUT' : '' })
      }
      assert.is(store.commits, events.length)
      const history = (await reputations.history(worker)).toReversed()
      assert.equal(
        history.map(({ number, kind }) => [number, kind]),
        events.map(([kind], index) => [index + 1, kinds[kind]])
      )
      for (const [index, change] of history.entries()) {
        const { scoreBefore, scoreAfter, kind, atMs } = change
        assert.ok(kind === 'SUCCEEDED' ? scoreAfter >= scoreBefore : scoreAfter <= scoreBefore)
        // What changes between two events is the drift of idle time alone.
        const last = history[index - 1]
        const score = last?.scoreAfter ?? 0.5
        const since = { ...book.of(worker), score, updatedAtMs: last?.atMs ?? atMs }
        assert.ok(Math.abs(currentScore(since, atMs) - scoreBefore) < 1e-12)
      }
      assert.is(book.score(worker), history.at(-1)?.scoreAfter)
      assert.equal((await reload()).of(worker), book.of(worker))
    }),
    { numRuns: 50, seed: 4 }
  )
})

test('the same fault is blamed for once; the ban names it, and what is slashed is added up', async () => {
  const { book, reputations, reload } = await open()
  const fault = { id: 'result:1', subject, code: 'RESULT_WRONG' }
  await book.blame(worker, fault)
  await book.blame(worker, fault)
  assert.is(await book.ban(worker, fault), true)
  assert.is(await book.ban(worker, { ...fault, id: 'result:2' }), false)
  assert.equal(book.owingSlash(), [worker])
  await book.slashed(worker, 'result:1', 70n)
  await book.slashed(worker, 'result:1', 70n)
  assert.equal(book.owingSlash(), [])
  assert.equal(
    (await reputations.history(worker)).map(({ kind, code, amountUnits }) => [kind, code, amountUnits]),
    [
      ['SLASHED', '', 70n],
      ['BANNED', 'RESULT_WRONG', 0n],
      ['BYZANTINE', 'RESULT_WRONG', 0n]
    ]
  )
  // Another fault of a banned worker takes what has become stake since.
  await book.blame(worker, { ...fault, id: 'result:3' })
  assert.equal(book.owingSlash(), [worker])
  await book.slashed(worker, 'result:3', 5n)
  const { slashedAmount, byzantineActs, bannedAtMs } = (await reload()).of(worker)
  assert.equal([slashedAmount, byzantineActs, bannedAtMs > 0], [75n, 2, true])
})

test('a ban or a slash that could not be written is none, and can be tried again', async () => {
  const { store, book, reputations, reload } = await open()
  const fault = { id: 'evidence:1', subject, code: 'CONTRADICTION' }
  const failed = (work: Promise<unknown>): Promise<boolean> =>
    work.then(
      () => false,
      () => true
    )
  store.failing = true
  assert.ok(await failed(book.ban(worker, fault)))
  assert.is(book.isBanned(worker), false)
  assert.equal(book.owingSlash(), [])
  store.failing = false
  assert.is(await book.ban(worker, fault), true)
  store.failing = true
  assert.ok(await failed(book.slashed(worker, 'evidence:1', 9n)))
  assert.equal([book.owingSlash(), book.of(worker).slashedAmount], [[worker], 0n])
  store.failing = false
  await book.slashed(worker, 'evidence:1', 9n)
  assert.equal((await reload()).of(worker), book.of(worker))
  const { slashedAmount, byzantineActs } = book.of(worker)
  assert.equal([slashedAmount, byzantineActs], [9n, 1])
  assert.is((await reputations.history(worker))[0]?.amountUnits, 9n)
})

test('a record of a time without stakes owes none', async () => {
  const { reputations, reload } = await open()
  const counts = { tasks: 1, successes: 0, failures: 0, disputes: 0, byzantineActs: 1, streak: 0 }
  const rest = { slashedAmount: 0n, updatedAtMs: 1, bannedAtMs: 1, changes: 0, fault: '', slashedFor: '' }
  await reputations.save([{ nodeId: worker, score: 0.25, ...counts, ...rest }])
  const book = await reload()
  assert.equal([book.isBanned(worker), book.owingSlash()], [true, []])
})

test.run()
