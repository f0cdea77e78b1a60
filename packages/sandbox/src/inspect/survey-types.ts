import type { ByteReader } from '../module/byte-reader.js'
import { MAX_PARAMETERS, MAX_RESULTS } from '../module/caps.js'
import type { FunctionType, SizeBounds, ValueType } from '../module/module-info.js'
import { readValueType } from '../module/parse-types.js'
import { denied, malformed } from '../module/refusal.js'
import { skipLeb } from './immediates.js'
import type { Survey } from './survey.js'

const FUNCTION_FORM = 0x60
/** Longest list of types that is kept; one above its cap is refused anyway. */
const MAX_KEPT_TYPES = 1_000

/** A value type; that of typed references is told and read over, and undefined. */
export function readType(reader: ByteReader, survey: Survey): ValueType | undefined {
  const start = reader.offset
  const byte = reader.byte('a type')
  if (byte === 0x63 || byte === 0x64) skipLeb(reader)
  else if (byte < 0x65 || byte > 0x74 || byte === 0x6f || byte === 0x70) {
    reader.offset = start
    return readValueType(reader, 'a type')
  }
  survey.problems.refusal(denied('typed references or garbage collection'))
  return undefined
}

/** A type of the type section. What is none of a function cannot be read over: it hides the types behind it. */
export function readFunctionType(reader: ByteReader, survey: Survey): FunctionType | undefined {
  const start = reader.offset
  const form = reader.byte('a type')
  if (form !== FUNCTION_FORM) {
    if (form >= 0x4e && form <= 0x5f) survey.problems.refusal(denied('garbage collection'))
    throw malformed(`0x${form.toString(16)} is no form of type`, start)
  }
  const list = (what: string, cap: number): ValueType[] | undefined => {
    const types: (ValueType | undefined)[] = []
    const length = reader.u32(`the number of ${what}`)
    survey.problems.cap(what, length, cap)
    for (let index = 0; index < length; index++) {
      const type = readType(reader, survey)
      if (index < MAX_KEPT_TYPES) types.push(type)
    }
    const known = types.filter((type) => type !== undefined)
    return known.length === length ? known : undefined
  }
  const params = list('parameters of one function', MAX_PARAMETERS)
  const results = list('results of one function', MAX_RESULTS)
  if (results !== undefined && results.length > 1) survey.features.add('multivalue')
  return params === undefined || results === undefined ? undefined : { params, results }
}

/** Limits of a memory or table, also those of shared and 64-bit ones. */
export function readBounds(reader: ByteReader, survey: Survey, what: 'memory' | 'table'): SizeBounds {
  const flags = reader.byte(`the limits of a ${what}`)
  if ((flags & 2) !== 0) survey.problems.refusal(denied(`a shared ${what}`))
  if ((flags & 4) !== 0) survey.problems.refusal(denied(`a 64-bit ${what}`))
  const bound = (): number => {
    if ((flags & 4) === 0) return reader.u32(`the limits of a ${what}`)
    skipLeb(reader)
    return 0
  }
  const min = bound()
  const max = (flags & 1) === 0 ? undefined : bound()
  if ((flags & 8) !== 0) {
    survey.problems.refusal(denied('custom page sizes'))
    reader.u32('a page size')
  }
  return { min, max }
}
