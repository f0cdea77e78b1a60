import {
  decodeCommitmentAck,
  decodeResult,
  decodeResultCommitment,
  type Envelope,
  encodeAssignTask,
  encodeCommitmentAck,
  encodeResultAck,
  encodeRevealResult,
  opensCommitment
} from '@ailee/protocol'
import type { Case, Context } from '../case.js'
import { expect, expectEqual, NotApplicable } from '../errors.js'
import { codeOf, type RawPeer } from '../raw/raw-peer.js'
import { isOf } from '../raw/task-stream.js'
import { assignmentOf, coordinatorHello, revoke, whileBusy } from '../task/assignment.js'
import { seal } from '../task/probe-worker.js'
import { ending, startRun, toldOf, workerOf } from '../task/run.js'

const output = new TextEncoder().encode('an answer\n')

/** Sections 11 and 12: several workers of a task commit to their results before any shows its own. */
export const commitmentCases: readonly Case[] = [
  {
    must: 'MUST-175',
    role: 'worker',
    async run(context) {
      const { probe, assign, told } = await endedRun(context, 1n)
      expect(isOf('RESULT_COMMITMENT')(told), 'the result is shown without a commitment')
      expect(told.signature !== undefined, 'RESULT_COMMITMENT is not signed')
      const { taskId, leaseId } = decodeResultCommitment(told.payload)
      expectEqual('what is committed to', `${taskId} ${leaseId}`, `${assign.taskId} ${assign.leaseId}`)
      await revoke(probe, assign.leaseId)
      return 'the end of a run is told by a commitment'
    }
  },
  {
    must: 'MUST-176',
    role: 'worker',
    async run(context) {
      const { probe, assign, told } = await endedRun(context, 1n)
      if (isOf('RESULT')(told)) throw new NotApplicable('it commits to nothing')
      const { leaseId } = assign
      const { requestId } = told
      const { commitment } = decodeResultCommitment(told.payload)
      await probe.say('COMMITMENT_ACK', encodeCommitmentAck({ leaseId }), { requestId, reply: true })
      await new Promise((resolve) => setTimeout(resolve, context.patience.watchMs))
      const early = probe.inbox.items.some(isOf('RESULT'))
      expect(!early, 'the result is shown before it is asked for')
      await probe.say('REVEAL_RESULT', encodeRevealResult({ leaseId }))
      const shown = await probe.inbox.find('RESULT', isOf('RESULT'))
      const { receipt, salt } = decodeResult(shown.payload)
      await probe.say('RESULT_ACK', encodeResultAck({ leaseId }), { requestId: shown.requestId, reply: true })
      expect(opensCommitment(commitment, receipt, salt), 'the result does not open its commitment')
      return 'shown when it is asked for, and what was committed to'
    }
  },
  {
    must: 'MUST-177',
    role: 'coordinator',
    part: 'what is acknowledged',
    async run(context) {
      const { workers } = await startRun(context, { replicas: 2 })
      const worker = workerOf(workers)
      const assign = await worker.win()
      expect(assign.commitFirst, 'commit_first is not set for 2 replicas')
      const sealed = seal(await worker.resultOf(assign, { output }))
      for (const _ of [1, 2]) {
        const reply = await worker.commit(sealed)
        expect(isOf('COMMITMENT_ACK')(reply), `RESULT_COMMITMENT is answered with ${codeOf(reply)}`)
        expectEqual('the lease', decodeCommitmentAck(reply.payload).leaseId, assign.leaseId)
      }
      const other = codeOf(await worker.commit(seal(sealed)))
      expectEqual('the answer to another commitment', other, 'COMMITMENT_REFUSED')
      const unknown = codeOf(await worker.commit({ ...sealed, leaseId: assign.leaseId + 1_000_000n }))
      expectEqual('the answer for a lease that is not out', unknown, 'LEASE_UNKNOWN')
      return 'acknowledged twice; another refused'
    }
  },
  {
    must: 'MUST-178',
    role: 'coordinator',
    async run(context) {
      const run = await startRun(context, { replicas: 2 })
      const first = workerOf(run.workers)
      const assign = await first.win()
      const sealed = seal(await first.resultOf(assign, { output }))
      await first.commit(sealed)
      const beats = setInterval(() => void first.heartbeat(assign.leaseId).catch(() => {}), 200)
      try {
        await new Promise((resolve) => setTimeout(resolve, context.patience.watchMs))
        expect(!first.wasAsked(assign.leaseId), 'a result is asked for while the other is not committed to')
        const second = await run.addWorker()
        const delivered = second.deliver(await second.win(), { output })
        await first.asked(assign.leaseId)
        await first.show(sealed)
        await delivered
      } finally {
        clearInterval(beats)
      }
      expectEqual('the end', (await ending(run)).status.state, 'COMPLETED')
      return 'the first is asked once the second has committed'
    }
  },
  {
    must: 'MUST-179',
    role: 'coordinator',
    async run(context) {
      const plain = await startRun(context, { replicas: 2 })
      const hasty = workerOf(plain.workers)
      await hasty.show(await hasty.resultOf(await hasty.win(), { output }))
      await toldOf(plain, 'COMMITMENT_MISSING')
      const run = await startRun(context, { replicas: 2 })
      const fickle = workerOf(run.workers)
      const assign = await fickle.win()
      const sealed = seal(await fickle.resultOf(assign))
      await fickle.commit(sealed)
      await fickle.show({ ...(await fickle.resultOf(assign, { output })), salt: sealed.salt })
      await toldOf(run, 'COMMITMENT_BROKEN')
      return 'without a commitment lost, and another than committed to'
    }
  }
]

/** A worker under test has run an assignment that wants a commitment first, and tells something of its end. */
async function endedRun({ peer, patience }: Context, leaseId: bigint) {
  const probe: RawPeer = await peer()
  await probe.join(coordinatorHello)
  const assign = { ...assignmentOf(probe, leaseId), commitFirst: true }
  await whileBusy(async () => [await probe.codeOf('ASSIGN_TASK', encodeAssignTask(assign))], patience)
  const tells = (envelope: Envelope): boolean =>
    isOf('RESULT_COMMITMENT')(envelope) || isOf('RESULT')(envelope)
  return { probe, assign, told: await probe.inbox.find('RESULT_COMMITMENT or RESULT', tells) }
}
