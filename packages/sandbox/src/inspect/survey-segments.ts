import { MAX_SEGMENT_ELEMENTS } from '../instrument/caps.js'
import type { ByteReader } from '../module/byte-reader.js'
import { MAX_SEGMENTS } from '../module/caps.js'
import { denied } from '../module/refusal.js'
import type { Survey } from './survey.js'
import { surveyConstant } from './survey-code.js'
import { readType } from './survey-types.js'

/** Flags of an element segment as in `instrument/elements.ts`. */
export function lookAtElements(reader: ByteReader, survey: Survey): void {
  const entries = survey.count(reader, 'element segments', MAX_SEGMENTS)
  let total = 0
  for (let segment = 0; segment < entries; segment++) {
    const flags = reader.u32('an element segment')
    const active = (flags & 1) === 0
    if (active && (flags & 2) !== 0) reader.u32('the table of an element segment')
    if (active) surveyConstant(reader, survey)
    if ((flags & 3) !== 0) (flags & 4) === 0 ? reader.byte('the kind of elements') : readType(reader, survey)
    const elements = reader.u32('the number of elements of a segment')
    total += elements
    for (let position = 0; position < elements; position++) {
      if ((flags & 4) === 0) reader.u32('an element')
      else surveyConstant(reader, survey)
    }
  }
  survey.problems.cap('elements in its segments', total, MAX_SEGMENT_ELEMENTS)
}

export function lookAtData(reader: ByteReader, survey: Survey): void {
  const entries = survey.count(reader, 'data segments', MAX_SEGMENTS)
  for (let segment = 0; segment < entries; segment++) {
    const flags = reader.u32('a data segment')
    if (flags === 1) survey.features.add('bulk-memory')
    if (flags === 2 && reader.u32('the memory of a data segment') > 0) {
      survey.problems.refusal(denied('more than one memory'))
    }
    if (flags !== 1) surveyConstant(reader, survey)
    reader.skip(reader.u32('the length of a data segment'), 'a data segment')
  }
}
