import { systemRandom } from '@ailee/core'
import {
  BID_SERIES_BYTES,
  bytesToHex,
  type Evidence,
  encodeBid,
  findContradiction,
  HASH_BYTES,
  NONCE_BYTES,
  signedBid
} from '@ailee/protocol'
import type { RawSigner } from '../raw/raw-signature.js'

/** Two bids of one auction with different costs, as nobody may sign them: what convicts this signer. */
export async function contradiction(signer: RawSigner, network: string): Promise<Evidence> {
  const taskId = bytesToHex(systemRandom.bytes(HASH_BYTES))
  const series = systemRandom.bytes(BID_SERIES_BYTES)
  const terms = { taskId, attempt: 1, load: 0, slots: 1, moduleCached: false, series }
  const bid = async (cost: bigint) => {
    const payload = encodeBid({ ...terms, cost })
    return signedBid(network, payload, await signer.message('BID', payload))
  }
  const evidence = findContradiction(await bid(1n), await bid(2n))
  if (evidence === undefined) throw new Error('two bids that differ are no contradiction')
  return evidence
}

/** The same with a signature that is another's: it convicts nobody. */
export function spoilt(evidence: Evidence): Evidence {
  const [first, second] = evidence.statements
  if (second.kind !== 'BID') throw new Error('not of bids')
  const signature = { ...second.signature, nonce: systemRandom.bytes(NONCE_BYTES) }
  return { ...evidence, statements: [first, { ...second, signature }] }
}
