import {
  bidderOf,
  bidSetRoot,
  bytesToHex,
  type KeptBid,
  portableVerifier,
  type Receipt,
  readBidFile,
  readBidSetFile,
  type SignedBidSet,
  signReceipt,
  signVerdict,
  writeBidFile,
  writeBidSetFile
} from '@ailee/protocol'
import * as fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type BidSetEvidence, judgeBidSet } from '../src/index.js'
import {
  commitmentTo,
  coordinator,
  network,
  type Part,
  Party,
  parties,
  plainTerms,
  revealTo,
  rootOf,
  signedSet,
  taskId
} from './support/auctions.js'

const [cheap, middle, dear] = parties as [Party, Party, Party]
const stranger = new Party(9)

async function threeBids(): Promise<[Part, Part, Part]> {
  const part = async (party: Party, cost: bigint): Promise<Part> => ({
    ...plainTerms,
    bid: (await party.bid({ cost })).bid
  })
  return [await part(cheap, 10n), await part(middle, 20n), await part(dear, 30n)]
}

/** Finding, and the check that it was found by. */
function judged(signed: SignedBidSet, evidence: BidSetEvidence = {}): [string, string] {
  const { finding, checks } = judgeBidSet(portableVerifier, signed, evidence)
  const failed = checks.find(({ ok }) => !ok)
  return [finding, failed?.name ?? '']
}

test('a set whose coordinator chose by the rule is sound, in a file too', async () => {
  const signed = await signedSet(await threeBids())
  const file = writeBidSetFile(signed)
  const read = readBidSetFile(new TextEncoder().encode(file))
  assert.equal(judged(read), ['SOUND', ''])
  const { winners, root } = judgeBidSet(portableVerifier, read)
  assert.equal(winners, [cheap.nodeId])
  assert.is(root, bytesToHex(bidSetRoot(signed.set)))
  assert.is(writeBidSetFile(read), file)
})

test('another winner than the rule gives is mis-selection, whoever it is', async () => {
  const bids = await threeBids()
  const wrong = { [cheap.nodeId]: 'LOST' as const, [dear.nodeId]: 'WON' as const }
  assert.equal(judged(await signedSet(bids, { outcomes: wrong })), ['MIS_SELECTED', 'selection'])
  const nobody = { [cheap.nodeId]: 'LOST' as const }
  assert.equal(judged(await signedSet(bids, { outcomes: nobody })), ['MIS_SELECTED', 'selection'])
  const tooMany = { [middle.nodeId]: 'WON' as const }
  assert.equal(judged(await signedSet(bids, { outcomes: tooMany })), ['MIS_SELECTED', 'selection'])
  // One that was no longer free is passed over, by the coordinator's word.
  const busy = { [cheap.nodeId]: 'PASSED_OVER' as const }
  const signed = await signedSet(bids, { outcomes: busy })
  assert.equal(judged(signed), ['SOUND', ''])
  assert.equal(judgeBidSet(portableVerifier, signed).winners, [middle.nodeId])
})

test('what its coordinator did not sign says nothing about it, however wrong', async () => {
  const wrong = { [cheap.nodeId]: 'LOST' as const, [dear.nodeId]: 'WON' as const }
  const bids = await threeBids()
  const framed = await signedSet(bids, { outcomes: wrong, by: stranger })
  assert.equal(judged(framed), ['NOTHING', 'coordinator-signature'])
  const good = await signedSet(bids)
  const spoilt = { ...(await signedSet(bids, { outcomes: wrong })), signature: good.signature }
  assert.equal(judged(spoilt), ['NOTHING', 'coordinator-signature'])
})

test('a bid that its worker did not sign spoils the set', async () => {
  const [first, second] = await threeBids()
  const { bid } = await cheap.bid({ cost: 1n })
  const forged = { ...first, bid: { ...bid, signature: (await cheap.bid({ cost: 2n })).bid.signature } }
  assert.equal(judged(await signedSet([forged, second])), ['NOTHING', 'bid-signatures'])
})

async function receiptOf(worker: Party, root: Uint8Array | undefined, task = taskId): Promise<Receipt> {
  const receipt = await signReceipt(worker.signer, {
    ...{ network, taskId: task, worker: worker.nodeId, moduleHash: 'aa'.repeat(32), function: '' },
    inputHash: 'bb'.repeat(32),
    limits: { memoryBytes: 65_536, fuel: 1n, wallTimeMs: 1, outputBytes: 1 },
    ...{ meteringHash: new Uint8Array(32), seed: new Uint8Array(32), clockMs: 0 },
    ...{ outputRoot: new Uint8Array(32), outputBytes: 0, fuelUsed: 0n, code: 'SUCCESS', trap: '' },
    ...{ exitCode: 0, memoryHash: undefined, startedAtMs: 1, finishedAtMs: 2, nonce: new Uint8Array(16) }
  })
  return signVerdict(coordinator.signer, receipt, {
    ...{ coordinator: coordinator.nodeId, method: 'REFEREE', replicas: 1, votes: 1, estimatedErrorPpm: 0 },
    ...{ decidedAtMs: 3, lotId: undefined, bidSetRoot: root }
  })
}

test('a receipt belongs to the set that its verdict names, and to its winner', async () => {
  const signed = await signedSet(await threeBids())
  const root = bidSetRoot(signed.set)
  assert.equal(judged(signed, { receipt: await receiptOf(cheap, root) }), ['SOUND', ''])
  const others = [
    await receiptOf(cheap, undefined),
    await receiptOf(cheap, new Uint8Array(32)),
    await receiptOf(dear, root),
    await receiptOf(cheap, root, 'cd'.repeat(32))
  ]
  for (const receipt of others) assert.equal(judged(signed, { receipt }), ['NOTHING', 'receipt'])
})

test('a bid is in the set as it was made, or it is missing', async () => {
  const bids = await threeBids()
  const own = await middle.bid({ cost: 20n })
  const inIt = await signedSet(bids)
  assert.equal(judged(inIt, { bid: own }), ['SOUND', ''])
  assert.equal(judged(await signedSet([bids[0], bids[2]]), { bid: own }), ['MISSING', 'inclusion'])
  // The same worker, with another bid.
  assert.equal(judged(inIt, { bid: await middle.bid({ cost: 19n }) }), ['MISSING', 'inclusion'])
  assert.equal(judged(inIt, { bid: await middle.bid({ attempt: 2 }) }), ['NOTHING', 'own-bid'])
})

async function sealedBids(): Promise<{ kept: KeptBid[]; parts: Part[] }> {
  const kept: KeptBid[] = []
  const parts: Part[] = []
  for (const [index, party] of [cheap, middle, dear].entries()) {
    const own = await party.bid({ cost: BigInt(10 + index), salt: new Uint8Array(32).fill(index) })
    kept.push(own)
    parts.push({ ...plainTerms, bid: own.bid, commitment: await commitmentTo(party, own) })
  }
  return { kept, parts }
}

test('in a sealed auction whoever was asked for its bid can prove that it was left out', async () => {
  const { kept, parts } = await sealedBids()
  const [own] = kept
  if (own === undefined) throw new Error('no bid')
  const mine = await revealTo(cheap, own, rootOf(parts))
  const file = writeBidFile(mine)
  const read = readBidFile(new TextEncoder().encode(file))
  assert.is(writeBidFile(read), file)
  assert.equal(judged(await signedSet(parts), { bid: read }), ['SOUND', ''])
  assert.equal(judged(await signedSet(parts.slice(1)), { bid: read }), ['OMITTED', 'commitments'])
  // A friend's bid that came in after the others were told of the commitments.
  const late = parties[3] as Party
  const friend = await late.bid({ cost: 1n, salt: new Uint8Array(32) })
  const added = { ...plainTerms, bid: friend.bid, commitment: await commitmentTo(late, friend) }
  assert.equal(judged(await signedSet([...parts, added]), { bid: read }), ['OMITTED', 'commitments'])
  // Its bid was asked for and, so the coordinator says, not shown.
  const unshown = parts.map((part, index) => (index === 0 ? { ...part, bid: undefined } : part))
  assert.equal(judged(await signedSet(unshown), { bid: read }), ['MISSING', 'inclusion'])
  // Somebody else's request proves nothing.
  const other = await revealTo(middle, kept[1] as KeptBid, rootOf(parts))
  const borrowed = { ...own, reveal: other.reveal }
  assert.equal(judged(await signedSet(parts.slice(1)), { bid: borrowed }), ['NOTHING', 'own-bid'])
})

test('property: whatever the terms, the set is sound exactly with the winners that the rule gives', async () => {
  const bids = await threeBids()
  const terms = fc.record({
    reputationPpm: fc.nat(1_000_000),
    healthPpm: fc.nat(1_000_000),
    greenPpm: fc.nat(1_000_000),
    latencyUs: fc.option(fc.nat(1_000_000_000), { nil: undefined }),
    waited: fc.nat(1_000_000_000)
  })
  const strategy = fc.constantFrom('WEIGHTED' as const, 'ROUND_ROBIN' as const, 'GREEN' as const)
  await fc.assert(
    fc.asyncProperty(
      fc.tuple(terms, terms, terms),
      strategy,
      fc.integer({ min: 1, max: 3 }),
      fc.nat(2),
      async (all, by, wanted, turned) => {
        const parts = bids.map((bid, index) => ({ ...bid, ...all[index] }))
        const signed = await signedSet(parts, { head: { strategy: by, wanted } })
        assert.equal(judged(signed), ['SOUND', ''])
        const { entries } = signed.set
        assert.is(entries.filter(({ outcome }) => outcome === 'WON').length, wanted)
        const flipped = entries[turned]
        if (flipped === undefined) throw new Error('no such entry')
        const outcome = flipped.outcome === 'WON' ? ('LOST' as const) : ('WON' as const)
        const wrong = await signedSet(parts, {
          head: { strategy: by, wanted },
          outcomes: { [bidderOf(flipped)]: outcome }
        })
        assert.equal(judged(wrong), ['MIS_SELECTED', 'selection'])
      }
    ),
    { numRuns: 20 }
  )
})

test.run()
