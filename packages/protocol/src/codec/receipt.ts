import { ailee } from '#generated'
import { ProtocolError } from '../errors.js'
import {
  HASH_BYTES,
  MAX_FUNCTION_NAME_BYTES,
  MAX_NETWORK_BYTES,
  MAX_OUTPUT_BYTES,
  MAX_REPLICAS,
  NONCE_BYTES,
  PPM,
  PROTOCOL_VERSION,
  SEED_BYTES
} from '../limits.js'
import { type Receipt, type Verdict, verificationMethodNumbers } from '../receipt/receipt.js'
import { resultCodeNumbers } from '../result-code.js'
import {
  enumName,
  exactBytes,
  hash,
  hashBytes,
  integer,
  nodeId,
  nonEmptyText,
  parseMessage,
  required,
  text,
  timestamp,
  toU64,
  u64
} from './fields.js'
import { readSignature, writeSignature } from './signature.js'
import { readLimits, writeLimits } from './task-spec.js'

export function readReceipt(wire: ailee.v1.IReceipt): Receipt {
  if (wire.version !== PROTOCOL_VERSION) {
    throw new ProtocolError('WIRE_VERSION_UNSUPPORTED', `receipt version ${wire.version} is not supported`)
  }
  return {
    network: nonEmptyText(wire.network, MAX_NETWORK_BYTES, 'receipt.network'),
    taskId: hash(wire.taskId, 'receipt.task_id'),
    worker: nodeId(wire.worker, 'receipt.worker'),
    moduleHash: hash(wire.moduleHash, 'receipt.module_hash'),
    function: text(wire.function, MAX_FUNCTION_NAME_BYTES, 'receipt.function'),
    inputHash: hash(wire.inputHash, 'receipt.input_hash'),
    limits: readLimits(required(wire.limits, 'receipt.limits'), 'receipt.limits'),
    meteringHash: exactBytes(wire.meteringHash, HASH_BYTES, 'receipt.metering_hash'),
    seed: exactBytes(wire.seed, SEED_BYTES, 'receipt.seed'),
    clockMs: timestamp(wire.clockMs, 'receipt.clock_ms'),
    outputRoot: exactBytes(wire.outputRoot, HASH_BYTES, 'receipt.output_root'),
    outputBytes: integer(wire.outputBytes, 0, MAX_OUTPUT_BYTES, 'receipt.output_bytes'),
    fuelUsed: u64(wire.fuelUsed),
    code: enumName(wire.code, resultCodeNumbers, 'receipt.code'),
    trap: text(wire.trap, 64, 'receipt.trap'),
    exitCode: integer(wire.exitCode, 0, 0xffff_ffff, 'receipt.exit_code'),
    memoryHash: readMemoryHash(wire),
    startedAtMs: timestamp(wire.startedAtMs, 'receipt.started_at_ms'),
    finishedAtMs: timestamp(wire.finishedAtMs, 'receipt.finished_at_ms'),
    nonce: exactBytes(wire.nonce, NONCE_BYTES, 'receipt.nonce'),
    workerSignature: readSignature(
      required(wire.workerSignature, 'receipt.worker_signature'),
      'receipt.worker_signature'
    ),
    verdict: wire.verdict ? readVerdict(wire.verdict) : undefined
  }
}

export function writeReceipt(receipt: Receipt): ailee.v1.IReceipt {
  return {
    ...receipt,
    version: PROTOCOL_VERSION,
    taskId: hashBytes(receipt.taskId),
    moduleHash: hashBytes(receipt.moduleHash),
    inputHash: hashBytes(receipt.inputHash),
    limits: writeLimits(receipt.limits),
    clockMs: toU64(receipt.clockMs),
    outputBytes: toU64(receipt.outputBytes),
    fuelUsed: toU64(receipt.fuelUsed),
    code: resultCodeNumbers[receipt.code],
    memoryHash: receipt.memoryHash ?? null,
    startedAtMs: toU64(receipt.startedAtMs),
    finishedAtMs: toU64(receipt.finishedAtMs),
    workerSignature: writeSignature(receipt.workerSignature),
    verdict: receipt.verdict === undefined ? null : writeVerdict(receipt.verdict)
  }
}

/** Only a run to its end leaves a memory that follows from the task alone. */
function readMemoryHash({ memoryHash, code }: ailee.v1.IReceipt): Uint8Array | undefined {
  const read = optionalHash(memoryHash, 'receipt.memory_hash')
  if (read !== undefined && code !== resultCodeNumbers.SUCCESS) {
    throw new ProtocolError('WIRE_FIELD_INVALID', 'receipt.memory_hash is there, but no success')
  }
  return read
}

/** Empty = not there. */
function optionalHash(value: Uint8Array | null | undefined, field: string): Uint8Array | undefined {
  if (value === null || value === undefined || value.length === 0) return undefined
  return exactBytes(value, HASH_BYTES, field)
}

export function encodeReceipt(receipt: Receipt): Uint8Array {
  return ailee.v1.Receipt.encode(writeReceipt(receipt)).finish()
}

export function decodeReceipt(bytes: Uint8Array): Receipt {
  return readReceipt(parseMessage('Receipt', (data) => ailee.v1.Receipt.decode(data), bytes))
}

export function readVerdict(wire: ailee.v1.IVerdict): Verdict {
  const replicas = integer(wire.replicas, 1, MAX_REPLICAS, 'verdict.replicas')
  return {
    coordinator: nodeId(wire.coordinator, 'verdict.coordinator'),
    method: enumName(wire.method, verificationMethodNumbers, 'verdict.method'),
    replicas,
    votes: integer(wire.votes, 0, MAX_REPLICAS, 'verdict.votes'),
    estimatedErrorPpm: integer(wire.estimatedErrorPpm, 0, PPM, 'verdict.estimated_error_ppm'),
    decidedAtMs: timestamp(wire.decidedAtMs, 'verdict.decided_at_ms'),
    lotId: optionalHash(wire.lotId, 'verdict.lot_id'),
    bidSetRoot: optionalHash(wire.bidSetRoot, 'verdict.bid_set_root'),
    coordinatorSignature: readSignature(
      required(wire.coordinatorSignature, 'verdict.coordinator_signature'),
      'verdict.coordinator_signature'
    )
  }
}

export function writeVerdict(verdict: Verdict): ailee.v1.IVerdict {
  return {
    ...verdict,
    method: verificationMethodNumbers[verdict.method],
    decidedAtMs: toU64(verdict.decidedAtMs),
    lotId: verdict.lotId ?? null,
    bidSetRoot: verdict.bidSetRoot ?? null,
    coordinatorSignature: writeSignature(verdict.coordinatorSignature)
  }
}
