import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type LedgerCommit, type LedgerEntryRecord, LedgerRepository, MemoryStore } from '../../src/index.js'
import { collect, rejects } from '../support/assertions.js'
import { taskId } from '../support/records.js'

const MOST = 2n ** 64n - 1n

const entry: LedgerEntryRecord = {
  sequence: 1n,
  operation: {
    kind: 'hold',
    operationId: 'hold:a',
    account: '12D3KooWA',
    to: '',
    taskId: taskId(1),
    amountUnits: MOST,
    nonce: 0n
  },
  from: 'balance/12D3KooWA',
  to: `escrow/${taskId(1)}`,
  movedUnits: MOST,
  appliedAtMs: 1_700_000_000_000
}

const account = { account: '12D3KooWA', balanceUnits: MOST, stakedUnits: 1n, nonce: 2n }

const escrow = {
  taskId: taskId(1),
  client: '12D3KooWA',
  fundedUnits: MOST,
  paidUnits: 2n,
  refundedUnits: 0n,
  open: true
}

const totals = {
  sequence: 1n,
  mintedUnits: 2n ** 128n - 1n,
  burnedUnits: 2n ** 64n,
  balancesUnits: MOST,
  escrowedUnits: 255n,
  paidUnits: 256n,
  refundedUnits: 0n,
  slashedUnits: 1n,
  heldUnits: 7n
}

const write: LedgerCommit = {
  expectedRevision: undefined,
  totals,
  accounts: [account],
  escrows: [escrow],
  entries: [entry]
}

async function open(): Promise<{ store: MemoryStore; ledger: LedgerRepository }> {
  const store = new MemoryStore()
  await store.start()
  return { store, ledger: new LedgerRepository({ store }) }
}

test('a commit of the ledger is read back as it was written', async () => {
  const { ledger } = await open()
  assert.is(await ledger.readTotals(), undefined)
  assert.is(await ledger.readAccount('12D3KooWA'), undefined)
  assert.is(await ledger.readEscrow(taskId(1)), undefined)
  assert.is(await ledger.readEntry('hold:a'), undefined)
  assert.ok(await ledger.commit(write, undefined))
  assert.equal((await ledger.readTotals())?.record, totals)
  assert.equal(await ledger.readAccount('12D3KooWA'), account)
  assert.equal(await ledger.readEscrow(taskId(1)), escrow)
  assert.equal(await ledger.readEntry('hold:a'), entry)
  assert.equal(await collect(ledger.listAccounts()), [account])
  assert.equal(await collect(ledger.listEscrows()), [escrow])
  assert.is(await ledger.countOperations(), 1)
})

test('commits exclude each other by the totals', async () => {
  const { ledger } = await open()
  assert.ok(await ledger.commit(write, undefined))
  assert.is(await ledger.commit(write, undefined), undefined)
  const revision = (await ledger.readTotals())?.revision
  assert.ok(await ledger.commit({ ...write, expectedRevision: revision }, undefined))
  assert.is(await ledger.commit({ ...write, expectedRevision: revision }, undefined), undefined)
})

test('a companion is written with the ledger or neither is', async () => {
  const { store, ledger } = await open()
  const operations = [{ put: 'tasks/a', value: new Uint8Array([1]) }]
  const absent = { conditions: [{ key: 'tasks/a', absent: true as const }], operations }
  assert.is(
    await ledger.commit(write, { ...absent, conditions: [{ key: 'tasks/a', revision: 9n }] }),
    undefined
  )
  assert.is(await ledger.readTotals(), undefined)
  assert.ok(await ledger.commit(write, absent))
  assert.is((await store.get('tasks/a'))?.revision, (await ledger.readTotals())?.revision)
  assert.is(await ledger.commit(undefined, absent), undefined)
  assert.ok(await ledger.commit(undefined, { operations }))
})

test('the journal is listed by sequence, from any on', async () => {
  const { ledger } = await open()
  const entries = [1n, 9n, 10n, 255n, 256n, MOST].map((sequence) => ({
    ...entry,
    sequence,
    operation: { ...entry.operation, operationId: `id:${sequence}` }
  }))
  await ledger.commit({ ...write, entries: entries.toReversed() }, undefined)
  assert.equal(await collect(ledger.listEntries()), entries)
  assert.equal(await collect(ledger.listEntries({ after: 9n, limit: 2 })), entries.slice(2, 4))
})

test('a record out of range is not written', async () => {
  const { ledger } = await open()
  const invalid: Partial<LedgerCommit>[] = [
    { accounts: [{ ...account, balanceUnits: -1n }] },
    { accounts: [{ ...account, stakedUnits: MOST + 1n }] },
    { escrows: [{ ...escrow, taskId: 'a' }] },
    { totals: { ...totals, mintedUnits: 2n ** 128n } },
    { totals: { ...totals, burnedUnits: -1n } },
    { entries: [{ ...entry, from: '' }] }
  ]
  for (const part of invalid) {
    await rejects(ledger.commit({ ...write, ...part }, undefined), 'STORE_RECORD_INVALID')
  }
  const slash = { ...account, account: 'a/b' }
  await rejects(ledger.commit({ ...write, accounts: [slash] }, undefined), 'STORE_KEY_INVALID')
  assert.is(await ledger.readTotals(), undefined)
})

test('damage is reported under the key it is at', async () => {
  const { store, ledger } = await open()
  await ledger.commit(write, undefined)
  const put = (key: string, value: Uint8Array) => store.commit({ operations: [{ put: key, value }] })
  const read = async (key: string) => (await store.get(key))?.value ?? new Uint8Array()
  await put('ledger/accounts/12D3KooWB', await read('ledger/accounts/12D3KooWA'))
  await rejects(ledger.readAccount('12D3KooWB'), 'STORE_CORRUPTED')
  await put('ledger/operations/other', await read('ledger/operations/hold:a'))
  await rejects(ledger.readEntry('other'), 'STORE_CORRUPTED')
  await put('ledger/operations/lost', new Uint8Array([0, 0, 0, 0, 0, 0, 0, 9]))
  await rejects(ledger.readEntry('lost'), 'STORE_CORRUPTED')
  await put('ledger/operations/short', new Uint8Array(7))
  await rejects(ledger.readEntry('short'), 'STORE_CORRUPTED')
  // Field 2, one zero byte: a sum with a leading zero.
  await put('ledger/totals', new Uint8Array([0x12, 1, 0]))
  await rejects(ledger.readTotals(), 'STORE_CORRUPTED')
})

test.run()
