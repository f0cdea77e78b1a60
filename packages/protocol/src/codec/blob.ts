import type { ContentHash } from '@ailee/core'
import { ailee } from '#generated'
import { ProtocolError } from '../errors.js'
import { BLOB_CHUNK_BYTES, MAX_INPUT_BYTES, MAX_NETWORK_BYTES } from '../limits.js'
import { boundedBytes, hash, hashBytes, integer, nonEmptyText, parseMessage, toU64 } from './fields.js'

/** Opens a blob stream. */
export interface BlobRequest {
  network: string
  hash: ContentHash
}

export function encodeBlobRequest(request: BlobRequest): Uint8Array {
  return ailee.v1.BlobRequest.encode({ network: request.network, hash: hashBytes(request.hash) }).finish()
}

export function decodeBlobRequest(bytes: Uint8Array): BlobRequest {
  const wire = parseMessage('BlobRequest', (data) => ailee.v1.BlobRequest.decode(data), bytes)
  return { network: nonEmptyText(wire.network, MAX_NETWORK_BYTES, 'network'), hash: hash(wire.hash, 'hash') }
}

/** The answer: whether the blob is there, and how many bytes of chunks follow. */
export interface BlobHeader {
  found: boolean
  bytes: number
}

export function encodeBlobHeader(header: BlobHeader): Uint8Array {
  return ailee.v1.BlobHeader.encode({ found: header.found, bytes: toU64(header.bytes) }).finish()
}

export function decodeBlobHeader(bytes: Uint8Array): BlobHeader {
  const wire = parseMessage('BlobHeader', (data) => ailee.v1.BlobHeader.decode(data), bytes)
  return { found: wire.found, bytes: integer(wire.bytes, 0, MAX_INPUT_BYTES, 'bytes') }
}

export function encodeBlobChunk(data: Uint8Array): Uint8Array {
  return ailee.v1.BlobChunk.encode({ data }).finish()
}

export function decodeBlobChunk(bytes: Uint8Array): Uint8Array {
  const wire = parseMessage('BlobChunk', (data) => ailee.v1.BlobChunk.decode(data), bytes)
  const data = boundedBytes(wire.data, BLOB_CHUNK_BYTES, 'data')
  if (data.length === 0) throw new ProtocolError('WIRE_FIELD_INVALID', 'data is empty')
  return data
}
