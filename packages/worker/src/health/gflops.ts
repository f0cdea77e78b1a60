import { GFLOPS_MATRIX_ORDER, GFLOPS_MAX_MS, GFLOPS_MEASURE_MS, GFLOPS_PRODUCTS } from '../constants.js'

/**
 * Measures this process's floating-point rate in GFLOPS: the best of several products of two f64 matrices (2·n³
 * operations each). The best, since other load only ever slows one down, and the first ones run before the engine has
 * compiled them.
 */
export function measureGflops(now: () => number = () => performance.now()): number {
  const order = GFLOPS_MATRIX_ORDER
  const a = Float64Array.from({ length: order * order }, (_, index) => (index % 7) + 1)
  const b = Float64Array.from({ length: order * order }, (_, index) => (index % 5) + 1)
  const c = new Float64Array(order * order)
  const operations = 2 * order ** 3
  const beginMs = now()
  let bestMs = Number.POSITIVE_INFINITY
  for (let products = 0; ; products++) {
    const startMs = now()
    const elapsedMs = startMs - beginMs
    const enough = products >= GFLOPS_PRODUCTS && elapsedMs >= GFLOPS_MEASURE_MS
    // On a slow or busy machine a few have to do; one there is always.
    if (products > 0 && (enough || elapsedMs >= GFLOPS_MAX_MS)) break
    multiply(a, b, c, order)
    bestMs = Math.min(bestMs, now() - startMs)
  }
  return operations / (Math.max(bestMs, 1e-3) * 1e6)
}

function multiply(a: Float64Array, b: Float64Array, c: Float64Array, order: number): void {
  c.fill(0)
  for (let row = 0; row < order; row++) {
    for (let inner = 0; inner < order; inner++) {
      const factor = a[row * order + inner] ?? 0
      for (let column = 0; column < order; column++) {
        const index = row * order + column
        c[index] = (c[index] ?? 0) + factor * (b[inner * order + column] ?? 0)
      }
    }
  }
}
