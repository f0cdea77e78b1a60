import { meteringParameters } from '../instrument/index.js'
import type { Sha3 } from '../wasi/random.js'
import type { Meter } from './meter.js'

/**
 * sha3-256 over the whole memory as a run left it: all of its pages; no bytes where the module has none. It is paid
 * like a host call that touches every byte, since whoever asks for it decides how much there is to hash; undefined =
 * the fuel does not suffice.
 */
export function hashMemory(bytes: Uint8Array, meter: Meter, sha3: Sha3): Uint8Array | undefined {
  const { hostCallFuel, hostByteFuel } = meteringParameters
  const price = hostCallFuel + hostByteFuel * bytes.length
  if (BigInt(price) > meter.limit - meter.used) return undefined
  meter.charge(price)
  return sha3(bytes)
}
