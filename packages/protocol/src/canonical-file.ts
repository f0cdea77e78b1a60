import { errorMessage } from '@ailee/core'
import { bytesEqual, utf8ToBytes } from './bytes.js'
import { ProtocolError } from './errors.js'

/** Longest file of a receipt or of evidence: fields are bounded, so nothing valid is longer. */
const MAX_FILE_BYTES = 16_384

/** A kind of JSON file of which there is exactly one for what it holds, so that a changed byte is never overlooked. */
export interface CanonicalFile<T> {
  /** As in "not a receipt file". */
  name: string
  malformed: 'RECEIPT_MALFORMED' | 'EVIDENCE_MALFORMED'
  /** Throws whatever it likes for what is none. */
  // biome-ignore lint/suspicious/noExplicitAny: what JSON.parse gives
  fromJson(json: any): T
  write(value: T): string
}

/** Reads a file. Throws `malformed` unless it is, byte for byte, what `write` writes. */
export function readCanonicalFile<T>(
  { name, malformed, fromJson, write }: CanonicalFile<T>,
  bytes: Uint8Array
): T {
  if (bytes.length > MAX_FILE_BYTES) {
    throw new ProtocolError(malformed, `${name} is at most ${MAX_FILE_BYTES} bytes`)
  }
  let value: T
  try {
    value = fromJson(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
  } catch (cause) {
    throw new ProtocolError(malformed, `not ${name}: ${errorMessage(cause)}`, { cause })
  }
  if (!bytesEqual(utf8ToBytes(write(value)), bytes)) {
    throw new ProtocolError(
      malformed,
      'the file is not in its canonical form: it was changed after it was written'
    )
  }
  return value
}
