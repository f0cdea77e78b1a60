import { judgeEvidence, portableVerifier, type Receipt } from '@ailee/protocol'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { ReceiptWitness } from '../../src/index.js'
import type { WorkerScript } from '../support/worker-double.js'
import { prompt, scenario } from '../support/world.js'

/** Only metered executions convict. */
const metered: WorkerScript = { forgeBody: (body) => ({ ...body, meteringHash: new Uint8Array(32).fill(1) }) }

scenario(
  'a second, other result of one execution convicts its worker, though it comes too late to count',
  async (world) => {
    const receipts: Receipt[] = []
    world.onReceipt = (receipt) => void receipts.push(receipt)
    await world.shutDown()
    await world.boot()
    const client = world.client()
    const worker = await world.worker(metered).connect()
    // Two replicas: the task stays open when the first result is in.
    const { status } = await client.submit({ replicas: 2 })
    await world.until(() => worker.assignments.length === 1)
    await worker.commit(await worker.prove(worker.last, { output: new TextEncoder().encode('one') }))
    const sealed = worker.sealed.get(worker.last.leaseId)
    if (sealed === undefined) throw new Error('it has committed to nothing')
    await worker.deliver(sealed)
    await worker.deliver(await worker.prove(worker.last, { output: new TextEncoder().encode('another') }))
    const witness = new ReceiptWitness({})
    const evidence = receipts.map((receipt) => witness.see(receipt))
    assert.is(evidence.length, 2)
    assert.is(evidence[0], undefined)
    const shown = evidence[1]
    if (shown === undefined) throw new Error('the two receipts convict nobody')
    const judgement = judgeEvidence(portableVerifier, shown)
    assert.ok(judgement.valid && judgement.offender === worker.nodeId)
    const { executions } = await world.task(status.taskId)
    assert.equal(
      executions.map(({ state, result }) => [state, result?.outcome.outputBytes]),
      [['RETURNED', 3]]
    )
  }
)

scenario('a convicted worker gets no more work, also after a restart', async (world) => {
  const worker = await world.worker(prompt).connect()
  await world.coordinator.convicted(worker.nodeId, 'ab'.repeat(32))
  world.crash()
  await world.boot()
  await worker.connect()
  const client = world.client()
  const { status } = await client.submit()
  const ended = await world.end(status.taskId)
  assert.equal(
    ended.rejections.map(({ code }) => code),
    ['WORKER_BANNED']
  )
})

test.run()
