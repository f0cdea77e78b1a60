import type { LedgerPolicyState, StakeRule } from '@ailee/market'
import { defaultVerificationTerms, MAX_INLINE_OUTPUT_BYTES } from '@ailee/protocol'
import { ReputationRepository, VerificationRepository } from '@ailee/store'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { RefereeDouble } from '../support/referee-double.js'
import type { WorkerDouble, WorkerScript } from '../support/worker-double.js'
import { codeOf, prompt, scenario, type World } from '../support/world.js'

const stake: StakeRule = { sharePermille: 1000, pays: 28 }
const verification = { ...defaultVerificationTerms, targetErrorPpm: 100_000 }
const task = { reward: 1000n, limits: { fuel: 5n }, verification }
const cheap = { bid: { cost: 1000n } }

/** Ways in which machines and networks fail, with the code that is left in the worker's history. */
interface Failure {
  code: string
  script?: WorkerScript
  /** What happens once the task runs on the worker. */
  strike?: (world: World, worker: WorkerDouble) => void
}

const large = { output: new Uint8Array(MAX_INLINE_OUTPUT_BYTES + 1) }

const failures: Record<string, Failure> = {
  'the time limit on a slow machine': { code: 'TIMEOUT', script: { run: () => ({ code: 'TIMEOUT' }) } },
  'a run that was killed': { code: 'KILLED', script: { run: () => ({ code: 'KILLED' }) } },
  'a process that dies': { code: 'LEASE_EXPIRED', strike: (_, worker) => worker.disconnect() },
  'a machine that hangs': {
    code: 'LEASE_EXPIRED',
    strike: (world, worker) => world.hub.freeze(worker.nodeId)
  },
  'an answer that is lost': {
    code: 'ASSIGNMENT_UNANSWERED',
    script: {
      answerAssignment: () => {
        throw new Error('the stream was reset')
      }
    }
  },
  'an output that cannot be fetched': {
    code: 'OUTPUT_UNAVAILABLE',
    script: { run: () => large },
    strike: (world, worker) => void world.wireBlobs.sources.delete(worker.nodeId)
  }
}

for (const [what, { code, script = {}, strike }] of Object.entries(failures)) {
  scenario(
    `${what} (${code}) is never taken for a wrong result: no ban, no stake, no pay, but reliability`,
    async (world) => {
      world.stake = stake
      await world.shutDown()
      await world.boot()
      const client = world.client()
      const worker = await world.worker({ ...prompt, ...cheap }).connect()
      for (let count = 0; count < 3; count += 1) {
        await world.end((await client.submit(task)).status.taskId)
      }
      const { nodeId } = worker
      const policy = async (): Promise<number | undefined> => {
        await world.advance(6_000)
        const repository = new VerificationRepository({ store: world.disk })
        const state = (await repository.get('ledger-100000')) as LedgerPolicyState
        return state.workers.find((known) => known.worker === nodeId)?.results
      }
      assert.is(await policy(), 3)
      const before = await world.ledger().account(nodeId)
      const score = world.coordinator.workers.reputation(nodeId)

      worker.script = { ...cheap, ...script }
      if (script.run !== undefined) strike?.(world, worker)
      const { status } = await client.submit(task)
      if (script.run === undefined && strike !== undefined) {
        await world.until(() => worker.running.size === 1)
        strike(world, worker)
      }
      await world.until(async () => (await world.executions(status.taskId, worker))[0]?.endedAtMs !== 0)
      // It must be seen to have failed once, and not be asked again.
      const heir = await world.worker({ ...prompt, ...cheap }).connect()
      worker.script = { ...cheap, answerOffer: () => new Promise(() => {}) }
      const ended = await world.end(status.taskId)
      assert.equal([ended.state, ended.receipts[0]?.worker], ['COMPLETED', heir.nodeId])

      const reputations = new ReputationRepository({ store: world.disk })
      const record = (await reputations.get(nodeId))?.record
      assert.equal(
        [record?.successes, record?.failures, record?.disputes, record?.byzantineActs, record?.bannedAtMs],
        [3, 1, 0, 0, 0]
      )
      assert.equal([record?.fault, record?.slashedAmount], ['', 0n])
      const [latest] = await reputations.history(nodeId)
      assert.equal([latest?.kind, latest?.code, latest?.subject], ['FAILED', code, status.taskId])
      assert.ok((latest?.scoreAfter ?? 1) < score, 'its reliability is lower')
      assert.equal(await world.ledger().account(nodeId), before, 'neither paid nor slashed')
      assert.is(await policy(), 3, 'no result that the policy would count')
    },
    { referee: () => new RefereeDouble() }
  )
}

scenario(
  'a result of other metering rules is no lie: the coordinator’s own stands, and the worker may go on',
  async (world) => {
    world.stake = stake
    await world.shutDown()
    await world.boot()
    const client = world.client()
    const worker = await world.worker({ ...prompt, ...cheap }).connect()
    await world.end((await client.submit(task)).status.taskId)
    const meteringHash = new Uint8Array(32).fill(7)
    worker.script = { ...worker.script, forgeBody: (body) => ({ ...body, meteringHash }) }
    const release = world.referee?.hold()
    const { status } = await client.submit(task)
    await world.until(() => world.referee?.runs === 2)
    world.crash()
    release?.()
    await world.boot()
    const ended = await world.end(status.taskId)
    assert.equal([ended.state, ended.receipts[0]?.worker], ['COMPLETED', world.coordinatorId])
    assert.equal([ended.executions[0]?.state, ended.executions[0]?.code], ['REJECTED', 'METERING_MISMATCH'])
    const reputations = new ReputationRepository({ store: world.disk })
    const [latest] = await reputations.history(worker.nodeId)
    assert.equal([latest?.kind, latest?.code], ['FAILED', 'METERING_MISMATCH'])
    assert.equal(await world.reputation(worker), { successes: 1, failures: 1, disputes: 0 })
    const account = await world.ledger().account(worker.nodeId)
    assert.equal([account?.balanceUnits, account?.stakedUnits], [0n, 1000n])

    // Where the coordinator cannot execute it either, somebody else may.
    if (world.referee !== undefined) world.referee.says = () => new Error('no memory left')
    const other = await client.submit(task)
    await world.until(async () => (await world.executions(other.status.taskId, worker)).length > 0)
    await world.until(
      async () => (await world.executions(other.status.taskId, worker))[0]?.state === 'REJECTED'
    )
    if (world.referee !== undefined) world.referee.says = () => ({})
    const heir = await world.worker({ ...prompt, ...cheap }).connect()
    assert.is((await world.end(other.status.taskId)).receipts[0]?.worker, heir.nodeId)
    worker.script = { ...prompt, ...cheap }
    heir.disconnect()
    const last = await client.submit(task)
    assert.is((await world.end(last.status.taskId)).receipts[0]?.worker, worker.nodeId)
  },
  { referee: () => new RefereeDouble() }
)

scenario(
  'where the coordinator’s own disk fails, the worker is not to blame, and its result comes again',
  async (world) => {
    const worker = await world.worker().connect()
    const { status } = await world.client().submit()
    await world.until(() => worker.running.size === 1)
    const { blobs } = world.disk
    const write = blobs.write.bind(blobs)
    blobs.write = () => Promise.reject(new Error('the disk is full'))
    assert.is.not(await codeOf(worker.finish(worker.last, large)), 'no error')
    assert.is((await world.task(status.taskId)).state, 'RUNNING')
    blobs.write = write
    await worker.finish(worker.last, large)
    assert.is((await world.end(status.taskId)).state, 'COMPLETED')
    assert.equal(await world.reputation(worker), { successes: 1, failures: 0, disputes: 0 })
  },
  { errors: true }
)

test.run()
