import { bytesToHex, checkReceipt, executionHash, portableVerifier } from '@ailee/protocol'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { MemoryStore, ReceiptRepository, TaskRepository } from '../../src/index.js'
import { collect, rejects } from '../support/assertions.js'
import { withLevelStore } from '../support/level.js'
import { client, completedTask, newTask, receiptOf, taskId, worker } from '../support/records.js'
import { withTempFolder } from '../support/temp-folder.js'

async function repositories() {
  const store = new MemoryStore()
  await store.start()
  return { store, tasks: new TaskRepository({ store }), receipts: new ReceiptRepository({ store }) }
}

const ids = (list: { record: { taskId: string } }[]): number[] =>
  list.map(({ record }) => Number.parseInt(record.taskId, 16))

test('a task with every field in use survives a reopened LevelDB, its receipts still valid', () =>
  withTempFolder(async (path) => {
    const task = await completedTask(taskId(1))
    await withLevelStore(path, async (store) => {
      const tasks = new TaskRepository({ store })
      const revision = await tasks.create(newTask(taskId(1)))
      assert.ok(revision !== undefined && (await tasks.save(task, revision)) !== undefined)
    })
    await withLevelStore(path, async (store) => {
      const stored = await new TaskRepository({ store }).get(taskId(1))
      assert.equal(stored?.record, task)
      const receipts = await collect(new ReceiptRepository({ store }).list())
      assert.equal(
        receipts.map(({ receipt }) => receipt),
        task.receipts
      )
      for (const { receipt } of receipts) {
        assert.ok(checkReceipt(portableVerifier, receipt).every((check) => check.ok !== false))
      }
    })
  }))

test('a task is created once and saved on top of the revision that was read', async () => {
  const { tasks } = await repositories()
  const created = await tasks.create(newTask(taskId(1)))
  assert.is(await tasks.create(newTask(taskId(1), { client: worker })), undefined)
  const stored = await tasks.get(taskId(1))
  assert.is(stored?.revision, created)
  assert.is(stored?.record.client, client)
  const saved = await tasks.save(newTask(taskId(1), { state: 'QUEUED' }), created ?? 0n)
  assert.is((await tasks.get(taskId(1)))?.revision, saved)
  assert.is(await tasks.save(newTask(taskId(1), { state: 'FAILED' }), created ?? 0n), undefined)
  assert.is((await tasks.get(taskId(1)))?.record.state, 'QUEUED')
  assert.is(await tasks.save(newTask(taskId(2)), 1n), undefined)
})

test('open tasks are found without reading ended ones', async () => {
  const { store, tasks } = await repositories()
  for (let number = 1; number <= 4; number += 1) await tasks.create(newTask(taskId(number)))
  for (const [number, state] of [
    [1, 'FAILED'],
    [3, 'RUNNING'],
    [4, 'CANCELLED']
  ] as const) {
    const revision = (await tasks.get(taskId(number)))?.revision ?? 0n
    await tasks.save(newTask(taskId(number), { state }), revision)
  }
  await tasks.create(newTask(taskId(5), { state: 'EXPIRED' }))
  assert.equal(ids(await collect(tasks.listOpen())), [2, 3])
  assert.equal(ids(await collect(tasks.listOpen({ after: taskId(2) }))), [3])
  assert.is((await collect(store.range('tasks-open/'))).length, 2)
  assert.equal(ids(await collect(tasks.list())), [1, 2, 3, 4, 5])
  assert.equal(ids(await collect(tasks.list({ after: taskId(4), reverse: true, limit: 2 }))), [3, 2])
})

test("a client's tasks are listed newest first and in pages", async () => {
  const { tasks } = await repositories()
  const times = [5, 1, 4, 4, 9].map((time) => 1_700_000_000_000 + time)
  for (const [index, submittedAtMs] of times.entries()) {
    await tasks.create(newTask(taskId(index + 1), { submittedAtMs }))
  }
  await tasks.create(newTask(taskId(9), { client: worker }))
  assert.equal(ids(await collect(tasks.listByClient(client))), [5, 1, 3, 4, 2])
  const page = await collect(tasks.listByClient(client, { limit: 3 }))
  assert.equal(ids(page), [5, 1, 3])
  assert.equal(ids(await collect(tasks.listByClient(client, { after: page[2]?.record, limit: 9 }))), [4, 2])
  assert.equal(ids(await collect(tasks.listByClient(worker))), [9])
  await rejects(collect(tasks.listByClient('a/b')), 'STORE_KEY_INVALID')
})

test('receipts are stored with the commit that completes their task, and not before', async () => {
  const { tasks, receipts } = await repositories()
  const receipt = await receiptOf(taskId(1))
  const hash = bytesToHex(executionHash(receipt))
  const task = newTask(taskId(1), { receipts: [receipt, receipt] })
  const created = await tasks.create(task)
  assert.is(await receipts.get(hash), undefined)
  assert.is(await tasks.save({ ...task, state: 'COMPLETED' }, 99n), undefined)
  assert.is(await receipts.get(hash), undefined)
  await tasks.save({ ...task, state: 'COMPLETED' }, created ?? 0n)
  assert.equal(await receipts.get(hash), receipt)
  assert.equal(
    (await collect(receipts.list())).map(({ executionHash }) => executionHash),
    [hash]
  )
})

test('damaged records are named, not returned', async () => {
  const { store, tasks, receipts } = await repositories()
  const key = `tasks/${taskId(1)}`
  await tasks.create(await completedTask(taskId(2)))
  const whole = (await store.get(`tasks/${taskId(2)}`))?.value ?? new Uint8Array()
  // Garbage, a cut, and a record that belongs to another key.
  for (const value of [new Uint8Array([0xff, 0xff]), whole.slice(0, 100), new Uint8Array(), whole]) {
    await store.commit({ operations: [{ put: key, value }] })
    assert.match((await rejects(tasks.get(taskId(1)), 'STORE_CORRUPTED')).message, key)
  }
  const receiptKey = `receipts/${taskId(1)}`
  const [stored] = await collect(store.range('receipts/'))
  await store.commit({ operations: [{ put: receiptKey, value: stored?.value ?? new Uint8Array() }] })
  assert.match((await rejects(receipts.get(taskId(1)), 'STORE_CORRUPTED')).message, receiptKey)
})

test('records with fields out of range are refused', async () => {
  const { tasks } = await repositories()
  const bad = [
    { submittedAtMs: -1 },
    { updatedAtMs: 1.5 },
    { attempts: Number.NaN },
    { client: '' },
    { taskId: 'AB' }
  ]
  for (const fields of bad) await rejects(tasks.create(newTask(taskId(1), fields)), 'STORE_RECORD_INVALID')
})

test.run()
