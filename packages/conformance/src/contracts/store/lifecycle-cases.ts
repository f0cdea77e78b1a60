import { rejectionCode } from '../checks.js'
import { collect, entryOf, keys, put, putAll } from './reading.js'
import type { StoreCase } from './store-contract.js'

/** Starting and stopping, in rest and in use. */
export const lifecycleCases: readonly StoreCase[] = [
  {
    name: 'keeps data and revisions over a stop',
    async run({ store, reopen }, check) {
      await store.commit({ operations: [put('tasks/a', 'kept'), put('tasks/b')] })
      await store.commit({ operations: [{ delete: 'tasks/b' }] })
      const before = await store.currentRevision()
      const kept = await entryOf(store, 'tasks/a')
      await store.stop()
      const again = await reopen()
      await again.start()
      check.equal(await entryOf(again, 'tasks/a'), kept)
      check.equal(await keys(again, 'tasks/'), ['tasks/a'])
      check.equal(await again.currentRevision(), before)
      const next = await again.commit({ operations: [put('tasks/c')] })
      check.equal(next, { committed: true, revision: before + 1n })
    }
  },
  {
    name: 'is closed before start and after stop',
    async run({ store, reopen }, check) {
      await store.commit({ operations: [put('tasks/a')] })
      await store.stop()
      for (const closed of [store, await reopen()]) {
        await check.code(closed.get('tasks/a'), 'STORE_CLOSED', 'get')
        await check.code(closed.commit({ operations: [put('tasks/a')] }), 'STORE_CLOSED', 'commit')
        await check.code(collect(closed.range('tasks/')), 'STORE_CLOSED', 'range')
        await check.code(closed.currentRevision(), 'STORE_CLOSED', 'currentRevision')
        const watching = async () => collect(closed.watch('tasks/', { signal: new AbortController().signal }))
        await check.code(watching(), 'STORE_CLOSED', 'watch')
      }
    }
  },
  {
    name: 'start and stop may be called twice, also at once',
    async run({ store, reopen }, check) {
      await store.start()
      await store.commit({ operations: [put('tasks/a')] })
      await Promise.all([store.stop(), store.stop()])
      await store.stop()
      const again = await reopen()
      await Promise.all([again.start(), again.start()])
      check.equal(await keys(again, 'tasks/'), ['tasks/a'])
    }
  },
  {
    name: 'a stop keeps every commit that was accepted and none that was refused',
    async run({ store, reopen }, check) {
      const commits = Array.from({ length: 60 }, (_, index) =>
        rejectionCode(store.commit({ operations: [put(`tasks/a${index}`), put(`tasks/b${index}`)] }))
      )
      const stopped = store.stop()
      const late = rejectionCode(store.commit({ operations: [put('tasks/late')] }))
      await stopped
      const codes = await Promise.all([...commits, late])
      const unexpected = codes.filter((code) => code !== 'resolved' && code !== 'STORE_CLOSED')
      check.equal(unexpected, [], 'how commits at a stop end')
      const again = await reopen()
      await again.start()
      for (const [index, code] of codes.slice(0, -1).entries()) {
        const both = [await again.get(`tasks/a${index}`), await again.get(`tasks/b${index}`)]
        const wanted = code === 'resolved'
        check.ok(
          both.every((entry) => (entry !== undefined) === wanted),
          `commit ${index} ${code}`
        )
      }
      check.equal((await again.get('tasks/late')) !== undefined, codes.at(-1) === 'resolved', 'the late one')
    }
  },
  {
    name: 'a stop tells watchers, and no listing that it cuts short looks whole',
    async run({ store }, check) {
      const all = Array.from({ length: 900 }, (_, index) => `tasks/${String(index).padStart(3, '0')}`)
      await putAll(store, all)
      const watching = rejectionCode(collect(store.watch('tasks/', { signal: new AbortController().signal })))
      const seen: string[] = []
      let stopping: Promise<void> | undefined
      const listing = async (): Promise<void> => {
        for await (const entry of store.range('tasks/')) {
          seen.push(entry.key)
          if (seen.length === 2) {
            // Not awaited here: a store may wait for its readers.
            stopping = store.stop()
            await new Promise((resolve) => setTimeout(resolve, 0))
          }
        }
      }
      const ended = await rejectionCode(listing())
      await stopping
      check.equal(seen, all.slice(0, seen.length))
      check.equal(ended, seen.length === all.length ? 'resolved' : 'STORE_CLOSED', 'how the listing ended')
      check.equal(await watching, 'STORE_CLOSED', 'how the watch ended')
    }
  }
]
