import type { ByteReader } from './byte-reader.js'
import { MAX_BODY_BYTES, MAX_FUNCTIONS, MAX_LOCALS } from './caps.js'
import { readCount, readValueType } from './parse-types.js'
import { malformed, tooComplex } from './refusal.js'

/** Checks the number of function bodies, and the size and locals of each. Their instructions are V8's to validate. */
export function checkCode(reader: ByteReader, declared: number): void {
  const offset = reader.offset
  const count = readCount(reader, 'functions', MAX_FUNCTIONS)
  if (count !== declared) {
    throw malformed(`it declares ${declared} functions and has the code of ${count}`, offset)
  }
  for (let index = 0; index < count; index++) {
    const size = reader.u32('the size of a function body')
    const body = reader.part(size, 'a function body')
    if (size > MAX_BODY_BYTES) throw tooComplex('bytes in one function', size, MAX_BODY_BYTES)
    checkLocals(body)
  }
  reader.finish('the code section')
}

function checkLocals(body: ByteReader): void {
  const groups = body.u32('the locals of a function')
  let locals = 0
  for (let group = 0; group < groups; group++) {
    locals += body.u32('the number of locals')
    if (locals > MAX_LOCALS) throw tooComplex('locals in one function', locals, MAX_LOCALS)
    readValueType(body, 'a local')
    // Groups of zero locals add nothing to the sum, so they are counted as well.
    if (group > MAX_LOCALS) throw tooComplex('groups of locals in one function', groups, MAX_LOCALS)
  }
}
