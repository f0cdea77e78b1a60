/** Makes ASCII letters capital, in two ways: all at once as a function of bytes, and in pieces within the fuel. */
import { fuelLeft, inputBytes, inputRead, inputSize, log, outputBytes, outputWrite } from "./ailee"
export { alloc } from "./ailee"

const PIECE_BYTES = 4096
/** More than a piece takes. */
const PIECE_FUEL = 200000

/** A function of bytes: gets all of the input, returns all of the output. */
export function run(pointer: i32, length: i32): u64 {
  const bytes = inputBytes(pointer)
  capitalise(bytes, length)
  log(`${length} bytes`)
  return outputBytes(bytes)
}

/** Reads and writes for itself, and stops in good time when the fuel runs low. */
export function stream(): void {
  const size = inputSize()
  const piece = new Uint8Array(PIECE_BYTES)
  let done = 0
  while (done < size && fuelLeft() > PIECE_FUEL) {
    const length = inputRead(piece, done)
    capitalise(piece, length)
    outputWrite(piece.subarray(0, length))
    done += length
  }
  log(`${done} of ${size} bytes`)
}

function capitalise(bytes: Uint8Array, length: i32): void {
  for (let i = 0; i < length; i++) {
    const byte = bytes[i]
    if (byte >= 0x61 && byte <= 0x7a) bytes[i] = byte - 0x20
  }
}
