import type { ByteReader } from '../module/byte-reader.js'
import * as caps from '../module/caps.js'
import { importProblem } from '../module/check-imports.js'
import type { ExternalKind } from '../module/module-info.js'
import { denied } from '../module/refusal.js'
import * as section from '../module/sections.js'
import { importHint } from './hints.js'
import type { Survey } from './survey.js'
import { surveyConstant } from './survey-code.js'
import { lookAtData, lookAtElements } from './survey-segments.js'
import { readBounds, readFunctionType, readType } from './survey-types.js'

type Look = (reader: ByteReader, survey: Survey) => void

const kinds: readonly (ExternalKind | 'tag')[] = ['function', 'table', 'memory', 'global', 'tag']
const TAG_SECTION = 13

function lookAtTypes(reader: ByteReader, survey: Survey): void {
  const entries = survey.count(reader, 'types', caps.MAX_TYPES)
  for (let index = 0; index < entries; index++) survey.types.push(readFunctionType(reader, survey))
}

function lookAtImports(reader: ByteReader, survey: Survey): void {
  const entries = survey.count(reader, 'imports', caps.MAX_IMPORTS)
  for (let index = 0; index < entries; index++) {
    const module = reader.name('the module of an import')
    const name = reader.name('the name of an import')
    const kind = kinds[reader.byte('the kind of an import')]
    if (kind === undefined) return
    const type = kind === 'function' ? survey.types[reader.u32('the type of an import')] : undefined
    survey.imports.push({ module, name, kind, type })
    if (kind === 'function') {
      survey.functions.push(type)
      const problem = type === undefined ? undefined : importProblem({ module, name, type })
      if (problem !== undefined) survey.problems.import(problem, importHint(module, name, kind))
      continue
    }
    const text = `the module imports the ${kind} "${module}.${name}"; only functions can be imported`
    survey.problems.import(text, importHint(module, name, kind))
    lookAtImport(reader, survey, kind)
  }
}

function lookAtImport(reader: ByteReader, survey: Survey, kind: ExternalKind | 'tag'): void {
  if (kind === 'table') {
    lookAtTable(reader, survey)
  } else if (kind === 'memory') {
    survey.memory = readBounds(reader, survey, 'memory')
  } else if (kind === 'global') {
    readType(reader, survey)
    survey.globals.push(reader.byte('a global') === 1)
  } else {
    survey.problems.refusal(denied('exception handling'))
    reader.skip(1, 'a tag')
    reader.u32('the type of a tag')
  }
}

function lookAtFunctions(reader: ByteReader, survey: Survey): void {
  const entries = survey.count(reader, 'functions', caps.MAX_FUNCTIONS)
  for (let index = 0; index < entries; index++) {
    survey.functions.push(survey.types[reader.u32('the type of a function')])
  }
}

function lookAtTable(reader: ByteReader, survey: Survey): void {
  if (readType(reader, survey) === 'externref') survey.features.add('reference-types')
  const { min } = readBounds(reader, survey, 'table')
  survey.problems.cap('elements in one table', min, caps.MAX_TABLE_ELEMENTS)
  survey.tables++
}

function lookAtTables(reader: ByteReader, survey: Survey): void {
  const entries = survey.count(reader, 'tables', caps.MAX_TABLES)
  for (let index = 0; index < entries; index++) lookAtTable(reader, survey)
  if (survey.tables > 1) survey.features.add('reference-types')
}

function lookAtMemories(reader: ByteReader, survey: Survey): void {
  const entries = reader.u32('the number of memories')
  if (entries > 1 || (entries === 1 && survey.memory !== undefined)) {
    survey.problems.refusal(denied('more than one memory'))
  }
  for (let index = 0; index < entries; index++) {
    const bounds = readBounds(reader, survey, 'memory')
    survey.memory ??= bounds
  }
}

function lookAtGlobals(reader: ByteReader, survey: Survey): void {
  const entries = survey.count(reader, 'globals', caps.MAX_GLOBALS)
  for (let index = 0; index < entries; index++) {
    readType(reader, survey)
    survey.globals.push(reader.byte('a global') === 1)
    surveyConstant(reader, survey)
  }
}

function lookAtExports(reader: ByteReader, survey: Survey): void {
  const entries = survey.count(reader, 'exports', caps.MAX_EXPORTS)
  for (let position = 0; position < entries; position++) {
    const name = reader.name('the name of an export')
    const kind = kinds[reader.byte('the kind of an export')]
    const index = reader.u32('the index of an export')
    if (kind === undefined) return
    survey.exports.push({ name, kind, index })
    if (kind === 'global' && survey.globals[index] === true) survey.features.add('mutable-globals')
  }
}

/** What to do with each section but that of the code, in the order in which one needs another. */
export const surveyDeclarations: ReadonlyMap<number, Look> = new Map<number, Look>([
  [section.TYPE_SECTION, lookAtTypes],
  [section.IMPORT_SECTION, lookAtImports],
  [section.FUNCTION_SECTION, lookAtFunctions],
  [section.TABLE_SECTION, lookAtTables],
  [section.MEMORY_SECTION, lookAtMemories],
  [section.GLOBAL_SECTION, lookAtGlobals],
  [section.EXPORT_SECTION, lookAtExports],
  [
    section.START_SECTION,
    (_reader, survey) => {
      survey.hasStart = true
    }
  ],
  [section.ELEMENT_SECTION, lookAtElements],
  [section.DATA_SECTION, lookAtData],
  [TAG_SECTION, (_reader, survey) => survey.problems.refusal(denied('exception handling'))]
])
