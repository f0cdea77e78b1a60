import { AILEE_MODULE, aileeSignatures } from '../host/signatures.js'
import { WASI_MODULE, wasiSignatures } from '../wasi/signatures.js'
import type { FunctionImport, FunctionType } from './module-info.js'
import { ModuleRefusal } from './refusal.js'
import { formatSignature } from './signature.js'

/** What may be imported: functions by module and name. */
const hostModules: ReadonlyMap<string, ReadonlyMap<string, FunctionType>> = new Map([
  [WASI_MODULE, wasiSignatures],
  [AILEE_MODULE, new Map<string, FunctionType>(Object.entries(aileeSignatures))]
])

/**
 * Refuses (`IMPORT_DENIED`) every import but the functions of WASI preview 1 and of the host module `ailee`, with
 * exactly their signatures.
 */
export function checkImports(imports: readonly FunctionImport[]): void {
  for (const entry of imports) {
    const problem = importProblem(entry)
    if (problem !== undefined) throw new ModuleRefusal('IMPORT_DENIED', problem)
  }
}

/** What is wrong with an import, for a person; undefined if it is there. */
export function importProblem({ module, name, type }: FunctionImport): string | undefined {
  const functions = hostModules.get(module)
  if (functions === undefined) {
    const known = [...hostModules.keys()].join(' and ')
    return `the module imports "${module}.${name}"; only ${known} can be imported`
  }
  const expected = functions.get(name)
  if (expected === undefined) {
    const imported = `the module imports "${module}.${name}"`
    if (module === WASI_MODULE) return `${imported}, which WASI preview 1 does not have`
    const there = [...functions].map(([known, signature]) => formatSignature(known, signature))
    return `${imported}; "${module}" has only ${there.join(', ')}`
  }
  const found = formatSignature(name, type)
  const wanted = formatSignature(name, expected)
  return found === wanted ? undefined : `the module imports "${module}" ${found}, but it is ${wanted}`
}
