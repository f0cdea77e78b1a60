import { noMetrics, silentLogger, systemClock } from '@ailee/core'
import { bytesEqual, MAX_INLINE_OUTPUT_BYTES, opensCommitment } from '@ailee/protocol'
import { Sandbox } from '@ailee/sandbox'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { MAX_KEPT_RESULTS, RESULT_KEPT_MS, RESULT_RETRY_MS } from '../../src/constants.js'
import { codeOf, eventually, ScriptedCoordinator, turns } from '../support/scripted-coordinator.js'

const test = suite('commit first')
const sandbox = new Sandbox({ log: silentLogger, metrics: noMetrics, clock: systemClock }, { processes: 2 })
test.before(() => sandbox.start())
test.after(() => sandbox.stop())

function scenario(name: string, play: (coordinator: ScriptedCoordinator) => Promise<void>): void {
  test(name, async () => {
    const coordinator = await new ScriptedCoordinator(sandbox).begin()
    try {
      await play(coordinator)
    } finally {
      await coordinator.worker.stop()
    }
  })
}

const large = {
  commitFirst: true,
  module: 'echo',
  input: { stdin: new Uint8Array(MAX_INLINE_OUTPUT_BYTES + 1).fill(7) }
}

scenario('a result is committed to, kept, and shown when it is asked for', async (coordinator) => {
  const assignment = coordinator.assignment({ commitFirst: true })
  await coordinator.assign(assignment)
  await eventually(() => coordinator.commitments().length === 1)
  await turns()
  coordinator.clock.advance(60_000)
  await turns()
  assert.equal([coordinator.results().length, coordinator.commitments().length], [0, 1])
  // It waits, with its lease alive, and takes no slot.
  assert.equal(coordinator.heartbeats().at(-1), [assignment.leaseId])
  assert.is(coordinator.worker.running, 0)
  await coordinator.reveal(assignment)
  await eventually(() => coordinator.results().length === 1)
  const [commitment] = coordinator.commitments()
  const [result] = coordinator.results()
  if (commitment === undefined || result === undefined) throw new Error('not both are there')
  assert.equal([commitment.taskId, commitment.leaseId], [assignment.taskId, assignment.leaseId])
  assert.ok(opensCommitment(commitment.commitment, result.receipt, result.salt))
})

scenario('each commitment has a salt of its own', async (coordinator) => {
  for (let round = 0; round < 2; round += 1) {
    const assignment = coordinator.assignment({ commitFirst: true })
    await coordinator.assign(assignment)
    await eventually(() => coordinator.commitments().length === round + 1)
    await coordinator.reveal(assignment)
    await eventually(() => coordinator.results().length === round + 1)
  }
  const [one, two] = coordinator.results().map(({ salt }) => salt)
  assert.ok(one !== undefined && two !== undefined && !bytesEqual(one, two))
})

scenario('without being asked to, it commits to nothing', async (coordinator) => {
  await coordinator.assign(coordinator.assignment())
  await eventually(() => coordinator.results().length === 1)
  assert.is(coordinator.commitments().length, 0)
  assert.is(coordinator.results()[0]?.salt, undefined)
})

scenario('a commitment is sent until it is acknowledged, the same each time', async (coordinator) => {
  let refusals = 2
  coordinator.beforeCommitmentAck = () => {
    refusals -= 1
    if (refusals >= 0) throw new Error('not now')
  }
  const assignment = coordinator.assignment({ commitFirst: true })
  await coordinator.assign(assignment)
  await eventually(() => {
    coordinator.clock.advance(RESULT_RETRY_MS)
    return coordinator.commitments().length === 3
  })
  const [first, ...others] = coordinator.commitments()
  for (const other of others) assert.equal(other, first)
})

scenario(
  'being asked says that the commitment arrived, though its acknowledgement did not',
  async (coordinator) => {
    coordinator.beforeCommitmentAck = () => new Promise(() => {})
    const assignment = coordinator.assignment({ commitFirst: true })
    await coordinator.assign(assignment)
    await eventually(() => coordinator.commitments().length === 1)
    await coordinator.reveal(assignment)
    await eventually(() => coordinator.results().length === 1)
  }
)

scenario('a large output is served only once it may be shown', async (coordinator) => {
  const assignment = coordinator.assignment(large)
  const acked = Promise.withResolvers<void>()
  coordinator.beforeAck = () => acked.promise
  await coordinator.assign(assignment)
  await eventually(() => coordinator.commitments().length === 1)
  const { inputHash } = assignment.spec
  assert.ok(coordinator.fetched.includes(inputHash))
  await coordinator.reveal(assignment)
  await eventually(() => coordinator.results().length === 1)
  const outputHash = coordinator.results()[0]?.outcome.outputHash ?? ''
  assert.is((await coordinator.worker.get(outputHash))?.length, MAX_INLINE_OUTPUT_BYTES + 1)
  // The same output of another lease, not asked for: it is not served for its sake.
  acked.resolve()
  await eventually(() => coordinator.worker.running === 0)
  await turns()
  const second = coordinator.assignment(large)
  await coordinator.assign(second)
  await eventually(() => coordinator.commitments().length === 2)
  assert.is(await coordinator.worker.get(outputHash), undefined)
})

scenario('a run that this machine failed is told at once', async (coordinator) => {
  const assignment = coordinator.assignment({
    commitFirst: true,
    module: 'endless-loop',
    limits: { wallTimeMs: 50 }
  })
  await coordinator.assign(assignment)
  await eventually(() => coordinator.results().length === 1)
  assert.is(coordinator.results()[0]?.receipt.code, 'TIMEOUT')
  assert.is(coordinator.commitments().length, 0)
})

scenario('a revoked lease is waited for no longer', async (coordinator) => {
  const assignment = coordinator.assignment({ commitFirst: true })
  await coordinator.assign(assignment)
  await eventually(() => coordinator.commitments().length === 1)
  await turns()
  await coordinator.revoke(assignment)
  await coordinator.reveal(assignment)
  await turns()
  coordinator.clock.advance(10_000)
  await turns()
  assert.is(coordinator.results().length, 0)
  assert.equal(coordinator.heartbeats(), [])
})

scenario('nobody but the coordinator of the lease may ask', async (coordinator) => {
  coordinator.introduce('other')
  const assignment = coordinator.assignment({ commitFirst: true })
  await coordinator.assign(assignment)
  await eventually(() => coordinator.commitments().length === 1)
  await coordinator.reveal(assignment, 'other')
  await turns()
  assert.is(coordinator.results().length, 0)
})

scenario('a result that nobody asks for is given up after a while', async (coordinator) => {
  const assignment = coordinator.assignment({ commitFirst: true })
  await coordinator.assign(assignment)
  await eventually(() => coordinator.commitments().length === 1)
  await turns()
  coordinator.clock.advance(RESULT_KEPT_MS)
  await turns()
  await coordinator.reveal(assignment)
  await turns()
  assert.is(coordinator.results().length, 0)
})

scenario('a worker that keeps too many results takes on no more', async (coordinator) => {
  for (let count = 0; count < MAX_KEPT_RESULTS; count += 1) {
    await coordinator.assign(coordinator.assignment({ commitFirst: true }))
    await eventually(() => coordinator.commitments().length === count + 1)
    await eventually(() => coordinator.worker.running === 0)
  }
  const next = coordinator.assignment({ commitFirst: true })
  assert.is(await codeOf(coordinator.assign(next)), 'WORKER_BUSY')
  await coordinator.revoke({ ...next, leaseId: 1n })
  await coordinator.assign(next)
})

test.run()
