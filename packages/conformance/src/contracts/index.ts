/**
 * Contracts: what every implementation of a port must do, as cases that take a test runner and a factory. They need
 * `core` and `protocol` alone, no runner, no assertion library, no libp2p, and nothing of Node's.
 *
 * ```ts
 * import { test } from 'node:test'
 * storeContract({ test, factory: async () => ({ store, reopen, dispose }) })
 * ```
 * @packageDocumentation
 */
export { CaseRecorder } from './case-recorder.js'
export { type Assertions, plainAssertions } from './checks.js'
export type { ContractInit, Fixture, RegisterCase } from './contract.js'
export {
  type ContractLedger,
  type ContractOperation,
  type ContractTotals,
  type LedgerFixture,
  ledgerContract
} from './ledger/ledger-contract.js'
export { type SandboxFixture, sandboxContract, WAITING_TASKS } from './sandbox/sandbox-contract.js'
export { type StoreFixture, storeContract } from './store/store-contract.js'
export { type BlobFixture, blobFetcherContract } from './transport/blob-contract.js'
export {
  type TransportContractInit,
  type TransportFixture,
  transportContract
} from './transport/transport-contract.js'
