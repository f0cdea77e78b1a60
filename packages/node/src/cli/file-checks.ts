import { isAileeError, remoteText } from '@ailee/core'
import type { Check } from '@ailee/protocol'
import type { Terminal } from './terminal.js'

/** Most of a check's detail that is shown: of evidence, much of it is a stranger's text. */
const MAX_DETAIL_CHARS = 1000

/** What a file of a canonical form holds, undefined if it is none, and whether it is. */
export function readCanonical<T>(
  bytes: Uint8Array,
  read: (bytes: Uint8Array) => T,
  malformed: 'RECEIPT_MALFORMED' | 'EVIDENCE_MALFORMED' | 'BID_SET_MALFORMED'
): { value: T | undefined; form: Check } {
  const name = 'canonical-form'
  try {
    const value = read(bytes)
    return { value, form: { name, ok: true, detail: 'the file is byte for byte as it was written' } }
  } catch (error) {
    if (!isAileeError(error, malformed)) throw error
    return { value: undefined, form: { name, ok: false, detail: error.message } }
  }
}

export function showChecks(terminal: Terminal, checks: readonly Check[]): void {
  for (const { name, ok, detail } of checks) {
    terminal.text(`${ok ? 'ok  ' : 'FAIL'} ${name}: ${remoteText(detail, MAX_DETAIL_CHARS)}`)
  }
}
