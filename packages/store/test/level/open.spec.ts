import { chmod, mkdir, readdir, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Level } from 'level'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { bytes, collect, rejects } from '../support/assertions.js'
import { Child } from '../support/child.js'
import { levelStore, tamper, withLevelStore } from '../support/level.js'
import { withTempFolder } from '../support/temp-folder.js'

const operations = [{ put: 'tasks/a', value: bytes('kept') }]

/** A closed store with one entry. */
async function makeStore(path: string): Promise<void> {
  await withLevelStore(path, (store) => store.commit({ operations }))
}

async function removeFiles(path: string, pattern: RegExp): Promise<void> {
  for (const name of await readdir(path)) if (pattern.test(name)) await rm(join(path, name))
}

test('a folder open in another process is locked', () =>
  withTempFolder(async (path) => {
    const child = new Child('hold-store', path)
    try {
      assert.is(await child.line(), 'open')
      const error = await rejects(levelStore(path).start(), 'STORE_LOCKED')
      assert.match(error.message, path)
    } finally {
      await child.kill()
    }
    await withLevelStore(path, async () => {})
  }))

test('a folder open in this process is locked, and the first store works on', () =>
  withTempFolder((path) =>
    withLevelStore(path, async (store) => {
      await rejects(levelStore(path).start(), 'STORE_LOCKED')
      assert.ok((await store.commit({ operations })).committed)
    })
  ))

test('a path that is a file, or lies below one, is not writable', () =>
  withTempFolder(async (path) => {
    const file = join(path, 'file')
    await writeFile(file, 'text')
    const error = await rejects(levelStore(file).start(), 'STORE_NOT_WRITABLE')
    assert.match(error.message, file)
    await rejects(levelStore(join(file, 'below')).start(), 'STORE_NOT_WRITABLE')
  }))

const readOnlyFolder = () =>
  withTempFolder(async (path) => {
    await chmod(path, 0o500)
    await rejects(levelStore(path).start(), 'STORE_NOT_WRITABLE')
    await chmod(path, 0o700)
  })
// Root may write anywhere, so this case proves nothing for it.
if (process.getuid?.() === 0) {
  console.log('skipped: the read-only folder, since nothing is read-only to root')
  test.skip('a read-only folder is not writable', readOnlyFolder)
} else test('a read-only folder is not writable', readOnlyFolder)

test('a folder with other content is foreign and stays as it is', () =>
  withTempFolder(async (path) => {
    await writeFile(join(path, 'letter.txt'), 'dear')
    const error = await rejects(levelStore(path).start(), 'STORE_FOREIGN')
    assert.match(error.message, 'letter.txt')
    assert.equal(await readdir(path), ['letter.txt'])
  }))

test('a LevelDB of something else is foreign', () =>
  withTempFolder(async (path) => {
    const other = new Level(path)
    await other.put('their', 'data')
    await other.close()
    await rejects(levelStore(path).start(), 'STORE_FOREIGN')
    await tamper(path, (database) => database.put('meta/schema', bytes('x')))
    await rejects(levelStore(path).start(), 'STORE_FOREIGN')
  }))

test('a creation that was interrupted is taken up again', () =>
  withTempFolder(async (path) => {
    for (const name of ['LOCK', 'LOG', 'MANIFEST-000001', '000001.dbtmp'])
      await writeFile(join(path, name), '')
    await makeStore(path)
    await rm(join(path, 'AILEE-STORE'))
    await withLevelStore(path, async (store) => assert.ok(await store.get('tasks/a')))
    assert.ok((await readdir(path)).includes('AILEE-STORE'))
  }))

test('a newer schema is refused, an unreadable one is damage', () =>
  withTempFolder(async (path) => {
    await makeStore(path)
    const header = new Uint8Array(8)
    await tamper(path, (database) => database.put('meta/schema', Uint8Array.from([...header, 0x32])))
    const error = await rejects(levelStore(path).start(), 'STORE_SCHEMA_UNSUPPORTED')
    assert.match(error.message, path)
    await tamper(path, (database) => database.put('meta/schema', Uint8Array.from([...header, 0x3f])))
    await rejects(levelStore(path).start(), 'STORE_CORRUPTED')
  }))

test('lost or damaged files are never taken for an empty store', async () => {
  const damages: [string, (path: string) => Promise<void>][] = [
    ['manifest', (path) => removeFiles(path, /MANIFEST/)],
    ['CURRENT', (path) => removeFiles(path, /CURRENT/)],
    ['everything but the marker', (path) => removeFiles(path, /^(?!AILEE)/)],
    ['CURRENT without marker', (path) => removeFiles(path, /CURRENT|AILEE/)],
    [
      'logs',
      async (path) => {
        for (const name of await readdir(path)) if (/\.log$/.test(name)) await truncate(join(path, name), 0)
      }
    ],
    ['revision counter', (path) => tamper(path, (database) => database.del('meta/revision'))]
  ]
  for (const [name, damage] of damages) {
    await withTempFolder(async (path) => {
      await makeStore(path)
      await damage(path)
      // Twice: the first attempt must not leave something behind that the second takes for a fresh start.
      for (let attempt = 0; attempt < 2; attempt += 1) {
        const error = await rejects(levelStore(path).start(), 'STORE_CORRUPTED').catch((cause: unknown) => {
          throw new Error(`${name}, attempt ${attempt}`, { cause })
        })
        assert.match(error.message, path)
      }
    })
  }
})

test('a value shorter than its header is damage, and named', () =>
  withTempFolder(async (path) => {
    await makeStore(path)
    await tamper(path, (database) => database.put('tasks/a', bytes('short')))
    await withLevelStore(path, async (store) => {
      assert.match((await rejects(store.get('tasks/a'), 'STORE_CORRUPTED')).message, 'tasks/a')
      await rejects(collect(store.range('tasks/')), 'STORE_CORRUPTED')
      const conditions = [{ key: 'tasks/a', absent: true } as const]
      await rejects(store.commit({ conditions, operations }), 'STORE_CORRUPTED')
    })
  }))

test('a folder in a folder that is not there yet is made', () =>
  withTempFolder(async (path) => {
    await mkdir(join(path, 'data'))
    await makeStore(join(path, 'data', 'deep', 'store'))
  }))

test.run()
