import type { Patience } from '../../../src/index.js'

/** A fake loses patience sooner than the specification lets a node, so that tests of the probe are short. */
export const REQUEST_TIMEOUT_MS = 3_000
export const FRAME_TIMEOUT_MS = 8_000
/** What a fake coordinator gives its workers. */
export const AUCTION_MS = 3_000
export const ANSWER_MS = 1_500
export const LEASE_MS = 3_000

/** How long the probe waits for fakes, and how far it goes with them. */
export const fakePatience: Patience = {
  stepMs: 12_000,
  watchMs: 700,
  silenceMs: 9_000,
  frameMs: FRAME_TIMEOUT_MS,
  offers: 3_000
}
