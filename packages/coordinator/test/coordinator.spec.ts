import { checkReceipt, portableVerifier } from '@ailee/protocol'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { plainModule } from './support/client-double.js'
import { plainOutput } from './support/worker-double.js'
import { codeOf, prompt, scenario } from './support/world.js'

scenario('a task goes from submission to a verdict that anybody can check', async (world) => {
  const client = world.client()
  const { status } = await client.submit()
  const { taskId } = status
  assert.is(status.state, 'QUEUED')
  const worker = await world.worker(prompt).connect()
  await world.end(taskId)

  assert.equal(client.states(taskId), ['OFFERED', 'ASSIGNED', 'RUNNING', 'PROVISIONAL', 'COMPLETED'])
  const complete = client.complete(taskId)
  assert.is(complete?.status.code, '')
  assert.is(complete?.outcome?.outputBytes, plainOutput.length)
  assert.equal(complete?.outcome?.outputInline, plainOutput)
  const [receipt, ...more] = complete?.receipts ?? []
  assert.is(more.length, 0)
  if (receipt === undefined) throw new Error('no receipt')
  const checks = checkReceipt(portableVerifier, receipt, { module: plainModule, output: plainOutput })
  assert.equal(
    checks.filter(({ ok }) => !ok),
    []
  )
  assert.is(receipt.worker, worker.nodeId)
  assert.is(receipt.verdict?.coordinator, world.coordinatorId)
  assert.is(receipt.verdict?.method, 'SIGNATURE_ONLY')
  assert.equal([receipt.verdict?.replicas, receipt.verdict?.votes], [1, 1])
  assert.equal(await world.reputation(worker), { successes: 1, failures: 0, disputes: 0 })
  assert.equal([world.leases(worker), world.coordinator.running, world.coordinator.pending], [0, 0, 0])
})

scenario('starting and stopping twice changes nothing', async (world) => {
  await world.coordinator.start()
  await world.coordinator.stop()
  await world.coordinator.stop()
})

scenario('a coordinator that has stopped refuses with COORDINATOR_STOPPING', async (world) => {
  const client = world.client()
  await world.coordinator.stop()
  assert.is(await codeOf(client.submit()), 'COORDINATOR_STOPPING')
})

test.run()
