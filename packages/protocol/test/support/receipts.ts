import { seededRandom } from '@ailee/core'
import {
  BatchSigner,
  contentHash,
  nodeIdFromPublicKey,
  outputRoot,
  type Receipt,
  type ReceiptBody,
  signReceipt,
  signVerdict,
  type VerdictBody
} from '../../src/index.js'
import { nodeSigner } from './node-ed25519.js'

const random = seededRandom(11)
export const workerSigner = new BatchSigner({ signer: nodeSigner(new Uint8Array(32).fill(1)), random })
export const coordinatorSigner = new BatchSigner({ signer: nodeSigner(new Uint8Array(32).fill(2)), random })
export const worker = nodeIdFromPublicKey(workerSigner.publicKey)
export const coordinator = nodeIdFromPublicKey(coordinatorSigner.publicKey)

export const module = new TextEncoder().encode('not really a module')
/** Three leaves, the last one short. */
export const output = Uint8Array.from({ length: 2500 }, (_, index) => (index * 7) % 256)

export const receiptBody: ReceiptBody = {
  network: 'local',
  taskId: 'ab'.repeat(32),
  worker,
  moduleHash: contentHash(module),
  function: 'run',
  inputHash: contentHash(new Uint8Array([2])),
  limits: { memoryBytes: 65_536, fuel: 10n ** 18n, wallTimeMs: 1000, outputBytes: 4096 },
  meteringHash: new Uint8Array(32).fill(4),
  seed: new Uint8Array(32).fill(5),
  clockMs: 1_700_000_000_000,
  outputRoot: outputRoot(output),
  outputBytes: output.length,
  fuelUsed: 123_456_789_012_345n,
  code: 'TRAP',
  trap: 'unreachable',
  exitCode: 4_294_967_295,
  memoryHash: undefined,
  startedAtMs: 1_700_000_000_100,
  finishedAtMs: 1_700_000_000_200,
  nonce: new Uint8Array(16).fill(6)
}

export const verdictBody: VerdictBody = {
  coordinator,
  method: 'QUORUM',
  replicas: 3,
  votes: 2,
  estimatedErrorPpm: 1000,
  decidedAtMs: 1_700_000_000_300,
  lotId: undefined,
  bidSetRoot: undefined
}

/** A receipt as a worker signs it, third in a batch of five, so that its signature has a path. */
export async function signedReceipt(fields: Partial<ReceiptBody> = {}): Promise<Receipt> {
  const body = { ...receiptBody, ...fields }
  const others = (count: number): Promise<Receipt>[] =>
    Array.from({ length: count }, () => signReceipt(workerSigner, receiptBody))
  const before = others(2)
  const receipt = signReceipt(workerSigner, body)
  await Promise.all([...before, ...others(2)])
  return receipt
}

/** The same with a coordinator's verdict, second in a batch of two. */
export async function judgedReceipt(fields: Partial<ReceiptBody> = {}): Promise<Receipt> {
  const receipt = await signedReceipt(fields)
  const other = signVerdict(coordinatorSigner, receipt, { ...verdictBody, votes: 3 })
  const judged = signVerdict(coordinatorSigner, receipt, verdictBody)
  await other
  return judged
}
