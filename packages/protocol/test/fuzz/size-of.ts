/** Bytes that a decoded message stands for: its texts and byte arrays, and 16 for each value and place in a list. */
export function sizeOf(value: unknown): number {
  if (typeof value === 'string') return 16 + value.length
  if (value instanceof Uint8Array) return 16 + value.length
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + sizeOf(item), 16)
  if (typeof value === 'object' && value !== null) return sizeOf(Object.values(value))
  return 16
}
