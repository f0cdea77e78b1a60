import { systemRandom } from '@ailee/core'
import {
  type Bid,
  type BidCommitment,
  bidCommitment,
  bytesToHex,
  decodeAssignAck,
  decodeBid,
  decodeBidCommitment,
  decodeDecline,
  encodeAssignTask,
  encodeRevealBid,
  encodeTaskOffer,
  HASH_BYTES
} from '@ailee/protocol'
import type { Case } from '../case.js'
import { expect, expectEqual, NotApplicable, Violation } from '../errors.js'
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
  },
  {
    must: 'MUST-165',
    role,
    async run({ peer, patience }) {
      const probe = await peer()
      await probe.join(coordinatorHello)
      const { commitment } = await sealedBid(probe, patience)
      const again = await sealedBid(probe, patience)
      expect(
        bytesToHex(again.commitment) !== bytesToHex(commitment),
        'two commitments are alike: their bids have no new salt'
      )
      return 'a sealed offer is answered with a commitment, another one each time'
    }
  },
  {
    must: 'MUST-167',
    role,
    async run({ peer, patience, network, nodeId }) {
      const probe = await peer()
      await probe.join(coordinatorHello)
      // What it answers instead of a commitment is for MUST-165 to tell.
      const made = await sealedBid(probe, patience).catch((error: unknown) => {
        throw error instanceof Violation ? new NotApplicable(error.message) : error
      })
      const reveal = encodeRevealBid({ ...made, commitmentsRoot: systemRandom.bytes(HASH_BYTES) })
      const stranger = await peer()
      await stranger.join(coordinatorHello)
      const elsewhere = await stranger.codeOf('REVEAL_BID', reveal)
      expectEqual('the answer to another coordinator', elsewhere, 'BID_UNKNOWN')
      for (const _ of [1, 2]) {
        const reply = await probe.ask('REVEAL_BID', reveal)
        expect(isOf('BID')(reply), `REVEAL_BID is answered with ${codeOf(reply)}`)
        const shown = bytesToHex(bidCommitment(network, nodeId, reply.payload))
        expectEqual('the hash of the bid shown', shown, bytesToHex(made.commitment))
        expectEqual('the bytes of its salt', decodeBid(reply.payload).salt?.length, 32)
      }
      const other = encodeRevealBid({
        ...{ ...made, commitment: systemRandom.bytes(HASH_BYTES) },
        commitmentsRoot: systemRandom.bytes(HASH_BYTES)
      })
      expectEqual('the answer to another commitment', await probe.codeOf('REVEAL_BID', other), 'BID_UNKNOWN')
      return 'shown to whom it was committed, twice the same; BID_UNKNOWN to others'
    }
  }
]

/** What a worker commits to for a sealed offer of a task of the probe. NotApplicable if it declines. */
async function sealedBid(probe: RawPeer, patience: { stepMs: number }): Promise<BidCommitment> {
  const { moduleHash, moduleBytes, inputBytes, limits } = assignmentOf(probe, 1n).spec
  const offer = encodeTaskOffer({
    ...{ taskId: bytesToHex(systemRandom.bytes(HASH_BYTES)), attempt: 1 },
    ...{ moduleHash, moduleBytes, inputBytes, limits, sealed: true },
    requirements: { regions: [], minReputationPermille: 0, isolation: undefined },
    ...{ maxCost: 2n ** 63n, closesAtMs: Date.now() + 10_000 }
  })
  let commitment: BidCommitment | undefined
  await whileBusy(async () => {
    const reply = await probe.ask('TASK_OFFER', offer)
    if (isOf('DECLINE')(reply)) return [decodeDecline(reply.payload).code]
    if (!isOf('BID_COMMITMENT')(reply)) {
      throw new Violation(`a sealed TASK_OFFER is answered with ${codeOf(reply)}`)
    }
    commitment = decodeBidCommitment(reply.payload)
    return []
  }, patience)
  if (commitment === undefined) throw new NotApplicable('it takes no part in sealed auctions')
  return commitment
}

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
