import {
  type BatchSigner,
  bytesEqual,
  isSignedByWorker,
  NO_ERROR_ESTIMATE_PPM,
  outputRoot,
  portableVerifier,
  type Receipt,
  type Result,
  signVerdict,
  type TaskSpec,
  verdictStatement
} from '@ailee/protocol'
import type { Broken } from './rules.js'

/** A task given to a worker. */
export interface FakeLease {
  leaseId: bigint
  worker: string
  nonce: Uint8Array
}

/** Why a result does not hold, by the parts of MUST-080 that the probe looks at; undefined if it does. */
export function faultOf(
  result: Result,
  lease: FakeLease,
  expected: { spec: TaskSpec; network: string }
): string | undefined {
  const { receipt, outcome } = result
  const { spec, network } = expected
  const named =
    receipt.worker === lease.worker &&
    receipt.network === network &&
    receipt.function === spec.function &&
    receipt.clockMs === spec.clockMs &&
    bytesEqual(receipt.seed, spec.seed) &&
    bytesEqual(receipt.nonce, lease.nonce)
  if (!named || !isSignedByWorker(portableVerifier, receipt)) return 'RECEIPT_INVALID'
  const output = outcome.outputInline ?? new Uint8Array()
  return bytesEqual(outputRoot(output), receipt.outputRoot) ? undefined : 'OUTPUT_INVALID'
}

/** What a fake coordinator states about a receipt of one replica. */
export async function verdictOf(
  receipt: Receipt,
  {
    signer,
    nodeId,
    broken,
    bidSetRoot
  }: { signer: BatchSigner; nodeId: string; broken: Broken; bidSetRoot: Uint8Array | undefined }
): Promise<Receipt> {
  const verdict = {
    coordinator: broken.namesAnotherCoordinator ? receipt.worker : nodeId,
    method: 'SIGNATURE_ONLY' as const,
    replicas: 1,
    votes: 1,
    estimatedErrorPpm: NO_ERROR_ESTIMATE_PPM,
    decidedAtMs: Date.now(),
    lotId: undefined,
    bidSetRoot
  }
  const signed = await signVerdict(signer, receipt, verdict)
  if (!broken.expiringVerdicts) return signed
  const coordinatorSignature = await signer.sign(verdictStatement(receipt, verdict), Date.now() + 60_000)
  return { ...signed, verdict: { ...verdict, coordinatorSignature } }
}
