import { WASI_MODULE, wasiSignatures } from '../wasi/signatures.js'
import type { FunctionImport } from './module-info.js'
import { ModuleRefusal } from './refusal.js'
import { formatSignature } from './signature.js'

/** Refuses (`IMPORT_DENIED`) every import but the functions of WASI preview 1, with exactly their signatures. */
export function checkImports(imports: readonly FunctionImport[]): void {
  for (const { module, name, type } of imports) {
    if (module !== WASI_MODULE) {
      throw importDenied(`the module imports "${module}.${name}"; only ${WASI_MODULE} can be imported`)
    }
    const expected = wasiSignatures.get(name)
    if (expected === undefined) {
      throw importDenied(`the module imports "${module}.${name}", which WASI preview 1 does not have`)
    }
    const found = formatSignature(name, type)
    const wanted = formatSignature(name, expected)
    if (found !== wanted) throw importDenied(`the module imports "${module}" ${found}, but it is ${wanted}`)
  }
}

function importDenied(text: string): ModuleRefusal {
  return new ModuleRefusal('IMPORT_DENIED', text)
}
