import { MAX_LOCALS_TIMES_CONTROLS } from '../instrument/caps.js'
import type { ByteReader } from '../module/byte-reader.js'
import { MAX_BODY_BYTES, MAX_LOCALS } from '../module/caps.js'
import { denied, ModuleRefusal } from '../module/refusal.js'
import { featureOf } from './features.js'
import { type Instruction, readInstruction } from './instructions.js'
import type { Survey } from './survey.js'
import { readType } from './survey-types.js'

/** Stands for an opcode: any that names a memory but the first. */
const OTHER_MEMORY = -1

/** Looks at every function body; one that cannot be read hides only its own rest. */
export function surveyCode(reader: ByteReader, survey: Survey): void {
  const count = reader.u32('the number of functions')
  const imported = survey.importedFunctions
  const seen = new Map<number, string | undefined>()
  for (let position = 0; position < count; position++) {
    const size = reader.u32('the size of a function body')
    const body = reader.part(size, 'a function body')
    const index = imported + position
    const cap = (name: string, found: number, allowed: number): void => {
      if (found > allowed) survey.problems.cap(name, found, allowed, survey.nameOf(index))
    }
    cap('bytes in one function', size, MAX_BODY_BYTES)
    try {
      const declared = countLocals(body, survey, cap)
      const controls = lookAtInstructions(body, survey, seen)
      const locals = declared + (survey.functions[index]?.params.length ?? 0)
      cap('locals times branches in one function', controls * locals, MAX_LOCALS_TIMES_CONTROLS)
    } catch (error) {
      if (!(error instanceof ModuleRefusal)) throw error
      survey.problems.refusal(error)
    }
  }
  for (const name of seen.values()) {
    const feature = name === undefined ? undefined : featureOf(name)
    if (feature !== undefined) survey.features.add(feature)
  }
}

/** A constant expression: of a global, an offset, an element. */
export function surveyConstant(reader: ByteReader, survey: Survey): void {
  for (;;) {
    const at = reader.offset
    const { name, refusal } = readInstruction(reader)
    if (refusal !== undefined) survey.problems.refusal(refusal())
    if (name === 'end') return
    if (name !== undefined && /^i(32|64)\.(add|sub|mul)$/.test(name)) {
      survey.problems.refusal(denied(`extended constant expressions (${name} at byte ${at})`))
    }
  }
}

function countLocals(
  body: ByteReader,
  survey: Survey,
  cap: (name: string, found: number, allowed: number) => void
): number {
  const groups = body.u32('the locals of a function')
  let locals = 0
  for (let group = 0; group < groups; group++) {
    locals += body.u32('the number of locals')
    readType(body, survey)
  }
  cap('groups of locals in one function', groups, MAX_LOCALS)
  cap('locals in one function', locals, MAX_LOCALS)
  return locals
}

/** Collects names by opcode in `seen` and returns how many instructions branch, as the instrumenter counts them. */
function lookAtInstructions(body: ByteReader, survey: Survey, seen: Map<number, string | undefined>): number {
  let controls = 0
  while (!body.done) {
    const start = body.offset
    const found = readInstruction(body)
    const { code, refusal } = found
    if (!seen.has(code)) {
      seen.set(code, found.name)
      if (refusal !== undefined) survey.problems.refusal(refusal())
    }
    if (found.memory > 0 && !seen.has(OTHER_MEMORY)) {
      seen.set(OTHER_MEMORY, undefined)
      survey.problems.refusal(denied(`more than one memory (at byte ${start})`))
    }
    if (usesMultivalue(found, survey)) survey.features.add('multivalue')
    if (found.immediate === 'label' || found.immediate === 'block') controls++
    else if (found.immediate === 'labels') controls += found.labels
  }
  return controls
}

function usesMultivalue({ blockType }: Instruction, survey: Survey): boolean {
  if (blockType === undefined) return false
  const type = survey.types[blockType]
  return type !== undefined && (type.params.length > 0 || type.results.length > 1)
}
