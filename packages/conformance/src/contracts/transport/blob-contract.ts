import { type ContentHash, MIB, type NodeId } from '@ailee/core'
import { type BlobFetcher, contentHash } from '@ailee/protocol'
import { type Case, type ContractInit, type Fixture, registerCases } from '../contract.js'
import { patterned } from './payloads.js'

export interface BlobFixture extends Fixture {
  fetcher: BlobFetcher
  /** A peer that can be reached. */
  from: NodeId
  /** Lets `from` answer a request for `hash` with what `content` gives, true to the hash or not. */
  serve(hash: ContentHash, content: () => Promise<Uint8Array>): void
}

export type BlobCase = Case<BlobFixture>

/** Serves bytes under their own hash and gives it. */
function offer({ serve }: BlobFixture, blob: Uint8Array): ContentHash {
  const hash = contentHash(blob)
  serve(hash, async () => blob)
  return hash
}

const truth = patterned(70_000)
const lies: readonly [name: string, content: Uint8Array][] = [
  ['with one bit changed', truth.with(69_999, (truth[69_999] ?? 0) ^ 1)],
  ['a byte short', truth.subarray(1)],
  ['of no bytes', new Uint8Array(0)]
]

/** One each: a peer that lies more than once may not be asked again. */
function lieCase([name, content]: (typeof lies)[number]): BlobCase {
  return {
    name: `content ${name} is never handed over`,
    async run({ fetcher, from, serve }, check) {
      serve(contentHash(truth), async () => content)
      await check.code(fetcher.fetch(from, contentHash(truth), { maxBytes: MIB }), 'BLOB_HASH_MISMATCH')
    }
  }
}

const cases: readonly BlobCase[] = [
  {
    name: 'blobs arrive byte for byte, one of no bytes as well as one of three MiB',
    async run(made, check) {
      for (const length of [0, 1, 65_535, 65_536, 65_537, 3 * MIB]) {
        const blob = patterned(length)
        const fetched = await made.fetcher.fetch(made.from, offer(made, blob), { maxBytes: 4 * MIB })
        check.equal(fetched, blob, `${length} bytes`)
      }
    }
  },
  {
    name: 'many at once are not mixed up',
    async run(made, check) {
      const blobs = Array.from({ length: 24 }, (_, index) => patterned(50_000 + index))
      const fetches = blobs.map((blob) => made.fetcher.fetch(made.from, offer(made, blob), { maxBytes: MIB }))
      for (const [index, fetched] of (await Promise.all(fetches)).entries())
        check.equal(fetched, blobs[index])
    }
  },
  {
    name: 'a blob that is not there, and one that is too large, have their codes',
    async run(made, check) {
      const blob = patterned(70_000)
      const hash = offer(made, blob)
      const { fetcher, from } = made
      const missing = fetcher.fetch(from, contentHash(patterned(3)), { maxBytes: MIB })
      await check.code(missing, 'BLOB_NOT_FOUND')
      await check.code(fetcher.fetch(from, hash, { maxBytes: blob.length - 1 }), 'BLOB_TOO_LARGE')
      check.equal(
        await fetcher.fetch(from, hash, { maxBytes: blob.length }),
        blob,
        'exactly as large as allowed'
      )
    }
  },
  ...lies.map(lieCase),
  {
    name: 'a fetch ends with the reason of its signal, before it begins or under way',
    async run(made, check) {
      const { fetcher, from, serve } = made
      const blob = patterned(10)
      const hash = contentHash(blob)
      const gate = Promise.withResolvers<Uint8Array>()
      let asked = 0
      serve(hash, () => {
        asked += 1
        return gate.promise
      })
      const reason = new Error('no longer wanted')
      const signal = AbortSignal.abort(reason)
      await check.reason(fetcher.fetch(from, hash, { maxBytes: MIB, signal }), reason, 'an aborted fetch')
      check.equal(asked, 0, 'nobody was asked')
      const controller = new AbortController()
      const fetching = fetcher.fetch(from, hash, { maxBytes: MIB, signal: controller.signal })
      const ended = check.reason(fetching, reason, 'a fetch under way')
      await check.until('the peer to be asked', () => asked === 1)
      controller.abort(reason)
      await ended
      gate.resolve(blob)
      check.equal(await fetcher.fetch(from, hash, { maxBytes: MIB }), blob, 'the next fetch')
    }
  }
]

/** What every `BlobFetcher` must do. */
export function blobFetcherContract(init: ContractInit<BlobFixture>): void {
  registerCases('blob fetcher', init, cases)
}
