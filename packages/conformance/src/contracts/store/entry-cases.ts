import { MAX_COMMIT_BYTES, MAX_KEY_BYTES } from '@ailee/core'
import { bytes, text } from '../text.js'
import { entryOf, keys, put } from './reading.js'
import type { StoreCase } from './store-contract.js'

/** Single entries: what goes in comes out. */
export const entryCases: readonly StoreCase[] = [
  {
    name: 'gives back what was put, with its revision',
    async run({ store }, check) {
      check.equal(await store.get('tasks/a'), undefined)
      const result = await store.commit({ operations: [put('tasks/a', 'one'), put('tasks/empty', '')] })
      check.ok(result.committed, 'a commit without conditions')
      const entry = await entryOf(store, 'tasks/a')
      check.equal([entry.key, text(entry.value)], ['tasks/a', 'one'])
      check.equal(entry.revision, result.committed && result.revision)
      check.equal((await entryOf(store, 'tasks/empty')).value.length, 0)
      check.equal(await store.currentRevision(), entry.revision)
    }
  },
  {
    name: 'gives every reader its own plain copy',
    async run({ store }, check) {
      // A Buffer where there is one, since its `slice` shares memory where that of a plain array copies.
      const value = typeof Buffer === 'undefined' ? bytes('mine') : Buffer.from('mine')
      await store.commit({ operations: [{ put: 'tasks/a', value }] })
      const first = await entryOf(store, 'tasks/a')
      check.ok(first.value.constructor === Uint8Array, 'a value is a plain Uint8Array')
      first.value.fill(0)
      for await (const entry of store.range('tasks/')) entry.value.fill(0)
      check.equal(text((await entryOf(store, 'tasks/a')).value), 'mine')
      check.equal(text(value), 'mine', 'what was handed in')
    }
  },
  {
    name: 'keeps any bytes, and as many as a commit may have',
    async run({ store }, check) {
      const every = Uint8Array.from({ length: 256 }, (_, index) => index)
      const key = 'tasks/large'
      const large = new Uint8Array(MAX_COMMIT_BYTES - key.length).fill(0xa5)
      await store.commit({ operations: [{ put: 'tasks/every', value: every }] })
      await store.commit({ operations: [{ put: key, value: large }] })
      check.equal((await entryOf(store, 'tasks/every')).value, every)
      check.equal((await entryOf(store, key)).value, large)
    }
  },
  {
    name: 'tells keys apart to their last byte',
    async run({ store }, check) {
      const longest = `tasks/${'x'.repeat(MAX_KEY_BYTES - 'tasks/'.length)}`
      const all = [
        'tasks/a',
        'tasks/A',
        'tasks/a//b',
        'tasks/a/b',
        'tasks-open/a',
        longest,
        longest.slice(0, -1)
      ]

      await store.commit({ operations: all.map((key) => put(key)) })
      for (const key of all) check.equal(text((await entryOf(store, key)).value), key)
      await store.commit({ operations: [{ delete: 'tasks/a' }] })
      check.equal(await store.get('tasks/a'), undefined)
      check.equal(text((await entryOf(store, 'tasks/A')).value), 'tasks/A')
      check.equal((await keys(store, 'tasks/')).length, all.length - 2)
    }
  },
  {
    name: 'refuses keys out of bounds',
    async run({ store }, check) {
      const tooLong = `tasks/${'x'.repeat(MAX_KEY_BYTES - 'tasks/'.length + 1)}`
      for (const key of ['', 'tasks', '/a', 'tasks/', 'tasks/a b', 'tasks/ä', 'tasks/\n', tooLong]) {
        await check.code(store.get(key), 'STORE_KEY_INVALID', `get ${key}`)
        await check.code(store.commit({ operations: [put(key)] }), 'STORE_KEY_INVALID', `put ${key}`)
        await check.code(
          store.commit({ operations: [{ delete: key }] }),
          'STORE_KEY_INVALID',
          `delete ${key}`
        )
        const conditions = [{ key, absent: true } as const]
        const guarded = store.commit({ conditions, operations: [put('tasks/a')] })
        await check.code(guarded, 'STORE_KEY_INVALID', `condition on ${key}`)
      }
      check.equal(await keys(store, 'tasks/'), [])
    }
  },
  {
    name: 'a read whose signal has aborted rejects with its reason',
    async run({ store }, check) {
      const reason = new Error('enough')
      const signal = AbortSignal.abort(reason)
      await check.reason(store.get('tasks/a', { signal }), reason, 'get')
      await check.reason(store.currentRevision({ signal }), reason, 'currentRevision')
    }
  }
]
