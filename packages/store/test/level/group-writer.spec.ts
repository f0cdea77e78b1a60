import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { MAX_BATCH_BYTES, MAX_WAITING_COMMITS } from '../../src/constants.js'
import { StoreError } from '../../src/errors.js'
import { GroupWriter, type WriteBatch, type WriteTarget } from '../../src/level/group-writer.js'
import { bytes, rejects } from '../support/assertions.js'

/** A disk that counts what it is asked and whose writes end when the test says so. */
class FakeDisk implements WriteTarget {
  readonly batches: WriteBatch[] = []
  readonly reads: string[][] = []
  failing = false
  gate: Promise<void> = Promise.resolve()

  async readRevisions(keys: readonly string[]): Promise<undefined[]> {
    this.reads.push([...keys])
    return keys.map(() => undefined)
  }

  async write(batch: WriteBatch): Promise<void> {
    this.batches.push(batch)
    await this.gate
    if (this.failing) throw new StoreError('STORE_WRITE_FAILED', 'disk full')
  }

  written(): void {}
}

const put = (key: string) => ({ operations: [{ put: key, value: bytes(key) }] })

test('commits made in one turn share one synced write', async () => {
  const disk = new FakeDisk()
  const writer = new GroupWriter(disk, 10n)
  const results = await Promise.all(
    Array.from({ length: 1000 }, (_, index) => writer.commit(put(`tasks/${index}`)))
  )
  assert.is(disk.batches.length, 1)
  assert.is(disk.batches[0]?.sync, true)
  assert.is(disk.batches[0]?.revision, 1010n)
  assert.equal(
    results.map((result) => result.committed && result.revision),
    results.map((_, index) => 11n + BigInt(index))
  )
})

test('what arrives during a write goes into the next, and nobody is told early', async () => {
  const disk = new FakeDisk()
  const { promise, resolve } = Promise.withResolvers<void>()
  disk.gate = promise
  const writer = new GroupWriter(disk, 0n)
  let told = 0
  const commits = [writer.commit(put('tasks/first')).finally(() => (told += 1))]
  while (disk.batches.length === 0) await Promise.resolve()
  for (let index = 0; index < 99; index += 1) {
    commits.push(writer.commit(put(`tasks/${index}`)).finally(() => (told += 1)))
  }
  await new Promise((done) => setImmediate(done))
  assert.is(told, 0)
  assert.is(disk.batches.length, 1)
  resolve()
  await Promise.all(commits)
  assert.is(disk.batches.length, 2)
})

test('a batch is synced only if one of its commits asks for it', async () => {
  const disk = new FakeDisk()
  const writer = new GroupWriter(disk, 0n)
  await Promise.all([
    writer.commit({ ...put('tasks/a'), sync: false }),
    writer.commit({ ...put('tasks/b'), sync: false })
  ])
  await Promise.all([writer.commit({ ...put('tasks/c'), sync: false }), writer.commit(put('tasks/d'))])
  assert.equal(
    disk.batches.map((batch) => batch.sync),
    [false, true]
  )
})

test('only the last write of a key reaches the disk', async () => {
  const disk = new FakeDisk()
  const writer = new GroupWriter(disk, 0n)
  await Promise.all([writer.commit(put('tasks/a')), writer.commit(put('tasks/a'))])
  assert.equal(
    disk.batches[0]?.writes.map((write) => [write.key, write.revision]),
    [['tasks/a', 2n]]
  )
})

test('the condition of a key written lately costs no read', async () => {
  const disk = new FakeDisk()
  const writer = new GroupWriter(disk, 0n)
  await writer.commit({ ...put('tasks/a'), conditions: [{ key: 'tasks/a', absent: true }] })
  const result = await writer.commit({ ...put('tasks/a'), conditions: [{ key: 'tasks/a', revision: 1n }] })
  assert.ok(result.committed)
  assert.equal(disk.reads, [['tasks/a']])
})

test('large commits are split over several writes', async () => {
  const disk = new FakeDisk()
  const writer = new GroupWriter(disk, 0n)
  const value = new Uint8Array(MAX_BATCH_BYTES / 4)
  await Promise.all(
    Array.from({ length: 8 }, (_, index) => writer.commit({ operations: [{ put: `tasks/${index}`, value }] }))
  )
  assert.equal(
    disk.batches.map((batch) => batch.writes.length),
    [3, 3, 2]
  )
})

test('a failed write fails everyone in it, also those whose condition failed on top of it', async () => {
  const disk = new FakeDisk()
  const writer = new GroupWriter(disk, 0n)
  disk.failing = true
  const absent = { ...put('tasks/a'), conditions: [{ key: 'tasks/a', absent: true } as const] }
  await Promise.all([
    rejects(writer.commit(absent), 'STORE_WRITE_FAILED'),
    rejects(writer.commit(absent), 'STORE_WRITE_FAILED')
  ])
  disk.failing = false
  assert.ok((await writer.commit(absent)).committed)
})

test('refuses what would wait without bound, and anything after close', async () => {
  const disk = new FakeDisk()
  const { promise, resolve } = Promise.withResolvers<void>()
  disk.gate = promise
  const writer = new GroupWriter(disk, 0n)
  const taken = Array.from({ length: MAX_WAITING_COMMITS }, (_, index) =>
    writer.commit(put(`tasks/${index}`))
  )
  await rejects(writer.commit(put('tasks/more')), 'STORE_OVERLOADED')
  const closed = writer.close()
  await rejects(writer.commit(put('tasks/late')), 'STORE_CLOSED')
  resolve()
  await closed
  assert.ok((await Promise.all(taken)).every((result) => result.committed))
})

test.run()
