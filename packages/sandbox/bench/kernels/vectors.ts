/** Vectors (SIMD). Every kernel takes a size and returns a checksum. */

const a = heap.alloc(1 << 20)
const b = heap.alloc(1 << 20)
const c = heap.alloc(1 << 20)

function fill(at: usize, count: i32): void {
  for (let i = 0; i < count; i++) store<f32>(at + (i << 2), <f32>((i * 37 + 11) % 101) / 101 - <f32>0.5)
}

/** Four columns at a time, sums in a register. */
export function matmulSimd(n: i32): f32 {
  fill(a, n * n)
  fill(b, n * n)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j += 4) {
      let sum = f32x4.splat(0)
      for (let l = 0; l < n; l++) {
        const factor = v128.load_splat<f32>(a + ((i * n + l) << 2))
        sum = f32x4.add(sum, f32x4.mul(factor, v128.load(b + ((l * n + j) << 2))))
      }
      v128.store(c + ((i * n + j) << 2), sum)
    }
  }
  return load<f32>(c + ((n * n - 1) << 2))
}

/** y := 1.5·x + y: one store for each vector read. */
export function saxpy(n: i32): f32 {
  fill(a, 16384)
  fill(b, 16384)
  const factor = f32x4.splat(1.5)
  for (let round = 0; round < n; round++) {
    for (let i = 0; i < 65536; i += 16) {
      v128.store(b + i, f32x4.add(v128.load(b + i), f32x4.mul(factor, v128.load(a + i))))
    }
  }
  return load<f32>(b + 400)
}

export function dotSimd(n: i32): f32 {
  fill(a, 16384)
  let total: f32 = 0
  for (let round = 0; round < n; round++) {
    let sum = f32x4.splat(0)
    for (let i = 0; i < 65536; i += 16) sum = f32x4.add(sum, f32x4.mul(v128.load(a + i), v128.load(a + i)))
    total += f32x4.extract_lane(sum, 0) + f32x4.extract_lane(sum, 3)
  }
  return total
}

/** Sums of absolute differences of bytes: no floats at all. */
export function bytesSimd(n: i32): i32 {
  fill(a, 16384)
  fill(b, 16384)
  let sum = i32x4.splat(0)
  for (let round = 0; round < n; round++) {
    for (let i = 0; i < 65536; i += 16) {
      const x = v128.load(a + i)
      const y = v128.load(b + ((i + round * 16) & 65535))
      const difference = v128.or(i8x16.sub_sat_u(x, y), i8x16.sub_sat_u(y, x))
      sum = i32x4.add(sum, i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(difference)))
    }
  }
  return i32x4.extract_lane(sum, 0) ^ i32x4.extract_lane(sum, 2)
}
