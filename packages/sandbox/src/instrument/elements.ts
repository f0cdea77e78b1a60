import type { ByteReader } from '../module/byte-reader.js'
import { MAX_SEGMENTS } from '../module/caps.js'
import { readCount } from '../module/parse-types.js'
import { denied, malformed, tooComplex } from '../module/refusal.js'
import { MAX_SEGMENT_ELEMENTS } from './caps.js'
import { readConstExpression } from './const-expression.js'
import { readIndex } from './immediates.js'
import type { IndexSpaces } from './index-spaces.js'

/** Bits of an element segment's flags (core specification, 5.5.12). */
const NOT_ACTIVE = 1
const EXPLICIT = 2
const EXPRESSIONS = 4

/** Reads all element segments and collects the functions in them. */
export function readElements(reader: ByteReader, spaces: IndexSpaces, taken: Set<number>): void {
  const count = readCount(reader, 'element segments', MAX_SEGMENTS)
  const take = (index: number): unknown => taken.add(index)
  let total = 0
  for (let segment = 0; segment < count; segment++) {
    const flags = readHead(reader, spaces)
    const length = readCount(reader, 'elements of a segment', MAX_SEGMENT_ELEMENTS)
    total += length
    if (total > MAX_SEGMENT_ELEMENTS)
      throw tooComplex('elements in its segments', total, MAX_SEGMENT_ELEMENTS)
    for (let position = 0; position < length; position++) {
      if ((flags & EXPRESSIONS) !== 0) readConstExpression(reader, spaces, take)
      else take(readIndex(reader, spaces.functionTypes.length, 'function'))
    }
  }
  reader.finish('the element section')
}

function readHead(reader: ByteReader, spaces: IndexSpaces): number {
  const at = reader.offset
  const flags = reader.u32('an element segment')
  if (flags > 7) throw malformed('an element segment has unknown flags', at)
  const active = (flags & NOT_ACTIVE) === 0
  if (active) {
    if ((flags & EXPLICIT) !== 0) readIndex(reader, spaces.tables, 'table')
    else if (spaces.tables === 0) throw malformed('table 0 does not exist', at)
    readConstExpression(reader, spaces, () => undefined)
  }
  if (active && (flags & EXPLICIT) === 0) return flags
  const kind = reader.byte('the kind of an element segment')
  if ((flags & EXPRESSIONS) === 0) {
    if (kind !== 0) throw malformed('an element segment has an unknown kind', at)
  } else if (kind !== 0x70 && kind !== 0x6f) {
    throw denied('typed references or garbage collection')
  }
  return flags
}
