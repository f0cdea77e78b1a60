import type { MessageType } from '@ailee/protocol'
import { MAX_QUEUED_BYTES, MAX_QUEUED_MESSAGES } from '../constants.js'
import { NetworkError } from '../errors.js'
import { isFree } from './channel-message.js'
import type { CreditAllowance } from './credit-allowance.js'

/** One message waiting to be sent. */
export interface Delivery {
  type: MessageType
  frame: Uint8Array
  /** What it costs: the bytes of its envelope. */
  cost: number
  /** True once nobody waits for it; it is then not sent. */
  isCancelled(): boolean
  sent(): void
  failed(error: Error): void
}

/** Messages for one peer, in order, bounded in number and bytes. */
export class OutboundQueue {
  #entries: Delivery[] = []
  /** Entries before it have been taken; the array is cut now and then, as shifting each would be slow. */
  #head = 0
  #bytes = 0

  get length(): number {
    return this.#entries.length - this.#head
  }

  /** Throws TASK_STREAM_OVERLOADED. `share` widens the bounds for messages that must not be crowded out. */
  push(delivery: Delivery, share = 1): void {
    const full = this.length >= MAX_QUEUED_MESSAGES * share
    if (full || this.#bytes + delivery.frame.length > MAX_QUEUED_BYTES * share) {
      throw new NetworkError('TASK_STREAM_OVERLOADED', 'too much is waiting to be sent to the peer')
    }
    this.#entries.push(delivery)
    this.#bytes += delivery.frame.length
  }

  /** The next messages that credit and `maxBytes` allow; at least one if credit allows it. */
  take(allowance: CreditAllowance, maxBytes: number): Delivery[] {
    const batch: Delivery[] = []
    let bytes = 0
    for (;;) {
      const next = this.#entries[this.#head]
      if (next === undefined) break
      if (!next.isCancelled()) {
        if (batch.length > 0 && bytes + next.frame.length > maxBytes) break
        if (!isFree(next.type) && !allowance.take(next.cost)) break
        batch.push(next)
        bytes += next.frame.length
      }
      this.#head += 1
      this.#bytes -= next.frame.length
    }
    if (this.#head === this.#entries.length || this.#head > MAX_QUEUED_MESSAGES) {
      this.#entries = this.#entries.slice(this.#head)
      this.#head = 0
    }
    return batch
  }

  failAll(error: Error): void {
    const entries = this.#entries.slice(this.#head)
    this.#entries = []
    this.#head = 0
    this.#bytes = 0
    for (const entry of entries) entry.failed(error)
  }
}
