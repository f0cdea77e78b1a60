/**
 * State and history of a node: typed repositories over one small key-value port, LevelDB behind it, and the
 * same in memory for tests. It decides nothing about tasks or nodes, and opens no connection.
 *
 * ```ts
 * const store = new LevelStore({ log, metrics }, { path: '/var/lib/ailee/store' })
 * await store.start()
 * const tasks = new TaskRepository({ store })
 * for await (const { record, revision } of tasks.listOpen()) resume(record, revision)
 * ```
 * @packageDocumentation
 */
export type {
  Change,
  CommitRequest,
  CommitResult,
  Condition,
  Entry,
  KeyValueStore,
  Operation,
  RangeOptions,
  WatchOptions
} from '@ailee/core'
export type { BlobStore, StoredBlob } from './blob-store.js'
export { LEASE_BLOCK, SCHEMA_VERSION } from './constants.js'
export { StoreError, type StoreErrorCode } from './errors.js'
export { prefixes } from './keys.js'
export { LevelStore, type LevelStoreComponents, type LevelStoreInit } from './level/level-store.js'
export { MemoryStore } from './memory/memory-store.js'
export type { AuctionRecord } from './records/auction-record.js'
export type { BanRecord } from './records/ban-record.js'
export type { EvidenceRecord } from './records/evidence-record.js'
export type { ExecutionRecord, ExecutionState } from './records/execution-record.js'
export type { LedgerAccountRecord } from './records/ledger-account-record.js'
export type { LedgerEntryRecord, LedgerOperationKind } from './records/ledger-entry-record.js'
export type { LedgerEscrowRecord } from './records/ledger-escrow-record.js'
export type { LedgerTotalsRecord } from './records/ledger-totals-record.js'
export type { LotRecord as ClosedLotRecord } from './records/lot-record.js'
export type { NodeRecord } from './records/node-record.js'
export type { ReputationChangeKind, ReputationChangeRecord } from './records/reputation-change-record.js'
export type { ReputationRecord } from './records/reputation-record.js'
export type { TaskRecord } from './records/task-record.js'
export { AuctionRepository } from './repositories/auction-repository.js'
export { BanRepository } from './repositories/ban-repository.js'
export {
  BlobRepository,
  type BlobRepositoryComponents,
  type BlobRepositoryInit
} from './repositories/blob-repository.js'
export {
  EvidenceRepository,
  type EvidenceRepositoryInit,
  type StoredEvidence
} from './repositories/evidence-repository.js'
export {
  InstrumentedRepository,
  type InstrumentedRepositoryComponents,
  type InstrumentedRepositoryInit
} from './repositories/instrumented-repository.js'
export { type Journal, JournalRepository, type Snapshot } from './repositories/journal-repository.js'
export { LeaseCounter } from './repositories/lease-counter.js'
export {
  type LedgerCommit,
  LedgerRepository,
  type ListLedgerEntriesOptions
} from './repositories/ledger-repository.js'
export { LotRepository } from './repositories/lot-repository.js'
export { NodeRepository } from './repositories/node-repository.js'
export { ReceiptRepository, type StoredReceipt } from './repositories/receipt-repository.js'
export { ReputationRepository } from './repositories/reputation-repository.js'
export type { ListOptions, Stored } from './repositories/stored.js'
export {
  type ListByClientOptions,
  TaskRepository,
  type TaskRepositoryComponents
} from './repositories/task-repository.js'
export {
  type TelemetryListOptions,
  TelemetryRepository,
  type TelemetryRetention
} from './repositories/telemetry-repository.js'
export { VerificationRepository } from './repositories/verification-repository.js'
