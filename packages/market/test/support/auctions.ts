import { type NodeId, seededRandom } from '@ailee/core'
import {
  BatchSigner,
  type Bid,
  type BidSetEntry,
  type BidSetHead,
  bidCommitment,
  bidderOf,
  commitmentsRoot,
  encodeBid,
  encodeBidCommitment,
  encodeBidSet,
  encodeRevealBid,
  type KeptBid,
  type MessageType,
  makeBidSet,
  messageDomain,
  nodeIdFromPublicKey,
  portableSigner,
  type Signature,
  type SignedBidSet,
  signedBid,
  signedBidSet,
  signedReveal
} from '@ailee/protocol'
import { rankBidSet } from '../../src/index.js'

export const network = 'local'
export const taskId = 'ab'.repeat(32)

/** Somebody with a key. */
export class Party {
  readonly signer: BatchSigner
  readonly nodeId: NodeId

  constructor(number: number) {
    const random = seededRandom(number)
    this.signer = new BatchSigner({ signer: portableSigner(new Uint8Array(32).fill(number)), random })
    this.nodeId = nodeIdFromPublicKey(this.signer.publicKey)
  }

  sign(type: MessageType, payload: Uint8Array): Promise<Signature> {
    return this.signer.sign({ domain: messageDomain(type), network, payload }, 1_700_000_120_000)
  }

  async bid(change: Partial<Bid> = {}): Promise<KeptBid> {
    const bid = { taskId, attempt: 1, cost: 100n, load: 0, slots: 1, moduleCached: false, ...change }
    const payload = encodeBid(bid)
    return { bid: signedBid(network, payload, await this.sign('BID', payload)), reveal: undefined }
  }
}

export const coordinator = new Party(1)
export const parties = [2, 3, 4, 5].map((number) => new Party(number))

export type Part = Omit<BidSetEntry, 'outcome'>

export const plainTerms = {
  ...{ reputationPpm: 500_000, healthPpm: 500_000, greenPpm: 0, latencyUs: undefined, waited: 0 },
  commitment: undefined
}

export async function commitmentTo(party: Party, { bid }: KeptBid): Promise<BidSetEntry['commitment']> {
  const hash = bidCommitment(network, party.nodeId, bid.payload)
  const commitment = { taskId, attempt: 1, commitment: hash }
  const payload = encodeBidCommitment(commitment)
  return { payload, signature: await party.sign('BID_COMMITMENT', payload), commitment }
}

/** What the coordinator asks for a bid with; it states that it has its commitment. */
export async function revealTo(party: Party, kept: KeptBid, root: Uint8Array): Promise<KeptBid> {
  const commitment = bidCommitment(network, party.nodeId, kept.bid.payload)
  const payload = encodeRevealBid({ taskId, attempt: 1, commitment, commitmentsRoot: root })
  return { ...kept, reveal: signedReveal(payload, await coordinator.sign('REVEAL_BID', payload)) }
}

export function rootOf(parts: readonly Part[]): Uint8Array {
  return commitmentsRoot(
    { taskId, attempt: 1 },
    parts.map((part) => ({
      worker: bidderOf(part),
      commitment: part.commitment?.commitment.commitment ?? new Uint8Array(32)
    }))
  )
}

/** A set with the outcomes that the rule gives, unless `outcomes` says otherwise, as its coordinator signs it. */
export async function signedSet(
  parts: readonly Part[],
  options: { head?: Partial<BidSetHead>; outcomes?: Record<NodeId, BidSetEntry['outcome']>; by?: Party } = {}
): Promise<SignedBidSet> {
  const { head: change, outcomes = {}, by = coordinator } = options
  const sealed = parts.some(({ commitment }) => commitment !== undefined)
  const head = {
    ...{ network, taskId, attempt: 1, coordinator: coordinator.nodeId },
    ...{ openedAtMs: 1_700_000_000_000, closesAtMs: 1_700_000_000_750 },
    ...{ strategy: 'LOWEST_COST' as const, maxCost: 1000n, wanted: 1 },
    commitmentsRoot: sealed ? rootOf(parts) : undefined,
    ...change
  }
  const open = parts.map((part) => ({ ...part, outcome: 'LOST' as const }))
  const passed = new Set(Object.keys(outcomes).filter((worker) => outcomes[worker] === 'PASSED_OVER'))
  const free = rankBidSet(makeBidSet(head, open)).filter(({ worker }) => !passed.has(worker))
  const due = new Set(free.slice(0, head.wanted).map(({ worker }) => worker))
  const entries = open.map((entry) => {
    const worker = bidderOf(entry)
    return { ...entry, outcome: outcomes[worker] ?? (due.has(worker) ? ('WON' as const) : ('LOST' as const)) }
  })
  const payload = encodeBidSet(makeBidSet(head, entries))
  return signedBidSet(payload, await by.sign('BID_SET', payload))
}
