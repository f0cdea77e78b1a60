import { ailee } from '#generated'
import { hashPart, readHash } from './fields.js'

/** What was made of a module, and the hash it must still have. */
export interface InstrumentedRecord {
  contentHash: string
  content: Uint8Array
}

export function encodeInstrumentedRecord({ contentHash, content }: InstrumentedRecord): Uint8Array {
  const hash = Buffer.from(hashPart(contentHash, 'contentHash'), 'hex')
  return ailee.store.v1.InstrumentedRecord.encode({ contentHash: hash, content }).finish()
}

/** Throws for bytes that are no record. The content is a view of `bytes`, and may not be what its hash says. */
export function decodeInstrumentedRecord(bytes: Uint8Array): InstrumentedRecord {
  const wire = ailee.store.v1.InstrumentedRecord.decode(bytes)
  return { contentHash: readHash(wire.contentHash, 'content_hash'), content: wire.content }
}
