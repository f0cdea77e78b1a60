import type { FunctionType, ValueType } from './module-info.js'
import { ModuleRefusal } from './refusal.js'
import { formatSignature } from './signature.js'

/** A number in text: no number that means something has more digits. */
const MAX_NUMBER_CHARS = 1_200

const integerPattern = /^[+-]?(?:\d+|0[xX][0-9a-fA-F]+)$/
const decimalPattern = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/

/**
 * Turns one text per parameter into the values of a call.
 * Integers: decimal or `0x` hexadecimal, from the signed minimum to the unsigned maximum of their width.
 * Floats: decimal with optional exponent, or `nan`, `inf`, `-inf`; an f32 is the f64 of the text, rounded.
 *
 * Throws a refusal `INVALID_INPUT` whose text names the signature.
 */
export function parseArguments(
  name: string,
  type: FunctionType,
  args: readonly string[]
): (number | bigint)[] {
  const signature = formatSignature(name, type)
  const other = valueWithoutText(type)
  if (other !== undefined) throw invalid(`${signature} uses ${other}, which has no text form`)
  const wanted = type.params.length
  if (args.length !== wanted) {
    throw invalid(`${signature} takes ${wanted} argument${wanted === 1 ? '' : 's'}, got ${args.length}`)
  }
  return type.params.map((param, index) => {
    const text = args[index] ?? ''
    const value = parseValue(param, text)
    if (value === undefined) {
      const shown = JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text)
      throw invalid(`argument ${index + 1} of ${signature} is no ${param}: ${shown}`)
    }
    return value
  })
}

function invalid(text: string): ModuleRefusal {
  return new ModuleRefusal('INVALID_INPUT', text)
}

/** A type of this function that is no number; undefined = it can be called with arguments in text. */
export function valueWithoutText({ params, results }: FunctionType): ValueType | undefined {
  return [...params, ...results].find((value) => !isNumeric(value))
}

function isNumeric(type: ValueType): boolean {
  return type === 'i32' || type === 'i64' || type === 'f32' || type === 'f64'
}

function parseValue(type: ValueType, text: string): number | bigint | undefined {
  if (text.length > MAX_NUMBER_CHARS) return undefined
  if (type === 'i32') {
    const value = parseInteger(text, 32)
    return value === undefined ? undefined : Number(value)
  }
  if (type === 'i64') return parseInteger(text, 64)
  const value = parseFloat64(text)
  return type === 'f32' && value !== undefined ? Math.fround(value) : value
}

function parseInteger(text: string, bits: 32 | 64): bigint | undefined {
  if (!integerPattern.test(text)) return undefined
  const magnitude = BigInt(text.replace(/^[+-]/, ''))
  const value = text.startsWith('-') ? -magnitude : magnitude
  if (value < -(1n << BigInt(bits - 1)) || value >= 1n << BigInt(bits)) return undefined
  return BigInt.asIntN(bits, value)
}

function parseFloat64(text: string): number | undefined {
  if (text === 'nan') return Number.NaN
  if (text === 'inf' || text === '+inf') return Number.POSITIVE_INFINITY
  if (text === '-inf') return Number.NEGATIVE_INFINITY
  if (integerPattern.test(text) && /x/i.test(text)) {
    const magnitude = Number(text.replace(/^[+-]/, ''))
    return text.startsWith('-') ? -magnitude : magnitude
  }
  return decimalPattern.test(text) ? Number(text) : undefined
}
