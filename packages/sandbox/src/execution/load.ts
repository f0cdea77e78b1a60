import { type ModuleLimits, type PreparedModule, prepareModule } from '../module/prepare.js'
import { type ExecutionReport, refusalReport, report } from './execute.js'

/** A module that need not be checked and compiled again. */
export interface CompiledModule {
  prepared: PreparedModule
  compiled: WebAssembly.Module
}

/** Checks, instruments and compiles a module; the report of why, if it cannot be run. */
export function loadModule(bytes: Uint8Array, limits: ModuleLimits): CompiledModule | ExecutionReport {
  return compileModule(() => prepareModule(bytes, limits))
}

/** Compiles what `prepare` makes or finds; the report of why, if it cannot be run. */
export function compileModule(prepare: () => PreparedModule): CompiledModule | ExecutionReport {
  try {
    const prepared = prepare()
    return { prepared, compiled: new WebAssembly.Module(prepared.bytes) }
  } catch (error) {
    if (error instanceof WebAssembly.CompileError) {
      const reason = error.message.replace(/^WebAssembly\.Module\(\): /, '')
      return report({ code: 'MODULE_INVALID', detail: `the module does not validate: ${reason}` })
    }
    return refusalReport(error)
  }
}
