import { contentHash, encodeSubmitTask } from '@ailee/protocol'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { MAX_OPEN_TASKS } from '../../src/constants.js'
import { type ClientDouble, plainInput, plainModule } from '../support/client-double.js'
import { codeOf, prompt, scenario } from '../support/world.js'

scenario('a task sent again is the same task, open or ended', async (world) => {
  const client = world.client()
  const submit = client.submission()
  const first = await client.send(submit)
  const again = await client.send(submit)
  assert.is(again.status.taskId, first.status.taskId)
  assert.is(again.status.submittedAtMs, first.status.submittedAtMs)
  await world.worker(prompt).connect()
  await world.end(first.status.taskId)
  const afterwards = await client.send(submit)
  assert.is(afterwards.complete?.status.state, 'COMPLETED')
  assert.is(afterwards.complete?.receipts.length, 1)
  assert.is((await client.list()).length, 1)
  assert.is(world.wireBlobs.fetched.length, 2)
})

scenario('another task under a used client task id is refused, open or ended', async (world) => {
  const client = world.client()
  const { status } = await client.submit({ id: 1 })
  assert.is(await codeOf(client.submit({ id: 1, reward: 2_000n })), 'TASK_CONFLICT')
  await world.worker(prompt).connect()
  await world.end(status.taskId)
  assert.is(await codeOf(client.submit({ id: 1, reward: 2_000n })), 'TASK_CONFLICT')
  assert.is((await client.submit({ id: 1 })).status.state, 'COMPLETED')
})

scenario('two clients may use the same client task id', async (world) => {
  const one = await world.client().submit({ id: 1 })
  const other = await world.client().submit({ id: 1 })
  assert.is.not(one.status.taskId, other.status.taskId)
})

scenario('duplicates that arrive together become one task', async (world) => {
  const client = world.client()
  const gate = Promise.withResolvers<void>()
  world.wireBlobs.gate = () => gate.promise
  const submit = client.submission({ id: 1 })
  const same = [client.send(submit), client.send(submit), client.send(submit)]
  const other = codeOf(client.submit({ id: 1, reward: 2_000n }))
  gate.resolve()
  const ids = new Set((await Promise.all(same)).map(({ status }) => status.taskId))
  assert.is(ids.size, 1)
  assert.is(await other, 'TASK_CONFLICT')
  assert.is((await client.list()).length, 1)
  assert.equal(
    world.wireBlobs.fetched.map(({ hash }) => hash),
    [contentHash(plainModule), contentHash(plainInput)]
  )
})

scenario(
  'a conflict is seen also where the store was read before the other task was written',
  async (world) => {
    const client = world.client()
    const gate = Promise.withResolvers<void>()
    let reads = 0
    // The first reader of the task is kept waiting with the answer that there is none.
    world.store.readGate = async (key) => {
      if (!key.startsWith('tasks/')) return
      reads += 1
      if (reads === 1) await gate.promise
    }
    const late = codeOf(client.submit({ id: 1, reward: 2_000n }))
    await world.hub.track(client.submit({ id: 1 }))
    gate.resolve()
    assert.is(await late, 'TASK_CONFLICT')
  }
)

for (const what of ['module', 'input'] as const) {
  scenario(`a task whose ${what} cannot be fetched is refused, and taken once it can`, async (world) => {
    const client = world.client()
    const submit = client.submission()
    const hash = what === 'module' ? submit.spec.moduleHash : submit.spec.inputHash
    const blob = client.blobs.get(hash) ?? new Uint8Array()
    client.blobs.delete(hash)
    assert.is(await codeOf(client.send(submit)), 'BLOB_UNAVAILABLE')
    assert.is((await client.list()).length, 0)
    client.blobs.set(hash, blob)
    assert.is((await client.send(submit)).status.state, 'QUEUED')
  })

  scenario(`a task that tells a wrong size of its ${what} is refused`, async (world) => {
    const client = world.client()
    const size =
      what === 'module' ? { moduleBytes: plainModule.length + 1 } : { inputBytes: plainInput.length + 1 }
    assert.is(await codeOf(client.submit(size)), 'TASK_INVALID')
    // Also where the blob is here already.
    await client.submit()
    assert.is(await codeOf(client.submit(size)), 'TASK_INVALID')
    assert.is((await client.list()).length, 1)
  })
}

scenario('an input larger than told is not even fetched whole', async (world) => {
  const client = world.client()
  assert.is(await codeOf(client.submit({ inputBytes: plainInput.length - 1 })), 'BLOB_UNAVAILABLE')
})

scenario('an input that nobody could read is refused', async (world) => {
  const client = world.client()
  assert.is(await codeOf(client.submit({ input: Uint8Array.of(0xff, 0xff) })), 'WIRE_MALFORMED')
  assert.is((await client.list()).length, 0)
})

scenario('a malformed submission is refused', async (world) => {
  const client = world.client()
  const garbage = { type: 'SUBMIT_TASK' as const, payload: Uint8Array.of(0xff) }
  assert.is(await codeOf(client.ask(garbage)), 'WIRE_MALFORMED')
  const noReplicas = encodeSubmitTask({ ...client.submission(), replicas: 0 })
  assert.is(await codeOf(client.ask({ type: 'SUBMIT_TASK', payload: noReplicas })), 'WIRE_FIELD_INVALID')
})

scenario('a task is not acknowledged before it is on disk', async (world) => {
  const client = world.client()
  const writing = Promise.withResolvers<void>()
  const gate = Promise.withResolvers<void>()
  world.store.commitGate = () => {
    writing.resolve()
    return gate.promise
  }
  const submitting = client.submit()
  await writing.promise
  assert.is(world.hub.count('TASK_STATUS'), 0)
  gate.resolve()
  assert.is((await submitting).status.state, 'QUEUED')
})

/** Submits tasks of a client, some at a time, until one is refused; gives how many were taken, and the refusal. */
async function fill(client: ClientDouble): Promise<[number, string]> {
  for (let taken = 0; ; taken += 500) {
    const codes = await Promise.all(Array.from({ length: 500 }, () => codeOf(client.submit())))
    const refused = codes.filter((code) => code !== 'no error')
    const [code] = refused
    if (code !== undefined) return [taken + 500 - refused.length, code]
  }
}

scenario(
  'no client fills the queue: each may have as many open tasks as are left, and one that is there may be sent again',
  async (world) => {
    const [first, second, third] = [world.client(), world.client(), world.client()]
    const one = first.submission()
    const { status } = await first.send(one)
    const [taken, code] = await fill(first)
    assert.equal([taken + 1, code], [MAX_OPEN_TASKS / 2, 'QUEUE_FULL'])
    const told = await first.submit().catch((error: Error) => error.message)
    assert.match(String(told), /5000 of your tasks wait or run/)
    assert.is((await first.send(one)).status.state, 'QUEUED')
    const [ofSecond] = await fill(second)
    assert.ok(Math.abs(ofSecond - MAX_OPEN_TASKS / 4) <= 1, `${ofSecond}`)
    assert.is((await third.submit()).status.state, 'QUEUED')
    // Room for the first again, once it has no more than are left.
    await first.cancel(status.taskId)
    assert.is(await codeOf(first.submit()), 'QUEUE_FULL')
  }
)

scenario('a client has no more open tasks than the operator lets it have', async (world) => {
  world.maxClientTasks = 3
  await world.shutDown()
  await world.boot()
  const client = world.client()
  const tasks = await Promise.all([1, 2, 3].map(() => client.submit()))
  assert.is(await codeOf(client.submit()), 'QUEUE_FULL')
  assert.is((await world.client().submit()).status.state, 'QUEUED')
  await client.cancel(tasks[0]?.status.taskId ?? '')
  assert.is((await client.submit()).status.state, 'QUEUED')
  assert.is(await codeOf(client.submit()), 'QUEUE_FULL')
  // The count follows from what is on the disk.
  world.crash()
  await world.boot()
  assert.is(await codeOf(client.submit()), 'QUEUE_FULL')
})

test.run()
