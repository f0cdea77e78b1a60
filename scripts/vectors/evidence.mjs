/** `evidence.json`: what convicts, what does not, and in what forms evidence is read. */
import {
  decodeEvidence,
  encodeBid,
  encodeEvidence,
  evidenceId,
  evidenceOf,
  judgeEvidence,
  messageDomain,
  offenderOf,
  outputRoot,
  portableVerifier,
  readEvidenceFile,
  signedBid,
  signedReceipt,
  signedVerdict,
  signReceipt,
  signVerdict,
  writeEvidenceFile
} from '../../packages/protocol/dist/src/index.js'
import { ailee } from '../../packages/protocol/generated/messages.js'
import { codeOf, counting, expect, hex, utf8 } from './json.mjs'
import { quorumVerdict, receiptBody } from './receipt-body.mjs'
import { batchSigner } from './signers.mjs'

const MALFORMED = 'EVIDENCE_MALFORMED'
const INVALID = 'WIRE_FIELD_INVALID'
const TOO_LARGE = 'WIRE_TOO_LARGE'
const worker = batchSigner(12)
const coordinator = batchSigner(13)
const other = batchSigner(14)

const body = receiptBody(worker, { name: 'run', output: utf8('yes\n') })
const judged = quorumVerdict(coordinator, counting(32, 55))
const offered = {
  taskId: body.taskId,
  attempt: 1,
  cost: 100n,
  load: 0,
  slots: 4,
  moduleCached: false,
  series: counting(16, 3)
}
const empty = { outputRoot: outputRoot(new Uint8Array()), outputBytes: 0 }
const spent = { code: 'FUEL_EXHAUSTED', fuelUsed: body.limits.fuel, ...empty }

const receipt = async (change = {}, signer = worker) =>
  signedReceipt(await signReceipt(signer.batch, { ...body, ...change }))

async function verdict(change = {}, of = {}) {
  const judgedReceipt = await signReceipt(worker.batch, { ...body, ...of })
  const full = await signVerdict(coordinator.batch, judgedReceipt, { ...judged, ...change })
  return signedVerdict(judgedReceipt, full.verdict)
}

async function bid(change = {}, network = 'local') {
  const payload = encodeBid(
    Object.fromEntries(Object.entries({ ...offered, ...change }).filter(([, v]) => v !== undefined))
  )
  const statement = { domain: messageDomain('BID'), network, payload }
  return signedBid(network, payload, await worker.batch.sign(statement, 1_795_501_395_360))
}

/** Evidence in its form. `failed`: the check that does not hold, or undefined where all do. */
function judgedCase(name, a, b, failed) {
  const evidence = evidenceOf(a, b)
  const file = writeEvidenceFile(evidence)
  const message = encodeEvidence(evidence)
  expect(writeEvidenceFile(readEvidenceFile(utf8(file))), file, name)
  expect(writeEvidenceFile(decodeEvidence(message)), file, name)
  const judgement = judgeEvidence(portableVerifier, evidence)
  const wrong = judgement.checks.find(({ ok }) => !ok)?.name
  expect(wrong, failed, name)
  expect(judgement.valid, failed === undefined, name)
  return {
    name,
    file,
    message: hex(message),
    kind: evidence.kind,
    offender: offenderOf(evidence),
    id: evidenceId(evidence),
    valid: failed === undefined,
    ...(failed ? { failed } : {})
  }
}

function badFile(name, file) {
  expect(
    codeOf(() => readEvidenceFile(utf8(file))),
    MALFORMED,
    name
  )
  return { name: `file: ${name}`, file, code: MALFORMED }
}

function badMessage(name, bytes, code) {
  expect(
    codeOf(() => decodeEvidence(bytes)),
    code,
    name
  )
  return { name: `message: ${name}`, message: hex(bytes), code }
}

export const description =
  'Evidence, as file and as message: whom it is against, its id, and whether it is valid; where it is not, failed is the first check that does not hold. A file or message with a code is refused unjudged.'

export async function cases() {
  const first = await receipt()
  const second = await receipt({ fuelUsed: 5807n })
  const hashed = await receipt({ memoryHash: counting(32, 33), fuelUsed: 6806n })
  const decided = await verdict()
  const offer = await bid()
  const guilty = [
    judgedCase('two results', first, second),
    judgedCase(
      'two results of two runs',
      first,
      await receipt({ exitCode: 1, nonce: counting(16, 10), startedAtMs: 1 })
    ),
    judgedCase('a success and a trap', first, await receipt({ code: 'TRAP', trap: 'other', ...empty })),
    judgedCase('two memories', hashed, await receipt({ memoryHash: counting(32, 34), fuelUsed: 6806n })),
    judgedCase('out of fuel with less', hashed, await receipt(spent)),
    judgedCase('two verdicts', decided, await verdict({ method: 'SIGNATURE_ONLY', replicas: 1, votes: 1 })),
    judgedCase('two bid sets', decided, await verdict({ bidSetRoot: counting(32, 56) })),
    judgedCase('two bids', offer, await bid({ cost: 90n, load: 2 }))
  ]
  const SUBJECT = 'one-subject'
  const NONE = 'contradiction'
  const innocent = [
    judgedCase(
      'the same result of two runs',
      first,
      await receipt({ nonce: counting(16, 10), startedAtMs: 1 }),
      NONE
    ),
    judgedCase('another task', first, await receipt({ taskId: hex(counting(32, 2)), fuelUsed: 1n }), SUBJECT),
    judgedCase(
      'another input under the same nonce',
      first,
      await receipt({ inputHash: hex(counting(32)), fuelUsed: 1n }),
      SUBJECT
    ),
    judgedCase(
      'other metering rules',
      first,
      await receipt({ meteringHash: counting(32), fuelUsed: 1n }),
      SUBJECT
    ),
    judgedCase('a timeout', first, await receipt({ code: 'TIMEOUT', fuelUsed: 0n, ...empty }), SUBJECT),
    judgedCase(
      'not metered',
      await receipt({ meteringHash: new Uint8Array(32) }),
      await receipt({ meteringHash: new Uint8Array(32), outputBytes: 5 }),
      SUBJECT
    ),
    judgedCase('with and without a memory hash', first, hashed, SUBJECT),
    judgedCase('out of fuel, perhaps by a memory hash', first, await receipt(spent), SUBJECT),
    judgedCase(
      'two words for a trap',
      await receipt({ code: 'TRAP', trap: 'other', ...empty }),
      await receipt({ code: 'TRAP', trap: 'unreachable', ...empty }),
      NONE
    ),
    judgedCase('a verdict decided again', decided, await verdict({ decidedAtMs: 1_795_501_275_586 }), NONE),
    judgedCase(
      'verdicts on two receipts',
      decided,
      await verdict({ votes: 3 }, { nonce: counting(16, 10) }),
      SUBJECT
    ),
    judgedCase('bids of two series', offer, await bid({ cost: 90n, series: counting(16, 4) }), SUBJECT),
    judgedCase('bids in two auctions', offer, await bid({ cost: 90n, attempt: 2 }), SUBJECT),
    judgedCase(
      'bids that bind nobody',
      await bid({ series: undefined }),
      await bid({ series: undefined, cost: 90n }),
      SUBJECT
    )
  ]
  const invented = signedReceipt({ ...second.receipt, fuelUsed: 1n })
  const forged = [
    judgedCase('a result that was not signed', first, invented, placeOf(invented, first)),
    judgedCase('in the name of another', first, await receipt({ fuelUsed: 5807n }, other), 'one-author'),
    judgedCase(
      'of two workers',
      first,
      await receipt({ fuelUsed: 5807n, worker: other.nodeId }, other),
      'one-author'
    )
  ]
  const evidence = evidenceOf(first, second)
  const [low, high] = evidence.statements
  const file = writeEvidenceFile(evidence)
  const tree = JSON.parse(file)
  const inOtherForm = (change) => `${JSON.stringify({ ...tree, ...change }, null, 2)}\n`
  const [lowJson, highJson] = tree.statements
  const encoded = (statements) => encodeEvidence({ ...evidence, statements })
  const wire = ailee.v1.Evidence.decode(encodeEvidence(evidence))
  const changed = (change) => ailee.v1.Evidence.encode({ ...wire, ...change }).finish()
  const bids = evidenceOf(offer, await bid({ cost: 90n }))
  const wireBids = ailee.v1.Evidence.decode(encodeEvidence(bids))
  const withBid = (change) =>
    ailee.v1.Evidence.encode({
      ...wireBids,
      bids: [{ ...wireBids.bids[0], ...change }, wireBids.bids[1]]
    }).finish()
  return [
    ...guilty,
    ...innocent,
    ...forged,
    badFile('empty', ''),
    badFile('no JSON', 'evidence'),
    badFile('no final newline', file.slice(0, -1)),
    badFile('a carriage return', file.replace('\n', '\r\n')),
    badFile('no indent', `${JSON.stringify(tree)}\n`),
    badFile('another format', file.replace('ailee-evidence/v1', 'ailee-evidence/v2')),
    badFile('a kind that is none', inOtherForm({ kind: 'RUMOUR' })),
    badFile('another offender', inOtherForm({ offender: other.nodeId })),
    badFile('another id', inOtherForm({ id: hex(counting(32)) })),
    badFile('another network', inOtherForm({ network: 'testnet' })),
    badFile('a key too many', inOtherForm({ note: '' })),
    badFile('in the other order', inOtherForm({ statements: [highJson, lowJson] })),
    badFile('the same twice', inOtherForm({ statements: [lowJson, lowJson] })),
    badFile('one statement', inOtherForm({ statements: [lowJson] })),
    badFile('three statements', inOtherForm({ statements: [lowJson, highJson, highJson] })),
    badFile('above 16 384 bytes', file + ' '.repeat(16_385 - file.length)),
    badMessage('nothing', new Uint8Array(), INVALID),
    badMessage('no statements', changed({ receipts: [] }), INVALID),
    badMessage('one statement', changed({ receipts: wire.receipts.slice(0, 1) }), INVALID),
    badMessage('three statements', changed({ receipts: [...wire.receipts, wire.receipts[0]] }), TOO_LARGE),
    badMessage('of two kinds', encoded([low, decided]), INVALID),
    badMessage('in the other order', encoded([high, low]), INVALID),
    badMessage('the same twice', encoded([low, low]), INVALID),
    badMessage('another network than the receipts', changed({ network: 'testnet' }), INVALID),
    badMessage('network of 65 bytes', changed({ network: 'x'.repeat(65) }), TOO_LARGE),
    badMessage('a bid that is none', withBid({ payload: Uint8Array.of(0xff) }), 'WIRE_MALFORMED'),
    badMessage('a bid of 1025 bytes', withBid({ payload: new Uint8Array(1025) }), TOO_LARGE),
    badMessage('a bid without signature', withBid({ signature: null }), INVALID),
    badMessage(
      'above 8 KiB',
      Uint8Array.from([...encodeEvidence(evidence), 0x82, 0x7d, 0xff, 0x3f, ...new Uint8Array(8191)]),
      TOO_LARGE
    )
  ]
}

/** The check of its signature: which of the two it is depends on their order. */
function placeOf(signed, other) {
  return evidenceOf(signed, other).statements[0] === signed ? 'first-signature' : 'second-signature'
}
