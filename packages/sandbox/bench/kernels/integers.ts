/** Integers, calls and branches. Every kernel takes a size and returns a checksum. */

export function fib(n: i32): i32 {
  return n < 2 ? n : fib(n - 1) + fib(n - 2)
}

/** Takeuchi's function: recursion with three parameters. */
function takOf(x: i32, y: i32, z: i32): i32 {
  return y >= x ? z : takOf(takOf(x - 1, y, z), takOf(y - 1, z, x), takOf(z - 1, x, y))
}
export function tak(n: i32): i32 {
  return takOf(n, n * 2 / 3, n / 3)
}

function isEven(n: i32): i32 {
  return n == 0 ? 1 : isOdd(n - 1)
}
function isOdd(n: i32): i32 {
  return n == 0 ? 0 : isEven(n - 1)
}
/** Two functions that call each other, a thousand frames deep. */
export function evenOdd(n: i32): i32 {
  let sum = 0
  for (let i = 0; i < n; i++) sum += isEven(1000 + i)
  return sum
}

const nodes = heap.alloc(1 << 20)
let freeNode: usize = 0

function makeTree(depth: i32): usize {
  const node = nodes + freeNode
  freeNode += 8
  store<u32>(node, depth > 0 ? makeTree(depth - 1) : 0)
  store<u32>(node, depth > 0 ? makeTree(depth - 1) : 0, 4)
  return node
}
function countTree(node: usize): i32 {
  const left = load<u32>(node)
  return left == 0 ? 1 : 1 + countTree(left) + countTree(load<u32>(node, 4))
}
/** Binary trees of depth 14, made and counted. */
export function tree(n: i32): i32 {
  let sum = 0
  for (let i = 0; i < n; i++) {
    freeNode = 0
    sum += countTree(makeTree(14))
  }
  return sum
}

export function primes(n: i32): i32 {
  let count = 0
  for (let candidate = 2; candidate < n; candidate++) {
    let prime = 1
    for (let divisor = 2; divisor * divisor <= candidate; divisor++) {
      if (candidate % divisor == 0) {
        prime = 0
        break
      }
    }
    count += prime
  }
  return count
}

const flags = heap.alloc(1 << 20)

export function sieve(n: i32): i32 {
  let count = 0
  for (let round = 0; round < n; round++) {
    memory.fill(flags, 1, 1 << 20)
    count = 0
    for (let i = 2; i < 1 << 20; i++) {
      if (load<u8>(flags + i) == 0) continue
      count++
      for (let multiple = i * 2; multiple < 1 << 20; multiple += i) store<u8>(flags + multiple, 0)
    }
  }
  return count
}

export function collatz(n: i32): i32 {
  let longest = 0
  for (let start = 1; start < n; start++) {
    let value: i64 = start
    let steps = 0
    while (value > 1) {
      value = (value & 1) == 0 ? value >> 1 : value * 3 + 1
      steps++
    }
    longest = max(longest, steps)
  }
  return longest
}

const numbers = heap.alloc(1 << 20)

function sort(low: i32, high: i32): void {
  while (low < high) {
    const pivot = load<i32>(numbers + ((low + high) >> 1 << 2))
    let i = low
    let j = high
    while (i <= j) {
      while (load<i32>(numbers + (i << 2)) < pivot) i++
      while (load<i32>(numbers + (j << 2)) > pivot) j--
      if (i <= j) {
        const kept = load<i32>(numbers + (i << 2))
        store<i32>(numbers + (i << 2), load<i32>(numbers + (j << 2)))
        store<i32>(numbers + (j << 2), kept)
        i++
        j--
      }
    }
    if (j - low < high - i) {
      sort(low, j)
      low = i
    } else {
      sort(i, high)
      high = j
    }
  }
}
export function quicksort(n: i32): i32 {
  let state: u32 = 1
  for (let i = 0; i < n; i++) {
    state = state * 1664525 + 1013904223
    store<i32>(numbers + (i << 2), state >> 1)
  }
  sort(0, n - 1)
  return load<i32>(numbers + (n >> 1 << 2))
}

/** Permutations of n numbers and their flips (the Computer Language Benchmarks Game). */
export function fannkuch(n: i32): i32 {
  const p = numbers
  const q = p + 256
  const s = q + 256
  for (let i = 0; i < n; i++) {
    store<i32>(p + (i << 2), i)
    store<i32>(s + (i << 2), i)
  }
  let sign = 1
  let most = 0
  let sum = 0
  while (true) {
    let first = load<i32>(p)
    if (first != 0) {
      for (let i = 1; i < n; i++) store<i32>(q + (i << 2), load<i32>(p + (i << 2)))
      let flips = 1
      while (true) {
        const next = load<i32>(q + (first << 2))
        if (next == 0) {
          most = max(most, flips)
          sum += sign * flips
          break
        }
        store<i32>(q + (first << 2), first)
        if (first >= 3) {
          let i = 1
          let j = first - 1
          do {
            const kept = load<i32>(q + (i << 2))
            store<i32>(q + (i << 2), load<i32>(q + (j << 2)))
            store<i32>(q + (j << 2), kept)
            i++
            j--
          } while (i < j)
        }
        first = next
        flips++
      }
    }
    if (sign == 1) {
      const kept = load<i32>(p)
      store<i32>(p, load<i32>(p + 4))
      store<i32>(p + 4, kept)
      sign = -1
      continue
    }
    const kept = load<i32>(p + 4)
    store<i32>(p + 4, load<i32>(p + 8))
    store<i32>(p + 8, kept)
    sign = 1
    for (let i = 2; i < n; i++) {
      const left = load<i32>(s + (i << 2))
      if (left != 0) {
        store<i32>(s + (i << 2), left - 1)
        break
      }
      if (i == n - 1) return sum * 1000 + most
      store<i32>(s + (i << 2), i)
      const head = load<i32>(p)
      for (let j = 0; j <= i; j++) store<i32>(p + (j << 2), load<i32>(p + ((j + 1) << 2)))
      store<i32>(p + ((i + 1) << 2), head)
    }
  }
}

// @ts-ignore: decorator
@inline
function rotate(x: u32, n: u32): u32 {
  return rotr<u32>(x, n)
}
const k = memory.data<u32>([
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98,
  0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786,
  0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8,
  0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13,
  0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819,
  0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a,
  0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7,
  0xc67178f2
])
/** The compression function of SHA-256 over n blocks. */
export function sha256(n: i32): i32 {
  const w = numbers
  let h0: u32 = 0x6a09e667
  let h1: u32 = 0xbb67ae85
  let h2: u32 = 0x3c6ef372
  let h3: u32 = 0xa54ff53a
  let h4: u32 = 0x510e527f
  let h5: u32 = 0x9b05688c
  let h6: u32 = 0x1f83d9ab
  let h7: u32 = 0x5be0cd19
  for (let block = 0; block < n; block++) {
    for (let i = 0; i < 16; i++) store<u32>(w + (i << 2), block * 16 + i)
    for (let i = 16; i < 64; i++) {
      const a = load<u32>(w + ((i - 15) << 2))
      const b = load<u32>(w + ((i - 2) << 2))
      const s0 = rotate(a, 7) ^ rotate(a, 18) ^ (a >> 3)
      const s1 = rotate(b, 17) ^ rotate(b, 19) ^ (b >> 10)
      store<u32>(w + (i << 2), load<u32>(w + ((i - 16) << 2)) + s0 + load<u32>(w + ((i - 7) << 2)) + s1)
    }
    let a = h0
    let b = h1
    let c = h2
    let d = h3
    let e = h4
    let f = h5
    let g = h6
    let h = h7
    for (let i = 0; i < 64; i++) {
      const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
      const t1 = h + s1 + ((e & f) ^ (~e & g)) + load<u32>(k + (i << 2)) + load<u32>(w + (i << 2))
      const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
      const t2 = s0 + ((a & b) ^ (a & c) ^ (b & c))
      h = g
      g = f
      f = e
      e = d + t1
      d = c
      c = b
      b = a
      a = t1 + t2
    }
    h0 += a
    h1 += b
    h2 += c
    h3 += d
    h4 += e
    h5 += f
    h6 += g
    h7 += h
  }
  return h0 ^ h1 ^ h2 ^ h3 ^ h4 ^ h5 ^ h6 ^ h7
}

const crcTable = heap.alloc(1024)
export function crc32(n: i32): i32 {
  for (let i: u32 = 0; i < 256; i++) {
    let c = i
    for (let bit = 0; bit < 8; bit++) c = (c & 1) != 0 ? 0xedb88320 ^ (c >> 1) : c >> 1
    store<u32>(crcTable + (i << 2), c)
  }
  let crc: u32 = 0xffffffff
  for (let i = 0; i < n; i++) {
    crc = load<u32>(crcTable + (((crc ^ <u32>i) & 0xff) << 2)) ^ (crc >> 8)
  }
  return ~crc
}

/** A virtual machine of six instructions: dispatch by `br_table`. */
export function interpreter(n: i32): i32 {
  const program = numbers
  const length = 64
  for (let i = 0; i < length; i++) store<u8>(program + i, (i * 7 + 3) % 6)
  let pc = 0
  let accumulator = 1
  let other = 7
  for (let step = 0; step < n; step++) {
    switch (load<u8>(program + pc)) {
      case 0:
        accumulator += other
        break
      case 1:
        other ^= accumulator
        break
      case 2:
        accumulator = rotl<u32>(accumulator, 3)
        break
      case 3:
        other = other * 5 + 1
        break
      case 4:
        if ((accumulator & 1) == 0) pc = (pc + 2) & (length - 1)
        break
      default:
        accumulator ^= step
    }
    pc = (pc + 1) & (length - 1)
  }
  return accumulator ^ other
}

type Operation = (x: i32) => i32
function addSeven(x: i32): i32 {
  return x + 7
}
function exclusive(x: i32): i32 {
  return x ^ 0x5a5a
}
function triple(x: i32): i32 {
  return x * 3
}
const operations: Operation[] = [addSeven, exclusive, triple, exclusive]
export function indirect(n: i32): i32 {
  let x = 1
  for (let i = 0; i < n; i++) x = unchecked(operations[i & 3])(x)
  return x
}

// Kept out of line, so that a call stays a call.
// @ts-ignore: decorator
@inline
function mixOf(a: i32, b: i32): i32 {
  return (a * 31) ^ (b + (a >> 5))
}
function mix(a: i32, b: i32): i32 {
  if (a > b) return mixOf(b, a)
  return mixOf(a, b) + mixOf(a ^ b, b)
}
export function smallCalls(n: i32): i32 {
  let x = 1
  for (let i = 0; i < n; i++) x = mix(x, mix(i, x))
  return x
}
