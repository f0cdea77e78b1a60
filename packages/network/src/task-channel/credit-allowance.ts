import type { Credit } from '@ailee/protocol'

/** Sender's side of a window: what may still be sent. */
export class CreditAllowance {
  #messages = 0
  #bytes = 0

  grant(credit: Credit): void {
    this.#messages += credit.messages
    this.#bytes += credit.bytes
  }

  /** Takes one message of `bytes` if there is room for it. */
  take(bytes: number): boolean {
    if (this.#messages < 1 || this.#bytes < bytes) return false
    this.#messages -= 1
    this.#bytes -= bytes
    return true
  }
}
