import {
  type BatchSigner,
  decodeAssignTask,
  decodeRevokeLease,
  encodeAssignAck,
  encodeDecline,
  MAX_INPUT_BYTES,
  type MessageType
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
      const decline = { taskId: '00'.repeat(32), attempt: 1, code: 'WORKER_TASK_UNSUPPORTED', message: '' }
      return { type: 'DECLINE', payload: encodeDecline(decline) }
    }
    if (type === 'REVOKE_LEASE') {
      this.#leases.delete(`${peer.id} ${decodeRevokeLease(payload).leaseId}`)
      return undefined
    }
    return this.#assigned(message)
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
