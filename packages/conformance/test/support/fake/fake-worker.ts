import { systemRandom } from '@ailee/core'
import {
  type AssignTask,
  type BatchSigner,
  BID_SALT_BYTES,
  BID_SERIES_BYTES,
  bidCommitment,
  bytesToHex,
  decodeAssignTask,
  decodeRevealBid,
  decodeRevealResult,
  decodeRevokeLease,
  decodeTaskOffer,
  encodeAssignAck,
  encodeBid,
  encodeBidCommitment,
  encodeResult,
  encodeResultCommitment,
  MAX_INPUT_BYTES,
  type MessageType,
  type Result,
  type RevealBid,
  resultCommitment,
  SALT_BYTES,
  type TaskOffer
} from '@ailee/protocol'
import { resultOf } from '../../../src/task/probe-result.js'
import type { FakeBlobs } from './fake-blobs.js'
import type { Answer, FakePeer } from './fake-peer.js'
import type { FakeMessage, FakeRole } from './fake-role.js'
import { Refusal } from './refusal.js'
import type { Broken } from './rules.js'

const SLOTS = 4
const answered: ReadonlySet<MessageType> = new Set([
  'TASK_OFFER',
  'REVEAL_BID',
  'ASSIGN_TASK',
  'REVOKE_LEASE',
  'REVEAL_RESULT'
])

/** A worker that takes what it is assigned, fetches its blobs, and runs nothing. What it is to commit to it makes up. */
export class FakeWorker implements FakeRole {
  readonly name = 'worker'
  readonly #blobs: FakeBlobs
  readonly #broken: Broken
  readonly #leases = new Map<string, string>()
  readonly #bids = new Map<string, { from: string; bid: Uint8Array }>()
  readonly #sealed = new Map<string, Result>()
  readonly #identity: { network: string; worker: string; signer: BatchSigner }
  #lastCost = 1n
  readonly #series = systemRandom.bytes(BID_SERIES_BYTES)

  constructor(
    components: { blobs: FakeBlobs; signer: BatchSigner },
    init: { network: string; nodeId: string; broken: Broken }
  ) {
    this.#identity = { network: init.network, worker: init.nodeId, signer: components.signer }
    this.#blobs = components.blobs
    this.#broken = init.broken
  }

  handles(type: MessageType): boolean {
    return answered.has(type)
  }

  async handle(message: FakeMessage): Promise<Answer | undefined> {
    const { peer, hello, type, payload } = message
    if (!hello.coordinator && !this.#broken.trustsEverybody) throw new Refusal('WORKER_NOT_TRUSTED')
    if (type === 'TASK_OFFER') {
      return this.#bid(peer.id, decodeTaskOffer(payload))
    }
    if (type === 'REVEAL_BID') return this.#reveal(peer.id, decodeRevealBid(payload))
    if (type === 'REVOKE_LEASE') {
      this.#leases.delete(`${peer.id} ${decodeRevokeLease(payload).leaseId}`)
      return undefined
    }
    if (type === 'REVEAL_RESULT') {
      this.#show(peer, `${peer.id} ${decodeRevealResult(payload).leaseId}`)
      return undefined
    }
    return this.#assigned(message)
  }

  #bid(from: string, offer: TaskOffer): Answer {
    const cost = this.#broken.changesItsBids ? ++this.#lastCost : this.#lastCost
    const { taskId, attempt } = offer
    const terms = { taskId, attempt, cost, load: 0, slots: SLOTS, moduleCached: false, series: this.#series }
    if (offer.sealed !== true || this.#broken.bidsInTheOpen) return { type: 'BID', payload: encodeBid(terms) }
    const bid = encodeBid({ ...terms, salt: systemRandom.bytes(BID_SALT_BYTES) })
    const commitment = bidCommitment(this.#identity.network, this.#identity.worker, bid)
    this.#bids.set(bytesToHex(commitment), { from, bid })
    return { type: 'BID_COMMITMENT', payload: encodeBidCommitment({ taskId, attempt, commitment }) }
  }

  #reveal(from: string, { commitment }: RevealBid): Answer {
    const sealed = this.#bids.get(bytesToHex(commitment))
    if (sealed === undefined || (sealed.from !== from && !this.#broken.showsBidsToAnybody)) {
      throw new Refusal('BID_UNKNOWN')
    }
    return { type: 'BID', payload: sealed.bid }
  }

  left(peer: string): void {
    for (const key of this.#leases.keys()) if (key.startsWith(peer)) this.#leases.delete(key)
  }

  async #commit(peer: FakePeer, key: string, assign: AssignTask): Promise<void> {
    const salt = systemRandom.bytes(SALT_BYTES)
    const result = await resultOf(assign, this.#identity)
    this.#sealed.set(key, { ...result, salt })
    if (!this.#broken.commitsToNothing) {
      const { taskId, leaseId } = assign
      const commitment = resultCommitment(result.receipt, salt)
      const payload = encodeResultCommitment({ taskId, leaseId, commitment })
      void peer.ask({ type: 'RESULT_COMMITMENT', payload }).catch(() => {})
    }
    if (this.#broken.commitsToNothing || this.#broken.showsUnasked) this.#show(peer, key)
  }

  #show(peer: FakePeer, key: string): void {
    const result = this.#sealed.get(key)
    if (result === undefined) return
    void peer.ask({ type: 'RESULT', payload: encodeResult(result) }).catch(() => {})
  }

  #assigned({ peer, payload }: FakeMessage): Answer {
    const assign = decodeAssignTask(payload)
    const { taskId, leaseId, spec } = assign
    const key = `${peer.id} ${leaseId}`
    const held = this.#leases.get(key)
    if (held !== undefined && held !== taskId && !this.#broken.overlooksLeaseConflicts)
      throw new Refusal('LEASE_CONFLICT')
    if (held === undefined && this.#leases.size >= SLOTS) throw new Refusal('WORKER_BUSY')
    this.#leases.set(key, taskId)
    if (held === undefined && !this.#broken.fetchesNothing) {
      for (const hash of [spec.moduleHash, spec.inputHash])
        this.#blobs.fetch(peer.connection, hash, MAX_INPUT_BYTES).catch(() => {})
    }
    if (held === undefined && assign.commitFirst) this.#commit(peer, key, assign).catch(() => {})
    return { type: 'ASSIGN_ACK', payload: encodeAssignAck({ taskId, leaseId }) }
  }
}
