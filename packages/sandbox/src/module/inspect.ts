import { Code } from '../instrument/code.js'
import { viewModule } from '../instrument/module-view.js'
import { opcodes } from '../instrument/opcodes.js'
import { decodeFunction } from '../instrument/program.js'
import type { FunctionType, ModuleInfo } from './module-info.js'
import { parseModule } from './parse.js'
import { type ModuleLimits, prepareModule } from './prepare.js'
import { ModuleRefusal } from './refusal.js'
import { formatSignature } from './signature.js'

/** What an author wants to know of a module before submitting it. What could not be found out is undefined. */
export interface ModuleReport {
  moduleBytes: number
  /** Size of what is compiled; undefined if the module is refused. */
  instrumentedBytes: number | undefined
  /** `wasi_snapshot_preview1.fd_write(i32, i32, i32, i32) -> i32` */
  imports: string[]
  /** Functions with their signatures, other exports by kind and name. */
  exports: string[]
  /** In pages of 64 KiB. */
  memory: { minPages: number; maxPages: number | undefined } | undefined
  functions: number
  tables: number
  hasStart: boolean
  /** Parts of WebAssembly beyond its first version that the code uses. */
  features: string[]
  /** Why a worker would refuse the module under these limits; undefined = it would run it. */
  refusal: { code: string; message: string } | undefined
}

/** Features by the names of their instructions; the first that fits counts. */
const featureNames: readonly [feature: string, pattern: RegExp][] = [
  ['simd', /^(v128|i8x16|i16x8|i32x4|i64x2|f32x4|f64x2)\./],
  ['sign-extension', /^i(32|64)\.extend(8|16|32)_s$/],
  ['saturating-conversion', /trunc_sat/],
  ['bulk-memory', /^(memory\.(init|copy|fill)|data\.drop|table\.(init|copy)|elem\.drop)$/],
  ['reference-types', /^(ref\.|table\.)/],
  ['tail-call', /^return_call/]
]

/** Looks a module over without running it. Throws nothing: what is wrong is in the report. */
export function inspectModule(bytes: Uint8Array, limits: ModuleLimits): ModuleReport {
  const found = attempt(() => parseModule(bytes))
  const info = 'value' in found ? found.value : undefined
  const prepared = attempt(() => prepareModule(bytes, limits))
  const features = info === undefined ? { value: [] } : attempt(() => featuresOf(bytes, info))
  return {
    moduleBytes: bytes.length,
    instrumentedBytes: 'value' in prepared ? prepared.value.bytes.length : undefined,
    imports: info?.imports.map(({ module, name, type }) => formatSignature(`${module}.${name}`, type)) ?? [],
    exports: info === undefined ? [] : exportsOf(info),
    memory: info?.memory && { minPages: info.memory.min, maxPages: info.memory.max },
    functions: info === undefined ? 0 : info.functions.length - info.imports.length,
    tables: info?.tables.length ?? 0,
    hasStart: info?.startFunction !== undefined,
    features: 'value' in features ? features.value : [],
    refusal: 'refusal' in prepared ? prepared.refusal : undefined
  }
}

function attempt<T>(look: () => T): { value: T } | { refusal: { code: string; message: string } } {
  try {
    return { value: look() }
  } catch (error) {
    if (error instanceof ModuleRefusal) return { refusal: { code: error.code, message: error.message } }
    throw error
  }
}

function exportsOf({ exports, functions }: ModuleInfo): string[] {
  return exports.map(({ name, kind, index }) => {
    const type: FunctionType | undefined = kind === 'function' ? functions[index] : undefined
    return type === undefined ? `${kind} ${name}` : formatSignature(name, type)
  })
}

function featuresOf(bytes: Uint8Array, info: ModuleInfo): string[] {
  const view = viewModule(bytes, info)
  const code = new Code(view.bodies.reduce((most, { start, end }) => Math.max(most, end - start), 1))
  const used = new Set<number>()
  for (const position of view.bodies.keys()) {
    decodeFunction(view, view.spaces.importedFunctions + position, code)
    for (const op of code.op.subarray(0, code.length)) used.add(op)
  }
  const features = new Set<string>()
  for (const op of used) {
    const name = opcodes[op]?.name ?? ''
    const feature = featureNames.find(([, pattern]) => pattern.test(name))
    if (feature !== undefined) features.add(feature[0])
  }
  if (view.spaces.types.some(({ results }) => results.length > 1)) features.add('multi-value')
  return [...features].sort()
}
