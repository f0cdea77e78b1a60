import { ByteReader } from '../module/byte-reader.js'
import { MAX_MODULE_BYTES, MAX_SECTIONS } from '../module/caps.js'
import type { ExternalKind, FunctionType, SizeBounds } from '../module/module-info.js'
import { ModuleRefusal } from '../module/refusal.js'
import * as section from '../module/sections.js'
import { readFunctionNames } from './function-names.js'
import type { Problems } from './problems.js'
import { surveyCode } from './survey-code.js'
import { surveyDeclarations } from './survey-declarations.js'

/** A signature that could not be read is undefined. */
export interface SeenImport {
  module: string
  name: string
  kind: ExternalKind | 'tag'
  type: FunctionType | undefined
}

export interface SeenExport {
  name: string
  kind: ExternalKind | 'tag'
  index: number
}

/** What can be seen of a module whether or not it may run. */
export class Survey {
  readonly bytes: Uint8Array
  readonly problems: Problems
  readonly features = new Set<string>()
  readonly imports: SeenImport[] = []
  readonly exports: SeenExport[] = []
  /** By index; a type that could not be read is undefined. */
  readonly types: (FunctionType | undefined)[] = []
  /** By index, imported ones first. */
  readonly functions: (FunctionType | undefined)[] = []
  /** Whether each global is mutable, imported ones first. */
  readonly globals: boolean[] = []
  /** What the name section calls functions. */
  functionNames: ReadonlyMap<number, string> = new Map()
  memory: SizeBounds | undefined
  tables = 0
  hasStart = false
  /** Bytes of custom sections, which are left out when a module is run. */
  customBytes = 0
  #exportNames: ReadonlyMap<number, string> | undefined

  constructor(bytes: Uint8Array, problems: Problems) {
    this.bytes = bytes
    this.problems = problems
  }

  get importedFunctions(): number {
    return this.imports.filter(({ kind }) => kind === 'function').length
  }

  /** Reads how many entries a section has, and judges it. */
  count(reader: ByteReader, what: string, cap: number): number {
    const found = reader.u32(`the number of ${what}`)
    this.problems.cap(what, found, cap)
    return found
  }

  /** What a function is called, for a person. */
  nameOf(index: number): string {
    this.#exportNames ??= new Map(
      this.exports.filter(({ kind }) => kind === 'function').map((entry) => [entry.index, entry.name])
    )
    const name = this.#exportNames.get(index) ?? this.functionNames.get(index)
    return name === undefined ? `function ${index}` : `function ${index} (${name})`
  }
}

interface Part {
  id: number
  reader: ByteReader
}

/**
 * Looks a whole module over and adds what is wrong with it to `problems`: a section that is wrong or denied hides
 * its own rest, and no other. What passes here may still be refused, so `inspect.ts` asks the real checks as well.
 * Throws nothing; takes time linear in the size.
 */
export function surveyModule(bytes: Uint8Array, problems: Problems): Survey {
  const survey = new Survey(bytes, problems)
  survey.problems.cap('bytes', bytes.length, MAX_MODULE_BYTES)
  const parts = split(survey)
  const find = (id: number): ByteReader | undefined => parts.find((part) => part.id === id)?.reader
  for (const id of surveyDeclarations.keys()) {
    const reader = find(id)
    if (reader !== undefined) guarded(survey, () => surveyDeclarations.get(id)?.(reader, survey))
  }
  const code = find(section.CODE_SECTION)
  if (code !== undefined) guarded(survey, () => surveyCode(code, survey))
  return survey
}

function split(survey: Survey): Part[] {
  const parts: Part[] = []
  const reader = new ByteReader(survey.bytes, section.PREAMBLE.length)
  let count = 0
  guarded(survey, () => {
    while (!reader.done) {
      count++
      const start = reader.offset
      const id = reader.byte('a section')
      const content = reader.part(reader.u32(`the length of section ${id}`), `section ${id}`)
      if (id !== 0) parts.push({ id, reader: content })
      else {
        survey.customBytes += reader.offset - start
        survey.functionNames = readFunctionNames(content) ?? survey.functionNames
      }
    }
  })
  survey.problems.cap('sections', count, MAX_SECTIONS)
  return parts
}

function guarded(survey: Survey, look: () => void): void {
  try {
    look()
  } catch (error) {
    if (!(error instanceof ModuleRefusal)) throw error
    survey.problems.refusal(error)
  }
}
