/**
 * The kernels of `overhead.mjs`: compiled from `kernels/*.ts` by the AssemblyScript of the workspace, and two
 * examples in other languages.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { main as compile } from 'assemblyscript/asc'

/** Sizes that take some milliseconds each. */
const sizes = {
  integers: {
    fib: 27,
    tak: 18,
    evenOdd: 1000,
    tree: 20,
    primes: 100_000,
    sieve: 3,
    collatz: 30_000,
    quicksort: 100_000,
    fannkuch: 8,
    sha256: 5_000,
    crc32: 3_000_000,
    interpreter: 1_500_000,
    indirect: 3_000_000,
    smallCalls: 1_500_000
  },
  floats: {
    matmulF32: 160,
    matmulF64: 160,
    sgemm: 160,
    nbody: 20_000,
    relu: 1_500,
    mandelbrot: 160,
    spectralNorm: 400,
    convolution: 60,
    softmax: 1_500
  },
  vectors: { matmulSimd: 200, saxpy: 1_500, dotSimd: 1_500, bytesSimd: 1_500 },
  texts: {
    stringSwitch: 60,
    wordCount: 80,
    hashMap: 800_000,
    levenshtein: 1_200,
    life: 30,
    base64: 100,
    bulkMemory: 60_000
  }
}

const folder = fileURLToPath(new URL('./kernels/', import.meta.url))
const flags = ['-O3', '--runtime', 'stub', '--use', 'abort=', '--enable', 'simd', '--enable', 'bulk-memory']

async function compileFile(name) {
  let binary
  const { error, stderr } = await compile([`${name}.ts`, ...flags, '--outFile', `${name}.wasm`], {
    readFile: (file) => (file === `${name}.ts` ? readFileSync(`${folder}${file}`, 'utf8') : null),
    writeFile: (_, contents) => {
      binary = contents
    },
    listFiles: () => []
  })
  if (error !== null) throw new Error(`${name}.ts does not compile: ${stderr.toString()}`)
  return binary
}

const example = (name) => readFileSync(new URL(`../../../examples/modules/${name}.wasm`, import.meta.url))

/** A list of `{ name, bytes, function, values }`. */
export async function loadKernels() {
  const kernels = []
  for (const [file, functions] of Object.entries(sizes)) {
    const bytes = await compileFile(file)
    for (const [name, size] of Object.entries(functions)) {
      kernels.push({ name, bytes, function: name, values: [size] })
    }
  }
  kernels.push({ name: 'matmul (Rust)', bytes: example('matmul-rust'), function: 'matmul', values: [200] })
  kernels.push({
    name: 'kmeans',
    bytes: example('kmeans'),
    function: 'kmeansInertia',
    values: [2_000, 8, 10]
  })
  return kernels
}
