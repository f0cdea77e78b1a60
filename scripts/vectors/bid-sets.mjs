/** `bid-sets.json`: files of bid sets, their roots and rankings, and what they come to. */
import { judgeBidSet, rankBidSet } from '../../packages/market/dist/src/index.js'
import {
  bidCommitment,
  bidderOf,
  bidSetRoot,
  bytesToHex,
  commitmentsRoot,
  encodeBid,
  encodeBidCommitment,
  encodeBidSet,
  encodeRevealBid,
  makeBidSet,
  messageDomain,
  portableVerifier,
  readBidFile,
  readBidSetFile,
  signedBid,
  signedBidSet,
  signedReveal,
  writeBidFile,
  writeBidSetFile
} from '../../packages/protocol/dist/src/index.js'
import { counting, expect, hex, utf8 } from './json.mjs'
import { batchSigner } from './signers.mjs'

const network = 'local'
const auction = { taskId: hex(counting(32, 1)), attempt: 2 }
const coordinator = batchSigner(21)
const [near, far, late] = [22, 23, 24].map(batchSigner)
const EXPIRES = 1_795_501_395_360

const sign = (party, type, payload) =>
  party.batch.sign({ domain: messageDomain(type), network, payload }, EXPIRES)

async function bidOf(party, change = {}) {
  const payload = encodeBid({ ...auction, cost: 100n, load: 0, slots: 2, moduleCached: false, ...change })
  return signedBid(network, payload, await sign(party, 'BID', payload))
}

async function commitmentTo(party, bid) {
  const commitment = { ...auction, commitment: bidCommitment(network, party.nodeId, bid.payload) }
  const payload = encodeBidCommitment(commitment)
  return { payload, signature: await sign(party, 'BID_COMMITMENT', payload), commitment }
}

const entryOf = (bid, change = {}) => ({
  ...{ bid, commitment: undefined, reputationPpm: 500_000, healthPpm: 400_000, greenPpm: 0 },
  ...{ latencyUs: undefined, waited: 3, outcome: 'LOST' },
  ...change
})

async function sealedEntry(party, bid, change = {}) {
  return entryOf(bid, { commitment: await commitmentTo(party, bid), ...change })
}

const rootOver = (entries) =>
  commitmentsRoot(
    auction,
    entries.map((entry) => ({
      worker: bidderOf(entry),
      commitment: entry.commitment.commitment.commitment
    }))
  )

async function fileOf(entries, head = {}, by = coordinator) {
  const sealed = entries.some(({ commitment }) => commitment !== undefined)
  const whole = {
    ...{ network, ...auction, coordinator: coordinator.nodeId },
    ...{ openedAtMs: 1_795_501_275_360, closesAtMs: 1_795_501_276_110 },
    ...{ strategy: 'LOWEST_COST', maxCost: 333n, wanted: 1 },
    commitmentsRoot: sealed ? rootOver(entries) : undefined,
    ...head
  }
  const payload = encodeBidSet(makeBidSet(whole, entries))
  return writeBidSetFile(signedBidSet(payload, await sign(by, 'BID_SET', payload)))
}

const won = { outcome: 'WON' }

async function cases() {
  const cheap = await bidOf(near, { cost: 90n })
  const dear = await bidOf(far, { cost: 120n })
  const salted = (byte) => ({ salt: counting(32, byte) })
  const mine = await bidOf(near, { cost: 90n, ...salted(1) })
  const theirs = await bidOf(far, { cost: 120n, ...salted(2) })
  const friends = await bidOf(late, { cost: 89n, ...salted(3) })
  const [own, other, added] = [
    await sealedEntry(near, mine, won),
    await sealedEntry(far, theirs),
    await sealedEntry(late, friends)
  ]
  const revealed = encodeRevealBid({ ...own.commitment.commitment, commitmentsRoot: rootOver([own, other]) })
  const reveal = signedReveal(revealed, await sign(coordinator, 'REVEAL_BID', revealed))
  const kept = writeBidFile({ bid: mine, reveal })
  const open = writeBidFile({ bid: cheap, reveal: undefined })
  const swapped = { ...cheap, signature: dear.signature }

  const made = [
    ['the cheaper wins', await fileOf([entryOf(cheap, won), entryOf(dear)]), undefined, 'SOUND'],
    ['nobody bid', await fileOf([]), undefined, 'SOUND'],
    [
      'two winners',
      await fileOf([entryOf(cheap, won), entryOf(dear, won)], { wanted: 2 }),
      undefined,
      'SOUND'
    ],
    [
      'the dearer wins, since the other was no longer free',
      await fileOf([entryOf(cheap, { outcome: 'PASSED_OVER' }), entryOf(dear, won)]),
      undefined,
      'SOUND'
    ],
    ['the dearer wins', await fileOf([entryOf(cheap), entryOf(dear, won)]), undefined, 'MIS_SELECTED'],
    ['nobody wins', await fileOf([entryOf(cheap), entryOf(dear)]), undefined, 'MIS_SELECTED'],
    [
      'by reputation the dearer wins',
      await fileOf([entryOf(cheap), entryOf(dear, { reputationPpm: 500_001, ...won })], {
        strategy: 'HIGHEST_REPUTATION'
      }),
      undefined,
      'SOUND'
    ],
    [
      'signed by another',
      await fileOf([entryOf(cheap), entryOf(dear, won)], {}, batchSigner(25)),
      undefined,
      'NOTHING'
    ],
    ['a bid that its worker did not sign', await fileOf([entryOf(swapped, won)]), undefined, 'NOTHING'],
    ['an open bid that is in it', await fileOf([entryOf(cheap, won), entryOf(dear)]), open, 'SOUND'],
    ['an open bid that is not', await fileOf([entryOf(dear, won)]), open, 'MISSING'],
    ['sealed', await fileOf([own, other]), kept, 'SOUND'],
    ['sealed, and one is left out', await fileOf([{ ...other, ...won }]), kept, 'OMITTED'],
    [
      'sealed, and one came after the others were told',
      await fileOf([{ ...own, outcome: 'LOST' }, other, { ...added, ...won }]),
      kept,
      'OMITTED'
    ],
    [
      'sealed, and one was not shown, so its coordinator says',
      await fileOf([
        { ...own, bid: undefined, outcome: 'LOST' },
        { ...other, ...won }
      ]),
      kept,
      'MISSING'
    ]
  ]
  return made.map(([name, file, bid, finding]) => {
    const signed = readBidSetFile(utf8(file))
    const evidence = bid === undefined ? {} : { bid: readBidFile(utf8(bid)) }
    const judged = judgeBidSet(portableVerifier, signed, evidence)
    expect(judged.finding, finding, name)
    const failed = judged.checks.find(({ ok }) => !ok)?.name
    return {
      name,
      file,
      ...(bid !== undefined && { bid }),
      root: bytesToHex(bidSetRoot(signed.set)),
      ranking: rankBidSet(signed.set).map(({ worker, score }) => ({ worker, score })),
      winners: judged.winners,
      finding,
      ...(failed !== undefined && { failed })
    }
  })
}

export const bidSets = {
  description:
    'Files of bid sets, alone or with the file of a bid: root, ranking and winners, what they come to (`finding`, MUST-163), and the first check that does not hold.',
  cases
}
