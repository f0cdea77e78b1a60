import {
  type AuditTask,
  decodeAuditTask,
  decodeTaskStatus,
  defaultVerificationTerms,
  encodeAuditResult,
  encodeCancelTask,
  encodeStatus,
  type Receipt
} from '@ailee/protocol'
import type { Case, Context } from '../case.js'
import { expect, expectEqual, NotApplicable } from '../errors.js'
import { codeOf } from '../raw/raw-peer.js'
import { isOf } from '../raw/task-stream.js'
import { type ResultTwist, resultOf } from '../task/probe-result.js'
import { ending, type Run, startRun, workerOf } from '../task/run.js'
import { submission } from '../task/submission.js'

const role = 'coordinator'
const verification = {
  ...defaultVerificationTerms,
  mode: 'FINAL_NOW' as const,
  referee: 'CLIENT' as const
}
const lie: ResultTwist = { output: new TextEncoder().encode('made up\n') }

/** Section 12: results that a client makes sure of itself. The module has nothing to be called, so each output is made up. */
export const clientRefereeCases: readonly Case[] = [
  {
    must: 'MUST-182',
    role,
    part: 'that a finding which agrees is believed',
    async run(context) {
      const { run, receipt } = await judgedBy(context, (asked) => finding(context, asked, lie))
      expectEqual('the worker of the receipt', receipt.worker, workerOf(run.workers).peer.nodeId)
      expectEqual('the method', receipt.verdict?.method, 'CLIENT_REFEREE')
      expectEqual('its error estimate', receipt.verdict?.estimatedErrorPpm, 0)
      return 'CLIENT_REFEREE for what the client found too'
    }
  },
  {
    must: 'MUST-183',
    role,
    async run(context) {
      const { receipt } = await judgedBy(context, (asked) => finding(context, asked, {}))
      expectEqual('the worker of the receipt', receipt.worker, context.nodeId)
      expectEqual('the method', receipt.verdict?.method, 'REFEREE')
      return 'where client and worker differ, the coordinator’s own result stands'
    }
  },
  {
    must: 'MUST-184',
    role,
    part: 'a client that refuses, and a receipt for another nonce',
    async run(context) {
      const other = { receipt: { nonce: new Uint8Array(16) }, ...lie }
      for (const answer of [async () => undefined, (asked: Asked) => finding(context, asked, other)]) {
        const { receipt } = await judgedBy(context, answer)
        expectEqual('the method', receipt.verdict?.method, 'REFEREE')
      }
      return 'the coordinator executes it itself'
    }
  }
]

interface Asked extends AuditTask {
  run: Run
}

/** What a client states about an execution of its own. */
async function finding(
  { network }: Context,
  { run, taskId, nonce }: Asked,
  twist: ResultTwist
): Promise<Receipt> {
  const { client, task } = run
  const identity = { network, worker: client.nodeId, signer: client.signer.batch }
  const asked = { taskId, leaseId: 0n, spec: task.submit.spec, nonce }
  return (await resultOf(asked, identity, twist)).receipt
}

/** A task whose worker lies, and whose client answers so when it is asked, or refuses. */
async function judgedBy(
  context: Context,
  answer: (asked: Asked) => Promise<Receipt | undefined>
): Promise<{ run: Run; receipt: Receipt }> {
  await requireArbiter(context)
  const run = await startRun(context, { verification })
  const worker = workerOf(run.workers)
  await worker.deliver(await worker.win(), lie)
  const { client } = run
  const { payload, requestId } = await client.inbox.find('AUDIT_TASK', isOf('AUDIT_TASK'))
  const asked = decodeAuditTask(payload)
  const found = await answer({ ...asked, run })
  const about = { requestId, reply: true }
  if (found === undefined) {
    const refusal = { code: 'AUDIT_REFUSED', message: '', retryAfterMs: 0 }
    await client.say('STATUS', encodeStatus(refusal), about)
  } else {
    await client.say('AUDIT_RESULT', encodeAuditResult({ ...asked, receipt: found }), about)
  }
  const [receipt] = (await ending(run)).receipts
  expect(receipt !== undefined, 'the task ends without a receipt')
  return { run, receipt }
}

/** A coordinator that could not arbitrate refuses such tasks. */
async function requireArbiter(context: Context): Promise<void> {
  const client = await context.peer()
  await client.join()
  const { module, input, payload } = submission({ verification })
  client.blobs.put(module)
  client.blobs.put(input)
  const reply = await client.ask('SUBMIT_TASK', payload)
  if (codeOf(reply) === 'TASK_INVALID') throw new NotApplicable('it has no referee that could arbitrate')
  expect(isOf('TASK_STATUS')(reply), `SUBMIT_TASK is answered with ${codeOf(reply)}`)
  await client.ask('CANCEL_TASK', encodeCancelTask({ taskId: decodeTaskStatus(reply.payload).taskId }))
}
