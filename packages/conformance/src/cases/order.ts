import { encodeAssignTask, encodeSubmitTask, type MessageType } from '@ailee/protocol'
import type { Case, Context } from '../case.js'
import { expectEqual, NotApplicable } from '../errors.js'
import type { RawEnvelope } from '../raw/raw-envelope.js'
import { codeOf, type RawPeer } from '../raw/raw-peer.js'
import { assignmentOf, coordinatorHello, revoke, whileBusy } from '../task/assignment.js'
import { startRun, toldOf, workerOf } from '../task/run.js'
import { submission } from '../task/submission.js'

const PAIRS = 8

/** Section 5: in which order requests are handled, and what becomes of those that nobody answers. */
export const orderCases: readonly Case[] = [
  {
    must: 'MUST-024',
    part: 'of two requests that contradict each other the first to come is taken',
    async run(context) {
      if (context.hello?.worker === true) return assignedInOrder(context)
      if (context.hello?.coordinator === true && context.admitted) return submittedInOrder(context)
      throw new NotApplicable('the order of its handlers cannot be seen')
    }
  },
  {
    must: 'MUST-026',
    role: 'coordinator',
    slow: true,
    part: 'an assignment that is not answered; that the end of its connection ends it at once is not told apart',
    async run(context) {
      const run = await startRun(context)
      const silent = workerOf(run.workers)
      await silent.bid(await silent.offer())
      const { assign } = await silent.assignment()
      await toldOf(run, 'ASSIGNMENT_UNANSWERED')
      const leaving = await run.addWorker()
      await leaving.bid(await leaving.offer())
      await leaving.assignment()
      await leaving.peer.stop()
      const last = await run.addWorker()
      expectEqual('the task of the next worker', (await last.win()).taskId, assign.taskId)
      return 'both times it gives up and turns to another worker'
    }
  }
]

/** One lease for two tasks, both in one write: the first is acknowledged, the second is in conflict with it. */
async function assignedInOrder({ peer, patience }: Context): Promise<string> {
  const probe = await peer()
  const stream = await probe.join(coordinatorHello)
  // Held back, so that the runs last until all has been asked.
  const release = probe.blobs.hold()
  for (let pair = 1; pair <= PAIRS; pair += 1) {
    const leaseId = BigInt(pair)
    const ask = async (): Promise<string[]> => {
      const pending = [assignmentOf(probe, leaseId), assignmentOf(probe, leaseId)].map(encodeAssignTask)
      const envelopes = await Promise.all(pending.map((payload) => signed(probe, 'ASSIGN_TASK', payload)))
      stream.send(...envelopes)
      return repliesTo(probe, envelopes)
    }
    const [first] = await whileBusy(ask, patience)
    expectEqual('the answer to the first of two', first, 'ASSIGN_ACK')
    // One place at a time: others may want to run something.
    await revoke(probe, leaseId)
  }
  release()
  return `${PAIRS} pairs, each in one write: the first is acknowledged`
}

async function signed(probe: RawPeer, type: MessageType, payload: Uint8Array): Promise<RawEnvelope> {
  const signature = await probe.signer.message(type, payload)
  return { type, payload, signature, requestId: probe.nextRequestId() }
}

function repliesTo(probe: RawPeer, envelopes: readonly RawEnvelope[]): Promise<string[]> {
  return Promise.all(envelopes.map(async ({ requestId = 0 }) => codeOf(await probe.reply(requestId))))
}

/** One id for two tasks, both in one write. */
async function submittedInOrder({ peer }: Context): Promise<string> {
  const probe = await peer()
  const stream = await probe.join()
  const envelopes: RawEnvelope[] = []
  for (let pair = 0; pair < PAIRS; pair += 1) {
    const { submit, module, input } = submission()
    probe.blobs.put(module)
    probe.blobs.put(input)
    for (const reward of [1n, 2n])
      envelopes.push(await signed(probe, 'SUBMIT_TASK', encodeSubmitTask({ ...submit, reward })))
  }
  stream.send(...envelopes)
  const codes = await repliesTo(probe, envelopes)
  // Whether the second is a conflict at all is for another requirement to say.
  for (let pair = 0; pair < PAIRS; pair += 1)
    expectEqual('the answer to the first of two', codes[2 * pair], 'TASK_STATUS')
  return `${PAIRS} pairs in one write: the first is taken`
}
