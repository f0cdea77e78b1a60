import { systemRandom } from '@ailee/core'
import {
  type BatchSigner,
  BID_SERIES_BYTES,
  decodeAssignTask,
  decodeRevokeLease,
  decodeTaskOffer,
  encodeAssignAck,
  encodeBid,
  MAX_INPUT_BYTES,
  type MessageType,
  type TaskOffer
} from '@ailee/protocol'
import type { FakeBlobs } from './fake-blobs.js'
import type { Answer } from './fake-peer.js'
import type { FakeMessage, FakeRole } from './fake-role.js'
import { Refusal } from './refusal.js'
import type { Broken } from './rules.js'

const SLOTS = 4

/** A worker that takes what it is assigned, fetches its blobs, and runs nothing. */
export class FakeWorker implements FakeRole {
  readonly name = 'worker'
  readonly #blobs: FakeBlobs
  readonly #broken: Broken
  readonly #leases = new Map<string, string>()
  #lastCost = 1n
  readonly #series = systemRandom.bytes(BID_SERIES_BYTES)

  constructor(components: { blobs: FakeBlobs; signer: BatchSigner }, init: { broken: Broken }) {
    this.#blobs = components.blobs
    this.#broken = init.broken
  }

  handles(type: MessageType): boolean {
    return type === 'TASK_OFFER' || type === 'ASSIGN_TASK' || type === 'REVOKE_LEASE'
  }

  async handle(message: FakeMessage): Promise<Answer | undefined> {
    const { peer, hello, type, payload } = message
    if (!hello.coordinator && !this.#broken.trustsEverybody) throw new Refusal('WORKER_NOT_TRUSTED')
    if (type === 'TASK_OFFER') {
      return this.#bid(decodeTaskOffer(payload))
    }
    if (type === 'REVOKE_LEASE') {
      this.#leases.delete(`${peer.id} ${decodeRevokeLease(payload).leaseId}`)
      return undefined
    }
    return this.#assigned(message)
  }

  #bid(offer: TaskOffer): Answer {
    const cost = this.#broken.changesItsBids ? ++this.#lastCost : this.#lastCost
    const { taskId, attempt } = offer
    const terms = { taskId, attempt, cost, load: 0, slots: SLOTS, moduleCached: false, series: this.#series }
    return { type: 'BID', payload: encodeBid(terms) }
  }

  left(peer: string): void {
    for (const key of this.#leases.keys()) if (key.startsWith(peer)) this.#leases.delete(key)
  }

  #assigned({ peer, payload }: FakeMessage): Answer {
    const { taskId, leaseId, spec } = decodeAssignTask(payload)
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
    return { type: 'ASSIGN_ACK', payload: encodeAssignAck({ taskId, leaseId }) }
  }
}
