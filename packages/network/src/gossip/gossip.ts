import type { CoordinatorAnnouncement, TelemetrySample } from '@ailee/protocol'

/** Small news for everybody. Listeners get decoded values whose publisher has been checked, never their own. */
export interface Gossip {
  publishTelemetry(sample: TelemetrySample): Promise<void>
  publishAnnouncement(announcement: CoordinatorAnnouncement): Promise<void>
  /** Returns a function that ends the subscription. */
  onTelemetry(listener: (sample: TelemetrySample) => void): () => void
  /** Returns a function that ends the subscription. */
  onAnnouncement(listener: (announcement: CoordinatorAnnouncement) => void): () => void
}
