import { hexToBytes, lengthPrefixed, u32Bytes, u64Bytes, utf8ToBytes } from '../bytes.js'
import { sha3 } from '../hash.js'
import { PROTOCOL_VERSION } from '../limits.js'
import { resultCodeNumbers } from '../result-code.js'
import type { Statement } from '../signature/statement.js'
import { type ReceiptBody, type VerdictBody, verificationMethodNumbers } from './receipt.js'

/**
 * `execution_hash_v1`: sha3-256 over the receipt's fields in this order, each preceded by its length
 * (4 bytes big-endian). Sizes, amounts and times are 8 bytes big-endian; version, code and exit code 4; texts UTF-8; a memory hash that
 * is not there has length 0.
 */
export function executionHash(receipt: ReceiptBody): Uint8Array {
  const fields = [
    utf8ToBytes('ailee/execution_hash_v1'),
    u32Bytes(PROTOCOL_VERSION),
    utf8ToBytes(receipt.network),
    hexToBytes(receipt.taskId),
    utf8ToBytes(receipt.worker),
    hexToBytes(receipt.moduleHash),
    utf8ToBytes(receipt.function),
    hexToBytes(receipt.inputHash),
    u64Bytes(receipt.limits.memoryBytes),
    u64Bytes(receipt.limits.fuel),
    u64Bytes(receipt.limits.wallTimeMs),
    u64Bytes(receipt.limits.outputBytes),
    receipt.meteringHash,
    receipt.seed,
    u64Bytes(receipt.clockMs),
    receipt.outputRoot,
    u64Bytes(receipt.outputBytes),
    u64Bytes(receipt.fuelUsed),
    u32Bytes(resultCodeNumbers[receipt.code]),
    utf8ToBytes(receipt.trap),
    u32Bytes(receipt.exitCode),
    receipt.memoryHash ?? new Uint8Array(),
    u64Bytes(receipt.startedAtMs),
    u64Bytes(receipt.finishedAtMs),
    receipt.nonce
  ]
  return sha3(lengthPrefixed(fields))
}

/** What a worker signs: domain `receipt`, payload the execution hash. */
export function receiptStatement(receipt: ReceiptBody): Statement {
  return { domain: 'receipt', network: receipt.network, payload: executionHash(receipt) }
}

/** What a coordinator signs: domain `verdict`, payload a hash over the execution hash and the verdict's fields. */
export function verdictStatement(receipt: ReceiptBody, verdict: VerdictBody): Statement {
  return verdictStatementOn(receipt.network, executionHash(receipt), verdict)
}

/** The same where only the receipt's hash is at hand, 32 bytes. */
export function verdictStatementOn(network: string, judgedHash: Uint8Array, verdict: VerdictBody): Statement {
  const fields = [
    utf8ToBytes('ailee/verdict/v2'),
    judgedHash,
    utf8ToBytes(verdict.coordinator),
    u32Bytes(verificationMethodNumbers[verdict.method]),
    u32Bytes(verdict.replicas),
    u32Bytes(verdict.votes),
    u32Bytes(verdict.estimatedErrorPpm),
    u64Bytes(verdict.decidedAtMs),
    verdict.lotId ?? new Uint8Array(),
    verdict.bidSetRoot ?? new Uint8Array()
  ]
  return { domain: 'verdict', network, payload: sha3(lengthPrefixed(fields)) }
}
