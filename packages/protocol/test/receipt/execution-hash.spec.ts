import { createHash } from 'node:crypto'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  bytesToHex,
  executionHash,
  hexToBytes,
  type ReceiptBody,
  type ResultCode,
  receiptStatement,
  resultCodeNumbers,
  type VerdictBody,
  verdictStatement
} from '../../src/index.js'
import { receiptBody, verdictBody } from '../support/receipts.js'

/** Every field of a receipt with another value; a new field does not compile until it has one. */
const otherFields: { [K in Exclude<keyof ReceiptBody, 'limits'>]: ReceiptBody[K] } = {
  network: 'locam',
  taskId: `ab${'ab'.repeat(30)}aa`,
  worker: '12D3KooWA4Xop1JaT3MHxwYMkCepYsv4iPVopMXwCz5iHYdBfeSB',
  moduleHash: '00'.repeat(32),
  function: '',
  inputHash: '00'.repeat(32),
  meteringHash: new Uint8Array(32),
  seed: new Uint8Array(32),
  clockMs: 1_700_000_000_001,
  outputRoot: new Uint8Array(32),
  outputBytes: 2501,
  fuelUsed: 123_456_789_012_346n,
  code: 'SUCCESS',
  trap: 'unreachabld',
  exitCode: 0,
  memoryHash: new Uint8Array(32),
  startedAtMs: 1_700_000_000_101,
  finishedAtMs: 1_700_000_000_201,
  nonce: new Uint8Array(16)
}
const otherLimits: ReceiptBody['limits'] = {
  memoryBytes: 65_537,
  fuel: 10n ** 18n + 1n,
  wallTimeMs: 1001,
  outputBytes: 4097
}
const otherVerdict: VerdictBody = {
  coordinator: '12D3KooWA4Xop1JaT3MHxwYMkCepYsv4iPVopMXwCz5iHYdBfeSB',
  method: 'REFEREE',
  replicas: 4,
  votes: 3,
  estimatedErrorPpm: 1001,
  decidedAtMs: 1_700_000_000_301,
  lotId: new Uint8Array(32).fill(8),
  bidSetRoot: new Uint8Array(32).fill(9)
}

/** The receipt with one field changed, for each field. */
function changedBodies(): [string, ReceiptBody][] {
  const plain = Object.entries(otherFields).map(([field, value]): [string, ReceiptBody] => [
    field,
    { ...receiptBody, [field]: value }
  ])
  const limits = Object.entries(otherLimits).map(([field, value]): [string, ReceiptBody] => [
    `limits.${field}`,
    { ...receiptBody, limits: { ...receiptBody.limits, [field]: value } }
  ])
  return [...plain, ...limits]
}

const hashOf = (body: ReceiptBody): string => bytesToHex(executionHash(body))

test('the hash changes with every field of the receipt, to a different value each time', () => {
  const seen = new Map([[hashOf(receiptBody), 'unchanged']])
  for (const [field, body] of changedBodies()) {
    const hash = hashOf(body)
    assert.is(seen.get(hash), undefined, field)
    seen.set(hash, field)
  }
  assert.is(seen.size, 1 + Object.keys(receiptBody).length - 1 + 4)
})

test('every result code and every exit code has its own hash', () => {
  const codes = Object.keys(resultCodeNumbers) as ResultCode[]
  assert.is(new Set(codes.map((code) => hashOf({ ...receiptBody, code }))).size, codes.length)
  const exitCodes = [0, 1, 255, 2 ** 31, 2 ** 32 - 1]
  assert.is(new Set(exitCodes.map((exitCode) => hashOf({ ...receiptBody, exitCode }))).size, 5)
})

test('moving a letter from one text to the next is another receipt', () => {
  const one = { ...receiptBody, function: 'run', trap: 'x' }
  assert.is.not(hashOf({ ...one, function: 'runx', trap: '' }), hashOf(one))
})

test('the hash is that of the specification, field by field', () => {
  const u32 = (value: number): Buffer => {
    const bytes = Buffer.alloc(4)
    bytes.writeUInt32BE(value)
    return bytes
  }
  const u64 = (value: number | bigint): Buffer => {
    const bytes = Buffer.alloc(8)
    bytes.writeBigUInt64BE(BigInt(value))
    return bytes
  }
  const { limits } = receiptBody
  const fields = [
    'ailee/execution_hash_v1',
    u32(1),
    receiptBody.network,
    hexToBytes(receiptBody.taskId),
    receiptBody.worker,
    hexToBytes(receiptBody.moduleHash),
    receiptBody.function,
    hexToBytes(receiptBody.inputHash),
    u64(limits.memoryBytes),
    u64(limits.fuel),
    u64(limits.wallTimeMs),
    u64(limits.outputBytes),
    receiptBody.meteringHash,
    receiptBody.seed,
    u64(receiptBody.clockMs),
    receiptBody.outputRoot,
    u64(receiptBody.outputBytes),
    u64(receiptBody.fuelUsed),
    u32(8),
    receiptBody.trap,
    u32(receiptBody.exitCode),
    new Uint8Array(),
    u64(receiptBody.startedAtMs),
    u64(receiptBody.finishedAtMs),
    receiptBody.nonce
  ]
  const hash = createHash('sha3-256')
  for (const field of fields) {
    const bytes = Buffer.from(field as Uint8Array)
    hash.update(u32(bytes.length)).update(bytes)
  }
  assert.is(hashOf(receiptBody), hash.digest('hex'))
})

test('what the coordinator signs changes with every field of verdict and receipt', () => {
  const payload = (body: ReceiptBody, verdict: VerdictBody): string =>
    bytesToHex(verdictStatement(body, verdict).payload)
  const seen = new Set([payload(receiptBody, verdictBody)])
  for (const [field, value] of Object.entries(otherVerdict)) {
    seen.add(payload(receiptBody, { ...verdictBody, [field]: value }))
  }
  for (const [, body] of changedBodies()) seen.add(payload(body, verdictBody))
  assert.is(seen.size, 1 + Object.keys(verdictBody).length + changedBodies().length)
})

test('receipt and verdict are statements of different domains, on the network of the receipt', () => {
  assert.is(receiptStatement(receiptBody).domain, 'receipt')
  assert.is(verdictStatement(receiptBody, verdictBody).domain, 'verdict')
  assert.is(receiptStatement(receiptBody).network, 'local')
  assert.is(verdictStatement(receiptBody, verdictBody).network, 'local')
  assert.equal(receiptStatement(receiptBody).payload, executionHash(receiptBody))
})

test.run()
