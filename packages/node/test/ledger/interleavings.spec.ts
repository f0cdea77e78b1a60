import {
  type CommitRequest,
  type CommitResult,
  type Entry,
  isAileeError,
  type KeyValueStore,
  noMetrics,
  type RangeOptions,
  silentLogger,
  systemClock
} from '@ailee/core'
import { nodeIdFromPublicKey } from '@ailee/protocol'
import { auditLedger, emptyTotals, imbalanceOf, LedgerBook, type LedgerOperation } from '@ailee/settlement'
import { LedgerRepository, LevelStore, MemoryStore } from '@ailee/store'
import * as fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { joinCommits } from '../../src/node.js'
import { withTempFolder } from '../support/temp-folder.js'

const accounts = [1, 2, 3].map((fill) => nodeIdFromPublicKey(new Uint8Array(32).fill(fill)))
const tasks = [1, 2, 3, 4].map((number) => number.toString(16).padStart(64, '0'))

/** How a commit ends: as a crash before it was written, or after it and before anybody heard. */
type Fate = 'lost' | 'unanswered' | undefined

/** A store whose commits crash as told; after each that was written the ledger's sums must hold. */
class CrashingStore {
  readonly fates: Fate[] = []
  crashes = 0
  commits = 0
  readonly #store: KeyValueStore

  constructor(store: KeyValueStore) {
    this.#store = store
  }

  get(key: string, options?: { signal?: AbortSignal }): Promise<Entry | undefined> {
    return this.#store.get(key, options)
  }

  range(prefix: string, options?: RangeOptions): AsyncIterable<Entry> {
    return this.#store.range(prefix, options)
  }

  async commit(request: CommitRequest): Promise<CommitResult> {
    const fate = this.fates.shift()
    if (fate !== undefined) this.crashes += 1
    if (fate === 'lost') throw new Error('crashed before the commit')
    const result = await this.#store.commit(request)
    this.commits += 1
    const totals = await new LedgerRepository({ store: this.#store }).readTotals()
    assert.is(imbalanceOf(totals?.record ?? emptyTotals), undefined)
    if (fate === 'unanswered') throw new Error('crashed after the commit')
    return result
  }
}

const account = fc.constantFrom(...accounts)
const taskId = fc.constantFrom(...tasks)
const amountUnits = fc.bigInt({ min: 1n, max: 40n })
/** Few, so that the same id comes again with the same content and with another. */
const operationId = fc.integer({ min: 1, max: 40 }).map((number) => `operation:${number}`)
const ofAccount = <Kind extends 'debit' | 'stake' | 'unstake' | 'burn'>(kind: Kind) =>
  fc.record({ kind: fc.constant(kind), operationId, account, amountUnits })
const ofTask = <Kind extends 'hold' | 'release' | 'slash'>(kind: Kind) =>
  fc.record({ kind: fc.constant(kind), operationId, taskId, account, amountUnits })

const anyOperation: fc.Arbitrary<LedgerOperation> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('credit' as const), operationId, account, amountUnits })
  },
  { weight: 3, arbitrary: ofAccount('stake') },
  { weight: 2, arbitrary: ofAccount('unstake') },
  { weight: 1, arbitrary: ofAccount('debit') },
  { weight: 1, arbitrary: ofAccount('burn') },
  { weight: 3, arbitrary: ofTask('hold') },
  { weight: 3, arbitrary: ofTask('release') },
  { weight: 3, arbitrary: ofTask('slash') },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('refund' as const), operationId, taskId }) }
)

/** A call of several operations with something committed beside, sent as often as it says, to books of its own choice. */
const anyCall = fc.record({
  operations: fc.array(anyOperation, { minLength: 1, maxLength: 3 }),
  books: fc.array(fc.nat(1), { minLength: 1, maxLength: 3 }),
  beside: fc.option(fc.nat(20), { nil: undefined, freq: 2 })
})
/** Calls of one wave are under way at the same time. */
const waves = fc.array(fc.array(anyCall, { minLength: 1, maxLength: 5 }), {
  minLength: 1,
  maxLength: 12,
  size: 'max'
})
const fates = fc.array(fc.constantFrom<Fate>('lost', 'unanswered', undefined, undefined, undefined), {
  maxLength: 60,
  size: 'max'
})

type Call = typeof anyCall extends fc.Arbitrary<infer T> ? T : never

const seen = { crashes: 0, applied: new Set<string>(), refused: 0, repeated: 0 }

function besideOf(number: number): CommitRequest {
  const key = `tasks/${number}`
  return { conditions: [{ key, absent: true }], operations: [{ put: key, value: Uint8Array.of(number) }] }
}

async function play(disk: KeyValueStore, script: readonly (readonly Call[])[], plan: readonly Fate[]) {
  const store = new CrashingStore(disk)
  store.fates.push(...plan)
  const repository = new LedgerRepository({ store: store as unknown as KeyValueStore })
  const open = () => new LedgerBook({ store: repository, clock: systemClock, join: joinCommits })
  let books = [open(), open()]
  /** Sends a call until it is known what became of it: whoever crashed asks again, of a fresh book. */
  const send = async ({ operations, beside }: Call, book: number): Promise<void> => {
    for (;;) {
      const crashes = store.crashes
      try {
        const outcome = await books[book]?.apply(
          operations,
          beside === undefined ? undefined : besideOf(beside)
        )
        if (outcome?.committed !== true) return
        // What was told to be done is done, and stays as it was told.
        for (const [index, entry] of outcome.entries.entries()) {
          const operation = operations[index]
          assert.is(entry.operation.operationId, operation?.operationId)
          assert.is(entry.operation.kind, operation?.kind)
          assert.equal(await books[book]?.entry(entry.operation.operationId), entry)
          if (seen.applied.has(entry.operation.kind)) seen.repeated += 1
          seen.applied.add(entry.operation.kind)
        }
        return
      } catch (error) {
        if (isAileeError(error)) {
          assert.not.ok(['LEDGER_UNBALANCED', 'LEDGER_CONTENDED'].includes(error.code), error.code)
          seen.refused += 1
          return
        }
        if (!(error instanceof Error && error.message.startsWith('crashed'))) throw error
        assert.ok(store.crashes >= crashes)
      }
    }
  }
  for (const wave of script) {
    const before = store.crashes
    await Promise.all(wave.flatMap((call) => call.books.map((book) => send(call, book))))
    if (store.crashes > before) books = [open(), open()]
  }
  seen.crashes += store.crashes

  const audit = await auditLedger(repository)
  assert.ok(audit.balanced, audit.problems.join('; '))
  const { mintedUnits, burnedUnits, balancesUnits, heldUnits } = audit.totals
  assert.is(balancesUnits + heldUnits, mintedUnits - burnedUnits)
  const ids = new Set<string>()
  for await (const { operation } of repository.listEntries()) {
    assert.not.ok(ids.has(operation.operationId), 'an operation took effect twice')
    ids.add(operation.operationId)
  }
  // Each of these was beside operations that stand, or it was not written.
  for await (const { key } of store.range('tasks/')) {
    const number = Number(key.slice('tasks/'.length))
    const writers = script.flat().filter(({ beside }) => beside === number)
    assert.ok(
      writers.some(({ operations }) => operations.every((operation) => ids.has(operation.operationId))),
      `${key} was written without its operations`
    )
  }
}

test('units are conserved under interleavings, crashes and duplicates, whatever two books do at once', async () => {
  await fc.assert(
    fc.asyncProperty(waves, fates, async (script, plan) => {
      const disk = new MemoryStore()
      await disk.start()
      await play(disk, script, plan)
      await disk.stop()
    }),
    { numRuns: 150, seed: 12 }
  )
  assert.ok(seen.crashes > 200, `${seen.crashes} crashes`)
  assert.ok(seen.refused > 200 && seen.repeated > 200, `${seen.refused} refused, ${seen.repeated} repeated`)
  for (const kind of ['credit', 'hold', 'release', 'refund', 'stake', 'unstake', 'slash', 'debit', 'burn']) {
    assert.ok(seen.applied.has(kind), `no ${kind} took effect`)
  }
})

test('and so they are on LevelDB', () =>
  withTempFolder(async (folder) => {
    let run = 0
    await fc.assert(
      fc.asyncProperty(waves, fates, async (script, plan) => {
        run += 1
        const init = { path: `${folder}/${run}` }
        const disk = new LevelStore({ log: silentLogger, metrics: noMetrics }, init)
        await disk.start()
        try {
          await play(disk, script, plan)
        } finally {
          await disk.stop()
        }
      }),
      { numRuns: 8, seed: 13 }
    )
  }))

test.run()
