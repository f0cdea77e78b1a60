/** `receipts.json`: receipt files, their hashes, and what their signatures are worth. */
import {
  encodeReceipt,
  executionHash,
  isSignedByCoordinator,
  isSignedByWorker,
  outputRoot,
  portableVerifier,
  readReceiptFile,
  signReceipt,
  signVerdict,
  verdictStatement,
  writeReceiptFile
} from '../../packages/protocol/dist/src/index.js'
import { codeOf, counting, expect, hex, utf8 } from './json.mjs'
import { quorumVerdict, receiptBody } from './receipt-body.mjs'
import { batchSigner } from './signers.mjs'

const MALFORMED = 'RECEIPT_MALFORMED'
const worker = batchSigner(10)
const coordinator = batchSigner(11)
const body = receiptBody(worker, { name: '', output: utf8('Hello, Alice!\n') })
const verdict = quorumVerdict(coordinator, undefined)

/** Third of a batch of five, so that the signature has a path. */
async function signed(changes = {}) {
  const batch = [body, body, { ...body, ...changes }, body, body]
  return (await Promise.all(batch.map((one) => signReceipt(worker.batch, one))))[2]
}

/** The receipt that other vectors are about. */
export const plainReceipt = signed

async function judged(receipt, changes = {}) {
  return signVerdict(coordinator.batch, receipt, { ...verdict, ...changes })
}

function good(name, receipt, expected) {
  const file = writeReceiptFile(receipt)
  const read = readReceiptFile(utf8(file))
  expect(isSignedByWorker(portableVerifier, read), expected.worker, `${name}, worker`)
  expect(isSignedByCoordinator(portableVerifier, read), expected.coordinator, `${name}, coordinator`)
  return {
    name,
    file,
    message: hex(encodeReceipt(read)),
    executionHash: hex(executionHash(read)),
    verdictHash: read.verdict === undefined ? null : hex(verdictStatement(read, read.verdict).payload),
    workerSigned: expected.worker,
    coordinatorSigned: expected.coordinator
  }
}

function bad(name, file) {
  const bytes = typeof file === 'string' ? utf8(file) : file
  expect(
    codeOf(() => readReceiptFile(bytes)),
    MALFORMED,
    name
  )
  return typeof file === 'string'
    ? { name, file, code: MALFORMED }
    : { name, fileBytes: hex(file), code: MALFORMED }
}

export const description =
  'Receipt files. file is its text, or fileBytes its bytes where they are no text; message is one encoding of the same receipt. A good file can hold signatures that are not: workerSigned and coordinatorSigned tell.'

export async function cases() {
  const plain = await signed()
  const full = await judged(plain)
  const trapped = await judged(
    await signed({
      function: 'rün',
      code: 'TRAP',
      trap: 'unreachable',
      exitCode: 0,
      outputRoot: outputRoot(new Uint8Array()),
      outputBytes: 0,
      limits: { ...body.limits, fuel: 2n ** 64n - 1n },
      fuelUsed: 2n ** 64n - 1n
    }),
    { votes: 3 }
  )
  const file = writeReceiptFile(full)
  const ofLot = await judged(plain, {
    ...{ method: 'SAMPLED', replicas: 1, votes: 1, estimatedErrorPpm: 1000 },
    ...{ lotId: counting(32, 44), bidSetRoot: counting(32, 55) }
  })
  const both = { worker: true, coordinator: true }
  return [
    good('without a verdict', plain, { worker: true, coordinator: false }),
    good('with a verdict', full, both),
    good('with a verdict of a lot and an auction', ofLot, both),
    good('with a memory hash', await judged(await signed({ memoryHash: counting(32, 33) })), both),
    good('a trap, and the largest numbers', trapped, both),
    good('an exit code above 2^31', await judged(await signed({ exitCode: 2 ** 32 - 1 })), both),
    good(
      'more fuel than the worker stated',
      { ...full, fuelUsed: 5807n },
      { worker: false, coordinator: false }
    ),
    good('another worker', { ...plain, worker: coordinator.nodeId }, { worker: false, coordinator: false }),
    good(
      'more votes than the coordinator stated',
      { ...full, verdict: { ...full.verdict, votes: 3 } },
      { worker: true, coordinator: false }
    ),
    good(
      'another coordinator',
      { ...full, verdict: { ...full.verdict, coordinator: worker.nodeId } },
      { worker: true, coordinator: false }
    ),
    good(
      'signed for another network',
      { ...full, network: 'testnet' },
      { worker: false, coordinator: false }
    ),
    good(
      'the worker signed again: the verdict covers what was stated, not that signature',
      { ...full, workerSignature: (await signed()).workerSignature },
      both
    ),
    bad('empty', ''),
    bad('no JSON', 'receipt'),
    bad('no object', 'null\n'),
    bad('no final newline', file.slice(0, -1)),
    bad('two final newlines', `${file}\n`),
    bad('a carriage return', file.replace('\n', '\r\n')),
    bad('a byte order mark', `\ufeff${file}`),
    bad('no indent', `${JSON.stringify(JSON.parse(file))}\n`),
    bad('upper case', file.replace(body.taskId, body.taskId.toUpperCase())),
    bad('a key too many', file.replace('"network"', '"extra": 1,\n  "network"')),
    bad('a key twice', file.replace('"network"', '"network": "local",\n  "network"')),
    bad('two keys swapped', file.replace(/( {2}"clockMs".*\n)( {2}"outputRoot".*\n)/, '$2$1')),
    bad('a key missing', file.replace(/ {2}"trap".*\n/, '')),
    bad('another format', file.replace('ailee-receipt/v1', 'ailee-receipt/v2')),
    bad('another version', file.replace('"version": 1', '"version": 2')),
    bad('fuel as a number', file.replace('"5806"', '5806')),
    bad('fuel with a zero before it', file.replace('"5806"', '"05806"')),
    bad('fuel of 2^64', file.replace('"5806"', `"${2n ** 64n}"`)),
    bad('a size with an exponent', file.replace('"wallTimeMs": 30000', '"wallTimeMs": 3e4')),
    bad('an exit code above 32 bits', file.replace('"exitCode": 0', '"exitCode": 4294967296')),
    bad('a code that is none', file.replace('"SUCCESS"', '"SUCCEEDED"')),
    bad('an escape where none is needed', file.replace('"local"', '"\\u006cocal"')),
    bad('half a surrogate pair', file.replace('"local"', '"\\ud800"')),
    bad('above 16 384 bytes', file + ' '.repeat(16_385 - file.length)),
    bad('no UTF-8', Uint8Array.of(...utf8(file).subarray(0, 40), 0xff, ...utf8(file).subarray(41)))
  ]
}
