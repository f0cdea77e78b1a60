import type { ByteReader } from '../module/byte-reader.js'
import { denied, malformed } from '../module/refusal.js'
import { deniedOpcode } from './denied-opcodes.js'
import { readImmediate } from './immediates.js'
import type { IndexSpaces } from './index-spaces.js'
import { Op, opcodes, SIMD_PREFIX } from './opcodes.js'

const allowed: ReadonlySet<number> = new Set([
  Op.i32Const,
  Op.i64Const,
  Op.f32Const,
  Op.f64Const,
  Op.v128Const,
  Op.globalGet,
  Op.refNull,
  Op.refFunc
])

/** Reads a constant expression and tells `found` of every function it refers to. */
export function readConstExpression(
  reader: ByteReader,
  spaces: IndexSpaces,
  found: (functionIndex: number) => void
): void {
  for (;;) {
    const at = reader.offset
    let code = reader.byte('a constant expression')
    if (code === Op.end) return
    if (code === 0xfd) code = SIMD_PREFIX + Math.min(reader.u32('an instruction'), 0xff)
    const opcode = opcodes[code]
    if (opcode === undefined) throw deniedOpcode(code, undefined, at)
    if ((code >= 0x6a && code <= 0x6c) || (code >= 0x7c && code <= 0x7e)) {
      throw denied(`extended constant expressions (${opcode.name} at byte ${at})`)
    }
    if (!allowed.has(code)) throw malformed(`${opcode.name} stands in a constant expression`, at)
    const index = readImmediate(reader, opcode, spaces, 0)
    if (code === Op.refFunc) found(index)
  }
}
