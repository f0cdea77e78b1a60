import type { LedgerPolicyState } from '@ailee/market'
import { checkReceipt, defaultVerificationTerms, portableVerifier, type Receipt } from '@ailee/protocol'
import { VerificationRepository } from '@ailee/store'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { MAX_REJECTED_EXECUTIONS } from '../../src/constants.js'
import type { ClientDouble } from '../support/client-double.js'
import { RefereeDouble } from '../support/referee-double.js'
import { plainOutput, type WorkerScript } from '../support/worker-double.js'
import { prompt, scenario, type World } from '../support/world.js'

const wrong = new TextEncoder().encode('a lie\n')
const lying: WorkerScript = { run: () => ({ output: wrong }) }
const referee = (): RefereeDouble => new RefereeDouble()

function refereeOf(world: World): RefereeDouble {
  if (world.referee === undefined) throw new Error('this world has no referee')
  return world.referee
}

function receiptOf(client: ClientDouble, taskId: string): Receipt {
  const [receipt] = client.complete(taskId)?.receipts ?? []
  if (receipt === undefined) throw new Error('no receipt')
  return receipt
}

scenario(
  'a new worker’s result is executed again, and then stands',
  async (world) => {
    const client = world.client()
    const worker = await world.worker(prompt).connect()
    const { status } = await client.submit()
    assert.is((await world.end(status.taskId)).state, 'COMPLETED')
    assert.is(refereeOf(world).runs, 1)
    const { worker: by, verdict } = receiptOf(client, status.taskId)
    assert.is(by, worker.nodeId)
    assert.equal([verdict?.method, verdict?.estimatedErrorPpm], ['REFEREE', 0])
    assert.equal(await world.reputation(worker), { successes: 1, failures: 0, disputes: 0 })
  },
  { referee }
)

scenario(
  'who has been right often is executed again less often, and what is not says so',
  async (world) => {
    const client = world.client()
    await world.worker(prompt).connect()
    const verification = { ...defaultVerificationTerms, targetErrorPpm: 100_000 }
    const methods: string[] = []
    for (let count = 0; count < 60; count += 1) {
      const { status } = await client.submit({ verification })
      await world.end(status.taskId)
      const { verdict } = receiptOf(client, status.taskId)
      methods.push(`${verdict?.method} ${verdict?.estimatedErrorPpm}`)
    }
    assert.equal([...new Set(methods)].sort(), ['REFEREE 0', 'SAMPLED 100000'])
    // 1/(1 + 0.1 n), summed over 60 results, is about 20.
    assert.ok(refereeOf(world).runs > 8 && refereeOf(world).runs < 36, `${refereeOf(world).runs} audits`)
  },
  { referee }
)

scenario(
  'a liar is caught: the client gets the right result, the liar no more work, also after a restart',
  async (world) => {
    const client = world.client()
    const liar = await world.worker(lying).connect()
    const { status } = await client.submit()
    const ended = await world.end(status.taskId)
    assert.is(ended.state, 'COMPLETED')
    assert.equal(
      ended.executions.map(({ state, code }) => [state, code]),
      [['REJECTED', 'RESULT_WRONG']]
    )
    const receipt = receiptOf(client, status.taskId)
    assert.is(receipt.worker, world.coordinatorId, 'the coordinator executed it itself')
    assert.ok(checkReceipt(portableVerifier, receipt, { output: plainOutput }).every(({ ok }) => ok))

    world.crash()
    await world.boot()
    await liar.connect()
    const next = await client.submit()
    const failed = await world.end(next.status.taskId)
    assert.equal([failed.state, failed.code], ['FAILED', 'NO_ELIGIBLE_WORKER'])
    assert.equal(
      failed.rejections.map(({ code }) => code),
      ['WORKER_BANNED']
    )
    await world.worker(prompt).connect()
    const last = await client.submit()
    assert.is((await world.end(last.status.taskId)).state, 'COMPLETED')
  },
  { referee }
)

scenario(
  'where the referee’s machine fails nobody is blamed: others are asked, and in the end the task fails',
  async (world) => {
    refereeOf(world).says = () => new Error('no memory left')
    const client = world.client()
    const workers = Array.from({ length: MAX_REJECTED_EXECUTIONS + 1 }, () => world.worker(prompt))
    for (const worker of workers) await worker.connect()
    const { status } = await client.submit()
    const ended = await world.end(status.taskId)
    assert.equal([ended.state, ended.code], ['FAILED', 'UNVERIFIABLE'])
    assert.match(ended.message, /no memory left/)
    const { executions } = ended
    assert.is(executions.length, MAX_REJECTED_EXECUTIONS)
    assert.is(new Set(executions.map(({ worker }) => worker)).size, MAX_REJECTED_EXECUTIONS)
    for (const worker of workers) {
      assert.equal(await world.reputation(worker), { successes: 0, failures: 0, disputes: 0 })
    }
  },
  { referee }
)

scenario(
  'a referee that ran out of time has found nothing',
  async (world) => {
    let left = 1
    refereeOf(world).says = () => (left-- > 0 ? { code: 'TIMEOUT' } : {})
    const client = world.client()
    await world.worker(prompt).connect()
    const { status } = await client.submit()
    assert.is((await world.end(status.taskId)).state, 'COMPLETED')
    assert.is(refereeOf(world).runs, 2)
  },
  { referee }
)

scenario(
  'a coordinator that dies during an audit begins it again',
  async (world) => {
    const release = refereeOf(world).hold()
    const client = world.client()
    await world.worker(prompt).connect()
    const { status } = await client.submit()
    await world.until(() => refereeOf(world).runs === 1)
    assert.is((await world.task(status.taskId)).state, 'PROVISIONAL')
    world.crash()
    release()
    await world.boot()
    assert.is((await world.end(status.taskId)).state, 'COMPLETED')
    assert.is(refereeOf(world).runs, 2)
  },
  { referee }
)

scenario(
  'a coordinator that stops during an audit begins it again, and thinks no better of the worker for it',
  async (world) => {
    const client = world.client()
    const worker = await world.worker(prompt).connect()
    const release = refereeOf(world).hold()
    const verification = { ...defaultVerificationTerms, targetErrorPpm: 100_000 }
    const { status } = await client.submit({ verification })
    await world.until(() => refereeOf(world).runs === 1)
    await world.shutDown()
    const saved = await new VerificationRepository({ store: world.disk }).get('ledger-100000')
    assert.equal((saved as LedgerPolicyState).workers, [
      { worker: worker.nodeId, results: 0, isBanned: false }
    ])
    release()
    await world.boot()
    const ended = await world.end(status.taskId)
    assert.is(ended.state, 'COMPLETED')
    assert.is(refereeOf(world).runs, 2)
    assert.is(ended.receipts[0]?.verdict?.method, 'REFEREE')
  },
  { referee }
)

scenario(
  'a module that cannot be read is a task that cannot be made sure of',
  async (world) => {
    const client = world.client()
    for (let count = 0; count <= MAX_REJECTED_EXECUTIONS; count += 1) await world.worker(prompt).connect()
    const release = refereeOf(world).hold()
    refereeOf(world).says = () => new Error('the run failed')
    const { status } = await client.submit()
    await world.until(() => refereeOf(world).runs === 1)
    world.disk.blobs.read = () => Promise.reject(new Error('the disk is broken'))
    release()
    const ended = await world.end(status.taskId)
    assert.equal([ended.state, ended.code], ['FAILED', 'UNVERIFIABLE'])
    assert.match(ended.message, /the disk is broken/)
  },
  { referee }
)

scenario(
  'a task that is cancelled while it is audited stays so',
  async (world) => {
    const release = refereeOf(world).hold()
    const client = world.client()
    await world.worker(prompt).connect()
    const { status } = await client.submit()
    await world.until(() => refereeOf(world).runs === 1)
    await client.cancel(status.taskId)
    release()
    await world.advance(1000)
    assert.is((await world.task(status.taskId)).state, 'CANCELLED')
    assert.is(world.coordinator.audits, 0)
  },
  { referee }
)

scenario(
  'FINAL_NOW is always executed again, UNVERIFIED never, and earns no trust',
  async (world) => {
    const client = world.client()
    const liar = await world.worker(lying).connect()
    const unverified = { ...defaultVerificationTerms, mode: 'UNVERIFIED' as const }
    const { status } = await client.submit({ verification: unverified })
    assert.is((await world.end(status.taskId)).state, 'COMPLETED')
    assert.is(receiptOf(client, status.taskId).verdict?.method, 'SIGNATURE_ONLY')
    assert.is(refereeOf(world).runs, 0)
    assert.equal(await world.reputation(liar), { successes: 0, failures: 0, disputes: 0 })
    liar.script = prompt
    const finalNow = { ...defaultVerificationTerms, mode: 'FINAL_NOW' as const }
    for (let count = 1; count <= 5; count += 1) {
      const next = await client.submit({ verification: finalNow })
      await world.end(next.status.taskId)
      assert.is(refereeOf(world).runs, count)
    }
  },
  { referee }
)

test.run()
