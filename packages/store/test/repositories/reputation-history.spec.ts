import * as fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  MemoryStore,
  type ReputationChangeRecord,
  type ReputationRecord,
  ReputationRepository
} from '../../src/index.js'
import { rejects } from '../support/assertions.js'
import { taskId } from '../support/records.js'

async function openStore(): Promise<MemoryStore> {
  const store = new MemoryStore()
  await store.start()
  return store
}

const nodeId = '12D3KooWA'

function recordAfter(changes: number): ReputationRecord {
  const counts = { tasks: changes, successes: changes, failures: 0, disputes: 0, byzantineActs: 0 }
  const rest = { slashedAmount: 0n, streak: 0, updatedAtMs: 1, bannedAtMs: 0, fault: '', slashedFor: '' }
  return { nodeId, score: 0.5, ...counts, ...rest, changes }
}

function change(number: number, fields: Partial<ReputationChangeRecord> = {}): ReputationChangeRecord {
  const plain = { kind: 'SUCCEEDED' as const, subject: taskId(number), code: '', amountUnits: 0n }
  return { nodeId, number, ...plain, scoreBefore: 0.5, scoreAfter: 0.505, atMs: 1000 + number, ...fields }
}

test('a change is written with the record it led to, in one commit, and comes back as it was', async () => {
  const store = await openStore()
  const reputations = new ReputationRepository({ store })
  const slashed = change(2, { kind: 'SLASHED', amountUnits: 2n ** 64n - 1n, subject: undefined, code: 'X' })
  await reputations.save([recordAfter(2)], [change(1), slashed])
  assert.is(await store.currentRevision(), 1n)
  assert.equal(await reputations.history(nodeId), [slashed, change(1)])
  assert.equal(await reputations.history('12D3KooW'), [], 'a name that another one begins with')
  await rejects(reputations.save([recordAfter(3)], [change(3, { scoreAfter: 1.1 })]), 'STORE_RECORD_INVALID')
  assert.is((await reputations.get(nodeId))?.record.changes, 2)
})

test('property: of any number of changes the last 200 are kept, newest first, and no more', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 500 }), async (count) => {
      const store = await openStore()
      const reputations = new ReputationRepository({ store })
      for (let number = 1; number <= count; number += 1) {
        await reputations.save([recordAfter(number)], [change(number)])
      }
      const numbers = (await reputations.history(nodeId)).map(({ number }) => number)
      const kept = Math.min(count, 200)
      assert.equal(
        numbers,
        Array.from({ length: kept }, (_, index) => count - index)
      )
      let keys = 0
      for await (const _ of store.range('reputation-history/')) keys += 1
      assert.is(keys, kept)
    }),
    { numRuns: 15, seed: 8 }
  )
})

test('a change that was never written leaves nothing old behind', async () => {
  const store = await openStore()
  const reputations = new ReputationRepository({ store })
  for (const number of [1, 2, 201, 203]) await reputations.save([recordAfter(number)], [change(number)])
  assert.equal(
    (await reputations.history(nodeId)).map(({ number }) => number),
    [203, 201]
  )
})

test('a damaged line is told of', async () => {
  const store = await openStore()
  const reputations = new ReputationRepository({ store })
  await store.commit({ operations: [{ put: `reputation-history/${nodeId}/001`, value: Uint8Array.of(1) }] })
  await rejects(reputations.history(nodeId), 'STORE_CORRUPTED')
})

test.run()
