import type { ByteReader } from '../module/byte-reader.js'
import { ModuleRefusal } from '../module/refusal.js'

const FUNCTION_NAMES = 1

/** Functions' names by index, if this custom section is the name section (WebAssembly core specification, 7.4.1). */
export function readFunctionNames(content: ByteReader): Map<number, string> | undefined {
  const names = new Map<number, string>()
  try {
    if (content.name('the name of a custom section') !== 'name') return undefined
    while (!content.done) {
      const id = content.byte('a subsection')
      const part = content.part(content.u32('the length of a subsection'), 'a subsection')
      if (id !== FUNCTION_NAMES) continue
      const count = part.u32('the number of names')
      for (let entry = 0; entry < count; entry++) {
        const index = part.u32('an index')
        names.set(index, part.name('a name'))
      }
    }
  } catch (error) {
    // Custom sections make no module invalid.
    if (!(error instanceof ModuleRefusal)) throw error
  }
  return names
}
