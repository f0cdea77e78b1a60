import { MAX_STATIC_DEPTH } from '../instrument/caps.js'
import { type InstrumentedModule, instrumentParsed, METERING_VERSION } from '../instrument/index.js'
import { meteringHash } from '../instrument/metering-hash.js'
import { MAX_MEMORY_PAGES, MAX_TABLE_ELEMENTS, WASM_PAGE_BYTES } from '../module/caps.js'
import { checkImports } from '../module/check-imports.js'
import type { FunctionType } from '../module/module-info.js'
import { parseModule } from '../module/parse.js'
import type { ModuleLimits } from '../module/prepare.js'
import { ModuleRefusal } from '../module/refusal.js'
import { PREAMBLE } from '../module/sections.js'
import { formatSignature } from '../module/signature.js'
import { type ModuleCalls, waysToCall } from './calls.js'
import { fileHint } from './hints.js'
import { type ModuleProblem, Problems } from './problems.js'
import { Survey, surveyModule } from './survey.js'
import { validationError } from './validation.js'

/** More than any table has. */
const MOST_ELEMENTS = 0xffff_ffff

/** What an author wants to know of a module before submitting it. What could not be found out is undefined. */
export interface ModuleReport {
  moduleBytes: number
  /** Of these, bytes of custom sections (names, debug information), which are dropped. */
  customBytes: number
  /** Size of what is compiled. */
  instrumentedBytes: number | undefined
  /** That size for each byte of the module without its custom sections. */
  growth: number | undefined
  /** Units of the longest chain of calls without recursion. */
  staticDepth: number | undefined
  staticDepthAllowed: number
  /** The rules that workers of this version meter by; `hash` is what receipts show, in hex. */
  metering: { version: number; hash: string }
  /** `wasi_snapshot_preview1.fd_write(i32, i32, i32, i32) -> i32`; other imports by kind and name. */
  imports: string[]
  /** Functions with their signatures, other exports by kind and name. */
  exports: string[]
  calls: ModuleCalls
  /** In pages of 64 KiB. */
  memory: { minPages: number; maxPages: number | undefined } | undefined
  functions: number
  tables: number
  hasStart: boolean
  /** Parts of WebAssembly beyond its first version that it uses, under compilers' names for them. */
  features: string[]
  /** Every reason to refuse it under these limits that could be found; what a worker would say is the first. */
  problems: ModuleProblem[]
  /** What a worker would answer; undefined = it would run it. */
  refusal: { code: string; message: string } | undefined
}

/** Looks a module over without running it. Throws nothing: what is wrong is in the report. */
export function inspectModule(bytes: Uint8Array, limits: ModuleLimits): ModuleReport {
  const problems = new Problems()
  const memoryPages = Math.floor(limits.memoryBytes / WASM_PAGE_BYTES)
  const strict = attempt(() => {
    const info = parseModule(bytes)
    checkImports(info.imports)
    return instrumentParsed(bytes, info, { memoryPages, tableElements: MAX_TABLE_ELEMENTS })
  })
  const refusal = strict instanceof ModuleRefusal ? strict : validationError(bytes, strict.bytes)
  if (refusal !== undefined) problems.refusal(refusal)
  let metered = strict instanceof ModuleRefusal ? undefined : strict
  if (!PREAMBLE.every((byte, index) => bytes[index] === byte)) {
    const list = problems.list.map((problem) => ({ ...problem, hint: fileHint(bytes) }))
    return { ...describe(new Survey(bytes, problems), undefined), problems: list, refusal: said(refusal) }
  }
  const survey = surveyModule(bytes, problems)
  if (survey.memory !== undefined && survey.memory.min > memoryPages) {
    const text = `the module starts with ${survey.memory.min} pages of memory, its limit is ${memoryPages}`
    problems.refusal(new ModuleRefusal('MEMORY_EXHAUSTED', text))
  }
  if (metered === undefined) {
    // With imports let pass and limits that nothing meets, what is refused yet is refused for its code.
    const generous = { memoryPages: MAX_MEMORY_PAGES, tableElements: MOST_ELEMENTS }
    const mild = attempt(() => instrumentParsed(bytes, parseModule(bytes), generous))
    if (mild instanceof ModuleRefusal) problems.refusal(mild)
    else metered = mild
  }
  return { ...describe(survey, metered), problems: problems.list, refusal: said(refusal) }
}

function attempt<T>(look: () => T): T | ModuleRefusal {
  try {
    return look()
  } catch (error) {
    if (error instanceof ModuleRefusal) return error
    throw error
  }
}

function said(refusal: ModuleRefusal | undefined): ModuleReport['refusal'] {
  return refusal && { code: refusal.code, message: refusal.message }
}

function describe(
  survey: Survey,
  metered: InstrumentedModule | undefined
): Omit<ModuleReport, 'problems' | 'refusal'> {
  const { bytes, customBytes, functions, memory, tables, hasStart } = survey
  const instrumentedBytes = metered?.bytes.length
  const plainBytes = bytes.length - customBytes
  return {
    moduleBytes: bytes.length,
    customBytes,
    instrumentedBytes,
    growth: instrumentedBytes && Math.round((instrumentedBytes / plainBytes) * 100) / 100,
    staticDepth: metered?.staticDepth,
    staticDepthAllowed: MAX_STATIC_DEPTH,
    metering: { version: METERING_VERSION, hash: hexOf(meteringHash()) },
    imports: survey.imports.map((entry) => shown(`${entry.module}.${entry.name}`, entry.kind, entry.type)),
    exports: survey.exports.map(({ name, kind, index }) =>
      shown(name, kind, kind === 'function' ? functions[index] : undefined)
    ),
    calls: waysToCall(exportedFunctions(survey), memory !== undefined),
    memory: memory && { minPages: memory.min, maxPages: memory.max },
    functions: functions.length - survey.importedFunctions,
    tables,
    hasStart,
    features: [...survey.features].sort()
  }
}

function shown(name: string, kind: string, type: FunctionType | undefined): string {
  return type === undefined ? `${kind} ${name}` : formatSignature(name, type)
}

function exportedFunctions({ exports, functions }: Survey): Map<string, FunctionType> {
  const found = new Map<string, FunctionType>()
  for (const { name, kind, index } of exports) {
    const type = kind === 'function' ? functions[index] : undefined
    if (type !== undefined) found.set(name, type)
  }
  return found
}

function hexOf(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
