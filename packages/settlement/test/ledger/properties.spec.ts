import { isAileeError, ManualClock } from '@ailee/core'
import * as fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  auditLedger,
  emptyTotals,
  imbalanceOf,
  LedgerBook,
  type LedgerOperation,
  type OperationKind
} from '../../src/index.js'
import { type CommitFate, MemoryLedgerStore, type Note } from '../support/memory-ledger-store.js'
import { NaiveLedger } from '../support/naive-ledger.js'
import { anyOperation, manyOperations } from '../support/operations.js'

const clock = new ManualClock()

const kinds: OperationKind[] = [
  ...(['credit', 'debit', 'transfer', 'hold', 'release', 'refund'] as const),
  ...(['stake', 'unstake', 'slash', 'burn'] as const)
]

async function assertSame(store: MemoryLedgerStore, naive: NaiveLedger): Promise<void> {
  for (const { account, balanceUnits, stakedUnits, nonce } of store.accounts.values()) {
    assert.is(balanceUnits, naive.balances[account] ?? 0n)
    assert.is(stakedUnits, naive.stakes[account] ?? 0n)
    assert.is(nonce, naive.transfers[account] ?? 0n)
    assert.ok(balanceUnits >= 0n && stakedUnits >= 0n)
  }
  for (const account of Object.keys(naive.balances)) {
    assert.ok(store.accounts.has(account) || naive.balances[account] === 0n)
  }
  assert.equal([...store.escrows.keys()].sort(), Object.keys(naive.tasks).sort())
  for (const { taskId, client, open, ...escrow } of store.escrows.values()) {
    const left = escrow.fundedUnits - escrow.paidUnits - escrow.refundedUnits
    assert.equal({ client, left, open }, naive.tasks[taskId])
  }
  assert.is(store.entries.length, naive.done.size)
  const { credit = 0n, burn = 0n, hold = 0n, stake = 0n, release = 0n } = naive.moved
  const { refund = 0n, unstake = 0n, slash = 0n } = naive.moved
  const { sequence, balancesUnits, heldUnits, ...flows } = store.totals ?? emptyTotals
  assert.equal(flows, {
    mintedUnits: credit,
    burnedUnits: burn,
    escrowedUnits: hold + stake,
    paidUnits: release,
    refundedUnits: refund + unstake,
    slashedUnits: slash
  })
  const sumOf = (units: Iterable<bigint>) => [...units].reduce((sum, part) => sum + part, 0n)
  const left = Object.values(naive.tasks).map((task) => task.left)
  assert.is(balancesUnits, sumOf(Object.values(naive.balances)))
  assert.is(heldUnits, sumOf([...left, ...Object.values(naive.stakes)]))
  assert.is(sequence, BigInt(naive.done.size))
}

/** What the ledger does with one operation, in the words of the model. */
async function verdictOf(ledger: LedgerBook<Note>, store: MemoryLedgerStore, operation: LedgerOperation) {
  const before = store.entries.length
  try {
    await ledger.apply([operation])
    return store.entries.length > before ? 'applied' : 'repeated'
  } catch (error) {
    if (isAileeError(error, 'LEDGER_OPERATION_CONFLICT')) return 'conflict'
    if (isAileeError(error)) return error.code === 'LEDGER_UNBALANCED' ? error.code : 'refused'
    throw error
  }
}

test('random operations do what the naive ledger does, and units are conserved after each', async () => {
  const seen = new Set<string>()
  await fc.assert(
    fc.asyncProperty(manyOperations, async (operations) => {
      const store = new MemoryLedgerStore()
      const ledger = new LedgerBook({ store, clock })
      const naive = new NaiveLedger()
      for (const operation of operations) {
        // A transfer to oneself makes no sense by itself, which is looked at before its id.
        const isSelfTransfer = operation.kind === 'transfer' && operation.to === operation.account
        const expected = isSelfTransfer ? 'refused' : naive.apply(operation)
        assert.is(await verdictOf(ledger, store, operation), expected)
        seen.add(`${operation.kind} ${expected}`)
        assert.is(imbalanceOf(await ledger.totals()), undefined)
      }
      await assertSame(store, naive)
      const audit = await auditLedger(store)
      assert.ok(audit.balanced, audit.problems.join('; '))
    }),
    { numRuns: 300, seed: 5 }
  )
  for (const kind of kinds) {
    for (const verdict of ['applied', 'repeated', 'conflict']) assert.ok(seen.has(`${kind} ${verdict}`), kind)
    if (kind !== 'credit' && kind !== 'slash') assert.ok(seen.has(`${kind} refused`), kind)
  }
})

test('with crashes at the commit, and everything sent again, each operation takes effect once', async () => {
  const fate = fc.constantFrom<CommitFate | undefined>('lost', 'unanswered', 'beaten', undefined, undefined)
  const steps = fc.array(fc.tuple(anyOperation, fate, fc.boolean()), { maxLength: 50, size: 'max' })
  let crashes = 0
  await fc.assert(
    fc.asyncProperty(steps, async (script) => {
      const store = new MemoryLedgerStore()
      let ledger = new LedgerBook({ store, clock })
      const naive = new NaiveLedger()
      for (const [operation, how, again] of script) {
        if (operation.kind === 'transfer' && operation.to === operation.account) continue
        if (how !== undefined) store.fates.push(how)
        const first = await verdictOf(ledger, store, operation).catch(() => 'crashed')
        store.fates.length = 0
        if (first === 'crashed') {
          crashes += 1
          ledger = new LedgerBook({ store, clock })
          await verdictOf(ledger, store, operation)
        }
        naive.apply(operation)
        const count = store.entries.length
        if (again) await verdictOf(ledger, store, operation)
        // Sent again after it took effect it has none; one refused before is refused still.
        assert.is(store.entries.length, count)
      }
      await assertSame(store, naive)
      assert.ok((await auditLedger(store)).balanced)
    }),
    { numRuns: 300, seed: 6 }
  )
  assert.ok(crashes > 100, `${crashes} crashes`)
})

const batches = fc.array(fc.array(anyOperation, { maxLength: 4 }), { maxLength: 20, size: 'max' })

test('several operations in one commit do what they do one by one, or nothing at all', async () => {
  await fc.assert(
    fc.asyncProperty(batches, async (script) => {
      const store = new MemoryLedgerStore()
      const single = new MemoryLedgerStore()
      const ledger = new LedgerBook({ store, clock })
      const oneByOne = new LedgerBook({ store: single, clock })
      for (const batch of script) {
        const before = store.entries.length
        const applied = await ledger.apply(batch).catch((error: unknown) => {
          if (!isAileeError(error)) throw error
          return undefined
        })
        if (applied === undefined) assert.is(store.entries.length, before)
        else for (const operation of batch) await oneByOne.apply([operation])
      }
      assert.equal(store.accounts, single.accounts)
      assert.equal(store.escrows, single.escrows)
      assert.equal(store.totals, single.totals)
      assert.ok((await auditLedger(store)).balanced)
    }),
    { numRuns: 200, seed: 7 }
  )
})

test.run()
