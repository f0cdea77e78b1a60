import { StoreError } from '../errors.js'

/** Every stored value starts with the revision of its write: 8 bytes, big-endian. */
const HEADER_BYTES = 8

export function withRevision(value: Uint8Array, revision: bigint): Uint8Array {
  const bytes = new Uint8Array(HEADER_BYTES + value.length)
  new DataView(bytes.buffer).setBigUint64(0, revision)
  bytes.set(value, HEADER_BYTES)
  return bytes
}

/** The parts of a stored value; `value` is a view of `bytes`. Throws STORE_CORRUPTED naming `key`. */
export function splitRevision(key: string, bytes: Uint8Array): { value: Uint8Array; revision: bigint } {
  if (bytes.length < HEADER_BYTES) {
    throw new StoreError('STORE_CORRUPTED', `the value of ${key} is shorter than its header`)
  }
  const { buffer, byteOffset, length } = bytes
  return {
    value: new Uint8Array(buffer, byteOffset + HEADER_BYTES, length - HEADER_BYTES),
    revision: new DataView(buffer, byteOffset).getBigUint64(0)
  }
}
