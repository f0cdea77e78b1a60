import {
  type CommitRequest,
  type CommitResult,
  isAileeError,
  type KeyValueStore,
  systemClock
} from '@ailee/core'
import { nodeIdFromPublicKey } from '@ailee/protocol'
import { auditLedger, LedgerBook, type LedgerOperation } from '@ailee/settlement'
import { LedgerRepository, MemoryStore } from '@ailee/store'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { joinCommits } from '../../src/node.js'

const client = nodeIdFromPublicKey(new Uint8Array(32).fill(1))

/** Counts commits. */
class CountingStore extends MemoryStore {
  commits = 0

  override async commit(request: CommitRequest): Promise<CommitResult> {
    this.commits += 1
    return super.commit(request)
  }
}

function bookOn(store: KeyValueStore): { ledger: LedgerBook<CommitRequest>; repository: LedgerRepository } {
  const repository = new LedgerRepository({ store })
  return { ledger: new LedgerBook({ store: repository, clock: systemClock, join: joinCommits }), repository }
}

const credit = (id: number): LedgerOperation => ({
  ...{ kind: 'credit', operationId: `c${id}` },
  ...{ account: client, amountUnits: 1n }
})
const beside = (id: number): CommitRequest => ({
  conditions: [{ key: `tasks/${id}`, absent: true }],
  operations: [{ put: `tasks/${id}`, value: new Uint8Array([id]) }]
})

test('calls that wait share commits, each with what is committed beside', async () => {
  const store = new CountingStore()
  await store.start()
  const { ledger, repository } = bookOn(store)
  const outcomes = await Promise.all(
    Array.from({ length: 60 }, (_, id) => ledger.apply([credit(id)], beside(id)))
  )
  assert.ok(outcomes.every(({ committed }) => committed))
  assert.ok(store.commits <= 20, `${store.commits} commits of 60 calls`)
  for (let id = 0; id < 60; id += 1) {
    const entry = await store.get(`tasks/${id}`)
    const outcome = outcomes[id]
    assert.is(entry?.revision, outcome?.committed === true ? outcome.revision : undefined)
  }
  assert.is((await ledger.account(client))?.balanceUnits, 60n)
  assert.ok((await auditLedger(repository)).balanced)
  await store.stop()
})

test('one call that is refused, or whose companion may not be, is alone in that', async () => {
  const store = new CountingStore()
  await store.start()
  const { ledger, repository } = bookOn(store)
  await store.commit(beside(2))
  const burn: LedgerOperation = { kind: 'burn', operationId: 'b', account: client, amountUnits: 99n }
  const [first, refused, unfit, twice, last] = await Promise.allSettled([
    ledger.apply([credit(0)], beside(0)),
    ledger.apply([burn], beside(1)),
    ledger.apply([credit(2)], beside(2)),
    ledger.apply([credit(0)]),
    ledger.apply([credit(3)], beside(3))
  ])
  assert.ok(first.status === 'fulfilled' && first.value.committed)
  assert.ok(refused.status === 'rejected' && isAileeError(refused.reason, 'LEDGER_FUNDS_INSUFFICIENT'))
  assert.ok(unfit.status === 'fulfilled' && !unfit.value.committed)
  assert.ok(twice.status === 'fulfilled' && twice.value.committed)
  assert.ok(last.status === 'fulfilled' && last.value.committed)
  assert.is((await ledger.account(client))?.balanceUnits, 2n)
  assert.is(await store.get('tasks/1'), undefined)
  assert.ok((await auditLedger(repository)).balanced)
  await store.stop()
})

test.run()
