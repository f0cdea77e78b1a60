import type { ContentHash } from '@ailee/core'
import {
  BLOB_PROTOCOL,
  concatBytes,
  decodeBlobChunk,
  decodeBlobHeader,
  encodeBlobRequest,
  frame
} from '@ailee/protocol'
import { expect } from '../errors.js'
import { BlobStream } from './blob-stream.js'
import type { RawPeer } from './raw-peer.js'

/** Everything the target serves under this hash, as it came. */
export async function fetchBlob(peer: RawPeer, hash: ContentHash): Promise<Uint8Array> {
  const stream = new BlobStream(await peer.open(BLOB_PROTOCOL))
  stream.send(frame(encodeBlobRequest({ network: peer.network, hash })))
  await stream.messages.finished(`the end of blob ${hash}`)
  const [header, ...chunks] = stream.messages.items
  expect(header !== undefined && decodeBlobHeader(header).found, `blob ${hash} is not served`)
  return concatBytes(...chunks.map(decodeBlobChunk))
}
