import { denied, type ModuleRefusal, malformed } from '../module/refusal.js'

/** Names of instructions of proposals that are not run here, by their first byte. */
const proposals: ReadonlyMap<number, string> = new Map([
  [0x06, 'exception handling (try)'],
  [0x07, 'exception handling (catch)'],
  [0x08, 'exception handling (throw)'],
  [0x09, 'exception handling (rethrow)'],
  [0x0a, 'exception handling (throw_ref)'],
  [0x14, 'function references (call_ref)'],
  [0x15, 'function references (return_call_ref)'],
  [0x18, 'exception handling (delegate)'],
  [0x19, 'exception handling (catch_all)'],
  [0x1f, 'exception handling (try_table)'],
  [0xd3, 'garbage collection (ref.eq)'],
  [0xd4, 'function references (ref.as_non_null)'],
  [0xd5, 'function references (br_on_null)'],
  [0xd6, 'function references (br_on_non_null)'],
  [0xe0, 'stack switching'],
  [0xe1, 'stack switching'],
  [0xe2, 'stack switching'],
  [0xe3, 'stack switching'],
  [0xe4, 'stack switching'],
  [0xe5, 'stack switching'],
  [0xfb, 'garbage collection'],
  [0xfe, 'threads and atomics']
])

/** What to answer to an instruction that is not in the table of opcodes. */
export function deniedOpcode(first: number, second: number | undefined, at: number): ModuleRefusal {
  const hex = (value: number): string => `0x${value.toString(16)}`
  const shown = second === undefined ? hex(first) : `${hex(first)} ${hex(second)}`
  const proposal = proposals.get(first) ?? prefixed(first, second)
  if (proposal !== undefined) return denied(`${proposal} (opcode ${shown} at byte ${at})`)
  return malformed(`opcode ${shown} does not exist`, at)
}

function prefixed(first: number, second: number | undefined): string | undefined {
  if (second === undefined) return undefined
  if (first === 0xfd && second >= 0x100 && second < 0x200) return 'relaxed SIMD'
  if (first === 0xfc && second > 0x11 && second <= 0x16) return 'memory control or wide arithmetic'
  return undefined
}
