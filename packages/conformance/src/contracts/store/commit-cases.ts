import { type CommitResult, type KeyValueStore, MAX_COMMIT_BYTES, MAX_COMMIT_OPERATIONS } from '@ailee/core'
import { text } from '../text.js'
import { entryOf, keys, put } from './reading.js'
import type { StoreCase } from './store-contract.js'

/** Commits: conditions, all or nothing, and what races leave behind. */
export const commitCases: readonly StoreCase[] = [
  {
    name: 'moves the revision up with every commit, also for the same bytes',
    async run({ store }, check) {
      let last = await store.currentRevision()
      for (let count = 0; count < 3; count += 1) {
        await store.commit({ operations: [put('tasks/a', 'same')] })
        const { revision } = await entryOf(store, 'tasks/a')
        check.ok(revision > last, `revision ${revision} is above ${last}`)
        last = revision
      }
      const deleted = await store.commit({ operations: [{ delete: 'tasks/a' }] })
      check.ok(deleted.committed && deleted.revision > last, 'a deletion has a revision too')
    }
  },
  {
    name: 'stamps all of a commit with one revision, and nothing else',
    async run({ store }, check) {
      await store.commit({ operations: [put('tasks/before')] })
      const before = await entryOf(store, 'tasks/before')
      const result = await store.commit({ operations: [put('tasks/a'), put('nodes/b')] })
      const revisions = [await entryOf(store, 'tasks/a'), await entryOf(store, 'nodes/b')].map(
        (entry) => entry.revision
      )
      check.equal(revisions, [result.committed && result.revision, result.committed && result.revision])
      check.equal(await entryOf(store, 'tasks/before'), before)
    }
  },
  {
    name: 'a commit of nothing only compares',
    async run({ store }, check) {
      await store.commit({ operations: [put('tasks/a')] })
      const revision = await store.currentRevision()
      const held = { conditions: [{ key: 'tasks/a', revision }], operations: [] }
      check.equal(await store.commit(held), { committed: true, revision })
      const failed = { conditions: [{ key: 'tasks/a', absent: true } as const], operations: [] }
      check.equal(await store.commit(failed), { committed: false })
      check.equal(await store.currentRevision(), revision)
    }
  },
  {
    name: 'writes all operations or none',
    async run({ store }, check) {
      await store.commit({ operations: [put('tasks/a')] })
      const revision = await store.currentRevision()
      const refused = await store.commit({
        conditions: [
          { key: 'tasks/b', absent: true },
          { key: 'tasks/a', absent: true }
        ],
        operations: [put('tasks/b'), { delete: 'tasks/a' }]
      })
      check.equal(refused, { committed: false })
      check.equal(await keys(store, 'tasks/'), ['tasks/a'])
      check.equal(await store.currentRevision(), revision, 'a refused commit moves no revision')
    }
  },
  {
    name: 'compares revisions, and a deleted key is absent',
    async run({ store }, check) {
      await store.commit({ operations: [put('tasks/a')] })
      const { revision } = await entryOf(store, 'tasks/a')
      const write = (value: string, condition: { revision: bigint } | { absent: true }) =>
        store.commit({ conditions: [{ key: 'tasks/a', ...condition }], operations: [put('tasks/a', value)] })
      check.ok((await write('two', { revision })).committed, 'the revision is the last one')
      check.equal(await write('three', { revision }), { committed: false }, 'the revision has passed')
      check.equal(await write('three', { revision: revision + 10n }), { committed: false }, 'none such yet')
      await store.commit({ operations: [{ delete: 'tasks/a' }, { delete: 'tasks/never' }] })
      check.equal(await store.get('tasks/a'), undefined)
      check.equal(await write('four', { revision: revision + 1n }), { committed: false }, 'it is deleted')
      check.ok((await write('four', { absent: true })).committed, 'a deleted key is absent')
      check.equal(text((await entryOf(store, 'tasks/a')).value), 'four')
    }
  },
  {
    name: 'lets exactly one of many concurrent creators win',
    async run({ store }, check) {
      const conditions = [{ key: 'tasks/a', absent: true } as const]
      const attempts = Array.from({ length: 50 }, (_, index) =>
        store.commit({ conditions, operations: [put('tasks/a', String(index))] })
      )
      const results = await Promise.all(attempts)
      check.equal(results.filter((result) => result.committed).length, 1)
      const winner = results.findIndex((result) => result.committed)
      check.equal(text((await entryOf(store, 'tasks/a')).value), String(winner))
    }
  },
  {
    name: 'loses no update of concurrent compare-and-set loops',
    async run({ store }, check) {
      await store.commit({ operations: [put('tasks/n', '0')] })
      await Promise.all(Array.from({ length: 20 }, () => addOne(store)))
      check.equal(text((await entryOf(store, 'tasks/n')).value), '20')
    }
  },
  {
    name: 'gives concurrent commits revisions of their own, in the order of the calls',
    async run({ store }, check) {
      const first = await store.currentRevision()
      const results = await Promise.all(
        Array.from({ length: 40 }, (_, index) => store.commit({ operations: [put(`tasks/${index % 3}`)] }))
      )
      const expected: CommitResult[] = results.map((_, index) => {
        return { committed: true, revision: first + BigInt(index + 1) }
      })
      check.equal(results, expected)
    }
  },
  {
    name: 'takes commits at their bounds and refuses those beyond',
    async run({ store }, check) {
      const many = Array.from({ length: MAX_COMMIT_OPERATIONS }, (_, index) => put(`tasks/${index}`))
      const one = 'tasks/one-more'
      await check.code(
        store.commit({ operations: [...many, put(one)] }),
        'STORE_TOO_LARGE',
        'one operation more'
      )
      const large = { put: one, value: new Uint8Array(MAX_COMMIT_BYTES - one.length + 1) }
      await check.code(store.commit({ operations: [large] }), 'STORE_TOO_LARGE', 'one byte more')
      const twice = [put(one), { delete: one }]
      await check.code(store.commit({ operations: twice }), 'STORE_KEY_INVALID', 'a key twice')
      check.equal(await keys(store, 'tasks/'), [], 'nothing of a refused commit is written')
      check.ok((await store.commit({ operations: many })).committed, 'as many operations as allowed')
      check.equal((await keys(store, 'tasks/')).length, MAX_COMMIT_OPERATIONS)
    }
  }
]

async function addOne(store: KeyValueStore): Promise<void> {
  for (;;) {
    const { value, revision } = await entryOf(store, 'tasks/n')
    const next = put('tasks/n', String(Number(text(value)) + 1))
    const result = await store.commit({ conditions: [{ key: 'tasks/n', revision }], operations: [next] })
    if (result.committed) return
  }
}
