const MAX_SHOWN_CHARACTERS = 400
const MAX_SHOWN_BYTES = 32

/** A value in a few words for the message of a failed case. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value, (_, part: unknown) => plain(part)) ?? String(value)
  return text.length > MAX_SHOWN_CHARACTERS ? `${text.slice(0, MAX_SHOWN_CHARACTERS)}…` : text
}

/** What JSON has no word for. */
function plain(part: unknown): unknown {
  if (typeof part === 'bigint') return `${part}n`
  if (part === undefined) return 'undefined'
  if (!(part instanceof Uint8Array)) return part
  const more = part.length > MAX_SHOWN_BYTES ? ` … ${part.length} bytes` : ''
  return `bytes ${[...part.subarray(0, MAX_SHOWN_BYTES)].join(' ')}${more}`
}
