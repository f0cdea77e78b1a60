import { systemRandom } from '@ailee/core'
import {
  type Bid,
  bytesToHex,
  decodeAssignAck,
  decodeBid,
  decodeDecline,
  encodeAssignTask,
  encodeTaskOffer,
  HASH_BYTES
} from '@ailee/protocol'
import type { Case } from '../case.js'
import { expect, expectEqual, NotApplicable } from '../errors.js'
import { codeOf, type RawPeer } from '../raw/raw-peer.js'
import { isOf } from '../raw/task-stream.js'
import { assignmentOf, coordinatorHello, revoke, whileBusy } from '../task/assignment.js'

const role = 'worker'
/** Sections 7 and 11, at a worker: the probe takes the part of a coordinator. */
export const workerCases: readonly Case[] = [
  {
    must: 'MUST-043',
    role,
    async run({ peer }) {
      const probe = await peer()
      await probe.join()
      const assign = assignmentOf(probe, 1n)
      const { taskId, attempt, spec } = assign
      const { moduleHash, moduleBytes, inputBytes, limits } = spec
      const requirements = { regions: [], minReputationPermille: 0, isolation: undefined }
      const offer = {
        ...{ taskId, attempt, moduleHash, moduleBytes, inputBytes, limits, requirements },
        maxCost: 1_000_000n,
        closesAtMs: Date.now() + 10_000
      }
      const offered = await probe.codeOf('TASK_OFFER', encodeTaskOffer(offer))
      expectEqual('the answer to an offer of a client', offered, 'WORKER_NOT_TRUSTED')
      const assigned = await probe.codeOf('ASSIGN_TASK', encodeAssignTask(assign))
      expectEqual('the answer to an assignment of a client', assigned, 'WORKER_NOT_TRUSTED')
      return 'neither an offer nor an assignment of a client is taken'
    }
  },
  {
    must: 'MUST-069',
    role,
    async run({ peer, patience }) {
      const probe = await peer()
      await probe.join(coordinatorHello)
      const assign = assignmentOf(probe, 1n)
      // Held back, so that the run lasts until all has been asked.
      const release = probe.blobs.hold()
      const payload = encodeAssignTask(assign)
      await whileBusy(async () => [await probe.codeOf('ASSIGN_TASK', payload)], patience)
      for (const _ of [1, 2]) {
        const reply = await probe.ask('ASSIGN_TASK', payload)
        expect(isOf('ASSIGN_ACK')(reply), `ASSIGN_TASK is answered with ${codeOf(reply)}`)
        expectEqual('the lease acknowledged', decodeAssignAck(reply.payload).leaseId, assign.leaseId)
      }
      const other = { ...assign, taskId: bytesToHex(systemRandom.bytes(HASH_BYTES)) }
      const conflict = await probe.codeOf('ASSIGN_TASK', encodeAssignTask(other))
      expectEqual('the answer to the same lease for another task', conflict, 'LEASE_CONFLICT')
      release()
      await revoke(probe, assign.leaseId)
      return 'acknowledged twice; LEASE_CONFLICT for another task'
    }
  },
  {
    must: 'MUST-070',
    role,
    async run({ peer, patience }) {
      const probe = await peer()
      await probe.join(coordinatorHello)
      const assign = assignmentOf(probe, 1n)
      await whileBusy(async () => [await probe.codeOf('ASSIGN_TASK', encodeAssignTask(assign))], patience)
      for (const hash of [assign.spec.moduleHash, assign.spec.inputHash]) {
        await probe.blobs.requests.find(`a request for blob ${hash}`, (asked) => asked === hash)
      }
      await revoke(probe, assign.leaseId)
      return 'both blobs are asked of the peer that assigned'
    }
  },
  {
    must: 'MUST-151',
    part: 'the same offer twice on one connection, with an execution more under way',
    role,
    async run({ peer, patience }) {
      const probe = await peer()
      await probe.join(coordinatorHello)
      const { moduleHash, moduleBytes, inputBytes, limits } = assignmentOf(probe, 1n).spec
      const offer = encodeTaskOffer({
        ...{ taskId: bytesToHex(systemRandom.bytes(HASH_BYTES)), attempt: 1 },
        ...{ moduleHash, moduleBytes, inputBytes, limits },
        requirements: { regions: [], minReputationPermille: 0, isolation: undefined },
        ...{ maxCost: 2n ** 63n, closesAtMs: Date.now() + 10_000 }
      })
      const first = await bidWhenFree(probe, offer, patience)
      if (first?.series === undefined)
        throw new NotApplicable('it bids for nothing, or its bids name no series')
      // Another load, from which another price may follow. Held back, so that the run lasts until all has been asked.
      const release = probe.blobs.hold()
      const other = assignmentOf(probe, 2n)
      const ask = async () => [await probe.codeOf('ASSIGN_TASK', encodeAssignTask(other))]
      const [taken] = await whileBusy(ask, patience)
      if (taken !== 'ASSIGN_ACK') throw new NotApplicable(`its load stays as it is: ${taken}`)
      const second = await bidWhenFree(probe, offer, patience)
      release()
      await revoke(probe, other.leaseId)
      if (second?.series === undefined) return 'it declines the second time'
      if (bytesToHex(second.series) !== bytesToHex(first.series)) return 'it begins another series'
      for (const term of ['cost', 'load', 'slots', 'moduleCached'] as const) {
        expectEqual(`the second bid's ${term}`, second[term], first[term])
      }
      return 'the same bid twice'
    }
  }
]

/** The answer to an offer, asked for again while other cases use every slot; undefined if it is declined. */
async function bidWhenFree(
  probe: RawPeer,
  offer: Uint8Array,
  patience: { stepMs: number }
): Promise<Bid | undefined> {
  let bid: Bid | undefined
  await whileBusy(async () => {
    const reply = await probe.ask('TASK_OFFER', offer)
    if (isOf('DECLINE')(reply)) return [decodeDecline(reply.payload).code]
    expect(isOf('BID')(reply), `TASK_OFFER is answered with ${codeOf(reply)}`)
    bid = decodeBid(reply.payload)
    return []
  }, patience)
  return bid
}
