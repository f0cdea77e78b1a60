import type { Random } from '@ailee/core'

/** A whole number from 0 to `limit` − 1. */
export function below(random: Random, limit: number): number {
  return Math.floor(random.float() * limit)
}

/** One to four of: flip a bit, set a byte to an edge, drop, insert, repeat or swap parts, cut off the end. */
export function mutate(random: Random, bytes: Uint8Array): Uint8Array {
  let mutated = Buffer.from(bytes)
  for (let rounds = 1 + below(random, 4); rounds > 0; rounds -= 1) {
    const at = below(random, mutated.length + 1)
    const [head, tail] = [mutated.subarray(0, at), mutated.subarray(at)]
    const part = tail.subarray(0, below(random, 32))
    const edge = [0, 0x7f, 0x80, 0xff][below(random, 4)] ?? 0
    const mutations = [
      () => Buffer.concat([head, Buffer.of((tail[0] ?? 0) ^ (1 << below(random, 8))), tail.subarray(1)]),
      () => Buffer.concat([head, Buffer.of(edge), tail.subarray(1)]),
      () => Buffer.concat([head, tail.subarray(part.length)]),
      () => Buffer.concat([head, random.bytes(1 + below(random, 6)), tail]),
      () => Buffer.concat([head, ...new Array<Buffer>(1 + below(random, 8)).fill(part), tail]),
      () => Buffer.concat([tail, head]),
      () => head
    ]
    mutated = Buffer.from(mutations[below(random, mutations.length)]?.() ?? head)
  }
  return new Uint8Array(mutated)
}
