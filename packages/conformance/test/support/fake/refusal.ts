/** Why a fake refuses a stream, or a message. */
export class Refusal extends Error {
  readonly code: string
  /** The message alone is refused; the stream goes on. */
  readonly alone: boolean
  readonly retryAfterMs: number

  constructor(code: string, { alone = false, retryAfterMs = 0 } = {}) {
    super(code)
    this.code = code
    this.alone = alone
    this.retryAfterMs = retryAfterMs
  }
}
