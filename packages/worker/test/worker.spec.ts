import { AileeError, noMetrics, silentLogger, systemClock } from '@ailee/core'
import {
  type AssignTask,
  bytesEqual,
  contentHash,
  decodeAssignAck,
  decodeBid,
  decodeDecline,
  decodeTelemetrySample,
  encodeTaskOffer,
  encodeTelemetrySample,
  isSignedByWorker,
  MAX_INLINE_OUTPUT_BYTES,
  outputRoot,
  portableVerifier,
  type TaskOffer
} from '@ailee/protocol'
import { Sandbox } from '@ailee/sandbox'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { ERROR_WINDOW_MS, RESULT_KEPT_MS, RESULT_RETRY_MS, TELEMETRY_MS } from '../src/constants.js'
import type { WorkerInit } from '../src/index.js'
import {
  codeOf,
  coordinatorId,
  eventually,
  network,
  plainCapacity,
  ScriptedCoordinator,
  turns,
  workerId
} from './support/scripted-coordinator.js'

const test = suite('worker')
const sandbox = new Sandbox({ log: silentLogger, metrics: noMetrics, clock: systemClock }, { processes: 2 })
test.before(() => sandbox.start())
test.after(() => sandbox.stop())

/** A test with a worker of its own on the common sandbox. */
function scenario(
  name: string,
  play: (coordinator: ScriptedCoordinator) => Promise<void>,
  init: Partial<WorkerInit> = {}
): void {
  test(name, async () => {
    const coordinator = await new ScriptedCoordinator(sandbox, init).begin()
    try {
      await play(coordinator)
    } finally {
      await coordinator.worker.stop()
    }
    assert.is(sandbox.running, 0)
  })
}

const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes)
const endless = { module: 'endless-loop' }
/** More than travels inside a RESULT. */
const large = { module: 'echo', input: { stdin: new Uint8Array(MAX_INLINE_OUTPUT_BYTES + 1).fill(7) } }

function offerOf(coordinator: ScriptedCoordinator): TaskOffer {
  const { taskId, attempt, spec } = coordinator.assignment()
  return {
    taskId,
    attempt,
    moduleHash: spec.moduleHash,
    moduleBytes: spec.moduleBytes,
    inputBytes: spec.inputBytes,
    limits: spec.limits,
    requirements: { regions: [], minReputationPermille: 0, isolation: undefined },
    maxCost: 10n ** 12n,
    closesAtMs: coordinator.clock.now() + 750
  }
}

const offerMessage = (coordinator: ScriptedCoordinator) => ({
  type: 'TASK_OFFER' as const,
  payload: encodeTaskOffer(offerOf(coordinator))
})

scenario('only coordinators may offer and assign', async (coordinator) => {
  const offer = offerMessage(coordinator)
  const refused = async (from: string): Promise<void> => {
    assert.is(await codeOf(coordinator.tell(offer, from)), 'WORKER_NOT_TRUSTED')
    assert.is(await codeOf(coordinator.assign(coordinator.assignment(), from)), 'WORKER_NOT_TRUSTED')
  }
  await refused('stranger')
  coordinator.introduce('client', { client: true, worker: true })
  await refused('client')
  assert.is((await coordinator.tell(offer))?.type, 'BID')
  coordinator.leave(coordinatorId)
  await refused(coordinatorId)
  assert.is(coordinator.worker.running, 0)
})

scenario(
  'each coordinator is told once what the worker offers, and again when it comes back',
  async (coordinator) => {
    coordinator.introduce('other')
    coordinator.introduce('client', { client: true })
    assert.is(coordinator.of('WORKER_STATUS').length, 2)
    const { pricePerGigafuel: _, ...capacity } = plainCapacity
    for (const status of coordinator.statuses()) assert.equal(status, { ...capacity, draining: false })
    coordinator.leave('other')
    coordinator.introduce('other')
    assert.is(coordinator.statuses('other').length, 2)
  }
)

scenario('an offer is answered with a bid, a malformed one refused', async (coordinator) => {
  const answer = await coordinator.tell(offerMessage(coordinator))
  const bid = decodeBid(answer?.payload ?? new Uint8Array())
  assert.equal([bid.load, bid.slots, bid.moduleCached], [0, 2, false])
  const garbage = { type: 'TASK_OFFER' as const, payload: Uint8Array.of(0xff) }
  assert.is(await codeOf(coordinator.tell(garbage)), 'WIRE_MALFORMED')
})

scenario('an assignment is acknowledged, run, proven and delivered', async (coordinator) => {
  const assignment = coordinator.assignment({ function: 'countPrimes', input: { args: ['100'] } })
  const ack = await coordinator.assign(assignment)
  const { taskId, leaseId, spec, nonce } = assignment
  assert.equal(decodeAssignAck(ack?.payload ?? new Uint8Array()), { taskId, leaseId })
  assert.is(coordinator.worker.running, 1)
  await eventually(() => coordinator.results().length === 1)
  const [result] = coordinator.results()
  if (result === undefined) throw new Error('no result')
  const { receipt, outcome } = result
  assert.equal([result.taskId, result.leaseId], [taskId, leaseId])
  assert.is(text(outcome.outputInline), '25\n')
  assert.ok(isSignedByWorker(portableVerifier, receipt))
  const { moduleHash, inputHash, function: name, limits, seed, clockMs } = receipt
  assert.equal(
    { moduleHash, inputHash, function: name, limits, seed, clockMs },
    {
      moduleHash: spec.moduleHash,
      inputHash: spec.inputHash,
      function: 'countPrimes',
      limits: spec.limits,
      seed: spec.seed,
      clockMs: spec.clockMs
    }
  )
  assert.equal([receipt.network, receipt.taskId, receipt.worker], [network, taskId, workerId])
  assert.equal([receipt.code, receipt.trap, receipt.exitCode], ['SUCCESS', '', 0])
  assert.equal(receipt.nonce, nonce)
  assert.equal(receipt.outputRoot, outputRoot(outcome.outputInline ?? new Uint8Array()))
  assert.ok(receipt.startedAtMs > 0 && receipt.finishedAtMs >= receipt.startedAtMs)
  await eventually(() => coordinator.worker.running === 0)
})

scenario('programs greet, trap, fail and run out of time, each with its receipt', async (coordinator) => {
  const ends: [parts: Parameters<ScriptedCoordinator['assignment']>[0], code: string, more: unknown][] = [
    [{ module: 'hello', input: { env: ['GREETING=Moin'] } }, 'SUCCESS', 'Moin, world!\n'],
    [{ module: 'exit-code' }, 'SUCCESS', ''],
    [{ module: 'trap' }, 'TRAP', ''],
    [{ function: 'nothing-of-that-name' }, 'FUNCTION_NOT_FOUND', ''],
    [{ ...endless, limits: { wallTimeMs: 100 } }, 'TIMEOUT', '']
  ]
  for (const [index, [parts, code, output]] of ends.entries()) {
    await coordinator.assign(coordinator.assignment(parts))
    await eventually(() => coordinator.results().length > index)
    const result = coordinator.results()[index]
    if (result === undefined) throw new Error('no result')
    assert.is(result.receipt.code, code)
    assert.is(text(result.outcome.outputInline), output)
    assert.ok(isSignedByWorker(portableVerifier, result.receipt))
    await eventually(() => coordinator.worker.running === 0)
  }
  assert.is(coordinator.results()[1]?.receipt.exitCode, 7)
  assert.ok(coordinator.results()[2]?.receipt.trap !== '')
})

scenario('a result is sent again until it is acknowledged', async (coordinator) => {
  let answers = 0
  coordinator.beforeAck = () => {
    answers += 1
    if (answers < 4) throw new AileeError('TASK_STREAM_RESPONSE_TIMEOUT', 'no reply')
  }
  const assignment = coordinator.assignment({ module: 'hello' })
  await coordinator.assign(assignment)
  for (let sent = 1; sent < 4; sent += 1) {
    await eventually(() => answers === sent)
    // It takes no slot meanwhile, and its lease is kept alive.
    assert.is(coordinator.worker.running, 0)
    await turns()
    coordinator.clock.advance(RESULT_RETRY_MS * 2 ** (sent - 1) - 1)
    await turns()
    assert.is(answers, sent)
    coordinator.clock.advance(1)
  }
  await eventually(() => answers === 4)
  assert.ok(coordinator.heartbeats().some((leaseIds) => leaseIds.includes(assignment.leaseId)))
  const [first, ...others] = coordinator.of('RESULT')
  for (const { payload } of others) assert.ok(bytesEqual(payload, first?.payload ?? new Uint8Array()))
  await turns()
  const before = coordinator.heartbeats().length
  coordinator.clock.advance(20_000)
  await turns()
  assert.is(answers, 4)
  assert.is(coordinator.heartbeats().length, before)
})

scenario('the acknowledgement of another lease is none', async (coordinator) => {
  coordinator.ackedLease = ({ leaseId }) => leaseId + 1n
  await coordinator.assign(coordinator.assignment({ module: 'hello' }))
  await eventually(() => coordinator.results().length === 1)
  await turns()
  coordinator.ackedLease = ({ leaseId }) => leaseId
  coordinator.clock.advance(RESULT_RETRY_MS)
  await eventually(() => coordinator.results().length === 2)
  await turns()
  coordinator.clock.advance(60_000)
  await turns()
  assert.is(coordinator.results().length, 2)
})

scenario('a result that nobody ever acknowledges is given up', async (coordinator) => {
  coordinator.beforeAck = () => {
    throw new AileeError('TASK_STREAM_PEER_UNREACHABLE', 'gone')
  }
  await coordinator.assign(coordinator.assignment(large))
  await eventually(() => coordinator.results().length === 1)
  const { outputHash } = coordinator.results()[0]?.outcome ?? { outputHash: '' }
  assert.ok(await coordinator.worker.get(outputHash))
  for (let passedMs = 0; passedMs < RESULT_KEPT_MS + 10_000; passedMs += 5_000) {
    coordinator.clock.advance(5_000)
    await turns()
  }
  const sent = coordinator.results().length
  coordinator.clock.advance(60_000)
  await turns()
  assert.is(coordinator.results().length, sent)
  assert.is(await coordinator.worker.get(outputHash), undefined)
})

scenario('an assignment sent twice is run once', async (coordinator) => {
  const assignment = coordinator.assignment({ module: 'hello' })
  const acks = await Promise.all([coordinator.assign(assignment), coordinator.assign(assignment)])
  for (const ack of acks) {
    assert.is(decodeAssignAck(ack?.payload ?? new Uint8Array()).leaseId, assignment.leaseId)
  }
  assert.is(coordinator.worker.running, 1)
  await eventually(() => coordinator.results().length === 1 && coordinator.worker.running === 0)
  await turns()
  assert.is(coordinator.results().length, 1)
})

scenario('a lease is of one task; coordinators number theirs on their own', async (coordinator) => {
  await coordinator.assign(coordinator.assignment({ ...endless, leaseId: 7n }))
  const other = coordinator.assignment({ module: 'hello', leaseId: 7n })
  assert.is(await codeOf(coordinator.assign(other)), 'LEASE_CONFLICT')
  coordinator.introduce('other')
  assert.is((await coordinator.assign(other, 'other'))?.type, 'ASSIGN_ACK')
  await eventually(() => coordinator.of('RESULT', 'other').length === 1)
})

scenario('a full worker declines offers and refuses assignments', async (coordinator) => {
  const [first, second] = [coordinator.assignment(endless), coordinator.assignment(endless)]
  await coordinator.assign(first)
  await coordinator.assign(second)
  assert.is(await codeOf(coordinator.assign(coordinator.assignment())), 'WORKER_BUSY')
  const answer = await coordinator.tell(offerMessage(coordinator))
  assert.is(decodeDecline(answer?.payload ?? new Uint8Array()).code, 'WORKER_BUSY')
  // What it has taken already it acknowledges all the same.
  assert.is((await coordinator.assign(first))?.type, 'ASSIGN_ACK')
  await coordinator.revoke(second)
  assert.is((await coordinator.tell(offerMessage(coordinator)))?.type, 'BID')
})

scenario('a revoked run is killed at once and its slot is free', async (coordinator) => {
  const assignment = coordinator.assignment(endless)
  await coordinator.assign(assignment)
  await eventually(() => sandbox.running === 1)
  await coordinator.revoke(assignment, 'other')
  assert.is(coordinator.worker.running, 1)
  await coordinator.revoke(assignment)
  assert.is(coordinator.worker.running, 0)
  await eventually(() => sandbox.running === 0)
  coordinator.clock.advance(2_000)
  await turns()
  assert.equal([coordinator.results().length, coordinator.heartbeats().length], [0, 0])
  await coordinator.assign(coordinator.assignment({ module: 'hello' }))
  await eventually(() => coordinator.results().length === 1)
})

scenario('a result that is revoked is not sent again', async (coordinator) => {
  coordinator.beforeAck = () => {
    throw new AileeError('TASK_STREAM_CLOSED', 'gone')
  }
  const assignment = coordinator.assignment(large)
  await coordinator.assign(assignment)
  await eventually(() => coordinator.results().length === 1)
  await coordinator.revoke(assignment)
  await turns()
  coordinator.clock.advance(60_000)
  await turns()
  assert.is(coordinator.results().length, 1)
  assert.is(await coordinator.worker.get(contentHash(large.input.stdin)), undefined)
})

scenario('a lease that is revoked and assigned anew runs anew', async (coordinator) => {
  const assignment = coordinator.assignment(endless)
  await coordinator.assign(assignment)
  await eventually(() => sandbox.running === 1)
  await coordinator.revoke(assignment)
  const { taskId, leaseId } = assignment
  await coordinator.assign(coordinator.assignment({ module: 'hello', taskId, leaseId }))
  await eventually(() => coordinator.results().length === 1)
  assert.is(text(coordinator.results()[0]?.outcome.outputInline), 'Hello, world!\n')
})

scenario('a module is fetched once, then kept', async (coordinator) => {
  const [one, other] = [
    coordinator.assignment({ function: 'countPrimes', input: { args: ['10'] } }),
    coordinator.assignment({ function: 'countPrimes', input: { args: ['20'] } })
  ]
  for (const [index, assignment] of [one, other].entries()) {
    await coordinator.assign(assignment)
    await eventually(() => coordinator.results().length > index && coordinator.worker.running === 0)
  }
  assert.equal(coordinator.fetched, [one.spec.moduleHash, one.spec.inputHash, other.spec.inputHash])
  const bid = await coordinator.tell(offerMessage(coordinator))
  assert.ok(decodeBid(bid?.payload ?? new Uint8Array()).moduleCached)
})

scenario(
  'a blob that the coordinator does not have ends the execution as KILLED, signed',
  async (coordinator) => {
    for (const what of ['moduleHash', 'inputHash'] as const) {
      const sent = coordinator.results().length
      const assignment = coordinator.assignment({ module: 'hello', input: { args: [what] } })
      coordinator.blobs.delete(assignment.spec[what])
      await coordinator.assign(assignment)
      await eventually(() => coordinator.results().length > sent)
      const { receipt, outcome } = coordinator.results()[sent] ?? {}
      assert.is(receipt?.code, 'KILLED')
      assert.is(outcome?.outputBytes, 0)
      assert.ok(receipt && isSignedByWorker(portableVerifier, receipt))
      await eventually(() => coordinator.worker.running === 0)
    }
  }
)

scenario('a coordinator that cannot be reached for a moment is asked again', async (coordinator) => {
  let asked = 0
  coordinator.beforeBlob = () => {
    asked += 1
    if (asked === 1) throw new AileeError('BLOB_PEER_UNREACHABLE', 'gone')
  }
  await coordinator.assign(coordinator.assignment({ module: 'hello' }))
  await eventually(() => coordinator.results().length === 1)
  assert.is(coordinator.results()[0]?.receipt.code, 'SUCCESS')
})

scenario('an input that cannot be read ends the execution as KILLED', async (coordinator) => {
  const assignment = coordinator.assignment({ module: 'hello' })
  coordinator.blobs.set(assignment.spec.inputHash, Uint8Array.of(0xff))
  await coordinator.assign(assignment)
  await eventually(() => coordinator.results().length === 1)
  assert.is(coordinator.results()[0]?.receipt.code, 'KILLED')
})

scenario('a large output is served until its result is acknowledged', async (coordinator) => {
  const gate = Promise.withResolvers<void>()
  coordinator.beforeAck = () => gate.promise
  await coordinator.assign(coordinator.assignment(large))
  await eventually(() => coordinator.results().length === 1)
  const { outcome, receipt } = coordinator.results()[0] ?? {}
  assert.is(outcome?.outputInline, undefined)
  const served = await coordinator.worker.get(outcome?.outputHash ?? '')
  assert.ok(served && bytesEqual(served, large.input.stdin))
  assert.equal(receipt?.outputRoot, outputRoot(large.input.stdin))
  gate.resolve()
  await turns()
  assert.is(await coordinator.worker.get(outcome?.outputHash ?? ''), undefined)
  assert.is(await coordinator.worker.get('ab'.repeat(32)), undefined)
})

scenario('an output that two executions share is served until both are acknowledged', async (coordinator) => {
  const gates = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  let sent = 0
  coordinator.beforeAck = () => gates[sent++]?.promise
  await coordinator.assign(coordinator.assignment(large))
  await coordinator.assign(coordinator.assignment(large))
  await eventually(() => coordinator.results().length === 2)
  const hash = contentHash(large.input.stdin)
  gates[0]?.resolve()
  await turns()
  assert.ok(await coordinator.worker.get(hash))
  gates[1]?.resolve()
  await turns()
  assert.is(await coordinator.worker.get(hash), undefined)
})

scenario('heartbeats name the leases, to each coordinator its own', async (coordinator) => {
  coordinator.introduce('other')
  coordinator.clock.advance(1_000)
  await turns()
  assert.is(coordinator.heartbeats().length, 0)
  await coordinator.assign(coordinator.assignment({ ...endless, leaseId: 11n }))
  await coordinator.assign(coordinator.assignment({ ...endless, leaseId: 12n }), 'other')
  for (let beats = 1; beats <= 3; beats += 1) {
    coordinator.clock.advance(500)
    await turns()
    assert.equal(coordinator.heartbeats(coordinatorId), Array(beats).fill([11n]))
    assert.equal(coordinator.heartbeats('other'), Array(beats).fill([12n]))
  }
})

scenario(
  'stopping lets a short run finish',
  async (coordinator) => {
    await coordinator.assign(coordinator.assignment({ module: 'hello' }))
    await coordinator.worker.stop()
    assert.equal(
      coordinator.results().map(({ receipt }) => receipt.code),
      ['SUCCESS']
    )
    assert.equal(coordinator.returned(), [])
  },
  { drainMs: 20_000 }
)

scenario('stopping gives a long run back and takes nothing new', async (coordinator) => {
  const assignment = coordinator.assignment(endless)
  await coordinator.assign(assignment)
  await eventually(() => sandbox.running === 1)
  const stopping = coordinator.worker.stop()
  assert.equal(
    coordinator.statuses().map(({ draining }) => draining),
    [false, true]
  )
  const answer = await coordinator.tell(offerMessage(coordinator))
  assert.is(decodeDecline(answer?.payload ?? new Uint8Array()).code, 'WORKER_DRAINING')
  assert.is(await codeOf(coordinator.assign(coordinator.assignment())), 'WORKER_DRAINING')
  // Its lease is kept alive while it still may finish.
  coordinator.clock.advance(500)
  await turns()
  assert.equal(coordinator.heartbeats(), [[assignment.leaseId]])
  await stopping
  assert.equal(coordinator.returned(), [{ leaseId: assignment.leaseId, code: 'WORKER_DRAINING' }])
  assert.equal([coordinator.results().length, coordinator.worker.running, sandbox.running], [0, 0, 0])
  coordinator.clock.advance(60_000)
  await turns()
  assert.equal([coordinator.heartbeats().length, coordinator.published.length], [1, 0])
})

scenario('stopping does not wait for ever for an acknowledgement', async (coordinator) => {
  coordinator.beforeAck = () => new Promise(() => {})
  await coordinator.assign(coordinator.assignment({ module: 'hello' }))
  await eventually(() => coordinator.results().length === 1)
  await coordinator.worker.stop()
  assert.is(coordinator.returned().length, 1)
})

scenario('starting and stopping twice changes nothing', async (coordinator) => {
  await coordinator.worker.start()
  assert.is(coordinator.statuses().length, 1)
  await coordinator.worker.stop()
  await coordinator.worker.stop()
  assert.is(coordinator.statuses().length, 2)
})

scenario('health is published at its interval', async (coordinator) => {
  await coordinator.assign(coordinator.assignment(endless))
  for (let samples = 1; samples <= 3; samples += 1) {
    coordinator.clock.advance(TELEMETRY_MS)
    await eventually(() => coordinator.published.length === samples)
  }
  for (const [index, sample] of coordinator.published.entries()) {
    assert.equal(decodeTelemetrySample(encodeTelemetrySample(sample)), sample)
    assert.equal([sample.nodeId, sample.network, sample.slotsFree], [workerId, network, 1])
    assert.ok((sample.gflops ?? 0) > 0)
    const previous = coordinator.published[index - 1]
    if (previous !== undefined) assert.ok(sample.sequence > previous.sequence)
  }
})

scenario('errors are what this machine could not do, not what others did not give', async (coordinator) => {
  const { worker } = coordinator
  const measured = async (): Promise<number | undefined> => {
    const before = coordinator.published.length
    coordinator.clock.advance(TELEMETRY_MS)
    await eventually(() => coordinator.published.length > before)
    assert.equal(worker.lastSample, coordinator.published.at(-1))
    return worker.lastSample?.errors
  }
  const fail = async (assignment: AssignTask): Promise<void> => {
    const sent = coordinator.results().length
    await coordinator.assign(assignment)
    await eventually(() => coordinator.results().length > sent && worker.running === 0)
    assert.is(coordinator.results()[sent]?.receipt.code, 'KILLED')
  }
  assert.is(worker.lastSample, undefined)
  const unserved = coordinator.assignment({ module: 'hello', input: { args: ['unserved'] } })
  coordinator.blobs.delete(unserved.spec.inputHash)
  await fail(unserved)
  const unreadable = coordinator.assignment({ module: 'hello', input: { args: ['unreadable'] } })
  coordinator.blobs.set(unreadable.spec.inputHash, Uint8Array.of(0xff))
  await fail(unreadable)
  assert.is(await measured(), 0)
  coordinator.cache.put = async () => {
    throw new AileeError('STORE_WRITE_FAILED', 'the disk is full')
  }
  await fail(coordinator.assignment({ module: 'trap' }))
  assert.is(await measured(), 1)
  coordinator.clock.advance(ERROR_WINDOW_MS)
  assert.is(await measured(), 0)
})

test.run()
