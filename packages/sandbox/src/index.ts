/**
 * Runs one untrusted WebAssembly module under limits, deterministically: checks it, instruments it so that fuel and
 * depth are counted exactly, gives it WASI preview 1 with files in memory and no sockets, and a small module of the
 * host's own, and runs it in a child process that can always be killed.
 *
 * It does not fetch modules and does not judge results.
 *
 * ```ts
 * const sandbox = new Sandbox({ log, metrics, clock: systemClock }, { processes: 2 })
 * await sandbox.start()
 * const outcome = await sandbox.run({ module, moduleHash, function: 'countPrimes', input, limits, seed, clockMs })
 * await sandbox.stop()
 * ```
 * @packageDocumentation
 */
export type { ExecutionOutcome, ExecutionRequest, ExecutionTimes } from '@ailee/protocol'
export type { SandboxErrorCode } from './errors.js'
export { noTimes } from './execution/times.js'
export type { TrapKind } from './execution/traps.js'
export { inspectModule, type ModuleReport } from './inspect/inspect.js'
export type { ModuleProblem } from './inspect/problems.js'
export type { FunctionType, ValueType } from './module/module-info.js'
export { type ModuleLimits, type PreparedModule, prepareModule } from './module/prepare.js'
export { ModuleRefusal } from './module/refusal.js'
export { formatSignature } from './module/signature.js'
export type { IsolationLevel } from './pool/isolation.js'
export type { InstrumentedModuleCache } from './pool/module-library.js'
export {
  Sandbox,
  type SandboxComponents,
  type SandboxInit
} from './sandbox.js'
