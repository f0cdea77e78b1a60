import { bytesToHex } from '../../src/index.js'

/**
 * A decoded message as vector files write it: bytes as hex, big integers as texts, what is undefined left out.
 * `expected` tells which numbers are 64-bit on the wire and so are texts as well.
 */
export function plain(value: unknown, expected: unknown): unknown {
  if (value instanceof Uint8Array) return bytesToHex(value)
  if (typeof value === 'bigint') return String(value)
  if (typeof value === 'number' && typeof expected === 'string') return String(value)
  if (Array.isArray(value)) {
    const items: unknown[] = Array.isArray(expected) ? expected : []
    return value.map((item, index) => plain(item, items[index]))
  }
  if (typeof value === 'object' && value !== null) {
    const fields = (expected ?? {}) as Record<string, unknown>
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, field]) => field !== undefined)
        .map(([key, field]) => [key, plain(field, fields[key])])
    )
  }
  return value
}

/** A signature as its message in a vector file. */
export interface SignatureFields {
  publicKey: string
  nonce: string
  expiresAtMs: string
  signature: string
  treeSize: number
  leafIndex: number
  path: string[]
}
