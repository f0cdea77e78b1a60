export const KIB = 1024
export const MIB = 1024 * KIB

/** Bytes in one WebAssembly page. */
export const WASM_PAGE_BYTES = 64 * KIB

/** `1536` → `1.5 KiB`; for people, never parsed. */
export function formatBytes(bytes: number): string {
  if (bytes < KIB) return `${bytes} B`
  if (bytes < MIB) return `${trim(bytes / KIB)} KiB`
  return `${trim(bytes / MIB)} MiB`
}

/** `1234.5` → `1.23 s`, `400000` → `6.7 min`; for people, never parsed. */
export function formatDuration(ms: number): string {
  if (ms < 1000) return `${trim(ms)} ms`
  const seconds = ms / 1000
  if (seconds < 120) return `${trim(seconds, 2)} s`
  const minutes = seconds / 60
  return minutes < 120 ? `${trim(minutes)} min` : `${trim(minutes / 60)} h`
}

function trim(value: number, digits = 1): string {
  return value.toFixed(digits).replace(/\.?0+$/, '')
}
