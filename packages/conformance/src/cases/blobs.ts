import { systemRandom } from '@ailee/core'
import {
  BLOB_CHUNK_BYTES,
  BLOB_PROTOCOL,
  bytesToHex,
  concatBytes,
  contentHash,
  decodeBlobChunk,
  decodeBlobHeader,
  encodeBlobRequest,
  frame,
  HASH_BYTES,
  MAX_MODULE_BYTES
} from '@ailee/protocol'
import type { Case } from '../case.js'
import { expect, expectEqual } from '../errors.js'
import { BlobStream } from '../raw/blob-stream.js'
import { submission } from '../task/submission.js'
import { submitted } from '../task/submitted.js'

function unknownHash(): string {
  return bytesToHex(systemRandom.bytes(HASH_BYTES))
}

/** Section 8. */
export const blobCases: readonly Case[] = [
  {
    must: 'MUST-045',
    async run({ peer, hello, network, admitted }) {
      const probe = await peer()
      const absent = new BlobStream(await probe.open(BLOB_PROTOCOL))
      absent.send(frame(encodeBlobRequest({ network, hash: unknownHash() })))
      const header = decodeBlobHeader(await absent.messages.find('a header', () => true))
      expect(!header.found, 'it says that it has a blob that nobody has')
      if (hello?.coordinator !== true || !admitted) return 'a blob that is not there is told not to be'
      const half = systemRandom.bytes(BLOB_CHUNK_BYTES)
      const input = concatBytes(half, half, Uint8Array.from([1]))
      // Field 3 of an input: its standard input.
      const encoded = concatBytes(Uint8Array.from([0x1a, 0x81, 0x80, 0x08]), input)
      const task = submission({ input: encoded })
      await submitted(probe, task)
      const present = new BlobStream(await probe.open(BLOB_PROTOCOL))
      present.send(frame(encodeBlobRequest({ network, hash: contentHash(encoded) })))
      await present.messages.finished('the end of the stream')
      const [first, ...rest] = present.messages.items
      expectEqual('bytes announced', decodeBlobHeader(first ?? new Uint8Array()).bytes, encoded.length)
      const chunks = rest.map(decodeBlobChunk)
      expectEqual('the hash of what came', contentHash(concatBytes(...chunks)), contentHash(encoded))
      return `${encoded.length} bytes in ${chunks.length} chunks, and one that is not there`
    }
  },
  {
    must: 'MUST-046',
    role: 'coordinator',
    async run({ peer }) {
      const probe = await peer()
      await probe.join()
      const task = submission()
      const { moduleHash } = task.submit.spec
      probe.blobs.put(task.input)
      probe.blobs.pretend(moduleHash, { announced: MAX_MODULE_BYTES + 1, bytes: task.module })
      expectEqual('the answer', await probe.codeOf('SUBMIT_TASK', task.payload), 'BLOB_UNAVAILABLE')
      return 'a module of more than 4 MiB is not taken'
    }
  },
  {
    must: 'MUST-047',
    role: 'coordinator',
    async run({ peer, network }) {
      const probe = await peer()
      await probe.join()
      const task = submission()
      const { moduleHash } = task.submit.spec
      const wrong = Uint8Array.from(task.module)
      wrong[wrong.length - 1] = 0
      probe.blobs.put(task.input)
      probe.blobs.pretend(moduleHash, { announced: wrong.length, bytes: wrong })
      expectEqual('the answer', await probe.codeOf('SUBMIT_TASK', task.payload), 'BLOB_UNAVAILABLE')
      for (const hash of [moduleHash, contentHash(wrong)]) {
        const stream = new BlobStream(await probe.open(BLOB_PROTOCOL))
        stream.send(frame(encodeBlobRequest({ network, hash })))
        const { found } = decodeBlobHeader(await stream.messages.find('a header', () => true))
        expect(!found, 'it keeps what it was given')
      }
      return 'a blob with another hash is neither used nor kept'
    }
  },
  {
    must: 'MUST-048',
    async run({ peer, network }) {
      const stream = new BlobStream(await (await peer()).open(BLOB_PROTOCOL))
      const other = network === 'local' ? 'regtest' : 'local'
      stream.send(frame(encodeBlobRequest({ network: other, hash: unknownHash() })))
      await stream.messages.finished('the end of the stream')
      expectEqual('the number of answers', stream.messages.items.length, 0)
      return 'the stream ends without an answer'
    }
  },
  {
    must: 'MUST-049',
    slow: true,
    part: 'a request that does not come',
    async run({ peer, patience }) {
      const stream = new BlobStream(await (await peer()).open(BLOB_PROTOCOL))
      await stream.messages.finished('the end of a silent stream', patience.silenceMs)
      return 'a silent stream is ended'
    }
  }
]
