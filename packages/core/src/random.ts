/** Randomness as a component. `bytes` must be unpredictable in production: nonces and ids come from it. */
export interface Random {
  bytes(length: number): Uint8Array
  /** A float in [0, 1). */
  float(): number
}

/** The platform's cryptographic source. */
export const systemRandom: Random = {
  bytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
  float() {
    const words = crypto.getRandomValues(new Uint32Array(2))
    const high = (words[0] ?? 0) >>> 5
    const low = (words[1] ?? 0) >>> 6
    return (high * 2 ** 26 + low) / 2 ** 53
  }
}

/** A reproducible source for tests and simulations (xoshiro128**, Blackman and Vigna 2018). Not for secrets. */
export function seededRandom(seed: number): Random {
  let mix = seed >>> 0
  // splitmix32 spreads a small seed over the whole state.
  const split = (): number => {
    mix = (mix + 0x9e3779b9) >>> 0
    let z = mix
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b)
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35)
    return (z ^ (z >>> 16)) >>> 0
  }
  let [a, b, c, d] = [split(), split(), split(), split()]
  const next = (): number => {
    const product = Math.imul(b, 5)
    const result = Math.imul((product << 7) | (product >>> 25), 9) >>> 0
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = (d << 11) | (d >>> 21)
    return result
  }
  return {
    bytes: (length) => Uint8Array.from({ length }, () => next() & 0xff),
    float: () => next() / 2 ** 32
  }
}
