import { ManualClock } from '@ailee/core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  auditLedger,
  holdForTask,
  LedgerBook,
  releaseForTask,
  slashForEvidence,
  slashForTask
} from '../../src/index.js'
import { MemoryLedgerStore } from '../support/memory-ledger-store.js'
import { accounts, tasks } from '../support/operations.js'

const [client = '', worker = ''] = accounts
const [task = ''] = tasks

async function filled(): Promise<MemoryLedgerStore> {
  const store = new MemoryLedgerStore()
  const ledger = new LedgerBook({ store, clock: new ManualClock() })
  await ledger.apply([{ kind: 'credit', operationId: 'c', account: client, amountUnits: 50n }])
  await ledger.apply([holdForTask(task, client, 20n), releaseForTask(task, 1, worker, 5n)])
  return store
}

function change<K, V extends object>(map: Map<K, V>, key: K, fields: Partial<V>): void {
  const value = map.get(key)
  if (value === undefined) throw new Error('nothing to change')
  map.set(key, { ...value, ...fields })
}

/** Each must be found, and named. */
const damages: [string, (store: MemoryLedgerStore) => void, RegExp][] = [
  ['a balance', (s) => change(s.accounts, client, { balanceUnits: 31n }), /balance of .* is 31, but 30/],
  ['a stake', (s) => change(s.accounts, worker, { stakedUnits: 1n }), /stake of .* is 1, but 0/],
  ['a nonce', (s) => change(s.accounts, client, { nonce: 1n }), /nonce of .* is 1, but 0/],
  ['a lost account', (s) => s.accounts.delete(worker), /no record of balance\/.*, which has 5/],
  ['a lost escrow', (s) => s.escrows.delete(task), /no record of escrow\/.*, which has 15/],
  ['a closed escrow', (s) => change(s.escrows, task, { open: false }), /open escrow of task/],
  [
    'a split of an escrow',
    (s) => change(s.escrows, task, { paidUnits: 4n, refundedUnits: 1n }),
    /units paid for task .* is 4, but 5/
  ],
  ['a lost entry', (s) => s.entries.splice(1, 1), /entry 3 follows entry 1/],
  ['a lost last entry', (s) => s.entries.pop(), /total sequence is 3, but 2/],
  ['an entry more', (s) => s.entries.push(...s.entries.slice(2)), /entry 3 follows entry 3/],
  ['a lost operation id', (s) => s.sequences.delete('c'), /entry found for operation c is 0, but 1/],
  ['an operation id more', (s) => s.sequences.set('x', 1n), /number of operation ids is 4, but 3/],
  [
    'a total',
    (s) => {
      if (s.totals !== undefined) s.totals = { ...s.totals, paidUnits: 6n }
    },
    /total paidUnits is 6, but 5/
  ],
  [
    'a movement of the journal',
    (s) => {
      const [first] = s.entries
      if (first !== undefined) s.entries[0] = { ...first, movedUnits: 10n }
    },
    /entry 2 leaves balance\/.* negative/
  ]
]

test('a ledger that was left alone is balanced', async () => {
  const audit = await auditLedger(await filled())
  assert.equal(audit.problems, [])
  assert.ok(audit.balanced)
  assert.equal([audit.entries, audit.accounts, audit.escrows], [3, 2, 1])
  assert.is(audit.totals.heldUnits, 15n)
})

for (const [what, damage, problem] of damages) {
  test(`the audit finds ${what} that was changed`, async () => {
    const store = await filled()
    damage(store)
    const { balanced, problems } = await auditLedger(store)
    assert.is(balanced, false)
    assert.ok(
      problems.some((text) => problem.test(text)),
      problems.join('; ')
    )
  })
}

test('the audit tells who has a stake, and what each lost', async () => {
  const store = await filled()
  const ledger = new LedgerBook({ store, clock: new ManualClock() })
  const stake = (operationId: string, amountUnits: bigint) =>
    ({ kind: 'stake', operationId, account: worker, amountUnits }) as const
  await ledger.apply([stake('s1', 4n), slashForTask(task, 1, worker, 3n), slashForEvidence(task, worker, 9n)])
  await ledger.apply([{ ...stake('s2', 7n), account: client }, slashForTask(task, 2, accounts[2] ?? '', 9n)])
  const { balanced, stakedUnits, stakes, slashedUnits, totals } = await auditLedger(store)
  assert.equal([balanced, stakedUnits, stakes], [true, 7n, 1])
  assert.equal([...slashedUnits], [[worker, 4n]])
  assert.equal([totals.slashedUnits, totals.heldUnits], [4n, 22n])
})

test('only the first problems are listed, all are counted', async () => {
  const store = await filled()
  for (let index = 0; index < 150; index += 1) {
    store.accounts.set(`extra-${index}`, {
      account: `extra-${index}`,
      balanceUnits: 1n,
      stakedUnits: 0n,
      nonce: 0n
    })
  }
  const { problems, problemCount } = await auditLedger(store)
  assert.is(problems.length, 100)
  assert.is(problemCount, 150)
})

test.run()
