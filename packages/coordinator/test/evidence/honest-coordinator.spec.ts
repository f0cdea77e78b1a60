import {
  bytesToHex,
  findContradiction,
  type SignedStatement,
  signedReceipt,
  signedVerdict
} from '@ailee/protocol'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { ClientDouble } from '../support/client-double.js'
import type { WorkerScript } from '../support/worker-double.js'
import { World } from '../support/world.js'

const test = suite('an honest coordinator and honest workers')

/** Metered: of receipts that are not, no two contradict each other. */
const answer = (text: string): WorkerScript => ({
  run: () => ({ output: new TextEncoder().encode(text) }),
  forgeBody: (body) => ({ ...body, meteringHash: new Uint8Array(32).fill(1) })
})

/** Everything signed that a client was told, and every receipt that came back. */
async function statementsIn(world: World, client: ClientDouble): Promise<SignedStatement[]> {
  const receipts = client.pushed.flatMap(({ complete }) => complete?.receipts ?? [])
  const results = []
  for (const { taskId } of await client.list()) {
    const { executions } = await world.task(taskId)
    results.push(...executions.flatMap(({ result }) => (result === undefined ? [] : [result.receipt])))
    receipts.push(...((await client.get(taskId)).complete?.receipts ?? []))
  }
  return [
    ...[...receipts, ...results].map(signedReceipt),
    ...receipts.flatMap((receipt) =>
      receipt.verdict === undefined ? [] : [signedVerdict(receipt, receipt.verdict)]
    )
  ]
}

/** A task of three replicas, on which two of five workers differ, with a crash just before the coordinator's n-th write. */
async function playWithCrash(world: World, nth: number): Promise<{ crashed: boolean; verdicts: number }> {
  const client = world.client()
  for (const text of ['a', 'b', 'a', 'c', 'a']) await world.worker(answer(text)).connect()
  let writes = 0
  let crashed = false
  world.store.commitGate = async () => {
    writes += 1
    if (writes !== nth) return
    crashed = true
    world.crash()
  }
  const submit = client.submission({ id: 1, replicas: 3 })
  await client.send(submit).catch(() => {})
  await world.until(async () => crashed || (await world.task(client.taskId(submit))).state === 'COMPLETED')
  if (crashed) {
    await world.boot()
    await client.send(submit)
    await world.end(client.taskId(submit))
  }
  // Asked again, and after one more restart: what was told stays what it was.
  await world.shutDown()
  await world.boot()
  const statements = await statementsIn(world, client)
  for (const a of statements) {
    if (a.kind === 'RECEIPT') {
      const changed = signedReceipt({ ...a.receipt, outputBytes: a.receipt.outputBytes + 1 })
      assert.ok(findContradiction(a, changed), 'another result would be one')
    }
    for (const b of statements) {
      assert.is(findContradiction(a, b), undefined, `crash before write ${nth}`)
    }
  }
  const returned = statements.filter(({ kind }) => kind === 'RECEIPT').length
  assert.ok(returned >= 3, `${returned} receipts`)
  const judged = statements.flatMap((one) => (one.kind === 'VERDICT' ? [bytesToHex(one.executionHash)] : []))
  return { crashed, verdicts: new Set(judged).size }
}

test('no crash at any write makes them contradict themselves', async () => {
  let crashes = 0
  for (let nth = 1; ; nth += 1) {
    const world = await World.open()
    try {
      const { crashed, verdicts } = await playWithCrash(world, nth)
      assert.ok(verdicts >= 2, `${verdicts} verdicts, crash before write ${nth}`)
      if (!crashed) break
      crashes += 1
    } finally {
      await world.close()
    }
  }
  assert.ok(crashes > 5, `${crashes} crashes`)
})

test.run()
