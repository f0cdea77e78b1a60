/** The host module `ailee` and the convention of bytes, for AssemblyScript. Copy it beside your task. */

// @ts-ignore: decorator
@external("ailee", "input_size")
declare function input_size(): i32
// @ts-ignore: decorator
@external("ailee", "input_read")
declare function input_read(pointer: usize, length: i32, offset: i32): i32
// @ts-ignore: decorator
@external("ailee", "output_write")
declare function output_write(pointer: usize, length: i32): void
// @ts-ignore: decorator
@external("ailee", "log")
declare function log_line(pointer: usize, length: i32): void
// @ts-ignore: decorator
@external("ailee", "fuel_left")
declare function fuel_left(): i64

/** Bytes of input. */
export function inputSize(): i32 {
  return input_size()
}

/** Fills `target` with input from `offset` on, and returns how many bytes there were. */
export function inputRead(target: Uint8Array, offset: i32): i32 {
  return input_read(target.dataStart, target.length, offset)
}

/** Appends to the output. */
export function outputWrite(bytes: Uint8Array): void {
  output_write(bytes.dataStart, bytes.length)
}

/** Writes a line to standard error. */
export function log(text: string): void {
  const bytes = String.UTF8.encode(text)
  log_line(changetype<usize>(bytes), bytes.byteLength)
}

/** Fuel that is left: the same on every machine. */
export function fuelLeft(): i64 {
  return fuel_left()
}

/** Makes room for the input of a function of bytes. Export it from your task as it is. */
export function alloc(size: i32): i32 {
  return changetype<i32>(new ArrayBuffer(size))
}

/** The input that such a function was given: what `alloc` made. */
export function inputBytes(pointer: i32): Uint8Array {
  return Uint8Array.wrap(changetype<ArrayBuffer>(<usize>pointer))
}

/** What such a function returns for these bytes. */
export function outputBytes(bytes: Uint8Array): u64 {
  return ((<u64>bytes.dataStart) << 32) | <u64>bytes.length
}
