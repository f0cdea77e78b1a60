import { seededRandom } from '@ailee/core'
import * as fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import {
  decodeEvidence,
  type Evidence,
  encodeEvidence,
  evidenceOf,
  judgeEvidence,
  looksLikeEvidence,
  MAX_GOSSIP_BYTES,
  ProtocolError,
  readEvidenceFile,
  type SignedStatement,
  signedReceipt,
  writeEvidenceFile,
  writeReceiptFile
} from '../../src/index.js'
import { evidence as anyEvidence } from '../arbitraries.js'
import { throwsCode } from '../support/assertions.js'
import { bidOf, receiptOf, success, verdictOf } from '../support/evidence.js'
import { nodeVerifier } from '../support/node-ed25519.js'
import { signedReceipt as inBatch } from '../support/receipts.js'

const test = suite('evidence files')

const fileOf = (evidence: Evidence): Buffer => Buffer.from(writeEvidenceFile(evidence))

function made(a: SignedStatement, b: SignedStatement): Evidence {
  const evidence = evidenceOf(a, b)
  if (evidence === undefined) throw new Error('no evidence')
  return evidence
}

const real: readonly Evidence[] = [
  made(await receiptOf(), signedReceipt(await inBatch({ ...success, fuelUsed: 1n }))),
  made(await verdictOf(), await verdictOf({ votes: 3, bidSetRoot: new Uint8Array(32).fill(1) })),
  made(await bidOf(), await bidOf({ cost: 101n }))
]

/** True if the file is refused, or judged to be worth nothing. */
function isFoundOut(bytes: Uint8Array): boolean {
  try {
    return !judgeEvidence(nodeVerifier, readEvidenceFile(bytes)).valid
  } catch (error) {
    if (error instanceof ProtocolError && error.code === 'EVIDENCE_MALFORMED') return true
    throw error
  }
}

test('property: evidence is read from its file as it was written', () => {
  fc.assert(
    fc.property(anyEvidence, (evidence) => {
      assert.equal(readEvidenceFile(fileOf(evidence)), evidence)
    }),
    { numRuns: 200 }
  )
})

test('real evidence of every kind convicts from its file', () => {
  for (const evidence of real) {
    const file = fileOf(evidence)
    assert.equal(readEvidenceFile(file), evidence)
    assert.not(isFoundOut(file), evidence.kind)
    assert.ok(looksLikeEvidence(file))
  }
})

test('a receipt file is none', async () => {
  const file = Buffer.from(writeReceiptFile(await inBatch()))
  assert.not(looksLikeEvidence(file))
  throwsCode(() => readEvidenceFile(file), 'EVIDENCE_MALFORMED')
})

test('a changed byte is found out, wherever it is', () => {
  const random = seededRandom(98)
  const missed: string[] = []
  for (const evidence of real) {
    const file = fileOf(evidence)
    for (let at = 0; at < file.length; at += 1) {
      const original = file[at] ?? 0
      const changed = Buffer.from(file)
      changed[at] = (original + 1 + Math.floor(random.float() * 255)) % 256
      if (!isFoundOut(changed)) missed.push(`${evidence.kind}, byte ${at}: ${original} → ${changed[at]}`)
    }
  }
  assert.equal(missed, [])
})

test('the same content in any other form is malformed', () => {
  for (const evidence of real) {
    const text = writeEvidenceFile(evidence)
    const tree = JSON.parse(text)
    const [first, second] = tree.statements
    for (const other of [
      JSON.stringify(tree),
      text.slice(0, -1),
      `${text} `,
      text.replaceAll('\n', '\r\n'),
      `${JSON.stringify({ ...tree, note: 'more' }, null, 2)}\n`,
      `${JSON.stringify({ ...tree, statements: [second, first] }, null, 2)}\n`,
      `${JSON.stringify({ ...tree, statements: [first, first] }, null, 2)}\n`,
      `${JSON.stringify({ ...tree, statements: [first] }, null, 2)}\n`,
      `${JSON.stringify({ ...tree, statements: [first, second, second] }, null, 2)}\n`,
      `${JSON.stringify({ ...tree, kind: 'RUMOUR' }, null, 2)}\n`,
      `${JSON.stringify({ ...tree, offender: '12D3KooW' }, null, 2)}\n`,
      `${JSON.stringify({ ...tree, id: '00'.repeat(32) }, null, 2)}\n`
    ]) {
      throwsCode(() => readEvidenceFile(Buffer.from(other)), 'EVIDENCE_MALFORMED', other.slice(0, 80))
    }
  }
  throwsCode(() => readEvidenceFile(Buffer.alloc(1_000_000, 0x20)), 'EVIDENCE_MALFORMED')
})

test('the longest evidence of every kind fits a file and a gossip message', async () => {
  const path = new Array<Uint8Array>(16).fill(new Uint8Array(32).fill(255))
  const signature = {
    ...{ publicKey: path[0] as Uint8Array, nonce: new Uint8Array(16).fill(255), path },
    ...{ expiresAtMs: Number.MAX_SAFE_INTEGER, signature: new Uint8Array(64).fill(255) },
    ...{ treeSize: 65_536, leafIndex: 65_535 }
  }
  // Each takes one byte on the wire and six in a file.
  const control = (length: number): string => '\u0001'.repeat(length)
  const largest = 2n ** 64n - 1n
  const latest = Number.MAX_SAFE_INTEGER
  const receipt = (fuelUsed: bigint): SignedStatement =>
    signedReceipt({
      ...{
        ...success,
        network: control(64),
        worker: control(128),
        function: control(256),
        trap: control(64)
      },
      ...{ code: 'INSTANTIATION_FAILED', exitCode: 2 ** 32 - 1, fuelUsed, clockMs: latest },
      ...{ limits: { memoryBytes: 2 ** 32, fuel: largest, wallTimeMs: 86_400_000, outputBytes: 2 ** 24 } },
      ...{ startedAtMs: latest, finishedAtMs: latest, outputBytes: 2 ** 24 },
      ...{ workerSignature: signature, verdict: undefined }
    })
  const verdict = (votes: number): SignedStatement => ({
    ...{ kind: 'VERDICT', network: control(64), executionHash: new Uint8Array(32) },
    verdict: {
      ...{ coordinator: control(128), method: 'SIGNATURE_ONLY', replicas: 9, votes, decidedAtMs: latest },
      ...{ estimatedErrorPpm: 1_000_000, lotId: new Uint8Array(32), bidSetRoot: new Uint8Array(32) },
      coordinatorSignature: signature
    }
  })
  const { bid, payload: encoded } = await bidOf()
  const padded = (last: number): SignedStatement => {
    // A bid of 1024 bytes, most of them a field that nobody knows.
    const payload = Uint8Array.of(...encoded, 0x82, 0x7d, ...varint(1024 - encoded.length - 4))
    const full = new Uint8Array(1024).fill(last)
    full.set(payload)
    return { kind: 'BID', network: control(64), payload: full, signature, bid }
  }
  for (const evidence of [
    made(receipt(largest), receipt(largest - 1n)),
    made(verdict(8), verdict(9)),
    made(padded(1), padded(2))
  ]) {
    assert.equal(readEvidenceFile(fileOf(evidence)), evidence)
    const message = encodeEvidence(evidence)
    assert.equal(decodeEvidence(message), evidence)
    assert.ok(message.length < MAX_GOSSIP_BYTES, `${message.length}`)
  }
})

test('a message with anything but two statements of one kind, in their order, is refused', () => {
  const [receipts, verdicts] = real as [Evidence, Evidence, Evidence]
  const bad: [string, Evidence['statements']][] = [
    ['in the other order', [receipts.statements[1], receipts.statements[0]]],
    ['the same twice', [receipts.statements[0], receipts.statements[0]]],
    ['of two kinds', [receipts.statements[0], verdicts.statements[0]]]
  ]
  for (const [name, statements] of bad) {
    const message = encodeEvidence({ ...receipts, statements })
    throwsCode(() => decodeEvidence(message), 'WIRE_FIELD_INVALID', name)
  }
})

function varint(value: number): number[] {
  return [(value & 0x7f) | 0x80, value >> 7]
}

test.run()
