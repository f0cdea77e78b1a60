import { AileeError } from '@ailee/core'
import {
  decodeAuditResult,
  type ExecutionOutcome,
  type ExecutionRequest,
  type Executor,
  encodeAuditTask,
  isSignedByWorker,
  outputRoot,
  portableVerifier
} from '@ailee/protocol'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type PreparedTask, SelfReferee } from '../src/index.js'
import {
  clientId,
  clientSigner,
  codeOf,
  coordinatorId,
  network,
  output,
  ScriptedCoordinator
} from './support/scripted-coordinator.js'

/** A sandbox that gives what it is told to. */
class Sandbox implements Executor {
  readonly meteringHash = new Uint8Array(32).fill(3)
  readonly requests: ExecutionRequest[] = []
  says: () => Promise<Partial<ExecutionOutcome>> = async () => ({})

  async run(request: ExecutionRequest, { signal }: { signal?: AbortSignal } = {}): Promise<ExecutionOutcome> {
    this.requests.push(request)
    const aborted = Promise.withResolvers<never>()
    signal?.addEventListener('abort', () => aborted.reject(signal.reason), { once: true })
    const said = await Promise.race([this.says(), aborted.promise])
    return {
      ...{ code: 'SUCCESS', trap: '', detail: '', exitCode: 0, output, stderr: new Uint8Array() },
      ...{ fuelUsed: 7n, staticDepth: 0, depthUsed: undefined, memoryPeakBytes: 0, memoryHash: undefined },
      ...{ startedAtMs: 1, finishedAtMs: 2, wallTimeMs: 1 },
      times: { instrumentMs: 0, compileMs: 0, runMs: 0 },
      ...said
    }
  }
}

class Scene {
  readonly coordinator = new ScriptedCoordinator()
  readonly executor = new Sandbox()
  readonly prepared: PreparedTask = this.coordinator.prepare()
  readonly taskId = this.coordinator.client.taskId(this.prepared)
  readonly referee = new SelfReferee(
    { transport: this.coordinator, executor: this.executor, signer: clientSigner },
    { network, coordinator: coordinatorId }
  )

  ask(nonce = 1, from = coordinatorId) {
    const payload = encodeAuditTask({
      taskId: this.taskId,
      attempt: 2,
      nonce: new Uint8Array(16).fill(nonce)
    })
    return this.coordinator.push({ type: 'AUDIT_TASK', payload }, from)
  }
}

test('it executes its task as it was submitted, and signs what came out', async () => {
  const scene = new Scene()
  scene.referee.watch(scene.taskId, scene.prepared)
  const answer = await scene.ask()
  assert.is(answer?.type, 'AUDIT_RESULT')
  const { taskId, attempt, receipt } = decodeAuditResult(answer?.payload ?? new Uint8Array())
  assert.equal([taskId, attempt, receipt.taskId], [scene.taskId, 2, scene.taskId])
  assert.ok(isSignedByWorker(portableVerifier, receipt))
  assert.equal(receipt.worker, clientId)
  assert.equal(receipt.nonce, new Uint8Array(16).fill(1))
  assert.equal([receipt.code, receipt.fuelUsed], ['SUCCESS', 7n])
  assert.equal(receipt.outputRoot, outputRoot(output))
  assert.equal(receipt.meteringHash, scene.executor.meteringHash)
  const { spec } = scene.prepared.submit
  const [request] = scene.executor.requests
  assert.equal(
    [request?.moduleHash, request?.limits, request?.seed],
    [spec.moduleHash, spec.limits, spec.seed]
  )
  assert.equal(request?.module, scene.prepared.module)
})

test('asked again it executes nothing again, and signs for the new nonce', async () => {
  const scene = new Scene()
  scene.referee.watch(scene.taskId, scene.prepared)
  await scene.ask(1)
  const again = await scene.ask(2)
  const { receipt } = decodeAuditResult(again?.payload ?? new Uint8Array())
  assert.equal(receipt.nonce, new Uint8Array(16).fill(2))
  assert.is(scene.executor.requests.length, 1)
})

test('what its machine failed on it tries anew', async () => {
  const scene = new Scene()
  scene.referee.watch(scene.taskId, scene.prepared)
  scene.executor.says = async () => ({ code: 'TIMEOUT' })
  await scene.ask()
  scene.executor.says = async () => {
    throw new AileeError('SANDBOX_BROKEN', 'no process')
  }
  assert.is(await codeOf(scene.ask()), 'SANDBOX_BROKEN')
  scene.executor.says = async () => ({})
  const { receipt } = decodeAuditResult((await scene.ask())?.payload ?? new Uint8Array())
  assert.is(receipt.code, 'SUCCESS')
  assert.is(scene.executor.requests.length, 3)
})

test('it executes for nobody else, and nothing that it is not to watch', async () => {
  const scene = new Scene()
  assert.is(await codeOf(scene.ask()), 'AUDIT_REFUSED')
  const forget = scene.referee.watch(scene.taskId, scene.prepared)
  assert.is(await codeOf(scene.ask(1, 'somebody-else')), 'AUDIT_REFUSED')
  forget()
  assert.is(await codeOf(scene.ask()), 'AUDIT_REFUSED')
  assert.is(scene.executor.requests.length, 0)
})

test('leaving ends what is executed', async () => {
  const scene = new Scene()
  scene.referee.watch(scene.taskId, scene.prepared)
  scene.executor.says = () => new Promise(() => {})
  const asked = codeOf(scene.ask())
  await new Promise((resolve) => setImmediate(resolve))
  await scene.referee.stop()
  assert.is(await asked, 'AUDIT_REFUSED')
})

test.run()
