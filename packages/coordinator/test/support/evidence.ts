import { seededRandom } from '@ailee/core'
import {
  BatchSigner,
  type Evidence,
  findContradiction,
  nodeIdFromPublicKey,
  outputRoot,
  portableSigner,
  type Receipt,
  type ReceiptBody,
  signedReceipt,
  signReceipt
} from '@ailee/protocol'

const signer = new BatchSigner({
  signer: portableSigner(new Uint8Array(32).fill(21)),
  random: seededRandom(21)
})
export const offender = nodeIdFromPublicKey(signer.publicKey)

/** A receipt as the offender signs it. */
export function receiptOf(change: Partial<ReceiptBody> = {}): Promise<Receipt> {
  return signReceipt(signer, {
    network: 'local-test',
    taskId: '01'.repeat(32),
    worker: offender,
    moduleHash: '02'.repeat(32),
    function: '',
    inputHash: '03'.repeat(32),
    limits: { memoryBytes: 65_536, fuel: 1000n, wallTimeMs: 1000, outputBytes: 1000 },
    meteringHash: new Uint8Array(32).fill(4),
    seed: new Uint8Array(32).fill(5),
    clockMs: 1,
    outputRoot: outputRoot(new Uint8Array()),
    outputBytes: 0,
    fuelUsed: 10n,
    code: 'SUCCESS',
    trap: '',
    exitCode: 0,
    memoryHash: undefined,
    startedAtMs: 2,
    finishedAtMs: 3,
    nonce: new Uint8Array(16).fill(6),
    ...change
  })
}

/** Evidence that the offender stated two results of one task. */
export async function evidenceOf(change: Partial<ReceiptBody> = {}): Promise<Evidence> {
  const [one, other] = await Promise.all([receiptOf(change), receiptOf({ ...change, fuelUsed: 11n })])
  const evidence = findContradiction(signedReceipt(one), signedReceipt(other))
  if (evidence === undefined) throw new Error('no contradiction')
  return evidence
}
