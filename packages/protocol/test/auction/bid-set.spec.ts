import * as fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  bidSetRoot,
  bytesToHex,
  commitmentsRoot,
  decodeBidSet,
  encodeBid,
  encodeBidSet,
  encodeRevealBid,
  looksLikeBidSet,
  makeBidSet,
  merkleLeaf,
  merkleRoot,
  readBidFile,
  readBidSetFile,
  signedBid,
  signedBidSet,
  signedReveal,
  writeBidFile,
  writeBidSetFile
} from '../../src/index.js'
import * as any from '../arbitraries.js'
import { throwsCode } from '../support/assertions.js'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

test('property: a set, and its root, do not depend on the order in which bids came', () => {
  fc.assert(
    fc.property(any.bidSet, fc.nat(), ({ head, entries, parts }, seed) => {
      const turned = entries.length === 0 ? 0 : seed % entries.length
      const shuffled = [...entries.slice(turned), ...entries.slice(0, turned)].toReversed()
      const again = makeBidSet(head, shuffled)
      assert.equal(again.parts.map(bytesToHex), parts.map(bytesToHex))
      assert.equal(bidSetRoot(again), bidSetRoot({ parts }))
    }),
    { numRuns: 50 }
  )
})

test('the root is over every byte of head and entries', () => {
  fc.assert(
    fc.property(any.bidSet, fc.nat(), fc.integer({ min: 1, max: 255 }), ({ parts }, at, flip) => {
      const index = at % parts.length
      const changed = parts.map((part, place) => {
        if (place !== index || part.length === 0) return part
        const copy = new Uint8Array(part)
        copy[at % part.length] = (copy[at % part.length] ?? 0) ^ flip
        return copy
      })
      if (parts[index]?.length === 0) return
      assert.not.equal(bytesToHex(bidSetRoot({ parts: changed })), bytesToHex(bidSetRoot({ parts })))
    }),
    { numRuns: 50 }
  )
  // As the specification has it, by hand: LP of the domain and the bytes.
  const parts = [Uint8Array.of(1, 2), Uint8Array.of(3)]
  const leaves = parts.map((part) =>
    merkleLeaf(Uint8Array.from([0, 0, 0, 16, ...utf8('ailee/bid-set/v1'), 0, 0, 0, part.length, ...part]))
  )
  assert.equal(bidSetRoot({ parts }), merkleRoot(leaves))
})

test('property: the file of a set comes back as it was, and no other text is one', () => {
  fc.assert(
    fc.property(any.bidSet, any.signature, fc.nat(), (set, signature, at) => {
      const signed = signedBidSet(encodeBidSet(set), signature)
      const text = writeBidSetFile(signed)
      const bytes = utf8(text)
      assert.ok(looksLikeBidSet(bytes))
      assert.is(writeBidSetFile(readBidSetFile(bytes)), text)
      for (const other of [`${text} `, text.slice(0, -1), text.replace('"attempt"', '"Attempt"'), '{}', '']) {
        throwsCode(() => readBidSetFile(utf8(other)), 'BID_SET_MALFORMED')
      }
      const spoilt = new Uint8Array(bytes)
      spoilt[at % spoilt.length] = (spoilt[at % spoilt.length] ?? 0) ^ 1
      try {
        // A changed hex digit may still be a set, but another one.
        assert.not.equal(writeBidSetFile(readBidSetFile(spoilt)), text)
      } catch (error) {
        assert.is((error as { code?: string }).code, 'BID_SET_MALFORMED')
      }
    }),
    { numRuns: 30 }
  )
  throwsCode(() => readBidSetFile(new Uint8Array(1_048_577)), 'BID_SET_MALFORMED')
})

test('property: the file of a bid comes back as it was, with and without what it was asked for by', () => {
  fc.assert(
    fc.property(any.bid, any.revealBid, any.signature, fc.boolean(), (bid, reveal, signature, sealed) => {
      const kept = {
        bid: signedBid('local', encodeBid(bid), signature),
        reveal: sealed ? signedReveal(encodeRevealBid(reveal), signature) : undefined
      }
      const text = writeBidFile(kept)
      assert.is(writeBidFile(readBidFile(utf8(text))), text)
      for (const other of [`${text}\n`, text.replace('"cost": "', '"cost": "0'), '[]']) {
        throwsCode(() => readBidFile(utf8(other)), 'BID_MALFORMED')
      }
    }),
    { numRuns: 30 }
  )
})

test('the root over commitments does not depend on their order, and on all else', () => {
  const auction = { taskId: 'ab'.repeat(32), attempt: 1 }
  const one = { worker: 'a', commitment: new Uint8Array(32) }
  const two = { worker: 'b', commitment: new Uint8Array(32).fill(1) }
  const root = (about: typeof auction, ...all: (typeof one)[]): string =>
    bytesToHex(commitmentsRoot(about, all))
  assert.is(root(auction, one, two), root(auction, two, one))
  const others = [
    root(auction, one),
    root(auction),
    root({ ...auction, attempt: 2 }, one, two),
    root({ ...auction, taskId: 'cd'.repeat(32) }, one, two),
    root(auction, { ...one, worker: 'c' }, two),
    root(auction, { ...one, commitment: two.commitment }, two)
  ]
  assert.is(new Set([root(auction, one, two), ...others]).size, others.length + 1)
})

test('a set that was read keeps the bytes that came', () => {
  fc.assert(
    fc.property(any.bidSet, (set) => {
      // An unknown field, as a later version may have it.
      const [head = new Uint8Array(), ...entries] = set.parts
      const longer = encodeBidSet({ ...set, parts: [Uint8Array.from([...head, 0x78, 0x01]), ...entries] })
      const read = decodeBidSet(longer)
      assert.not.equal(bytesToHex(bidSetRoot(read)), bytesToHex(bidSetRoot(set)))
      assert.equal(bytesToHex(encodeBidSet(read)), bytesToHex(longer))
    }),
    { numRuns: 20 }
  )
})

test.run()
