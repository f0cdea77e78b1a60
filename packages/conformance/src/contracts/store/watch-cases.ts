import type { Change } from '@ailee/core'
import { rejectionCode } from '../checks.js'
import { text } from '../text.js'
import { collect, put } from './reading.js'
import type { StoreCase } from './store-contract.js'

/** More changes than any store need remember for a watcher that does not read. */
const LAGGING_COMMITS = 170

const shortly = (change: Change) => [change.key, text(change.value)]

async function take(changes: AsyncIterator<Change>, count: number): Promise<Change[]> {
  const list: Change[] = []
  while (list.length < count) {
    const next = await changes.next()
    if (next.done === true) break
    list.push(next.value)
  }
  return list
}

/** Watching a prefix. */
export const watchCases: readonly StoreCase[] = [
  {
    name: 'tells watchers each change once and in order',
    async run({ store }, check) {
      const controller = new AbortController()
      const changes = store.watch('tasks/', { signal: controller.signal })[Symbol.asyncIterator]()
      const seen = take(changes, 3)
      await store.commit({ operations: [put('tasks/a', 'one'), put('nodes/x')] })
      await store.commit({ operations: [put('tasks/b', 'two')] })
      const conditions = [{ key: 'tasks/a', absent: true } as const]
      await store.commit({ conditions, operations: [put('tasks/never')] })
      const last = await store.commit({ operations: [{ delete: 'tasks/a' }] })
      const told = await seen
      check.equal(told.map(shortly), [
        ['tasks/a', 'one'],
        ['tasks/b', 'two'],
        ['tasks/a', undefined]
      ])
      check.equal(told[2]?.revision, last.committed && last.revision)
      controller.abort()
    }
  },
  {
    name: 'a watch ends with its signal, without an error',
    async run({ store }, check) {
      const controller = new AbortController()
      const waiting = collect(store.watch('tasks/', { signal: controller.signal }))
      controller.abort()
      check.equal(await waiting, [])
      await store.commit({ operations: [put('tasks/a')] })
      check.equal(await collect(store.watch('tasks/', { fromRevision: 1n, signal: controller.signal })), [])
    }
  },
  {
    name: 'watchers do not disturb each other',
    async run({ store }, check) {
      const controller = new AbortController()
      const { signal } = controller
      const first = store.watch('tasks/', { signal })[Symbol.asyncIterator]()
      const ended = store.watch('tasks/', { signal: AbortSignal.any([signal]) })[Symbol.asyncIterator]()
      const [one, other] = [take(first, 2), take(ended, 1)]
      await store.commit({ operations: [put('tasks/a')] })
      for (const change of await other) change.value?.fill(0)
      await ended.return?.()
      await store.commit({ operations: [put('tasks/b')] })
      check.equal((await one).map(shortly), [
        ['tasks/a', 'tasks/a'],
        ['tasks/b', 'tasks/b']
      ])
      controller.abort()
    }
  },
  {
    name: 'a watch from a revision misses nothing',
    async run({ store }, check) {
      await store.commit({ operations: [put('tasks/a')] })
      const revision = await store.currentRevision()
      await store.commit({ operations: [put('tasks/b')] })
      const controller = new AbortController()
      const from = store.watch('tasks/', { fromRevision: revision + 1n, signal: controller.signal })
      await store.commit({ operations: [put('tasks/c')] })
      const seen = await take(from[Symbol.asyncIterator](), 2)
      check.equal(
        seen.map((change) => change.key),
        ['tasks/b', 'tasks/c']
      )
      controller.abort()
    }
  },
  {
    name: 'a watcher that does not keep up is told so',
    async run({ store }, check) {
      const controller = new AbortController()
      const changes = store.watch('tasks/', { signal: controller.signal })
      const first = (await store.currentRevision()) + 1n
      const operations = Array.from({ length: 100 }, (_, index) => put(`tasks/${index}`))
      for (let count = 0; count < LAGGING_COMMITS; count += 1) await store.commit({ operations, sync: false })
      await check.code(collect(changes), 'STORE_WATCH_LAGGED', 'an unread watch')
      // A store that remembers as much may tell all of it: what no store may do is begin in the middle.
      const from = store.watch('tasks/', { fromRevision: first, signal: controller.signal })
      const late = take(from[Symbol.asyncIterator](), 1)
      const code = await rejectionCode(late)
      const whole = code === 'resolved' && (await late)[0]?.revision === first
      check.ok(whole || code === 'STORE_WATCH_LAGGED', `a watch from far back ended with ${code}`)
      controller.abort()
    }
  }
]
