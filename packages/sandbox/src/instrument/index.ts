/**
 * Rewrites a WebAssembly module so that a run of it is metered and deterministic: fuel, depth, NaN bits.
 * It runs nothing itself. `metering-hash.ts` stands apart, because it needs the protocol package.
 */
export { costTable, METERING_VERSION, meteringParameters } from './cost-table.js'
export { type MeterGlobals, Reason } from './fuel-code.js'
export {
  type InstrumentedModule,
  type InstrumentOptions,
  instrumentModule,
  instrumentParsed,
  type MeterExports
} from './instrument.js'
