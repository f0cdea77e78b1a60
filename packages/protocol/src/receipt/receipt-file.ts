import { errorMessage } from '@ailee/core'
import { bytesEqual, bytesToHex, hexToBytes, utf8ToBytes } from '../bytes.js'
import { toU64 } from '../codec/fields.js'
import { readReceipt } from '../codec/receipt.js'
import { ProtocolError } from '../errors.js'
import { PROTOCOL_VERSION } from '../limits.js'
import { resultCodeNumbers } from '../result-code.js'
import type { Signature } from '../signature/statement.js'
import { type Receipt, verificationMethodNumbers } from './receipt.js'

/** First field of every receipt file. */
const FORMAT = 'ailee-receipt/v1'

/** Longest receipt file: fields are bounded, so nothing valid is longer. */
const MAX_FILE_BYTES = 16_384

/**
 * The portable form of a receipt: JSON with a fixed order of fields, two spaces of indent and a final newline;
 * bytes as lowercase hex, 64-bit integers as decimal texts. There is exactly one file for a receipt, so a
 * changed byte is never overlooked.
 */
export function writeReceiptFile(receipt: Receipt): string {
  const { limits, verdict } = receipt
  const file = {
    format: FORMAT,
    circuit: 'execution_hash_v1',
    version: PROTOCOL_VERSION,
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
    workerSignature: signatureFields(receipt.workerSignature),
    verdict:
      verdict === undefined
        ? null
        : {
            coordinator: verdict.coordinator,
            method: verdict.method,
            replicas: verdict.replicas,
            votes: verdict.votes,
            estimatedErrorPpm: verdict.estimatedErrorPpm,
            decidedAtMs: verdict.decidedAtMs,
            lotId: optionalHex(verdict.lotId),
            bidSetRoot: optionalHex(verdict.bidSetRoot),
            coordinatorSignature: signatureFields(verdict.coordinatorSignature)
          }
  }
  return `${JSON.stringify(file, null, 2)}\n`
}

/** Reads a receipt file. Throws RECEIPT_MALFORMED unless it is, byte for byte, what {@link writeReceiptFile} writes. */
export function readReceiptFile(bytes: Uint8Array): Receipt {
  if (bytes.length > MAX_FILE_BYTES) {
    throw new ProtocolError('RECEIPT_MALFORMED', `a receipt file is at most ${MAX_FILE_BYTES} bytes`)
  }
  const receipt = parseFile(bytes)
  if (!bytesEqual(utf8ToBytes(writeReceiptFile(receipt)), bytes)) {
    throw new ProtocolError(
      'RECEIPT_MALFORMED',
      'the file is not in its canonical form: it was changed after it was written'
    )
  }
  return receipt
}

function parseFile(bytes: Uint8Array): Receipt {
  try {
    // Field checks are those of the wire: the file is turned into the same shape and read by the same code.
    // Whatever a wrong type does on the way, the comparison with the canonical form catches it.
    const file = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return readReceipt({
      ...file,
      taskId: hexToBytes(file.taskId),
      moduleHash: hexToBytes(file.moduleHash),
      inputHash: hexToBytes(file.inputHash),
      limits: { ...file.limits, fuel: decimal(file.limits.fuel) },
      meteringHash: hexToBytes(file.meteringHash),
      seed: hexToBytes(file.seed),
      outputRoot: hexToBytes(file.outputRoot),
      fuelUsed: decimal(file.fuelUsed),
      code: resultCodeNumbers[file.code as keyof typeof resultCodeNumbers],
      memoryHash: optionalBytes(file.memoryHash),
      nonce: hexToBytes(file.nonce),
      workerSignature: signatureOf(file.workerSignature),
      verdict:
        file.verdict === null
          ? null
          : {
              ...file.verdict,
              method:
                verificationMethodNumbers[file.verdict.method as keyof typeof verificationMethodNumbers],
              lotId: optionalBytes(file.verdict.lotId),
              bidSetRoot: optionalBytes(file.verdict.bidSetRoot),
              coordinatorSignature: signatureOf(file.verdict.coordinatorSignature)
            }
    })
  } catch (cause) {
    throw new ProtocolError('RECEIPT_MALFORMED', `not a receipt file: ${errorMessage(cause)}`, { cause })
  }
}

function optionalHex(bytes: Uint8Array | undefined): string | null {
  return bytes === undefined ? null : bytesToHex(bytes)
}

function optionalBytes(hex: string | null): Uint8Array | null {
  return hex === null ? null : hexToBytes(hex)
}

function signatureFields(signature: Signature): Record<string, unknown> {
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

interface SignatureFields {
  publicKey: string
  nonce: string
  expiresAtMs: number
  signature: string
  treeSize: number
  leafIndex: number
  path: string[]
}

function signatureOf(fields: SignatureFields) {
  return {
    ...fields,
    publicKey: hexToBytes(fields.publicKey),
    nonce: hexToBytes(fields.nonce),
    signature: hexToBytes(fields.signature),
    path: fields.path.map(hexToBytes)
  }
}

function decimal(text: string) {
  const value = BigInt(text)
  if (value < 0n || value >= 1n << 64n) throw new RangeError('not an unsigned 64-bit integer')
  return toU64(value)
}
