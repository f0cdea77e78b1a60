import { bytesEqual } from '../bytes.js'
import { contentHash } from '../hash.js'
import { outputRoot } from '../merkle/output-root.js'
import { nodeIdFromPublicKey } from '../node-id.js'
import type { Verifier } from '../signature/ed25519.js'
import { verifyStatement } from '../signature/verify.js'
import { receiptStatement, verdictStatement } from './execution-hash.js'
import type { Receipt } from './receipt.js'

/** One thing that was checked, and what came of it. */
export interface Check {
  name: string
  ok: boolean
  detail: string
}

/** What to hold a receipt against, as far as it is at hand. */
export interface ReceiptEvidence {
  module?: Uint8Array
  output?: Uint8Array
}

/** True if the receipt names the memory exactly where its task asked for that and the run came to its end. */
export function hasMemoryHash(spec: { hashMemory: boolean }, receipt: Receipt): boolean {
  return (receipt.memoryHash !== undefined) === (spec.hashMemory && receipt.code === 'SUCCESS')
}

/** True if the worker named in the receipt signed it. */
export function isSignedByWorker(verifier: Verifier, receipt: Receipt): boolean {
  return (
    nodeIdFromPublicKey(receipt.workerSignature.publicKey) === receipt.worker &&
    verifyStatement(verifier, receiptStatement(receipt), receipt.workerSignature)
  )
}

/** True if the receipt has a verdict and the coordinator named in it signed it. */
export function isSignedByCoordinator(verifier: Verifier, receipt: Receipt): boolean {
  const { verdict } = receipt
  return (
    verdict !== undefined &&
    nodeIdFromPublicKey(verdict.coordinatorSignature.publicKey) === verdict.coordinator &&
    verifyStatement(verifier, verdictStatement(receipt, verdict), verdict.coordinatorSignature)
  )
}

/** Checks a receipt offline against whatever evidence is at hand; checks without evidence are left out, not passed. */
export function checkReceipt(verifier: Verifier, receipt: Receipt, evidence: ReceiptEvidence = {}): Check[] {
  const { workerSignature, verdict } = receipt
  const checks: Check[] = [
    {
      name: 'worker-signature',
      ok: isSignedByWorker(verifier, receipt),
      detail: `${receipt.worker}, leaf ${workerSignature.leafIndex + 1} of ${workerSignature.treeSize} in its signed batch`
    },
    {
      name: 'verdict-signature',
      ok: isSignedByCoordinator(verifier, receipt),
      detail:
        verdict === undefined
          ? 'no coordinator has judged this receipt'
          : `${verdict.coordinator}, ${verdict.method}, ${verdict.votes} of ${verdict.replicas} executions agree`
    }
  ]
  if (evidence.module !== undefined) {
    const found = contentHash(evidence.module)
    checks.push({ name: 'module-hash', ok: found === receipt.moduleHash, detail: `sha-256 ${found}` })
  }
  if (evidence.output !== undefined) {
    const { output } = evidence
    const ok = output.length === receipt.outputBytes && bytesEqual(outputRoot(output), receipt.outputRoot)
    checks.push({
      name: 'output-root',
      ok,
      detail: `Merkle root over ${output.length} bytes in 1 KiB leaves`
    })
  }
  return checks
}
