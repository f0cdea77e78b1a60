/**
 * Takes tasks in, auctions and assigns them, verifies what comes back, and tells the client. It meets workers and
 * clients only on the wire; it opens no connection itself and runs no module.
 *
 * ```ts
 * const coordinator = new Coordinator(components, { network: 'local' })
 * await coordinator.start()
 * ```
 * @packageDocumentation
 */
export { ANNOUNCE_MS, LEASE_MS, MAX_LOT_SIZE } from './constants.js'
export { Coordinator, type CoordinatorComponents, type CoordinatorInit } from './coordinator.js'
export { CoordinatorError, type CoordinatorErrorCode } from './errors.js'
export { EvidenceDesk, type EvidenceDeskComponents, type Taken } from './evidence/evidence-desk.js'
export { ReceiptWitness } from './evidence/receipt-witness.js'
export type {
  ExplainedAuction,
  ExplainedBid,
  ExplainedExecution,
  Explanation
} from './explain/explanation.js'
export { TelemetryRecorder, type TelemetryRecorderComponents } from './health/telemetry-recorder.js'
export type { AdmissionRule } from './task/admission.js'
export { completeOf, statusOf } from './task/status.js'
export type { LotArchive } from './verification/lot-archive.js'
export type { RefereeComponents } from './verification/verification.js'
