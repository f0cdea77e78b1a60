import { isAileeError, ManualClock } from '@ailee/core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { auditLedger, holdForTask, LedgerBook, type LedgerOperation } from '../../src/index.js'
import { MemoryLedgerStore, type Note } from '../support/memory-ledger-store.js'
import { accounts, tasks } from '../support/operations.js'

const [client = ''] = accounts
const [task = ''] = tasks
const note: Note = { text: 'task stored', allowed: true }

function credit(operationId: string, amountUnits = 10n): LedgerOperation {
  return { kind: 'credit', operationId, account: client, amountUnits }
}

function open(init = {}) {
  const store = new MemoryLedgerStore()
  const ledger = new LedgerBook<Note>({ store, clock: new ManualClock() }, init)
  return { store, ledger }
}

async function refuses(promise: Promise<unknown>, code: string): Promise<void> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason
  )
  assert.ok(isAileeError(error, code), `expected ${code}, not ${error}`)
}

test('a companion is committed with the operations or not at all', async () => {
  const { store, ledger } = open()
  await ledger.apply([credit('c')])
  const refused = await ledger.apply([holdForTask(task, client, 4n)], { ...note, allowed: false })
  assert.equal(refused, { committed: false })
  assert.is(store.entries.length, 1)
  assert.is((await ledger.apply([holdForTask(task, client, 4n)], note)).committed, true)
  assert.equal(store.notes, ['task stored'])
  assert.is((await ledger.account(client))?.balanceUnits, 6n)
})

test('a refused operation leaves its companion unwritten', async () => {
  const { store, ledger } = open()
  await refuses(ledger.apply([holdForTask(task, client, 4n)], note), 'LEDGER_FUNDS_INSUFFICIENT')
  assert.equal(store.notes, [])
})

test('where the operations stand already, the companion’s conditions decide about it alone', async () => {
  const { store, ledger } = open()
  const first = await ledger.apply([credit('c')])
  const again = await ledger.apply([credit('c')])
  assert.ok(first.committed && again.committed)
  assert.equal(again, { ...first, revision: undefined })
  assert.is((await ledger.apply([credit('c')], note)).committed, true)
  assert.equal(await ledger.apply([credit('c')], { ...note, allowed: false }), { committed: false })
  assert.equal(store.notes, ['task stored'])
  assert.is(store.entries.length, 1)
})

test('a commit that another writer beat is tried again, but not for ever', async () => {
  const { store, ledger } = open()
  await ledger.apply([credit('a')])
  store.fates.push('beaten', 'beaten')
  assert.is((await ledger.apply([credit('b')], note)).committed, true)
  for (let count = 0; count < 100; count += 1) store.fates.push('beaten')
  await refuses(ledger.apply([credit('c')]), 'LEDGER_CONTENDED')
  assert.is(store.fates.length, 0)
  assert.is((await ledger.account(client))?.balanceUnits, 20n)
})

test('what another book writes between two reads makes no refusal: the call is looked at again', async () => {
  const { store, ledger } = open()
  await ledger.apply([credit('a')])
  const slash = { kind: 'slash', operationId: 's', account: client, taskId: task, amountUnits: 3n } as const
  const stake = { kind: 'stake', operationId: 't', account: client, amountUnits: 3n } as const
  const other = new LedgerBook<Note>({ store, clock: new ManualClock() })
  const { readAccount } = store
  // The stake comes after the totals have been read, and before the account.
  store.readAccount = async (account) => {
    store.readAccount = readAccount
    await other.apply([stake])
    return store.readAccount(account)
  }
  const outcome = await ledger.apply([slash])
  assert.ok(outcome.committed)
  assert.is(outcome.entries[0]?.movedUnits, 3n)
  assert.ok((await auditLedger(store)).balanced)
  // A refusal by what nobody changed stays one.
  await refuses(ledger.apply([{ ...stake, operationId: 'u', amountUnits: 99n }]), 'LEDGER_FUNDS_INSUFFICIENT')
})

test('a call too many is refused, and one that fails does not stop the next', async () => {
  const { store, ledger } = open({ maxWaitingCalls: 2 })
  store.fates.push('lost')
  const failing = ledger.apply([credit('a')])
  const waiting = ledger.apply([credit('b')])
  await refuses(ledger.apply([credit('c')]), 'LEDGER_OVERLOADED')
  assert.is(await failing.catch((error: Error) => error.message), 'crashed before the commit')
  assert.is((await waiting).committed, true)
  assert.is((await ledger.apply([credit('c')])).committed, true)
})

test('the same id with another payee is another operation', async () => {
  const { ledger } = open()
  const [, one = '', other = ''] = accounts
  const transfer = {
    kind: 'transfer',
    operationId: 't',
    account: client,
    amountUnits: 1n,
    nonce: 0n
  } as const
  await ledger.apply([credit('a'), { ...transfer, to: one }])
  await refuses(ledger.apply([{ ...transfer, to: other }]), 'LEDGER_OPERATION_CONFLICT')
})

test('one commit takes 20 operations', async () => {
  const { ledger } = open()
  const many = Array.from({ length: 21 }, (_, index) => credit(`c${index}`))
  await refuses(ledger.apply(many), 'LEDGER_OPERATION_INVALID')
  assert.is((await ledger.apply(many.slice(1))).committed, true)
})

test('totals that do not add up stop every further operation', async () => {
  const { store, ledger } = open()
  await ledger.apply([credit('a')])
  if (store.totals !== undefined) store.totals = { ...store.totals, heldUnits: 1n }
  await refuses(ledger.apply([credit('b')]), 'LEDGER_UNBALANCED')
})

test('the journal can be read from a sequence on', async () => {
  const { ledger } = open()
  for (const id of ['a', 'b', 'c']) await ledger.apply([credit(id)])
  const ids: string[] = []
  for await (const { operation } of ledger.entries({ after: 1n })) ids.push(operation.operationId)
  assert.equal(ids, ['b', 'c'])
})

test.run()
