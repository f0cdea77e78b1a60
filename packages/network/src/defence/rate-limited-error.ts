import { NetworkError } from '../errors.js'

/** A message that comes over a limit: refused by itself, with a word on when to come again. */
export class RateLimitedError extends NetworkError {
  readonly retryAfterMs: number

  constructor(what: string, retryAfterMs: number) {
    super('RATE_LIMITED', `too many ${what} from you or your part of the network`)
    this.retryAfterMs = retryAfterMs
  }
}
