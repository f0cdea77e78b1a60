import { seededRandom } from '@ailee/core'
import {
  BatchSigner,
  type Evidence,
  encodeBid,
  findContradiction,
  messageDomain,
  portableSigner,
  type SignedBid,
  signedBid
} from '@ailee/protocol'

const random = seededRandom(31)
const signer = new BatchSigner({ signer: portableSigner(new Uint8Array(32).fill(31)), random })

/** A bid as its worker signs it. */
async function bidOf(attempt: number, cost: bigint, network: string): Promise<SignedBid> {
  const terms = { taskId: '01'.repeat(32), load: 0, slots: 1, moduleCached: false }
  const payload = encodeBid({ ...terms, attempt, cost, series: new Uint8Array(16).fill(1) })
  const statement = { domain: messageDomain('BID'), network, payload }
  return signedBid(network, payload, await signer.sign(statement, 0))
}

/** Evidence of two bids in one auction, another for each `attempt`, under new signatures each time. */
export async function evidenceOf(attempt: number, network = 'local-test'): Promise<Evidence> {
  const [one, other] = await Promise.all([bidOf(attempt, 1n, network), bidOf(attempt, 2n, network)])
  const evidence = findContradiction(one, other)
  if (evidence === undefined) throw new Error('no contradiction')
  return evidence
}

/** The same with a signature that does not hold. */
export async function spoiltEvidenceOf(attempt: number): Promise<Evidence> {
  const evidence = await evidenceOf(attempt)
  const [first, second] = evidence.statements
  if (second.kind !== 'BID') throw new Error('no bids')
  const signature = { ...second.signature, nonce: new Uint8Array(16) }
  return { ...evidence, statements: [first, { ...second, signature }] }
}
