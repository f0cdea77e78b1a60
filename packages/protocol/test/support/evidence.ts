import {
  type Bid,
  encodeBid,
  messageDomain,
  type ReceiptBody,
  type SignedBid,
  type SignedReceipt,
  type SignedVerdict,
  signedBid,
  signedReceipt,
  signedVerdict,
  signReceipt,
  signVerdict,
  type VerdictBody
} from '../../src/index.js'
import { coordinatorSigner, receiptBody, verdictBody, workerSigner } from './receipts.js'

/** A success, so that every part of a result can be told apart. */
export const success: ReceiptBody = { ...receiptBody, code: 'SUCCESS', trap: '', exitCode: 0 }

export const plainBid: Bid = {
  taskId: 'ab'.repeat(32),
  attempt: 2,
  cost: 100n,
  load: 1,
  slots: 4,
  moduleCached: false,
  series: new Uint8Array(16).fill(3)
}

export async function receiptOf(change: Partial<ReceiptBody> = {}): Promise<SignedReceipt> {
  return signedReceipt(await signReceipt(workerSigner, { ...success, ...change }))
}

/** A verdict on the receipt that `judged` differs in. */
export async function verdictOf(
  change: Partial<VerdictBody> = {},
  judged: Partial<ReceiptBody> = {}
): Promise<SignedVerdict> {
  const receipt = await signReceipt(workerSigner, { ...success, ...judged })
  const { verdict } = await signVerdict(coordinatorSigner, receipt, { ...verdictBody, ...change })
  if (verdict === undefined) throw new Error('no verdict')
  return signedVerdict(receipt, verdict)
}

export async function bidOf(change: Partial<Bid> = {}, network = 'local'): Promise<SignedBid> {
  return bidWithout([], change, network)
}

/** The same without some fields. */
export async function bidWithout(
  left: readonly (keyof Bid)[],
  change: Partial<Bid> = {},
  network = 'local'
): Promise<SignedBid> {
  const bid = { ...plainBid, ...change }
  for (const field of left) delete bid[field]
  const payload = encodeBid(bid)
  const statement = { domain: messageDomain('BID'), network, payload }
  return signedBid(network, payload, await workerSigner.sign(statement, 1_700_000_120_000))
}
