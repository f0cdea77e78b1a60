/**
 * Parts of WebAssembly beyond its first version, under the names compilers have for them (`-mno-simd128` turns one
 * off), by the names of their instructions; the first that fits counts.
 */
const byInstruction: readonly [feature: string, pattern: RegExp][] = [
  ['simd128', /^(v128|i8x16|i16x8|i32x4|i64x2|f32x4|f64x2)\./],
  ['sign-ext', /^i(32|64)\.extend(8|16|32)_s$/],
  ['nontrapping-fptoint', /trunc_sat/],
  ['bulk-memory', /^(memory\.(init|copy|fill)|data\.drop|table\.(init|copy)|elem\.drop)$/],
  ['reference-types', /^(ref\.|table\.)/],
  ['tail-call', /^return_call/]
]

export function featureOf(instruction: string): string | undefined {
  return byInstruction.find(([, pattern]) => pattern.test(instruction))?.[0]
}
