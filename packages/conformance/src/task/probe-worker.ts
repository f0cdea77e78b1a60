import { MIB, systemRandom } from '@ailee/core'
import {
  type AssignTask,
  BID_SALT_BYTES,
  type Bid,
  bidCommitment,
  decodeAssignTask,
  decodeRevealBid,
  decodeRevealResult,
  decodeTaskOffer,
  type Envelope,
  encodeAssignAck,
  encodeBid,
  encodeBidCommitment,
  encodeHeartbeat,
  encodeResult,
  encodeResultCommitment,
  encodeWorkerStatus,
  isInfrastructureFailure,
  type MessageType,
  type Result,
  type RevealBid,
  resultCommitment,
  SALT_BYTES,
  type TaskOffer
} from '@ailee/protocol'
import { expect } from '../errors.js'
import type { RawPeer } from '../raw/raw-peer.js'
import { isOf, probeHello } from '../raw/task-stream.js'
import { type ResultTwist, resultOf } from './probe-result.js'

/** A bid that has been committed to. */
export interface SealedBid {
  bid: Bid
  commitment: Uint8Array
}

/** A peer of the probe that takes the part of a worker, in a region where there is no other. */
export class ProbeWorker {
  readonly peer: RawPeer
  readonly #region: string
  readonly #network: string
  readonly #taken = new Set<Envelope>()

  constructor(peer: RawPeer, init: { network: string; region: string }) {
    this.peer = peer
    this.#network = init.network
    this.#region = init.region
  }

  /** Says HELLO as a worker. */
  async join(): Promise<this> {
    await this.peer.join({ ...probeHello, worker: true, client: false })
    return this
  }

  /** Tells what it offers: from then on it is offered tasks. */
  async introduce(): Promise<this> {
    const status = {
      slots: 4,
      memoryBytes: 64 * MIB,
      cores: 1,
      region: this.#region,
      deviceClass: 'probe',
      isolation: 'full' as const,
      draining: false
    }
    await this.peer.say('WORKER_STATUS', encodeWorkerStatus(status))
    return this
  }

  /** The next offer that has not been taken yet. */
  async offer(): Promise<{ offer: TaskOffer; requestId: number }> {
    const envelope = await this.#next('TASK_OFFER')
    return { offer: decodeTaskOffer(envelope.payload), requestId: envelope.requestId }
  }

  async bid({ offer, requestId }: { offer: TaskOffer; requestId: number }, change = {}): Promise<void> {
    const { taskId, attempt } = offer
    const bid = { taskId, attempt, cost: 1n, load: 0, slots: 4, moduleCached: false, ...change }
    await this.peer.say('BID', encodeBid(bid), { requestId, reply: true })
  }

  /** Commits to a bid, in a sealed auction. */
  async commitBid(
    { offer, requestId }: { offer: TaskOffer; requestId: number },
    change: Partial<Bid> = {}
  ): Promise<SealedBid> {
    const { taskId, attempt } = offer
    const salt = systemRandom.bytes(BID_SALT_BYTES)
    const bid = { taskId, attempt, cost: 1n, load: 0, slots: 4, moduleCached: false, salt, ...change }
    const commitment = bidCommitment(this.#network, this.peer.nodeId, encodeBid(bid))
    const payload = encodeBidCommitment({ taskId, attempt, commitment })
    await this.peer.say('BID_COMMITMENT', payload, { requestId, reply: true })
    return { bid, commitment }
  }

  /** The next request to show a bid. */
  async askedForBid(): Promise<{ reveal: RevealBid; requestId: number }> {
    const envelope = await this.#next('REVEAL_BID')
    expect(envelope.signature !== undefined, 'REVEAL_BID is not signed')
    return { reveal: decodeRevealBid(envelope.payload), requestId: envelope.requestId }
  }

  async showBid({ requestId }: { requestId: number }, { bid }: SealedBid): Promise<void> {
    await this.peer.say('BID', encodeBid(bid), { requestId, reply: true })
  }

  /** The next assignment, not answered yet. */
  async assignment(): Promise<{ assign: AssignTask; envelope: Envelope }> {
    const envelope = await this.#next('ASSIGN_TASK')
    expect(envelope.signature !== undefined, 'ASSIGN_TASK is not signed')
    return { assign: decodeAssignTask(envelope.payload), envelope }
  }

  async acknowledge({ assign, envelope }: { assign: AssignTask; envelope: Envelope }): Promise<void> {
    const { taskId, leaseId } = assign
    const { requestId } = envelope
    await this.peer.say('ASSIGN_ACK', encodeAssignAck({ taskId, leaseId }), { requestId, reply: true })
  }

  /** Takes the next offer: bids, is assigned and acknowledges. */
  async win(): Promise<AssignTask> {
    await this.bid(await this.offer())
    const assignment = await this.assignment()
    await this.acknowledge(assignment)
    return assignment.assign
  }

  async heartbeat(...leaseIds: bigint[]): Promise<void> {
    await this.peer.say('HEARTBEAT', encodeHeartbeat({ leaseIds }))
  }

  /** Returns a result of this assignment and gives what is answered. Where it is to commit first, it does, and waits until it is asked. */
  async deliver(assign: AssignTask, twist: ResultTwist = {}): Promise<Envelope> {
    const result = await this.resultOf(assign, twist)
    if (!assign.commitFirst || isInfrastructureFailure(result.receipt.code)) return this.show(result)
    const sealed = seal(result)
    await this.commit(sealed)
    await this.asked(assign.leaseId)
    return this.show(sealed)
  }

  resultOf(assign: AssignTask, twist: ResultTwist = {}): Promise<Result> {
    const init = { network: this.#network, worker: this.peer.nodeId, signer: this.peer.signer.batch }
    return resultOf(assign, init, twist)
  }

  /** Commits to a sealed result and gives what is answered. */
  commit({ taskId, leaseId, receipt, salt }: SealedResult): Promise<Envelope> {
    const commitment = resultCommitment(receipt, salt)
    return this.peer.ask('RESULT_COMMITMENT', encodeResultCommitment({ taskId, leaseId, commitment }))
  }

  /** Waits until the result of this lease is asked for. */
  async asked(leaseId: bigint): Promise<void> {
    await this.peer.inbox.find('REVEAL_RESULT', asksFor(leaseId))
  }

  /** Whether the result of this lease has been asked for. */
  wasAsked(leaseId: bigint): boolean {
    return this.peer.inbox.items.some(asksFor(leaseId))
  }

  show(result: Result): Promise<Envelope> {
    return this.peer.ask('RESULT', encodeResult(result))
  }

  async #next(type: MessageType): Promise<Envelope> {
    const fits = (envelope: Envelope): boolean => isOf(type)(envelope) && !this.#taken.has(envelope)
    const envelope = await this.peer.inbox.find(type, fits)
    this.#taken.add(envelope)
    return envelope
  }
}

/** A result with the salt of its commitment. */
export interface SealedResult extends Result {
  salt: Uint8Array
}

export function seal(result: Result): SealedResult {
  return { ...result, salt: systemRandom.bytes(SALT_BYTES) }
}

function asksFor(leaseId: bigint): (envelope: Envelope) => boolean {
  return (envelope) =>
    isOf('REVEAL_RESULT')(envelope) && decodeRevealResult(envelope.payload).leaseId === leaseId
}
