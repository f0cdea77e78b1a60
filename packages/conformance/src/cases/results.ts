import {
  contentHash,
  decodeResultAck,
  encodeGetTask,
  isSignedByCoordinator,
  isSignedByWorker,
  portableVerifier,
  type Receipt,
  type ReceiptBody,
  type TaskComplete,
  type VerdictBody
} from '@ailee/protocol'
import type { Case, Context } from '../case.js'
import { expect, expectEqual } from '../errors.js'
import { fetchBlob } from '../raw/fetch-blob.js'
import { codeOf } from '../raw/raw-peer.js'
import { RawSigner } from '../raw/raw-signature.js'
import { isOf } from '../raw/task-stream.js'
import type { ResultTwist } from '../task/probe-result.js'
import { randomSeed } from '../task/random-seed.js'
import { ending, type Run, startRun, statusesOf, toldOf, toldState, workerOf } from '../task/run.js'
import type { SubmissionInit } from '../task/submission.js'

const role = 'coordinator'
const output = new TextEncoder().encode('output of the probe\n'.repeat(200))
const metering = new Uint8Array(32).fill(7)

/** A task of one worker that returns this, up to its end. */
async function runOnce(
  context: Context,
  twist: ResultTwist = {},
  init: SubmissionInit = {}
): Promise<{ run: Run; complete: TaskComplete }> {
  const run = await startRun(context, init)
  const worker = workerOf(run.workers)
  await worker.deliver(await worker.win(), twist)
  return { run, complete: await ending(run) }
}

/** A task whose first result does not hold. Gives the code for which the execution was lost. */
async function lostBy(
  context: Context,
  twist: ResultTwist,
  code: string,
  init: SubmissionInit = {}
): Promise<void> {
  const run = await startRun(context, init)
  const worker = workerOf(run.workers)
  const ack = await worker.deliver(await worker.win(), twist)
  expect(isOf('RESULT_ACK')(ack), `RESULT is answered with ${codeOf(ack)}`)
  await toldOf(run, code)
}

function receiptOf({ receipts }: TaskComplete): Receipt {
  const [receipt] = receipts
  expect(receipt !== undefined, 'TASK_COMPLETE has no receipt')
  return receipt
}

function verdictOf(complete: TaskComplete): VerdictBody {
  const { verdict } = receiptOf(complete)
  expect(verdict !== undefined, 'the receipt has no verdict')
  return verdict
}

/** Sections 12 to 14: how results are judged, and what is signed of them. */
export const resultCases: readonly Case[] = [
  {
    must: 'MUST-042',
    role,
    part: 'the verdict',
    async run(context) {
      const { complete } = await runOnce(context)
      const { verdict, workerSignature } = receiptOf(complete)
      expectEqual('expiry of the receipt', workerSignature.expiresAtMs, 0)
      expectEqual('expiry of the verdict', verdict?.coordinatorSignature.expiresAtMs, 0)
      return 'neither receipt nor verdict expires'
    }
  },
  {
    must: 'MUST-058',
    role,
    part: 'who submitted it',
    async run(context) {
      const run = await startRun(context)
      const worker = workerOf(run.workers)
      const assign = await worker.win()
      // A result that overtakes the acknowledgement may well skip this state.
      await toldState(run, 'RUNNING')
      await worker.deliver(assign)
      await ending(run)
      const told = statusesOf(run).map(({ state }) => state)
      return `told ${[...new Set(told)].join(', ')} and the end`
    }
  },
  {
    must: 'MUST-061',
    role,
    async run(context) {
      const { run, complete } = await runOnce(context, { output })
      const { outcome } = complete
      expect(outcome !== undefined, 'TASK_COMPLETE has no outcome')
      expectEqual('the size of the output', outcome.outputBytes, output.length)
      if (outcome.outputInline !== undefined) {
        expectEqual('its hash', contentHash(outcome.outputInline), contentHash(output))
        return 'inline'
      }
      const blob = await fetchBlob(run.client, outcome.outputHash)
      expectEqual('the hash of the blob', contentHash(blob), contentHash(output))
      return `a blob of ${output.length} bytes at the coordinator`
    }
  },
  {
    must: 'MUST-071',
    role,
    async run(context) {
      const run = await startRun(context)
      const worker = workerOf(run.workers)
      const assign = await worker.win()
      for (const twist of [{ output }, { output }, {}]) {
        const ack = await worker.deliver(assign, twist)
        expect(isOf('RESULT_ACK')(ack), `RESULT is answered with ${codeOf(ack)}`)
        expectEqual('the lease acknowledged', decodeResultAck(ack.payload).leaseId, assign.leaseId)
      }
      const complete = await ending(run)
      expectEqual('the size of the output', complete.outcome?.outputBytes, output.length)
      const reply = await run.client.ask('GET_TASK', encodeGetTask({ taskId: assign.taskId, follow: false }))
      expect(isOf('TASK_COMPLETE')(reply), `GET_TASK is answered with ${codeOf(reply)}`)
      return 'doubled and late results are acknowledged and change nothing'
    }
  },
  {
    must: 'MUST-079',
    role,
    async run(context) {
      const run = await startRun(context, {}, 0)
      for (let count = 0; count < 3; count += 1) {
        const worker = await run.addWorker()
        await worker.deliver(await worker.win(), { receipt: { code: 'KILLED' } })
      }
      const { status } = await ending(run)
      expectEqual('the end', `${status.state} ${status.code}`, 'FAILED KILLED')
      return `${status.state} with ${status.code} after three`
    }
  },
  {
    must: 'MUST-080',
    role,
    part: 'nonce, seed, clock, function, network, signature, output root',
    async run(context) {
      const stranger = new RawSigner(randomSeed(), context.network)
      const seed = randomSeed()
      const faults: [ResultTwist, string][] = [
        [{ receipt: { nonce: new Uint8Array(16) } }, 'RECEIPT_INVALID'],
        [{ receipt: { seed } }, 'RECEIPT_INVALID'],
        [{ receipt: { clockMs: 1 } }, 'RECEIPT_INVALID'],
        [{ receipt: { function: 'other' } }, 'RECEIPT_INVALID'],
        [{ receipt: { network: 'mainnet' } }, 'RECEIPT_INVALID'],
        [{ signer: stranger.batch }, 'RECEIPT_INVALID'],
        [{ output, receipt: { outputRoot: new Uint8Array(32) } }, 'OUTPUT_INVALID']
      ]
      for (const [twist, code] of faults) await lostBy(context, twist, code)
      return `${faults.length} results with one fault each are lost`
    }
  },
  {
    must: 'MUST-081',
    role,
    async run(context) {
      const run = await startRun(context, {}, 0)
      for (const code of ['TIMEOUT', 'SUCCESS'] as const) {
        const worker = await run.addWorker()
        await worker.deliver(await worker.win(), { receipt: { code } })
      }
      expectEqual('the end', (await ending(run)).status.state, 'COMPLETED')
      return 'after TIMEOUT the task goes to another worker'
    }
  },
  {
    must: 'MUST-082',
    role,
    part: 'code, exit code, fuel, metering hash',
    async run(context) {
      const unlike: Partial<ReceiptBody>[] = [
        { exitCode: 1 },
        { fuelUsed: 1n },
        { meteringHash: metering },
        { code: 'OUTPUT_TOO_LARGE' }
      ]
      for (const receipt of unlike) {
        const run = await startRun(context, { replicas: 2 }, 2)
        await deliverBoth(run, [{}, { receipt }])
        // Two that disagree ask for a third: had they agreed, the task would have ended.
        const third = await run.addWorker()
        await third.deliver(await third.win())
        const { verdict } = receiptOf(await ending(run))
        expectEqual('the votes', verdict?.votes, 2)
      }
      return `${unlike.length} pairs that differ in one field do not agree`
    }
  },
  {
    must: 'MUST-083',
    role,
    async run(context) {
      const run = await startRun(context, { replicas: 2 }, 2)
      await deliverBoth(run, [{ output }, {}])
      for (const receipt of [{ exitCode: 1 }, { exitCode: 2 }]) {
        const worker = await run.addWorker()
        await worker.deliver(await worker.win(), { receipt })
      }
      const { status } = await ending(run)
      expectEqual('the end of four that all differ', `${status.state} ${status.code}`, 'FAILED NO_QUORUM')
      return 'two further executions are tried, then NO_QUORUM'
    }
  },
  {
    must: 'MUST-084',
    role,
    async run(context) {
      const alone = verdictOf((await runOnce(context)).complete)
      expectEqual('the method for one replica', alone.method, 'SIGNATURE_ONLY')
      const run = await startRun(context, { replicas: 2 }, 2)
      await deliverBoth(run, [{ output }, { output }])
      const quorum = verdictOf(await ending(run))
      expectEqual('the method for two replicas', quorum.method, 'QUORUM')
      expectEqual('replicas', quorum.replicas, 2)
      expectEqual('votes', quorum.votes, 2)
      for (const { estimatedErrorPpm } of [alone, quorum])
        expectEqual('estimated_error_ppm', estimatedErrorPpm, 1_000_000)
      return 'SIGNATURE_ONLY for 1, QUORUM for 2'
    }
  },
  {
    must: 'MUST-085',
    role,
    async run(context) {
      const exit = await runOnce(context, { receipt: { exitCode: 3 } })
      expectEqual('the end of exit code 3', exit.complete.status.state, 'COMPLETED')
      const trap = await runOnce(context, { receipt: { code: 'TRAP', trap: 'unreachable' } })
      const { state, code } = trap.complete.status
      expectEqual('the end of a trap', `${state} ${code}`, 'FAILED TRAP')
      return 'exit code 3 completes, a trap fails'
    }
  },
  {
    must: 'MUST-086',
    role,
    async run(context) {
      const { complete } = await runOnce(context, { output })
      expectEqual('the end', complete.status.state, 'COMPLETED')
      await lostBy(context, { output, receipt: { outputRoot: new Uint8Array(32) } }, 'OUTPUT_INVALID')
      return `the root of ${output.length} bytes is found right, another wrong`
    }
  },
  {
    must: 'MUST-088',
    role,
    async run(context) {
      const { complete } = await runOnce(context)
      expect(isSignedByWorker(portableVerifier, receiptOf(complete)), 'the receipt was changed on its way')
      const other = new RawSigner(randomSeed(), context.network).batch
      await lostBy(context, { signer: other }, 'RECEIPT_INVALID')
      return 'the worker’s own signature is taken and passed on, another is not'
    }
  },
  {
    must: 'MUST-089',
    role,
    async run(context) {
      const { complete } = await runOnce(context, { output })
      const receipt = receiptOf(complete)
      expect(isSignedByCoordinator(portableVerifier, receipt), 'the verdict is not signed as it says')
      expectEqual('the coordinator of the verdict', receipt.verdict?.coordinator, context.nodeId)
      return 'the verdict is signed by the coordinator that was asked'
    }
  },
  {
    must: 'MUST-087',
    role,
    part: 'that the fields of a receipt give the hash that its worker signed',
    async run(context) {
      const receipt = { exitCode: 9, fuelUsed: 5n, meteringHash: metering }
      const { complete } = await runOnce(context, { output, receipt })
      expect(isSignedByWorker(portableVerifier, receiptOf(complete)), 'the hash of the receipt is another')
      return 'a receipt with every kind of field is taken and passed on unchanged'
    }
  },
  {
    must: 'MUST-124',
    role,
    part: 'whether it is there',
    async run(context) {
      const spec = { hashMemory: true }
      await lostBy(context, {}, 'RECEIPT_INVALID', { spec })
      await lostBy(context, { receipt: { memoryHash: metering } }, 'RECEIPT_INVALID')
      const { complete } = await runOnce(context, { receipt: { memoryHash: metering } }, { spec })
      expectEqual('the end', complete.status.state, 'COMPLETED')
      return 'taken where it was asked for; its absence there, or presence elsewhere, is not'
    }
  }
]

/** Both workers win and return these results. */
async function deliverBoth({ workers }: Run, twists: readonly [ResultTwist, ResultTwist]): Promise<void> {
  const assigned = await Promise.all(workers.map((worker) => worker.win()))
  // At once: neither is asked for its result before the other has committed to its own.
  await Promise.all(
    twists.map(async (twist, index) => {
      const assign = assigned[index]
      if (assign !== undefined) await workerOf(workers, index).deliver(assign, twist)
    })
  )
}
