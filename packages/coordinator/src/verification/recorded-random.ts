import type { Random } from '@ailee/core'
import { bytesToHex, hexToBytes } from '@ailee/protocol'

/** Randomness that is written down, and can be had again: what was drawn with it can be played again. */
export class RecordedRandom implements Random {
  readonly #random: Random
  #recorded: string[] = []
  #replayed: string[] = []

  constructor(components: { random: Random }) {
    this.#random = components.random
  }

  /** The next calls give these bytes, hex, and record nothing. */
  replay(recorded: readonly string[]): void {
    this.#replayed = [...recorded]
  }

  /** What was drawn since the last call. */
  take(): string[] {
    const recorded = this.#recorded
    this.#recorded = []
    return recorded
  }

  bytes(length: number): Uint8Array {
    const again = this.#replayed.shift()
    if (again !== undefined) return hexToBytes(again)
    const bytes = this.#random.bytes(length)
    this.#recorded.push(bytesToHex(bytes))
    return bytes
  }

  float(): number {
    throw new Error('floats are not recorded')
  }
}
