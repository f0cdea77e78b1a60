/**
 * Samples the machine's health, bids on offers, executes what it wins, proves and delivers the result. It meets
 * coordinators only on the wire and trusts none of them with more than work: modules run in the sandbox.
 *
 * ```ts
 * const worker = new Worker(components, { network: 'local', capacity })
 * await worker.start()
 * ```
 * @packageDocumentation
 */
export { answerOffer, type Load } from './bidding.js'
export type { Capacity } from './capacity.js'
export { WorkerError, type WorkerErrorCode } from './errors.js'
export { type ModuleCache, Worker, type WorkerComponents, type WorkerInit } from './worker.js'
