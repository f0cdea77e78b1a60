import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { InstrumentedRepository, MemoryStore } from '../../src/index.js'
import { rejects } from '../support/assertions.js'
import { tamper, withLevelStore } from '../support/level.js'
import { withTempFolder } from '../support/temp-folder.js'

const name = (fill: string): string => fill.repeat(64)
const content = (fill: number, length = 1_000): Uint8Array => new Uint8Array(length).fill(fill)

/** A record adds its hash and a few bytes of framing. */
const room = (entries: number): number => entries * 1_040

test('what is put is found again, also after a reopening, and can be put anew', () =>
  withTempFolder(async (path) => {
    await withLevelStore(path, async (store) => {
      const modules = new InstrumentedRepository({ blobs: store.instrumented }, { maxBytes: room(3) })
      assert.is(await modules.get(name('a')), undefined)
      await modules.put(name('a'), content(1))
      await modules.put(name('b'), content(2))
      await modules.put(name('b'), content(3))
    })
    await withLevelStore(path, async (store) => {
      const modules = new InstrumentedRepository({ blobs: store.instrumented }, { maxBytes: room(3) })
      assert.equal(new Uint8Array((await modules.get(name('a'))) ?? []), content(1))
      assert.equal(new Uint8Array((await modules.get(name('b'))) ?? []), content(3))
    })
  }))

test('what is damaged on disk is forgotten, whatever is damaged', () =>
  withTempFolder(async (path) => {
    const bytes = await withLevelStore(path, async (store) => {
      const modules = new InstrumentedRepository({ blobs: store.instrumented }, { maxBytes: room(3) })
      await modules.put(name('a'), content(1))
      return store.instrumented.read(name('a'))
    })
    // 8 bytes of revision come before the value.
    for (const at of [0, 2, 40, 500, (bytes?.length ?? 0) - 1]) {
      const changed = new Uint8Array(8 + (bytes?.length ?? 0))
      changed.set(bytes ?? [], 8)
      changed[8 + at] = (changed[8 + at] ?? 0) ^ 1
      await tamper(path, (database) => database.put(`instrumented/${name('a')}`, changed))
      await withLevelStore(path, async (store) => {
        const modules = new InstrumentedRepository({ blobs: store.instrumented }, { maxBytes: room(3) })
        assert.is(await modules.get(name('a')), undefined, `byte ${at}`)
        assert.equal(await store.instrumented.list(), [])
      })
    }
  }))

test('the least recently used goes first, and what is too large is not kept', async () => {
  const store = new MemoryStore()
  const modules = new InstrumentedRepository({ blobs: store.instrumented }, { maxBytes: room(3) })
  for (const fill of ['a', 'b', 'c']) await modules.put(name(fill), content(1))
  await modules.get(name('a'))
  await modules.put(name('d'), content(4))
  await modules.put(name('e'), content(5, room(3)))
  assert.equal(
    (await store.instrumented.list()).map(({ hash }) => hash[0]),
    ['a', 'c', 'd']
  )
  await rejects(modules.put('../a', content(1)), 'STORE_RECORD_INVALID')
})

test('nobody reaches these values through the port', async () => {
  const store = new MemoryStore()
  await store.start()
  for (const prefix of ['instrumented/', 'instrumented-sizes/']) {
    await rejects(store.get(`${prefix}${name('a')}`), 'STORE_KEY_INVALID')
  }
})

test.run()
