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

/** `1234.5` → `1.23 s`; for people, never parsed. */
export function formatDuration(ms: number): string {
  return ms < 1000 ? `${trim(ms)} ms` : `${trim(ms / 1000, 2)} s`
}

function trim(value: number, digits = 1): string {
  return value.toFixed(digits).replace(/\.?0+$/, '')
}
