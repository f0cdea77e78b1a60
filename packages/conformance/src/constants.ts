import { KIB } from '@ailee/core'

/** How long a case waits for one thing that the target must do: long, since a busy machine is no violation. */
export const STEP_TIMEOUT_MS = 15_000
/** For a connection or a stream to open. */
export const OPEN_TIMEOUT_MS = 30_000
/** Between two attempts to connect. */
export const REDIAL_MS = 500
/** How long a case watches for what must not happen. */
export const WATCH_MS = 2_000
/** A target must end a stream that says nothing after 10 s; this much later it has failed to. */
export const SILENCE_TIMEOUT_MS = 20_000
/** How long a message may take from its first byte to its last, section 19 of the specification. */
export const FRAME_TIMEOUT_MS = 30_000
/** More offers than any node should take of one peer in a few seconds. */
export const UNBOUNDED_OFFERS = 50_000
/** What a node may say against a task stream, section 3 of the specification. */
export const MAX_ANSWER_BYTES = 4 * KIB
/** How long signed messages of the probe are valid. */
export const MESSAGE_VALIDITY_MS = 120_000
/** Cases that run at once: some do nothing but wait. */
export const PARALLEL_CASES = 8
/** A worker that has no free slot is asked again after this long. */
export const BUSY_RETRY_MS = 50
