import { AileeError, remoteText } from '@ailee/core'
import type { Status } from '@ailee/protocol'

/** A refusal that came from a peer: its code, and its text made safe to show. */
export class RemoteError extends AileeError {
  /** When trying again may help, in milliseconds; 0 = not stated. */
  readonly retryAfterMs: number

  constructor(status: Status) {
    super(status.code, remoteText(status.message))
    this.name = 'RemoteError'
    this.retryAfterMs = status.retryAfterMs
  }
}
