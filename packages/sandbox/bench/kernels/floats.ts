/** Scalar floats: what making NaNs canonical costs. Every kernel takes a size and returns a checksum. */

const a = heap.alloc(1 << 20)
const b = heap.alloc(1 << 20)
const c = heap.alloc(1 << 20)

// @ts-ignore: decorator
@inline
function fill<T>(at: usize, count: i32): void {
  for (let i = 0; i < count; i++) store<T>(at + i * sizeof<T>(), <T>((i * 37 + 11) % 101) / <T>101 - <T>0.5)
}

// @ts-ignore: decorator
@inline
function multiply<T>(n: i32): T {
  fill<T>(a, n * n)
  fill<T>(b, n * n)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      let sum: T = 0
      for (let l = 0; l < n; l++) {
        sum += load<T>(a + (i * n + l) * sizeof<T>()) * load<T>(b + (l * n + j) * sizeof<T>())
      }
      store<T>(c + (i * n + j) * sizeof<T>(), sum)
    }
  }
  return load<T>(c + (n * n - 1) * sizeof<T>())
}
export function matmulF32(n: i32): f32 {
  return multiply<f32>(n)
}
export function matmulF64(n: i32): f64 {
  return multiply<f64>(n)
}

/** C := 0.5·A·B + C in the order i, k, j: a store in the innermost loop. */
export function sgemm(n: i32): f32 {
  fill<f32>(a, n * n)
  fill<f32>(b, n * n)
  fill<f32>(c, n * n)
  for (let i = 0; i < n; i++) {
    for (let l = 0; l < n; l++) {
      const factor = <f32>0.5 * load<f32>(a + ((i * n + l) << 2))
      const row = c + ((i * n) << 2)
      const other = b + ((l * n) << 2)
      for (let j = 0; j < n; j++) {
        const at = row + (j << 2)
        store<f32>(at, load<f32>(at) + factor * load<f32>(other + (j << 2)))
      }
    }
  }
  return load<f32>(c + ((n * n - 1) << 2))
}

export function nbody(n: i32): f64 {
  const bodies = 5
  for (let i = 0; i < bodies; i++) {
    const at = a + i * 56
    store<f64>(at, <f64>i * 1.7 + 0.3)
    store<f64>(at + 8, <f64>(i * i) * 0.4)
    store<f64>(at + 16, 1.0 / <f64>(i + 1))
    store<f64>(at + 24, 0.01 * <f64>i)
    store<f64>(at + 32, -0.02 * <f64>i)
    store<f64>(at + 40, 0.005)
    store<f64>(at + 48, 1.0 / <f64>(1 + i * i))
  }
  for (let step = 0; step < n; step++) {
    for (let i = 0; i < bodies; i++) {
      const p = a + i * 56
      for (let j = i + 1; j < bodies; j++) {
        const q = a + j * 56
        const dx = load<f64>(p) - load<f64>(q)
        const dy = load<f64>(p + 8) - load<f64>(q + 8)
        const dz = load<f64>(p + 16) - load<f64>(q + 16)
        const square = dx * dx + dy * dy + dz * dz + 0.01
        const strength = 0.001 / (square * sqrt(square))
        const mp = load<f64>(p + 48) * strength
        const mq = load<f64>(q + 48) * strength
        store<f64>(p + 24, load<f64>(p + 24) - dx * mq)
        store<f64>(p + 32, load<f64>(p + 32) - dy * mq)
        store<f64>(p + 40, load<f64>(p + 40) - dz * mq)
        store<f64>(q + 24, load<f64>(q + 24) + dx * mp)
        store<f64>(q + 32, load<f64>(q + 32) + dy * mp)
        store<f64>(q + 40, load<f64>(q + 40) + dz * mp)
      }
    }
    for (let i = 0; i < bodies; i++) {
      const p = a + i * 56
      store<f64>(p, load<f64>(p) + 0.001 * load<f64>(p + 24))
      store<f64>(p + 8, load<f64>(p + 8) + 0.001 * load<f64>(p + 32))
      store<f64>(p + 16, load<f64>(p + 16) + 0.001 * load<f64>(p + 40))
    }
  }
  return load<f64>(a)
}

export function relu(n: i32): f32 {
  fill<f32>(a, 4096)
  let sum: f32 = 0
  for (let round = 0; round < n; round++) {
    for (let i = 0; i < 4096; i++) {
      const x = load<f32>(a + (i << 2))
      store<f32>(b + (i << 2), x > 0 ? x : <f32>0)
    }
    sum += load<f32>(b + ((round & 4095) << 2))
  }
  return sum
}

export function mandelbrot(n: i32): i32 {
  let inside = 0
  for (let y = 0; y < n; y++) {
    for (let x = 0; x < n; x++) {
      const cr = (2.0 * <f64>x) / <f64>n - 1.5
      const ci = (2.0 * <f64>y) / <f64>n - 1.0
      let zr: f64 = 0
      let zi: f64 = 0
      let i = 0
      while (i < 50 && zr * zr + zi * zi < 4) {
        const next = zr * zr - zi * zi + cr
        zi = 2 * zr * zi + ci
        zr = next
        i++
      }
      inside += i
    }
  }
  return inside
}

// @ts-ignore: decorator
@inline
function entry(i: i32, j: i32): f64 {
  return 1.0 / <f64>((((i + j) * (i + j + 1)) >> 1) + i + 1)
}
function timesMatrix(n: i32, from: usize, to: usize, turned: bool): void {
  for (let i = 0; i < n; i++) {
    let sum: f64 = 0
    for (let j = 0; j < n; j++) sum += (turned ? entry(j, i) : entry(i, j)) * load<f64>(from + (j << 3))
    store<f64>(to + (i << 3), sum)
  }
}
export function spectralNorm(n: i32): f64 {
  for (let i = 0; i < n; i++) store<f64>(a + (i << 3), 1)
  for (let round = 0; round < 4; round++) {
    timesMatrix(n, a, c, false)
    timesMatrix(n, c, b, true)
    timesMatrix(n, b, c, false)
    timesMatrix(n, c, a, true)
  }
  let vbv: f64 = 0
  let vv: f64 = 0
  for (let i = 0; i < n; i++) {
    vbv += load<f64>(a + (i << 3)) * load<f64>(b + (i << 3))
    vv += load<f64>(b + (i << 3)) * load<f64>(b + (i << 3))
  }
  return sqrt(vbv / vv)
}

/** A 3×3 convolution over an image of 128×128. */
export function convolution(n: i32): f32 {
  fill<f32>(a, 128 * 128)
  for (let round = 0; round < n; round++) {
    for (let y = 1; y < 127; y++) {
      for (let x = 1; x < 127; x++) {
        let sum: f32 = 0
        for (let dy = -1; dy <= 1; dy++) {
          for (let dx = -1; dx <= 1; dx++) {
            sum += load<f32>(a + (((y + dy) * 128 + x + dx) << 2)) * <f32>(dx * 2 + dy + 4)
          }
        }
        store<f32>(b + ((y * 128 + x) << 2), sum)
      }
    }
  }
  return load<f32>(b + ((64 * 128 + 64) << 2))
}

/** The exponential of 1024 numbers and their sum, by a polynomial. */
export function softmax(n: i32): f64 {
  fill<f64>(a, 1024)
  let last: f64 = 0
  for (let round = 0; round < n; round++) {
    let sum: f64 = 0
    for (let i = 0; i < 1024; i++) {
      const x = load<f64>(a + (i << 3))
      const e = 1 + x * (1 + x * (0.5 + x * (1.0 / 6 + x * (1.0 / 24 + x / 120))))
      store<f64>(b + (i << 3), e)
      sum += e
    }
    const scale = 1 / sum
    for (let i = 0; i < 1024; i++) store<f64>(b + (i << 3), load<f64>(b + (i << 3)) * scale)
    last = load<f64>(b + ((round & 1023) << 3))
  }
  return last
}
