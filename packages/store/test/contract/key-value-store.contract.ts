import * as fc from 'fast-check'
import type { Callback } from 'uvu'
import * as assert from 'uvu/assert'
import type { KeyValueStore } from '../../src/index.js'
import { bytes, collect, rejects, text } from '../support/assertions.js'
import { Model, script } from './model.js'

/** Registers one case: uvu's `test`, or another runner's. */
export type Runner = (name: string, test: Callback) => void

/** Runs `use` with a fresh, empty, started store and disposes of it. `restart` stops and starts it on the same data. */
export type StoreFactory = (
  use: (store: KeyValueStore, restart: () => Promise<KeyValueStore>) => Promise<void>
) => Promise<void>

const put = (key: string, value = key) => ({ put: key, value: bytes(value) })

async function keys(store: KeyValueStore, prefix: string, options = {}): Promise<string[]> {
  return (await collect(store.range(prefix, options))).map((entry) => entry.key)
}

async function revisionOf(store: KeyValueStore, key: string): Promise<bigint> {
  const entry = await store.get(key)
  if (entry === undefined) throw new Error(`${key} is absent`)
  return entry.revision
}

/** What every `KeyValueStore` must do. */
export function keyValueStoreContract(runner: Runner, factory: StoreFactory): void {
  const check = (name: string, body: Parameters<StoreFactory>[0]): void =>
    runner(`key-value store: ${name}`, () => factory(body))

  check('gives back what was put, with its revision', async (store) => {
    assert.is(await store.get('tasks/a'), undefined)
    const result = await store.commit({ operations: [put('tasks/a', 'one'), put('tasks/empty', '')] })
    assert.ok(result.committed)
    const entry = await store.get('tasks/a')
    assert.is(text(entry?.value), 'one')
    assert.is(entry?.revision, result.revision)
    assert.is((await store.get('tasks/empty'))?.value.length, 0)
    assert.is(await store.currentRevision(), result.revision)
  })

  check('moves the revision up with every commit, also for the same bytes', async (store) => {
    const seen: bigint[] = []
    for (let count = 0; count < 3; count += 1) {
      await store.commit({ operations: [put('tasks/a', 'same')] })
      seen.push(await revisionOf(store, 'tasks/a'))
    }
    assert.ok(seen.every((revision, index) => index === 0 || revision > (seen[index - 1] ?? 0n)))
  })

  check('gives every reader its own plain copy', async (store) => {
    // A Buffer, since its `slice` shares memory where that of a plain array copies.
    const value = Buffer.from('mine')
    await store.commit({ operations: [{ put: 'tasks/a', value }] })
    const first = await store.get('tasks/a')
    assert.is(first?.value.constructor, Uint8Array)
    first?.value.fill(0)
    assert.is(text((await store.get('tasks/a'))?.value), 'mine')
    assert.is(text(value), 'mine')
  })

  check('writes all operations or none', async (store) => {
    await store.commit({ operations: [put('tasks/a')] })
    const refused = await store.commit({
      conditions: [
        { key: 'tasks/b', absent: true },
        { key: 'tasks/a', absent: true }
      ],
      operations: [put('tasks/b'), { delete: 'tasks/a' }]
    })
    assert.equal(refused, { committed: false })
    assert.equal(await keys(store, 'tasks/'), ['tasks/a'])
  })

  check('compares revisions, and a deleted key is absent', async (store) => {
    await store.commit({ operations: [put('tasks/a')] })
    const revision = await revisionOf(store, 'tasks/a')
    const condition = { key: 'tasks/a', revision }
    assert.ok(
      (await store.commit({ conditions: [condition], operations: [put('tasks/a', 'two')] })).committed
    )
    assert.not(
      (await store.commit({ conditions: [condition], operations: [put('tasks/a', 'three')] })).committed
    )
    await store.commit({ operations: [{ delete: 'tasks/a' }, { delete: 'tasks/never' }] })
    assert.is(await store.get('tasks/a'), undefined)
    const absent = { key: 'tasks/a', absent: true } as const
    assert.ok((await store.commit({ conditions: [absent], operations: [put('tasks/a')] })).committed)
  })

  check('lets exactly one of many concurrent creators win', async (store) => {
    const conditions = [{ key: 'tasks/a', absent: true } as const]
    const attempts = Array.from({ length: 50 }, (_, index) =>
      store.commit({ conditions, operations: [put('tasks/a', String(index))] })
    )
    const results = await Promise.all(attempts)
    assert.is(results.filter((result) => result.committed).length, 1)
    const winner = results.findIndex((result) => result.committed)
    assert.is(text((await store.get('tasks/a'))?.value), String(winner))
  })

  check('loses no update of concurrent compare-and-set loops', async (store) => {
    await store.commit({ operations: [put('tasks/n', '0')] })
    const add = async (): Promise<void> => {
      for (;;) {
        const entry = await store.get('tasks/n')
        if (entry === undefined) throw new Error('tasks/n is absent')
        const next = put('tasks/n', String(Number(text(entry.value)) + 1))
        const conditions = [{ key: 'tasks/n', revision: entry.revision }]
        if ((await store.commit({ conditions, operations: [next] })).committed) return
      }
    }
    await Promise.all(Array.from({ length: 20 }, add))
    assert.is(text((await store.get('tasks/n'))?.value), '20')
  })

  check('lists a prefix in key order, from either end, in pages', async (store) => {
    const all = Array.from({ length: 300 }, (_, index) => `tasks/${String(index).padStart(3, '0')}`)
    const others = ['nodes/x', 'tasks-open/000', 'tasks0/x']
    for (let index = 0; index < all.length; index += 100) {
      await store.commit({ operations: all.slice(index, index + 100).map((key) => put(key)) })
    }
    await store.commit({ operations: others.map((key) => put(key)) })
    assert.equal(await keys(store, 'tasks/'), all)
    assert.equal(await keys(store, 'tasks/', { reverse: true }), all.toReversed())
    assert.equal(await keys(store, 'tasks/', { limit: 2 }), all.slice(0, 2))
    assert.equal(await keys(store, 'tasks/', { limit: 0 }), [])
    assert.equal(await keys(store, 'tasks/', { after: 'tasks/297' }), all.slice(298))
    assert.equal(await keys(store, 'tasks/', { after: 'tasks/002', reverse: true }), [
      'tasks/001',
      'tasks/000'
    ])
    assert.equal(await keys(store, 'tasks/', { after: 'nodes/x', limit: 1 }), ['tasks/000'])
    assert.equal(await keys(store, 'tasks/', { after: 'zzz/x' }), [])
    assert.equal(await keys(store, 'tasks/', { after: 'zzz/x', reverse: true, limit: 1 }), ['tasks/299'])
    assert.equal(await keys(store, 'tasks/12'), all.slice(120, 130))
    assert.equal(await keys(store, 'meta/'), [])
  })

  check('an abandoned listing leaves nothing behind', async (store) => {
    await store.commit({ operations: [put('tasks/a'), put('tasks/b')] })
    for await (const entry of store.range('tasks/')) {
      assert.is(entry.key, 'tasks/a')
      break
    }
    const aborted = AbortSignal.abort(new Error('enough'))
    const error = await collect(store.range('tasks/', { signal: aborted })).catch((reason: Error) => reason)
    assert.is(error instanceof Error && error.message, 'enough')
  })

  check('refuses keys and commits out of bounds', async (store) => {
    for (const key of ['', 'tasks', '/a', 'tasks/', 'tasks/a b', 'tasks/ä', `tasks/${'x'.repeat(600)}`]) {
      await rejects(store.get(key), 'STORE_KEY_INVALID')
      await rejects(store.commit({ operations: [put(key)] }), 'STORE_KEY_INVALID')
    }
    for (const key of ['meta/schema', 'meta/revision', 'blobs/aa', 'blob-sizes/aa']) {
      await rejects(store.commit({ operations: [put(key)] }), 'STORE_KEY_INVALID')
    }
    for (const prefix of ['', 'tasks', 'blobs/']) {
      await rejects(collect(store.range(prefix)), 'STORE_KEY_INVALID')
    }
    await rejects(store.commit({ operations: [put('tasks/a'), { delete: 'tasks/a' }] }), 'STORE_KEY_INVALID')
    const many = Array.from({ length: 101 }, (_, index) => put(`tasks/${index}`))
    await rejects(store.commit({ operations: many }), 'STORE_TOO_LARGE')
    const large = { put: 'tasks/a', value: new Uint8Array(4 * 1024 * 1024) }
    await rejects(store.commit({ operations: [large] }), 'STORE_TOO_LARGE')
    assert.equal(await keys(store, 'tasks/'), [])
  })

  check('tells watchers each change once and in order', async (store) => {
    const signal = new AbortController()
    const changes = store.watch('tasks/', { signal: signal.signal })[Symbol.asyncIterator]()
    const first = changes.next()
    await store.commit({ operations: [put('tasks/a', 'one'), put('nodes/x')] })
    await store.commit({ operations: [put('tasks/b', 'two')] })
    const last = await store.commit({ operations: [{ delete: 'tasks/a' }] })
    const seen = [await first, await changes.next(), await changes.next()].map((next) => next.value)
    assert.equal(
      seen.map((change) => [change.key, text(change.value)]),
      [
        ['tasks/a', 'one'],
        ['tasks/b', 'two'],
        ['tasks/a', undefined]
      ]
    )
    assert.is(seen[2].revision, last.committed && last.revision)
    const waiting = changes.next()
    signal.abort()
    assert.is((await waiting).done, true)
  })

  check('a watch from a revision misses nothing', async (store) => {
    await store.commit({ operations: [put('tasks/a')] })
    const revision = await store.currentRevision()
    await store.commit({ operations: [put('tasks/b')] })
    const signal = new AbortController()
    const from = store.watch('tasks/', { fromRevision: revision + 1n, signal: signal.signal })
    await store.commit({ operations: [put('tasks/c')] })
    const seen: string[] = []
    for await (const change of from) {
      seen.push(change.key)
      if (change.key === 'tasks/c') break
    }
    assert.equal(seen, ['tasks/b', 'tasks/c'])
    signal.abort()
  })

  check('a watcher that does not keep up is told so', async (store) => {
    const { signal } = new AbortController()
    const changes = store.watch('tasks/', { signal })
    const operations = Array.from({ length: 100 }, (_, index) => put(`tasks/${index}`))
    for (let count = 0; count < 170; count += 1) await store.commit({ operations, sync: false })
    await rejects(collect(changes), 'STORE_WATCH_LAGGED')
    await rejects(collect(store.watch('tasks/', { fromRevision: 1n, signal })), 'STORE_WATCH_LAGGED')
  })

  check('is closed after stop, and keeps data and revisions', async (store, restart) => {
    await store.commit({ operations: [put('tasks/a', 'kept')] })
    await store.commit({ operations: [{ delete: 'tasks/b' }] })
    const before = await store.currentRevision()
    const revision = await revisionOf(store, 'tasks/a')
    const watching = collect(store.watch('tasks/', { signal: new AbortController().signal }))
    const closed = rejects(watching, 'STORE_CLOSED')
    const accepted = store.commit({ operations: [put('tasks/late')] })
    await store.stop()
    await store.stop()
    assert.ok((await accepted).committed)
    await closed
    await rejects(store.get('tasks/a'), 'STORE_CLOSED')
    await rejects(store.commit({ operations: [put('tasks/a')] }), 'STORE_CLOSED')
    await rejects(collect(store.range('tasks/')), 'STORE_CLOSED')
    const again = await restart()
    await again.start()
    assert.is(text((await again.get('tasks/a'))?.value), 'kept')
    assert.is(await revisionOf(again, 'tasks/a'), revision)
    assert.is(await again.currentRevision(), before + 1n)
    const next = await again.commit({ operations: [put('tasks/c')] })
    assert.is(next.committed && next.revision, before + 2n)
  })

  check('agrees with a naive model under any script of concurrent commits', async (store) => {
    let run = 0
    await fc.assert(
      fc.asyncProperty(script, async (steps) => {
        run += 1
        const prefix = `tasks/${run}-`
        const model = new Model(await store.currentRevision(), prefix)
        for (const concurrent of steps) {
          // Requests are built on one state and race; the model takes them in the order they were made.
          const requests = concurrent.map((step) => model.request(step))
          const actual = await Promise.all(requests.map((request) => store.commit(request)))
          assert.equal(
            actual,
            requests.map((request) => model.commit(request))
          )
        }
        assert.equal(await collect(store.range(prefix)), model.entries())
      }),
      { numRuns: 40 }
    )
  })
}
