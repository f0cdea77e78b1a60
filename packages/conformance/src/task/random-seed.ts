import { systemRandom } from '@ailee/core'

/** 32 random bytes. */
export function randomSeed(): Uint8Array {
  return systemRandom.bytes(32)
}
