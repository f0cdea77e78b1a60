import { seededRandom } from '@ailee/core'
import {
  BatchSigner,
  bidCommitment,
  bytesToHex,
  decodeBid,
  decodeBidCommitment,
  encodeRevealBid,
  encodeTaskOffer,
  type IncomingMessage,
  type MessageType,
  messageDomain,
  nodeIdFromPublicKey,
  portableSigner,
  portableVerifier,
  type Signature,
  type TaskOffer,
  verifyStatement
} from '@ailee/protocol'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { AuctionDesk } from '../src/auction-desk.js'
import { MAX_KEPT_BIDS } from '../src/constants.js'
import { WorkerError } from '../src/errors.js'
import { KeptBids } from '../src/kept-bids.js'
import { plainCapacity } from './support/scripted-coordinator.js'

const test = suite('auction desk')

const network = 'local'
const signerOf = (number: number): BatchSigner =>
  new BatchSigner({ signer: portableSigner(new Uint8Array(32).fill(number)), random: seededRandom(number) })
const signer = signerOf(1)
const coordinatorSigner = signerOf(2)
const nodeId = nodeIdFromPublicKey(signer.publicKey)
const coordinator = nodeIdFromPublicKey(coordinatorSigner.publicKey)
const taskId = 'ab'.repeat(32)
const offer: TaskOffer = {
  ...{
    taskId,
    attempt: 1,
    moduleHash: taskId,
    moduleBytes: 1,
    inputBytes: 1,
    closesAtMs: 0,
    maxCost: 10_000n
  },
  limits: { memoryBytes: 1, fuel: 10n ** 9n, wallTimeMs: 1, outputBytes: 1 },
  requirements: { regions: [], minReputationPermille: 0, isolation: undefined },
  sealed: true
}

function desk(): AuctionDesk {
  const clock = { now: () => 1_000, monotonic: () => 0, setTimer: () => ({ cancel() {} }) }
  const loadFor = async () => ({ executions: 0, draining: false, moduleCached: false })
  const components = { signer, clock, random: seededRandom(3), loadFor }
  return new AuctionDesk(components, { nodeId, network, capacity: plainCapacity })
}

const from = (type: MessageType, payload: Uint8Array, sender = coordinator): IncomingMessage => ({
  ...{ from: sender, principal: sender, type, payload }
})

async function revealOf(commitment: Uint8Array, change: { attempt?: number } = {}): Promise<IncomingMessage> {
  const root = new Uint8Array(32).fill(7)
  const payload = encodeRevealBid({ taskId, attempt: 1, commitment, commitmentsRoot: root, ...change })
  const statement = { domain: messageDomain('REVEAL_BID'), network, payload }
  return { ...from('REVEAL_BID', payload), signature: await coordinatorSigner.sign(statement, 5) }
}

const isSigned = (type: MessageType, payload: Uint8Array, signature: Signature | undefined): boolean =>
  signature !== undefined &&
  verifyStatement(portableVerifier, { domain: messageDomain(type), network, payload }, signature)

async function codeOf(action: Promise<unknown>): Promise<string> {
  return action.then(
    () => 'no error',
    (error: unknown) => (error instanceof WorkerError ? error.code : String(error))
  )
}

test('a sealed offer gets a commitment, and the bid once its coordinator asks for it', async () => {
  const worker = desk()
  const answer = await worker.offered(from('TASK_OFFER', encodeTaskOffer(offer)))
  assert.is(answer.type, 'BID_COMMITMENT')
  assert.ok(isSigned('BID_COMMITMENT', answer.payload, answer.signature))
  const { commitment } = decodeBidCommitment(answer.payload)
  assert.is(worker.bidOf(taskId, 1), undefined)
  const asked = await revealOf(commitment)
  for (let time = 0; time < 2; time += 1) {
    const shown = await worker.revealed(asked)
    assert.is(shown.type, 'BID')
    assert.ok(isSigned('BID', shown.payload, shown.signature))
    assert.equal(bidCommitment(network, nodeId, shown.payload), commitment)
    assert.is(decodeBid(shown.payload).salt?.length, 32)
  }
  // What the coordinator signed is kept with it.
  const kept = worker.bidOf(taskId, 0)
  assert.equal([kept?.bid.bid.attempt, kept?.reveal?.signature], [1, asked.signature])
})

test('nobody else is shown it, nor by another commitment', async () => {
  const worker = desk()
  const { payload } = await worker.offered(from('TASK_OFFER', encodeTaskOffer(offer)))
  const { commitment } = decodeBidCommitment(payload)
  const asked = await revealOf(commitment)
  assert.is(await codeOf(worker.revealed({ ...asked, from: nodeId })), 'BID_UNKNOWN')
  assert.is(await codeOf(worker.revealed(await revealOf(new Uint8Array(32)))), 'BID_UNKNOWN')
  assert.is(await codeOf(worker.revealed(await revealOf(commitment, { attempt: 2 }))), 'BID_UNKNOWN')
  assert.is(worker.bidOf(taskId, 0), undefined)
})

test('a commitment says nothing of its bid: the same bid is never committed to alike', async () => {
  const worker = desk()
  const commitments = new Set<string>()
  for (let attempt = 1; attempt <= 20; attempt += 1) {
    const { payload } = await worker.offered(from('TASK_OFFER', encodeTaskOffer({ ...offer, attempt: 1 })))
    commitments.add(bytesToHex(decodeBidCommitment(payload).commitment))
  }
  assert.is(commitments.size, 20)
})

test('an open bid is shown at once and kept, a decline is neither', async () => {
  const worker = desk()
  const open = { ...offer, sealed: false }
  const bid = await worker.offered(from('TASK_OFFER', encodeTaskOffer(open)))
  assert.is(bid.type, 'BID')
  assert.ok(isSigned('BID', bid.payload, bid.signature))
  assert.is(decodeBid(bid.payload).salt, undefined)
  assert.equal(worker.bidOf(taskId, 1)?.bid.payload, new Uint8Array(bid.payload))
  await worker.offered(from('TASK_OFFER', encodeTaskOffer({ ...open, attempt: 3 })))
  assert.is(worker.bidOf(taskId, 0)?.bid.bid.attempt, 3)
  const declined = await worker.offered(
    from('TASK_OFFER', encodeTaskOffer({ ...offer, attempt: 4, maxCost: 0n }))
  )
  assert.is(declined.type, 'DECLINE')
  assert.is(worker.bidOf(taskId, 4), undefined)
})

test('a bounded number is kept', () => {
  const kept = new KeptBids({ worker: nodeId, network })
  const commitments: Uint8Array[] = []
  for (let attempt = 1; attempt <= MAX_KEPT_BIDS + 1; attempt += 1) {
    commitments.push(kept.seal(coordinator, { taskId, attempt }, Uint8Array.of(attempt & 0xff, attempt >> 8)))
  }
  const sealed = (attempt: number): Uint8Array | undefined => {
    const commitment = commitments[attempt - 1] ?? new Uint8Array()
    return kept.sealed(coordinator, { taskId, attempt, commitment, commitmentsRoot: new Uint8Array(32) })
  }
  assert.is(sealed(1), undefined)
  assert.equal(sealed(2), Uint8Array.of(2, 0))
  assert.ok(sealed(MAX_KEPT_BIDS + 1) !== undefined)
})

test.run()
