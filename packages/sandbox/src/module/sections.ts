import { ByteReader } from './byte-reader.js'
import { MAX_MODULE_BYTES, MAX_SECTIONS } from './caps.js'
import type { Section } from './module-info.js'
import { denied, ModuleRefusal, malformed, tooComplex } from './refusal.js'

export const TYPE_SECTION = 1
export const IMPORT_SECTION = 2
export const FUNCTION_SECTION = 3
export const TABLE_SECTION = 4
export const MEMORY_SECTION = 5
export const GLOBAL_SECTION = 6
export const EXPORT_SECTION = 7
export const START_SECTION = 8
export const ELEMENT_SECTION = 9
export const CODE_SECTION = 10
export const DATA_SECTION = 11
export const DATA_COUNT_SECTION = 12
const TAG_SECTION = 13

/** The order in which sections must stand; ids are not in order, as later proposals put theirs between. */
const order = [
  TYPE_SECTION,
  IMPORT_SECTION,
  FUNCTION_SECTION,
  TABLE_SECTION,
  MEMORY_SECTION,
  GLOBAL_SECTION,
  EXPORT_SECTION,
  START_SECTION,
  ELEMENT_SECTION,
  DATA_COUNT_SECTION,
  CODE_SECTION,
  DATA_SECTION
]

/** Where a section stands among the others; -1 for an id that does not exist. */
export function sectionRank(id: number): number {
  return order.indexOf(id)
}

/** Magic number and version, the first 8 bytes of every module. */
export const PREAMBLE: Uint8Array = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0)

function checkPreamble(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new ModuleRefusal('MODULE_INVALID', 'not a WebAssembly module: it is empty')
  if (bytes.length > MAX_MODULE_BYTES) throw tooComplex('bytes', bytes.length, MAX_MODULE_BYTES)
  for (const [index, expected] of PREAMBLE.entries()) {
    if (bytes[index] === expected) continue
    const hex = [...bytes.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join(' ')
    const expectedHex = '00 61 73 6d 01 00 00 00'
    throw new ModuleRefusal(
      'MODULE_INVALID',
      `not a WebAssembly module: it starts with ${hex}, expected ${expectedHex}`
    )
  }
}

/** Splits a module into its sections, in order and each at most once. Custom sections are checked and left out. */
export function splitSections(bytes: Uint8Array): Section[] {
  checkPreamble(bytes)
  const reader = new ByteReader(bytes, PREAMBLE.length)
  const sections: Section[] = []
  let lastRank = -1
  let count = 0
  while (!reader.done) {
    if (++count > MAX_SECTIONS) throw tooComplex('sections', count, MAX_SECTIONS)
    const start = reader.offset
    const id = reader.byte('a section')
    const content = reader.part(reader.u32(`the length of section ${id}`), `section ${id}`)
    if (id === 0) {
      content.text(content.u32('the name of a custom section'), 'the name of a custom section')
      continue
    }
    if (id === TAG_SECTION) throw denied('exception handling')
    const rank = sectionRank(id)
    if (rank === -1) throw malformed(`section ${id} does not exist`, start)
    if (rank <= lastRank) throw malformed(`section ${id} is repeated or out of order`, start)
    lastRank = rank
    sections.push({ id, start: content.offset, end: content.end })
  }
  return sections
}
