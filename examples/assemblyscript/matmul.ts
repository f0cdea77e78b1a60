/**
 * Multiplies two generated n×n matrices of f64 and returns the sum of the product's entries.
 *
 * The entries are fractions that binary floating point cannot hold exactly, so the result shows every
 * rounding step: two machines that agree on it added in the same order. `../rust/matmul.rs` computes the
 * same number.
 */

const MAX_N: i32 = 1024

/** Traps (unreachable) unless 1 <= n <= 1024. */
export function matmul(n: i32): f64 {
  if (n < 1 || n > MAX_N) unreachable()

  const bytes = <usize>n * <usize>n * sizeof<f64>()
  const left = heap.alloc(bytes)
  const right = heap.alloc(bytes)
  const product = heap.alloc(bytes)

  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      store<f64>(at(left, n, i, j), <f64>((i * 37 + j * 17) % 101) / 101 - 0.5)
      store<f64>(at(right, n, i, j), <f64>((i * 13 + j * 53) % 103) / 103 - 0.5)
      store<f64>(at(product, n, i, j), 0)
    }
  }

  // i-k-j order walks all three matrices along their rows, which caches like.
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < n; k++) {
      const factor = load<f64>(at(left, n, i, k))
      for (let j = 0; j < n; j++) {
        const cell = at(product, n, i, j)
        store<f64>(cell, load<f64>(cell) + factor * load<f64>(at(right, n, k, j)))
      }
    }
  }

  let sum: f64 = 0
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) sum += load<f64>(at(product, n, i, j))
  }
  return sum
}

// @ts-ignore: decorator
@inline
function at(matrix: usize, n: i32, row: i32, column: i32): usize {
  return matrix + ((<usize>row * <usize>n + <usize>column) << 3)
}
