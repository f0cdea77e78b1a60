import { bytesToHex, hexToBytes } from '../bytes.js'
import { toU64 } from '../codec/fields.js'
import { readReceipt, readVerdict } from '../codec/receipt.js'
import { readSignature } from '../codec/signature.js'
import { PROTOCOL_VERSION } from '../limits.js'
import { resultCodeNumbers } from '../result-code.js'
import type { Signature } from '../signature/statement.js'
import { type Receipt, type Verdict, verificationMethodNumbers } from './receipt.js'

/**
 * Receipts, verdicts and signatures as parts of files: JSON objects with a fixed order of keys, bytes as lowercase hex,
 * 64-bit integers as decimal texts. Reading turns them into the shape of the wire, so that fields are checked by the
 * same code. Whatever a wrong type does on the way, the files' comparison with the canonical form catches it.
 */
// biome-ignore lint/suspicious/noExplicitAny: what JSON.parse gives
type Json = any

/** What the worker signed, and its signature. */
export function receiptToJson(receipt: Receipt): Json {
  const { limits } = receipt
  return {
    network: receipt.network,
    taskId: receipt.taskId,
    worker: receipt.worker,
    moduleHash: receipt.moduleHash,
    function: receipt.function,
    inputHash: receipt.inputHash,
    limits: {
      memoryBytes: limits.memoryBytes,
      fuel: String(limits.fuel),
      wallTimeMs: limits.wallTimeMs,
      outputBytes: limits.outputBytes
    },
    meteringHash: bytesToHex(receipt.meteringHash),
    seed: bytesToHex(receipt.seed),
    clockMs: receipt.clockMs,
    outputRoot: bytesToHex(receipt.outputRoot),
    outputBytes: receipt.outputBytes,
    fuelUsed: String(receipt.fuelUsed),
    code: receipt.code,
    trap: receipt.trap,
    exitCode: receipt.exitCode,
    memoryHash: optionalHex(receipt.memoryHash),
    startedAtMs: receipt.startedAtMs,
    finishedAtMs: receipt.finishedAtMs,
    nonce: bytesToHex(receipt.nonce),
    workerSignature: signatureToJson(receipt.workerSignature)
  }
}

/** A receipt without its verdict. May throw anything. */
export function receiptFromJson(json: Json): Receipt {
  return readReceipt({
    ...json,
    version: PROTOCOL_VERSION,
    taskId: hexToBytes(json.taskId),
    moduleHash: hexToBytes(json.moduleHash),
    inputHash: hexToBytes(json.inputHash),
    limits: { ...json.limits, fuel: decimal(json.limits.fuel) },
    meteringHash: hexToBytes(json.meteringHash),
    seed: hexToBytes(json.seed),
    outputRoot: hexToBytes(json.outputRoot),
    fuelUsed: decimal(json.fuelUsed),
    code: resultCodeNumbers[json.code as keyof typeof resultCodeNumbers],
    memoryHash: optionalBytes(json.memoryHash),
    nonce: hexToBytes(json.nonce),
    workerSignature: signatureBytes(json.workerSignature),
    verdict: null
  })
}

export function verdictToJson(verdict: Verdict): Json {
  return {
    coordinator: verdict.coordinator,
    method: verdict.method,
    replicas: verdict.replicas,
    votes: verdict.votes,
    estimatedErrorPpm: verdict.estimatedErrorPpm,
    decidedAtMs: verdict.decidedAtMs,
    lotId: optionalHex(verdict.lotId),
    bidSetRoot: optionalHex(verdict.bidSetRoot),
    coordinatorSignature: signatureToJson(verdict.coordinatorSignature)
  }
}

/** May throw anything. */
export function verdictFromJson(json: Json): Verdict {
  return readVerdict({
    ...json,
    method: verificationMethodNumbers[json.method as keyof typeof verificationMethodNumbers],
    lotId: optionalBytes(json.lotId),
    bidSetRoot: optionalBytes(json.bidSetRoot),
    coordinatorSignature: signatureBytes(json.coordinatorSignature)
  })
}

export function signatureToJson(signature: Signature): Json {
  return {
    publicKey: bytesToHex(signature.publicKey),
    nonce: bytesToHex(signature.nonce),
    expiresAtMs: signature.expiresAtMs,
    signature: bytesToHex(signature.signature),
    treeSize: signature.treeSize,
    leafIndex: signature.leafIndex,
    path: signature.path.map(bytesToHex)
  }
}

/** May throw anything. */
export function signatureFromJson(json: Json): Signature {
  return readSignature(signatureBytes(json), 'signature')
}

function signatureBytes(json: Json): Json {
  return {
    ...json,
    publicKey: hexToBytes(json.publicKey),
    nonce: hexToBytes(json.nonce),
    signature: hexToBytes(json.signature),
    path: json.path.map((hash: string) => hexToBytes(hash))
  }
}

function optionalHex(bytes: Uint8Array | undefined): string | null {
  return bytes === undefined ? null : bytesToHex(bytes)
}

function optionalBytes(hex: string | null): Uint8Array | null {
  return hex === null ? null : hexToBytes(hex)
}

function decimal(text: string): Json {
  const value = BigInt(text)
  if (value < 0n || value >= 1n << 64n) throw new RangeError('not an unsigned 64-bit integer')
  return toU64(value)
}
