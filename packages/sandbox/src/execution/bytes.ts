import { ALLOC } from '../module/bytes-convention.js'
import { MemoryFault } from '../wasi/memory-view.js'
import type { WasiProcess } from '../wasi/wasi-process.js'
import { HostTrap } from './traps.js'

/**
 * Copies the input to where the module's `alloc` made room for it, and returns the arguments of the function that
 * takes it: pointer and length. Charges for each byte.
 */
export function inputPlace({ memory, input }: WasiProcess, pointer: number): [number, number] {
  // Allocators say so when they have nothing to give; no language puts anything at address 0.
  if (pointer === 0 && input.length > 0) {
    throw new HostTrap('unreachable', `${ALLOC} returned 0 for ${input.length} bytes of input`)
  }
  inBounds(() => memory.bytes(pointer, input.length), 'the room for the input').set(input)
  return [pointer, input.length]
}

/** Appends to the output what a function returned: pointer · 2³² + length. Charges for each byte, copies none too many. */
export function takeOutput(process: WasiProcess, packed: bigint): void {
  const pointer = Number(BigInt.asUintN(32, packed >> 32n))
  const length = Number(BigInt.asUintN(32, packed))
  const bytes = inBounds(() => process.memory.bytes(pointer, length), 'the output')
  if (bytes.length > process.stdout.room) process.overflow()
  process.stdout.append(bytes)
}

function inBounds<T>(access: () => T, what: string): T {
  try {
    return access()
  } catch (error) {
    if (!(error instanceof MemoryFault)) throw error
    throw new HostTrap('out-of-bounds', `${what} does not lie in the module's memory`)
  }
}
