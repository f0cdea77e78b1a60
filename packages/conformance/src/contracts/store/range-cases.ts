import { text } from '../text.js'
import { collect, keys, put, putAll } from './reading.js'
import type { StoreCase } from './store-contract.js'

const numbered = Array.from({ length: 300 }, (_, index) => `tasks/${String(index).padStart(3, '0')}`)

/** Listings. */
export const rangeCases: readonly StoreCase[] = [
  {
    name: 'lists a prefix in key order, from either end',
    async run({ store }, check) {
      await putAll(store, [...numbered, 'nodes/x', 'tasks-open/000', 'tasks0/x'])
      check.equal(await keys(store, 'tasks/'), numbered)
      check.equal(await keys(store, 'tasks/', { reverse: true }), numbered.toReversed())
      check.equal(await keys(store, 'tasks/12'), numbered.slice(120, 130))
      check.equal(await keys(store, 'tasks/12', { reverse: true }), numbered.slice(120, 130).toReversed())
      check.equal(await keys(store, 'meta/'), [])
    }
  },
  {
    name: 'lists as many as the limit says',
    async run({ store }, check) {
      await putAll(store, numbered)
      for (const limit of [0, 1, 2, 299, 300, 301]) {
        check.equal(await keys(store, 'tasks/', { limit }), numbered.slice(0, limit), `limit ${limit}`)
      }
      check.equal(await keys(store, 'tasks/', { limit: 2, reverse: true }), ['tasks/299', 'tasks/298'])
    }
  },
  {
    name: 'goes on behind a key, in the direction of the listing',
    async run({ store }, check) {
      await putAll(store, [...numbered, 'nodes/x', 'tasks0/x'])
      check.equal(await keys(store, 'tasks/', { after: 'tasks/297' }), numbered.slice(298))
      check.equal(await keys(store, 'tasks/', { after: 'tasks/299' }), [])
      const back = { after: 'tasks/002', reverse: true }
      check.equal(await keys(store, 'tasks/', back), ['tasks/001', 'tasks/000'])
      check.equal(
        await keys(store, 'tasks/', { after: 'tasks/0015', limit: 1 }),
        ['tasks/002'],
        'no such key'
      )
      check.equal(await keys(store, 'tasks/', { after: 'nodes/x', limit: 1 }), ['tasks/000'])
      check.equal(await keys(store, 'tasks/', { after: 'zzz/x' }), [])
      check.equal(await keys(store, 'tasks/', { after: 'zzz/x', reverse: true, limit: 1 }), ['tasks/299'])
    }
  },
  {
    name: 'pages meet without a gap and without an overlap',
    async run({ store }, check) {
      await putAll(store, numbered)
      for (const reverse of [false, true]) {
        const seen: string[] = []
        for (;;) {
          const after = seen.at(-1)
          const page = await keys(store, 'tasks/', { limit: 7, reverse, ...(after && { after }) })
          seen.push(...page)
          if (page.length < 7) break
        }
        check.equal(seen, reverse ? numbered.toReversed() : numbered)
      }
    }
  },
  {
    name: 'orders keys by their bytes',
    async run({ store }, check) {
      const printable = Array.from({ length: 0x7e - 0x21 + 1 }, (_, index) =>
        String.fromCharCode(0x21 + index)
      )
      const usable = printable.filter((character) => character !== '/')
      const all = [
        ...usable,
        ...usable.map((character) => `a${character}`),
        'a',
        'a/b',
        'a/b/c',
        'A/b',
        'aaa'
      ]
      // ASCII alone, where the order of UTF-16 units is that of bytes.
      const expected = [...new Set(all)].map((rest) => `tasks/${rest}`).sort()
      await putAll(store, expected.toReversed())
      check.equal(await keys(store, 'tasks/'), expected)
      check.equal(await keys(store, 'tasks/', { reverse: true }), expected.toReversed())
    }
  },
  {
    name: 'lists each entry whole: key, value and revision',
    async run({ store }, check) {
      const values = Array.from({ length: 6 }, (_, index) => new Uint8Array(700_000).fill(index))
      for (const [index, value] of values.entries()) {
        await store.commit({ operations: [{ put: `tasks/${index}`, value }] })
      }
      const first = (await store.currentRevision()) - 5n
      const expected = values.map((value, index) => {
        return { key: `tasks/${index}`, value, revision: first + BigInt(index) }
      })
      check.equal(await collect(store.range('tasks/')), expected)
    }
  },
  {
    name: 'a listing is a snapshot',
    async run({ store }, check) {
      await putAll(store, numbered)
      const seen: (string | undefined)[] = []
      for await (const entry of store.range('tasks/')) {
        if (seen.length === 0) {
          const changes = [
            put('tasks/0005'),
            put('tasks/200', 'changed'),
            { delete: 'tasks/250' },
            put('tasks/999')
          ]
          await store.commit({ operations: changes })
        }
        seen.push(text(entry.value))
      }
      check.equal(seen, numbered, 'what is committed meanwhile does not show')
      check.equal((await keys(store, 'tasks/')).length, numbered.length + 1, 'it does in the next one')
    }
  },
  {
    name: 'an abandoned listing leaves nothing behind',
    async run({ store, reopen }, check) {
      await putAll(store, numbered)
      for (let count = 0; count < 50; count += 1) {
        for await (const entry of store.range('tasks/')) {
          check.equal(entry.key, 'tasks/000')
          break
        }
      }
      await store.stop()
      const again = await reopen()
      await again.start()
      check.equal((await keys(again, 'tasks/')).length, numbered.length)
    }
  },
  {
    name: 'a listing ends with the reason of its signal, before it starts or in its midst',
    async run({ store }, check) {
      await putAll(store, numbered)
      const reason = new Error('enough')
      const aborted = collect(store.range('tasks/', { signal: AbortSignal.abort(reason) }))
      await check.reason(aborted, reason, 'a listing with an aborted signal')
      const controller = new AbortController()
      let seen = 0
      const listing = async (): Promise<void> => {
        for await (const _ of store.range('tasks/', { signal: controller.signal })) {
          seen += 1
          if (seen === 2) controller.abort(reason)
        }
      }
      await check.reason(listing(), reason, 'a listing under way')
      check.equal(seen, 2)
    }
  },
  {
    name: 'refuses prefixes out of bounds',
    async run({ store }, check) {
      for (const prefix of ['', 'tasks', '/', 'tasks/ä', 'Tasks/']) {
        await check.code(collect(store.range(prefix)), 'STORE_KEY_INVALID', `range ${prefix}`)
      }
    }
  }
]
