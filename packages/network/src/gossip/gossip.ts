import type { CoordinatorAnnouncement, Evidence, TelemetrySample } from '@ailee/protocol'

/** Small news for everybody. Listeners get decoded values that have been checked, never their own. */
export interface Gossip {
  publishTelemetry(sample: TelemetrySample): Promise<void>
  publishAnnouncement(announcement: CoordinatorAnnouncement): Promise<void>
  /** Throws EVIDENCE_INVALID for what peers would punish. Telling the same twice is harmless: they know it. */
  publishEvidence(evidence: Evidence): Promise<void>
  /** Returns a function that ends the subscription. */
  onTelemetry(listener: (sample: TelemetrySample) => void): () => void
  /** Returns a function that ends the subscription. */
  onAnnouncement(listener: (announcement: CoordinatorAnnouncement) => void): () => void
  /** Valid evidence, each contradiction once as far as is remembered. Returns a function that ends the subscription. */
  onEvidence(listener: (evidence: Evidence) => void): () => void
}
