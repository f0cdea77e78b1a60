import { judgeLot, type LotFile, readLotFile } from '@ailee/market'
import {
  bytesToHex,
  checkReceipt,
  defaultVerificationTerms,
  portableVerifier,
  type TaskProvisional
} from '@ailee/protocol'
import { LotRepository } from '@ailee/store'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { ClientDouble } from '../support/client-double.js'
import { RefereeDouble } from '../support/referee-double.js'
import { plainOutput, type WorkerScript } from '../support/worker-double.js'
import { prompt, scenario, World } from '../support/world.js'

const MAX_DELAY_MS = 30_000
/** A tenth may be wrong, so that small lots leave some results unaudited. */
const terms = {
  verification: {
    ...defaultVerificationTerms,
    mode: 'LOT' as const,
    targetErrorPpm: 100_000,
    maxDelayMs: MAX_DELAY_MS
  }
}
const LOT_SIZE = 20
const referee = (): RefereeDouble => new RefereeDouble()
const wrong = new TextEncoder().encode('a lie\n')
const busy: WorkerScript = { ...prompt, status: { slots: 64 }, bid: { slots: 64 } }

function refereeOf(world: World): RefereeDouble {
  if (world.referee === undefined) throw new Error('this world has no referee')
  return world.referee
}

async function submitMany(client: ClientDouble, count: number, firstId = 1): Promise<string[]> {
  const taskIds: string[] = []
  for (let id = firstId; id < firstId + count; id += 1) {
    taskIds.push((await client.submit({ id, ...terms })).status.taskId)
  }
  return taskIds
}

async function statesOf(world: World, taskIds: readonly string[]): Promise<string[]> {
  return Promise.all(taskIds.map(async (taskId) => (await world.task(taskId)).state))
}

const allAre = async (world: World, taskIds: readonly string[], state: string): Promise<boolean> =>
  (await statesOf(world, taskIds)).every((found) => found === state)

async function filesOf(world: World): Promise<LotFile[]> {
  const files: LotFile[] = []
  for await (const { lot, blobHash, blobBytes } of new LotRepository({ store: world.disk }).list()) {
    const bytes = await world.disk.blobs.read(blobHash)
    if (bytes === undefined) throw new Error('the file is not there')
    assert.is(bytes.length, blobBytes)
    const file = readLotFile(bytes)
    assert.is(file.record.commitment, lot)
    files.push(file)
  }
  return files
}

async function balanceOf(world: World, account: string): Promise<bigint> {
  return (await world.ledger().account(account))?.balanceUnits ?? 0n
}

scenario(
  'results of a lot can be seen at once, and are final and paid when it closes',
  async (world) => {
    const client = world.client()
    const worker = await world.worker(busy).connect()
    const taskIds = await submitMany(client, LOT_SIZE - 1)
    const found = Promise.withResolvers<TaskProvisional>()
    await world.until(async () => {
      if (refereeOf(world).runs < 4 || world.coordinator.audits > 0) return false
      const reports = await Promise.all(taskIds.map((id) => client.get(id)))
      const waits = reports.find((report) => report.provisional !== undefined)?.provisional
      if (waits !== undefined) found.resolve(waits)
      return waits !== undefined
    }, 'a result waits for the lot')
    const provisional = await found.promise
    const { taskId } = provisional.status
    assert.equal(provisional.outcome.outputInline, plainOutput)
    assert.is(provisional.receipt.worker, worker.nodeId)
    assert.is(provisional.receipt.verdict, undefined)
    assert.ok(provisional.finalByMs > world.clock.now())
    const told = client.pushed.find((report) => report.provisional?.status.taskId === taskId)
    assert.equal(told?.provisional?.lotId, provisional.lotId, 'the client heard of it by itself')
    const paidSoFar = await balanceOf(world, worker.nodeId)

    const [last = ''] = await submitMany(client, 1, 1_000)
    await world.until(() => allAre(world, [...taskIds, last], 'COMPLETED'))
    assert.ok((await balanceOf(world, worker.nodeId)) > paidSoFar, 'what waited was not paid')
    const methods = new Set<string>()
    for (const id of [...taskIds, last]) {
      const [receipt] = (await world.task(id)).receipts
      if (receipt === undefined) throw new Error('no receipt')
      assert.ok(checkReceipt(portableVerifier, receipt, { output: plainOutput }).every(({ ok }) => ok))
      assert.equal(receipt.verdict?.lotId, provisional.lotId)
      methods.add(`${receipt.verdict?.method} ${receipt.verdict?.estimatedErrorPpm}`)
    }
    assert.equal([...methods].sort(), ['REFEREE 0', 'SAMPLED 100000'])

    const [file, ...others] = await filesOf(world)
    assert.equal(others, [])
    if (file === undefined) throw new Error('no lot')
    assert.is(file.record.commitment, bytesToHex(provisional.lotId))
    assert.is(file.record.draws.length, LOT_SIZE)
    assert.equal(
      judgeLot(file).filter(({ ok }) => !ok),
      []
    )
    assert.equal(await world.reputation(worker), { successes: LOT_SIZE, failures: 0, disputes: 0 })
    assert.is(world.coordinator.provisional, 0)
  },
  { referee, lotSize: LOT_SIZE }
)

scenario(
  'a lot that nobody fills closes in time',
  async (world) => {
    const client = world.client()
    await world.worker(busy).connect()
    const taskIds = await submitMany(client, 12)
    let finalByMs = 0
    await world.until(async () => {
      if (world.coordinator.audits > 0 || world.coordinator.pending > 0) return false
      const reports = await Promise.all(taskIds.map((taskId) => client.get(taskId)))
      finalByMs = Math.max(0, ...reports.map(({ provisional }) => provisional?.finalByMs ?? 0))
      return finalByMs > 0
    }, 'a result waits')
    assert.ok(finalByMs > world.clock.now())
    await world.until(() => allAre(world, taskIds, 'COMPLETED'), 'all are final')
    // The clock of this world does not wait for signatures and disk, which a busy machine takes its time for.
    assert.ok(world.clock.now() <= finalByMs + 5_000)
    const [file] = await filesOf(world)
    assert.ok(file !== undefined && judgeLot(file).every(({ ok }) => ok))
    assert.ok(file.record.baseRate > 0.3, 'so few tasks need more audits')
  },
  { referee, lotSize: 1_000 }
)

scenario(
  'who is caught loses what was not audited: others execute it again',
  async (world) => {
    const client = world.client()
    let lies = false
    const liar = await world
      .worker({ ...busy, run: () => ({ output: lies ? wrong : plainOutput }) })
      .connect()
    // Past its probation and what follows, so that most of its results wait.
    const before = await submitMany(client, 30)
    await world.until(async () => world.coordinator.pending === 0 && world.coordinator.audits === 0)
    lies = true
    const lied = await submitMany(client, 40, 1_000)
    await world.worker(busy).connect()
    await world.until(() => allAre(world, [...before, ...lied], 'COMPLETED'), 'all end', 4 * MAX_DELAY_MS)
    let accepted = 0
    for (const taskId of lied) {
      const { receipts, outcome } = await world.task(taskId)
      if (receipts[0]?.worker === liar.nodeId) accepted += 1
      assert.equal(outcome?.outputInline, plainOutput, taskId)
    }
    assert.is(accepted, 0)
    assert.is(
      world.coordinator.workers.candidates().find(({ worker }) => worker === liar.nodeId)?.banned,
      true
    )
    const files = await filesOf(world)
    assert.ok(files.some(({ record }) => record.draws.some(({ state }) => state === 'requeued')))
    for (const file of files) {
      assert.equal(
        judgeLot(file).filter(({ ok }) => !ok),
        []
      )
    }
  },
  { referee, lotSize: 100 }
)

scenario(
  'a result that was shown is neither cancelled nor out of time',
  async (world) => {
    const client = world.client()
    await world.worker(busy).connect()
    const parts = { ...terms, deadlineMs: 5_000 }
    const taskIds: string[] = []
    for (let id = 1; id <= 8; id += 1) taskIds.push((await client.submit({ id, ...parts })).status.taskId)
    await world.until(() => world.coordinator.audits === 0 && world.coordinator.pending === 0)
    await world.advance(10_000)
    const states = await statesOf(world, taskIds)
    const waiting = taskIds.filter((_, index) => states[index] === 'PROVISIONAL')
    assert.ok(waiting.length > 0)
    const [taskId = ''] = waiting
    assert.is((await client.cancel(taskId)).status.state, 'PROVISIONAL')
    await world.until(() => allAre(world, taskIds, 'COMPLETED'), 'all are final', 4 * MAX_DELAY_MS)
  },
  { referee, lotSize: 1_000 }
)

scenario(
  'while so many lots wait for the referee, nothing more is assigned',
  async (world) => {
    const release = refereeOf(world).hold()
    const client = world.client()
    // Everybody is new, so that every result is audited.
    const workers = Array.from({ length: 20 }, () => world.worker(prompt))
    for (const worker of workers) await worker.connect()
    const assigned = (): number => workers.reduce((sum, { assignments }) => sum + assignments.length, 0)
    const taskIds: string[] = []
    for (let id = 1; id <= 20; id += 1) {
      taskIds.push(...(await submitMany(client, 1, id)))
      await world.advance(1_000)
    }
    assert.is(assigned(), 16)
    assert.is(world.coordinator.pending, 4)
    release()
    await world.until(() => allAre(world, taskIds, 'COMPLETED'))
  },
  { referee, lotSize: 1 }
)

scenario(
  'a referee whose machine fails in a lot blames nobody, and the task goes to somebody else',
  async (world) => {
    let fails = true
    refereeOf(world).says = () => (fails ? new Error('no memory left') : {})
    const client = world.client()
    const first = await world.worker(busy).connect()
    const [taskId = ''] = await submitMany(client, 1)
    await world.until(async () => (await world.task(taskId)).executions[0]?.state === 'REJECTED')
    fails = false
    const second = await world.worker(busy).connect()
    await world.until(() => allAre(world, [taskId], 'COMPLETED'), 'it ends', 4 * MAX_DELAY_MS)
    assert.is((await world.task(taskId)).receipts[0]?.worker, second.nodeId)
    assert.equal(await world.reputation(first), { successes: 0, failures: 0, disputes: 0 })
  },
  { referee, lotSize: 100 }
)

scenario(
  'nothing shows of a result whose draw is not on disk',
  async (world) => {
    const client = world.client()
    const journal = Promise.withResolvers<void>()
    world.store.commitGate = async ({ operations }) => {
      const keys = operations.map((operation) => ('put' in operation ? operation.put : operation.delete))
      if (keys.some((key) => key.startsWith('journals/'))) await journal.promise
    }
    await world.worker(busy).connect()
    const [taskId = ''] = await submitMany(client, 1)
    await world.advance(5_000)
    assert.is(refereeOf(world).runs, 0)
    assert.ok(client.pushed.every(({ provisional }) => provisional === undefined))
    journal.resolve()
    await world.until(() => refereeOf(world).runs === 1)
    await world.until(() => allAre(world, [taskId], 'COMPLETED'))
  },
  { referee, lotSize: 100 }
)

/** Lets time pass until a submission is answered; true where it was taken in. */
async function isTaken(
  world: World,
  sent: Promise<unknown>,
  disturb: (world: World) => Promise<void>
): Promise<boolean> {
  let answer: boolean | undefined
  sent.then(
    () => {
      answer = true
    },
    () => {
      answer = false
    }
  )
  await world.hub.settle()
  await disturb(world)
  for (; answer === undefined; await disturb(world)) await world.advance(100)
  return answer
}

/** What a lot comes to, however often its coordinator dies in it. */
async function playThrough(world: World, disturb: (world: World) => Promise<void>): Promise<void> {
  const client = world.client()
  const liar = world.worker({ ...busy, run: () => ({ output: wrong }) })
  const honest = [world.worker(busy), world.worker(busy)]
  for (const worker of [liar, ...honest]) await worker.connect()
  const submissions = Array.from({ length: 2 * LOT_SIZE }, (_, index) =>
    client.submission({ id: index + 1, ...terms })
  )
  for (const submission of submissions) {
    // A client sends again what was not acknowledged.
    for (let tries = 0; !(await isTaken(world, client.send(submission), disturb)); tries += 1) {
      assert.ok(tries < 50, 'it is acknowledged in the end')
    }
  }
  const taskIds = submissions.map((submission) => client.taskId(submission))
  await world.until(
    async () => {
      await disturb(world)
      return allAre(world, taskIds, 'COMPLETED')
    },
    'all end',
    20 * MAX_DELAY_MS
  )
  for (const taskId of taskIds) {
    const { outcome, receipts } = await world.task(taskId)
    assert.equal(outcome?.outputInline, plainOutput, taskId)
    assert.is(receipts.length, 1)
    assert.is.not(receipts[0]?.worker, liar.nodeId)
  }
  assert.is(await balanceOf(world, liar.nodeId), 0n)
  for (const file of await filesOf(world)) {
    assert.equal(
      judgeLot(file).filter(({ ok }) => !ok),
      []
    )
  }
  const drawn = new Map<string, number>()
  for (const { record } of await filesOf(world)) {
    for (const { taskId, state } of record.draws) {
      if (state === 'open' || state === 'equal' || state === 'different') {
        drawn.set(taskId, (drawn.get(taskId) ?? 0) + 1)
      }
    }
  }
  for (const taskId of taskIds) assert.is(drawn.get(taskId), 1, 'each result stands in one lot, once')
}

test('a coordinator that dies at any of its writes goes on with its lots as if nothing had been', async () => {
  // Every so many commits, at another one each time.
  for (const every of [23, 41]) {
    const world = await World.open({ referee: referee(), lotSize: LOT_SIZE })
    try {
      let commits = 0
      let deaths = 0
      let isDead = false
      const arm = (): void => {
        world.store.commitGate = async () => {
          commits += 1
          if (isDead || commits % every > 0) return
          world.crash()
          isDead = true
          deaths += 1
        }
      }
      arm()
      const reborn = async (): Promise<void> => {
        if (!isDead) return
        isDead = false
        await world.boot()
        arm()
      }
      await playThrough(world, reborn)
      assert.ok(deaths >= 3, `it died ${deaths} times`)
    } finally {
      await world.close()
    }
  }
})

test('stopped and started again with other lot sizes, it goes on with the lots it has', async () => {
  const world = await World.open({ referee: referee(), lotSize: LOT_SIZE })
  try {
    let turns = 0
    await playThrough(world, async () => {
      turns += 1
      if (turns % 9 !== 0) return
      await world.shutDown()
      world.lotSize = 10 + (turns % 13)
      await world.boot()
    })
    assert.equal(world.errors, [])
  } finally {
    await world.close()
  }
})

test.run()
