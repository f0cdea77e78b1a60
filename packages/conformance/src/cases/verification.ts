import {
  bytesEqual,
  decodeTaskProvisional,
  decodeTaskStatus,
  defaultVerificationTerms,
  type Receipt
} from '@ailee/protocol'
import type { Case, Context } from '../case.js'
import { expect, expectEqual, NotApplicable } from '../errors.js'
import { isOf } from '../raw/task-stream.js'
import type { ResultTwist } from '../task/probe-result.js'
import { ending, type Run, startRun, workerOf } from '../task/run.js'
import { submission } from '../task/submission.js'
import { submitted } from '../task/submitted.js'

const role = 'coordinator'
const verified = { verification: defaultVerificationTerms }
const inLot = {
  verification: { ...defaultVerificationTerms, mode: 'LOT' as const, maxDelayMs: 60_000 }
}

/** A verified task whose worker, a new one, gives this result. The module has nothing to be called. */
async function verifiedBy(context: Context, twist: ResultTwist): Promise<{ run: Run; receipt: Receipt }> {
  const run = await startRun(context, verified)
  const worker = workerOf(run.workers)
  await worker.deliver(await worker.win(), twist)
  const [receipt] = (await ending(run)).receipts
  if (receipt?.verdict?.method === 'SIGNATURE_ONLY') {
    throw new NotApplicable('the coordinator makes sure of nothing')
  }
  expect(receipt !== undefined, 'the task ends without a receipt')
  return { run, receipt }
}

const lie: ResultTwist = { output: new TextEncoder().encode('made up\n') }

/** Section 12: results that come alone. */
export const verificationCases: readonly Case[] = [
  {
    must: 'MUST-135',
    role,
    part: 'the first result of a worker',
    async run(context) {
      // What is right, rules of metering included, is what the coordinator says of its own execution.
      const { receipt: own } = await verifiedBy(context, lie)
      expectEqual('whose result stands against a lie', own.worker, context.nodeId)
      const { code, fuelUsed, meteringHash } = own
      const { receipt } = await verifiedBy(context, { receipt: { code, fuelUsed, meteringHash } })
      expect(receipt.worker !== context.nodeId, 'the right result of a worker does not stand')
      expectEqual('the method for the first result of a worker', receipt.verdict?.method, 'REFEREE')
      expectEqual('its error estimate', receipt.verdict?.estimatedErrorPpm, 0)
      return `${code}, as executed by the coordinator`
    }
  },
  {
    must: 'MUST-136',
    role,
    async run(context) {
      // A lie by the coordinator's own rules of metering: other ones would not be held against anybody.
      const { receipt: own } = await verifiedBy(context, lie)
      const { meteringHash } = own
      const { run, receipt } = await verifiedBy(context, { ...lie, receipt: { meteringHash } })
      expectEqual('the worker of the receipt', receipt.worker, context.nodeId)
      expectEqual('the method', receipt.verdict?.method, 'REFEREE')
      expect(receipt.code !== 'SUCCESS', 'a module without functions succeeded')
      const [region = ''] = run.task.submit.requirements.regions
      const next = submission({ region, ...verified })
      await submitted(run.client, next)
      await leftOut(run, 'WORKER_BANNED')
      return 'the coordinator’s own result stands, and the liar is left out of the next auction'
    }
  },
  {
    must: 'MUST-187',
    role,
    part: 'a result that was wrong',
    async run(context) {
      // As above: only a lie by the coordinator's own rules of metering is one.
      const { receipt: own } = await verifiedBy(context, lie)
      const { meteringHash } = own
      const run = await startRun(context, inLot)
      const worker = workerOf(run.workers)
      await worker.deliver(await worker.win(), { ...lie, receipt: { meteringHash } })
      const [receipt] = (await ending(run)).receipts
      const lotId = receipt?.verdict?.lotId
      if (lotId === undefined) throw new NotApplicable('results do not wait in lots here')
      expectEqual('the worker of the receipt', receipt?.worker, context.nodeId)
      expectEqual('the method', receipt?.verdict?.method, 'REFEREE')
      const pushed = await run.client.inbox.find('TASK_PROVISIONAL', isOf('TASK_PROVISIONAL'))
      const provisional = decodeTaskProvisional(pushed.payload)
      expect(bytesEqual(provisional.lotId, lotId), 'the result waited in another lot than the verdict names')
      expect(provisional.receipt.worker !== context.nodeId, 'the provisional receipt is not the worker’s')
      expect(provisional.receipt.verdict === undefined, 'a provisional receipt has a verdict')
      return 'shown as provisional, and replaced; both name the lot'
    }
  },
  {
    must: 'MUST-137',
    role,
    async run(context) {
      const run = await startRun(context)
      const worker = workerOf(run.workers)
      await worker.deliver(await worker.win())
      await ending(run)
      // One success that counts would bring a new worker from 0.5 to 0.505.
      const [region = ''] = run.task.submit.requirements.regions
      const picky = submission({ region, minReputationPermille: 501 })
      await submitted(run.client, picky)
      await leftOut(run, 'WORKER_REPUTATION_TOO_LOW')
      return 'after an unverified success a new worker is thought of as before'
    }
  },
  {
    must: 'MUST-138',
    role,
    part: 'that nobody offers more than it has',
    async run(context) {
      const client = await context.peer()
      await client.join()
      const rich = submission({ reward: 2n ** 64n - 1n })
      client.blobs.put(rich.module)
      client.blobs.put(rich.input)
      expectEqual(
        'the answer to the largest reward',
        await client.codeOf('SUBMIT_TASK', rich.payload),
        'FUNDS_INSUFFICIENT'
      )
      return 'FUNDS_INSUFFICIENT'
    }
  }
]

/** Waits until the client is told that the worker is left out for this reason. */
async function leftOut({ client }: Run, code: string): Promise<void> {
  await client.inbox.find(
    `TASK_STATUS with the rejection ${code}`,
    (envelope) =>
      isOf('TASK_STATUS')(envelope) &&
      decodeTaskStatus(envelope.payload).rejections.some((rejection) => rejection.code === code)
  )
}
