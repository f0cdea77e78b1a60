import { CREDIT_WINDOW_BYTES, CREDIT_WINDOW_MESSAGES, type Credit } from '@ailee/protocol'

const HALF_MESSAGES = CREDIT_WINDOW_MESSAGES / 2
const HALF_BYTES = CREDIT_WINDOW_BYTES / 2

/** Receiver's side of a window: what the peer may still send, and what can be granted again. */
export class CreditWindow {
  #messages = CREDIT_WINDOW_MESSAGES
  #bytes = CREDIT_WINDOW_BYTES
  #freedMessages = 0
  #freedBytes = 0

  /** The whole window, granted at the start. */
  get initial(): Credit {
    return { messages: CREDIT_WINDOW_MESSAGES, bytes: CREDIT_WINDOW_BYTES }
  }

  /** A message of `bytes` arrived. False if the peer had no credit for it. */
  charge(bytes: number): boolean {
    this.#messages -= 1
    this.#bytes -= bytes
    return this.#messages >= 0 && this.#bytes >= 0
  }

  /** A message was handled. Returns what to grant once half the window is free, so that CREDIT stays rare. */
  release(bytes: number): Credit | undefined {
    this.#freedMessages += 1
    this.#freedBytes += bytes
    if (this.#freedMessages < HALF_MESSAGES && this.#freedBytes < HALF_BYTES) return undefined
    const credit = { messages: this.#freedMessages, bytes: this.#freedBytes }
    this.#messages += credit.messages
    this.#bytes += credit.bytes
    this.#freedMessages = 0
    this.#freedBytes = 0
    return credit
  }
}
