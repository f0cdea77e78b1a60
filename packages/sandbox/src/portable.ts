/**
 * What of the sandbox runs anywhere, in browsers too: checking, metering and running a module in this very thread,
 * with the same fuel, output and end as in a child process.
 *
 * It protects nobody from a module that takes long, and nothing but fuel ends one.
 *
 * ```ts
 * const loaded = loadModule(bytes, limits)
 * const report = 'code' in loaded ? loaded : execute(loaded.compiled, loaded.prepared, request, { sha3, stderrBytes })
 * ```
 * @packageDocumentation
 */
export {
  type ExecutionInput,
  type ExecutionReport,
  type ExecutionTools,
  execute
} from './execution/execute.js'
export { type CompiledModule, loadModule } from './execution/load.js'
export type { TrapKind } from './execution/traps.js'
export { inspectModule, type ModuleReport } from './inspect/inspect.js'
export { METERING_VERSION } from './instrument/index.js'
export { meteringHash } from './instrument/metering-hash.js'
export { type ModuleLimits, type PreparedModule, prepareModule } from './module/prepare.js'
export { ModuleRefusal } from './module/refusal.js'
export type { Sha3 } from './wasi/random.js'
