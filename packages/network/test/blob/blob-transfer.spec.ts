import { createHash, randomBytes } from 'node:crypto'
import { BLOB_PROTOCOL, type BlobSource, encodeBlobHeader, encodeBlobRequest, frame } from '@ailee/protocol'
import { multiaddr } from '@multiformats/multiaddr'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { addressOf, join, withNodes } from '../support/nodes.js'
import { RawPeer } from '../support/raw-peer.js'
import { rejectionCode, until } from '../support/until.js'

const MIB = 1024 * 1024
const hashOf = (data: Uint8Array): string => createHash('sha256').update(data).digest('hex')

/** A source that serves exactly what it is given, true or not. */
function serving(blobs: Record<string, Uint8Array>): BlobSource {
  return { get: async (hash) => blobs[hash] }
}

test(
  'eight MiB arrive whole, several at once, and so do one byte and none',
  withNodes(async (make) => {
    const contents = [
      randomBytes(8 * MIB),
      randomBytes(65_536),
      randomBytes(65_537),
      randomBytes(1),
      Buffer.alloc(0)
    ]
    const blobs = Object.fromEntries(contents.map((content) => [hashOf(content), content]))
    const a = await make({ blobSource: serving(blobs) })
    const b = await make()
    await join(b, a)
    const started = performance.now()
    const [first] = contents
    const fetched = await b.network.blobs.fetch(a.network.nodeId, hashOf(first ?? Buffer.alloc(0)), {
      maxBytes: 8 * MIB
    })
    console.log(`  8 MiB in ${Math.round(performance.now() - started)} ms`)
    assert.ok(first?.equals(fetched))
    const all = await Promise.all(
      Object.keys(blobs).flatMap((hash) =>
        Array.from({ length: 3 }, () => b.network.blobs.fetch(a.network.nodeId, hash, { maxBytes: 8 * MIB }))
      )
    )
    for (const content of all) assert.ok(hashOf(content) in blobs)
    assert.is(all.length, 15)
  })
)

test(
  'wrong content, absent, too large, unreachable, aborted: each its code',
  withNodes(async (make) => {
    const good = randomBytes(1000)
    const lie = hashOf(randomBytes(10))
    const a = await make({ blobSource: serving({ [hashOf(good)]: good, [lie]: good }) })
    const b = await make()
    await join(b, a)
    const fetch = (hash: string, maxBytes = MIB, signal?: AbortSignal) =>
      rejectionCode(
        b.network.blobs.fetch(a.network.nodeId, hash, signal ? { maxBytes, signal } : { maxBytes })
      )
    assert.is(await fetch(lie), 'BLOB_HASH_MISMATCH')
    assert.is(await fetch(hashOf(randomBytes(3))), 'BLOB_NOT_FOUND')
    assert.is(await fetch(hashOf(good), 999), 'BLOB_TOO_LARGE')
    assert.is(await fetch(hashOf(good), 1000), undefined)
    assert.is(
      await fetch(hashOf(good), MIB, AbortSignal.abort(new Error('enough'))),
      'uncoded: Error: enough'
    )
    const stranger = '12D3KooWGzBXdWjz3cW4rzrdoDYvrWt4yfFzYQFsSGkRZuFTDzUZ'
    assert.is(
      await rejectionCode(b.network.blobs.fetch(stranger, lie, { maxBytes: 1 })),
      'BLOB_PEER_UNREACHABLE'
    )
  })
)

test(
  'a server that stops in the middle fails the transfer',
  withNodes(async (make) => {
    const gate = Promise.withResolvers<undefined>()
    let asked = 0
    const a = await make({
      blobSource: {
        get: () => {
          asked += 1
          return gate.promise
        }
      }
    })
    const b = await make()
    await join(b, a)
    const code = rejectionCode(
      b.network.blobs.fetch(a.network.nodeId, hashOf(Buffer.of(1)), { maxBytes: 10 })
    )
    await until('the request', () => asked === 1)
    await a.network.stop()
    assert.is(await code, 'BLOB_TRANSFER_FAILED')
    gate.resolve(undefined)
  })
)

test(
  'a server of lies: more than announced, less, malformed, wrong header',
  withNodes(async (make) => {
    const b = await make()
    const raw = await RawPeer.create()
    try {
      const answers: Record<string, Uint8Array[]> = {
        more: [frame(encodeBlobHeader({ found: true, bytes: 2 })), frame(Uint8Array.of(0x0a, 3, 1, 2, 3))],
        less: [frame(encodeBlobHeader({ found: true, bytes: 5 })), frame(Uint8Array.of(0x0a, 1, 1))],
        malformed: [Uint8Array.of(3, 0xff, 0xff, 0xff)],
        huge: [Uint8Array.of(0xff, 0xff, 0xff, 0x7f)],
        gigantic: [frame(encodeBlobHeader({ found: true, bytes: 2 ** 40 }))]
      }
      let answer: Uint8Array[] = []
      await raw.host.handle(BLOB_PROTOCOL, async (stream) => {
        for (const bytes of answer) stream.send(bytes)
        await stream.close()
      })
      await raw.host.dial(multiaddr(addressOf(b)))
      await until('the connection', () => b.network.peers().length === 1)
      for (const [name, bytes] of Object.entries(answers)) {
        answer = bytes
        const code = await rejectionCode(
          b.network.blobs.fetch(raw.host.peerId.toString(), hashOf(Buffer.of(1)), { maxBytes: 100 })
        )
        assert.is(code, 'BLOB_TRANSFER_FAILED', name)
      }
    } finally {
      await raw.stop()
    }
  })
)

test(
  'a request of another network or of garbage is refused and counted; a good one is still served',
  withNodes(async (make) => {
    const good = randomBytes(100)
    const a = await make({ blobSource: serving({ [hashOf(good)]: good }) })
    const b = await make()
    await join(b, a)
    const raw = await RawPeer.create()
    try {
      const foreign = await raw.open(addressOf(a), BLOB_PROTOCOL)
      foreign.stream.send(frame(encodeBlobRequest({ network: 'main', hash: hashOf(good) })))
      await until('the reset', () => foreign.closed)
      assert.is(foreign.bytes, 0)
      assert.is(a.metrics.rejected('WIRE_NETWORK_MISMATCH'), 1)
      const garbage = await raw.open(addressOf(a), BLOB_PROTOCOL)
      garbage.stream.send(Uint8Array.of(0xff, 0xff, 0x7f))
      await until('the reset', () => garbage.closed)
      assert.is(a.metrics.rejected('WIRE_TOO_LARGE'), 1)
      assert.is((await b.network.blobs.fetch(a.network.nodeId, hashOf(good), { maxBytes: 100 })).length, 100)
    } finally {
      await raw.stop()
    }
  })
)

test.run()
