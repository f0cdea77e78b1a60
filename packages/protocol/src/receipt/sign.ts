import type { BatchSigner } from '../signature/batch-signer.js'
import { receiptStatement, verdictStatement } from './execution-hash.js'
import type { Receipt, ReceiptBody, VerdictBody } from './receipt.js'

/** Signs what a worker states. Receipts never expire. */
export async function signReceipt(signer: BatchSigner, body: ReceiptBody): Promise<Receipt> {
  return { ...body, workerSignature: await signer.sign(receiptStatement(body), 0), verdict: undefined }
}

/** Countersigns a receipt with a coordinator's verdict. */
export async function signVerdict(
  signer: BatchSigner,
  receipt: Receipt,
  verdict: VerdictBody
): Promise<Receipt> {
  const coordinatorSignature = await signer.sign(verdictStatement(receipt, verdict), 0)
  return { ...receipt, verdict: { ...verdict, coordinatorSignature } }
}
