import {
  FRAME_TIMEOUT_MS,
  SILENCE_TIMEOUT_MS,
  STEP_TIMEOUT_MS,
  UNBOUNDED_OFFERS,
  WATCH_MS
} from './constants.js'

/** How long the probe waits, in milliseconds, and how far it goes. */
export interface Patience {
  /** For one thing that the target must do. */
  stepMs: number
  /** For what must not happen. */
  watchMs: number
  /** For the target to end a stream that says nothing. */
  silenceMs: number
  /** How long a message may take to arrive. */
  frameMs: number
  /** Where so many offers of one peer are taken in a few seconds, nothing bounds them. */
  offers: number
}

/** What the specification and busy machines ask for. Only for targets that are made for tests it is another. */
export const usualPatience: Patience = {
  stepMs: STEP_TIMEOUT_MS,
  watchMs: WATCH_MS,
  silenceMs: SILENCE_TIMEOUT_MS,
  frameMs: FRAME_TIMEOUT_MS,
  offers: UNBOUNDED_OFFERS
}
