import {
  bytesToHex,
  type Evidence,
  findContradiction,
  isInfrastructureFailure,
  type Receipt,
  type SignedReceipt,
  signedReceipt
} from '@ailee/protocol'
import { MAX_WITNESSED_RECEIPTS } from '../constants.js'

/**
 * Remembers what workers stated about their executions of a task, so that a second result that contradicts the first
 * convicts its worker, also where it comes too late to count. Bounded: past the bound the oldest is forgotten.
 */
export class ReceiptWitness {
  readonly #seen = new Map<string, SignedReceipt>()
  readonly #capacity: number

  constructor(init: { capacity?: number } = {}) {
    this.#capacity = init.capacity ?? MAX_WITNESSED_RECEIPTS
  }

  /**
   * Takes note of a receipt, and gives evidence where the worker stated otherwise before. The caller has checked that
   * its worker signed it, and that this coordinator assigned the task to it: else anybody could fill this memory.
   */
  see(receipt: Receipt): Evidence | undefined {
    if (isInfrastructureFailure(receipt.code)) return undefined
    const key = `${receipt.worker}/${receipt.taskId}/${bytesToHex(receipt.meteringHash)}`
    const signed = signedReceipt(receipt)
    const before = this.#seen.get(key)
    if (before !== undefined) return findContradiction(before, signed)
    this.#seen.set(key, signed)
    if (this.#seen.size <= this.#capacity) return undefined
    for (const oldest of this.#seen.keys()) {
      this.#seen.delete(oldest)
      break
    }
    return undefined
  }
}
