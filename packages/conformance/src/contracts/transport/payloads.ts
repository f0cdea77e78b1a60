/** How long a request of a case may take: long, since a busy machine is no fault. */
export const REQUEST_TIMEOUT_MS = 20_000

export const patient = { timeoutMs: REQUEST_TIMEOUT_MS }

/** A payload that names a number. */
export function numbered(number: number): Uint8Array {
  return Uint8Array.of(number & 0xff, number >> 8)
}

export function numberOf(payload: Uint8Array): number {
  return (payload[0] ?? 0) + (payload[1] ?? 0) * 256
}

/** Bytes of which no two neighbours, and no two payloads of different length, look alike. */
export function patterned(length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, index) => (index * 31 + length + (index >> 8)) & 0xff)
}
