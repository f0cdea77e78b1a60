import * as fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import {
  type Evidence,
  evidenceId,
  evidenceOf,
  findContradiction,
  judgeEvidence,
  type ReceiptBody,
  type ResultCode,
  resultCodeNumbers,
  type SignedReceipt,
  type SignedStatement,
  signedReceipt,
  type VerdictBody
} from '../../src/index.js'
import { bidOf, bidWithout, plainBid, receiptOf, success, verdictOf } from '../support/evidence.js'
import { nodeVerifier } from '../support/node-ed25519.js'
import { signedReceipt as inBatch, receiptBody } from '../support/receipts.js'

const test = suite('contradictions')

const bytes = (length: number, fill: number): Uint8Array => new Uint8Array(length).fill(fill)

/** Asserts that the two convict their node, in either order, under one id. */
function convicts(a: SignedStatement, b: SignedStatement, place: string): Evidence {
  const evidence = findContradiction(a, b)
  const reversed = findContradiction(b, a)
  if (evidence === undefined || reversed === undefined) throw new Error(`${place}: no contradiction`)
  const judgement = judgeEvidence(nodeVerifier, evidence)
  assert.ok(judgement.valid, `${place}: ${JSON.stringify(judgement.checks)}`)
  assert.is(judgement.id, evidenceId(reversed), place)
  assert.equal(reversed, evidence, place)
  return evidence
}

/** Asserts that nothing follows, not even where somebody puts the two together by hand. */
function acquits(a: SignedStatement, b: SignedStatement, place: string): void {
  assert.is(findContradiction(a, b), undefined, place)
  assert.is(findContradiction(b, a), undefined, place)
  const forced = evidenceOf(a, b)
  if (forced !== undefined) assert.not(judgeEvidence(nodeVerifier, forced).valid, place)
}

const otherResults: [string, Partial<ReceiptBody>][] = [
  ['output root', { outputRoot: bytes(32, 9) }],
  ['output size', { outputBytes: 7 }],
  ['fuel', { fuelUsed: 1n }],
  ['exit code', { exitCode: 1 }],
  ['a trap', { code: 'TRAP', trap: 'unreachable' }],
  ['another end', { code: 'MODULE_INVALID' }]
]

test('two results of one execution convict, in whatever assignment and under whatever signature', async () => {
  const first = await receiptOf()
  for (const [name, change] of otherResults) {
    convicts(first, await receiptOf(change), name)
    convicts(
      first,
      await receiptOf({ ...change, nonce: bytes(16, 8), startedAtMs: 5, finishedAtMs: 6 }),
      name
    )
    convicts(first, signedReceipt(await inBatch({ ...success, ...change })), `${name}, in a batch`)
  }
  convicts(
    await receiptOf({ memoryHash: bytes(32, 1) }),
    await receiptOf({ memoryHash: bytes(32, 2) }),
    'memory hash'
  )
})

test('a receipt that says the same, or says nothing of the result, does not convict', async () => {
  const first = await receiptOf()
  const harmless: [string, Partial<ReceiptBody>][] = [
    ['signed again', {}],
    ['another run of it', { nonce: bytes(16, 8), startedAtMs: 1, finishedAtMs: 2 }],
    ['out of time', { code: 'TIMEOUT', outputBytes: 0, fuelUsed: 0n }],
    ['killed', { code: 'KILLED', outputBytes: 0, fuelUsed: 0n }]
  ]
  for (const [name, change] of harmless) acquits(first, await receiptOf(change), name)
  const trap = await receiptOf({ code: 'TRAP', trap: 'other', exitCode: 0 })
  acquits(
    trap,
    await receiptOf({ code: 'TRAP', trap: 'unreachable', exitCode: 0 }),
    'the engine’s word for a trap'
  )
  const unmetered = { meteringHash: bytes(32, 0) }
  acquits(await receiptOf(unmetered), await receiptOf({ ...unmetered, fuelUsed: 1n }), 'not metered')
})

test('another execution may have another result, also under the same task and nonce', async () => {
  const first = await receiptOf()
  const { limits } = success
  const others: [string, Partial<ReceiptBody>][] = [
    ['network', { network: 'testnet' }],
    ['task', { taskId: 'cd'.repeat(32) }],
    ['module', { moduleHash: 'cd'.repeat(32) }],
    ['function', { function: 'walk' }],
    ['input', { inputHash: 'cd'.repeat(32) }],
    ['memory limit', { limits: { ...limits, memoryBytes: 1 } }],
    ['fuel limit', { limits: { ...limits, fuel: 1n } }],
    ['wall time limit', { limits: { ...limits, wallTimeMs: 1 } }],
    ['output limit', { limits: { ...limits, outputBytes: 1 } }],
    ['metering rules', { meteringHash: bytes(32, 9) }],
    ['seed', { seed: bytes(32, 9) }],
    ['clock', { clockMs: 1 }],
    ['worker', { worker: 'another' }]
  ]
  for (const [name, change] of others) {
    acquits(first, await receiptOf({ ...change, outputRoot: bytes(32, 9) }), name)
  }
})

/** Fuel that the run and the hash of its memory take: what an honest worker states follows from these and the limit. */
function honestResult(
  fuelLimit: bigint,
  hashMemory: boolean,
  run: { fuel: bigint; hash: bigint; code: ResultCode }
) {
  const limits = { ...success.limits, fuel: fuelLimit }
  const failed = (code: ResultCode) => ({
    ...{ limits, code, fuelUsed: fuelLimit, outputBytes: 0, outputRoot: bytes(32, 0), memoryHash: undefined }
  })
  if (run.code === 'TIMEOUT' || run.code === 'KILLED') return { ...failed(run.code), fuelUsed: 0n }
  if (run.fuel > fuelLimit) return failed('FUEL_EXHAUSTED')
  if (run.code !== 'SUCCESS') return failed(run.code)
  if (!hashMemory)
    return { limits, code: run.code, fuelUsed: run.fuel, outputBytes: 7, memoryHash: undefined }
  const fuelUsed = run.fuel + run.hash
  if (fuelUsed > fuelLimit) return failed('FUEL_EXHAUSTED')
  return { limits, code: run.code, fuelUsed, outputBytes: 7, memoryHash: bytes(32, 7) }
}

test('property: a worker that states what its runs gave is never convicted, whatever it is assigned', async () => {
  const codes = Object.keys(resultCodeNumbers) as ResultCode[]
  const small = fc.bigInt({ min: 0n, max: 6n })
  const assignment = fc.record({
    fuelLimit: small,
    hashMemory: fc.boolean(),
    nonce: fc.integer({ min: 0, max: 1 }),
    startedAtMs: fc.nat(),
    machine: fc.constantFrom<ResultCode | undefined>(undefined, undefined, 'TIMEOUT', 'KILLED')
  })
  const run = fc.record({ fuel: small, hash: small, code: fc.constantFrom(...codes) })
  fc.assert(
    fc.property(run, fc.tuple(assignment, assignment), (module, assignments) => {
      const [a, b] = assignments.map(
        ({ fuelLimit, hashMemory, nonce, startedAtMs, machine }): SignedReceipt => {
          const result = honestResult(fuelLimit, hashMemory, { ...module, code: machine ?? module.code })
          // Signatures come after what is stated, and do not matter here.
          const unsigned = { ...success, ...result, nonce: bytes(16, nonce), startedAtMs, verdict: undefined }
          return signedReceipt({ ...unsigned, workerSignature: signature })
        }
      )
      if (a !== undefined && b !== undefined) assert.is(findContradiction(a, b), undefined)
    }),
    { numRuns: 3000 }
  )
})

test('two results of one run convict, whether or not its memory was hashed', async () => {
  const plain = await receiptOf()
  const hashed = await receiptOf({ memoryHash: bytes(32, 7), fuelUsed: success.fuelUsed + 10n })
  const outOfFuel = await receiptOf({ code: 'FUEL_EXHAUSTED', outputBytes: 0, fuelUsed: success.limits.fuel })
  const trapped = await receiptOf({ code: 'TRAP', trap: 'other', outputBytes: 0 })
  acquits(plain, hashed, 'with and without hash')
  acquits(plain, outOfFuel, 'the hash may have been one too much')
  convicts(hashed, outOfFuel, 'what sufficed for run and hash suffices')
  convicts(plain, trapped, 'a hash makes no trap')
  convicts(hashed, trapped, 'nor does leaving it out')
  convicts(outOfFuel, trapped, 'nor fuel')
})

test('two verdicts on one receipt convict, unless they differ in their time only', async () => {
  const first = await verdictOf()
  const others: [string, Partial<VerdictBody>][] = [
    ['method', { method: 'REFEREE' }],
    ['replicas', { replicas: 4 }],
    ['votes', { votes: 3 }],
    ['error', { estimatedErrorPpm: 1 }],
    ['lot', { lotId: bytes(32, 1) }],
    ['bid set', { bidSetRoot: bytes(32, 1) }]
  ]
  for (const [name, change] of others) {
    convicts(first, await verdictOf(change), name)
    acquits(first, await verdictOf(change, { nonce: bytes(16, 8) }), `${name}, of another receipt`)
    acquits(first, await verdictOf(change, { network: 'testnet' }), `${name}, on another network`)
  }
  acquits(first, await verdictOf({ decidedAtMs: 5 }), 'decided again')
})

test('two bids of one series in one auction convict', async () => {
  const first = await bidOf()
  for (const change of [{ cost: 101n }, { load: 2 }, { slots: 5 }, { moduleCached: true }]) {
    const place = Object.keys(change).join()
    convicts(first, await bidOf(change), place)
    acquits(first, await bidOf({ ...change, attempt: 3 }), `${place}, in another auction`)
    acquits(first, await bidOf({ ...change, taskId: 'cd'.repeat(32) }), `${place}, of another task`)
    acquits(first, await bidOf({ ...change, series: bytes(16, 4) }), `${place}, in another series`)
    acquits(first, await bidOf(change, 'testnet'), `${place}, on another network`)
    acquits(first, await bidWithout(['series'], change), `${place}, without a series`)
    acquits(await bidWithout(['series']), await bidWithout(['series'], change), `${place}, both without`)
  }
  acquits(first, await bidOf(), 'sent again')
  assert.equal(first.bid, plainBid)
})

test('statements of different kinds, and those that are the same, make no evidence', async () => {
  const all = [await receiptOf(), await verdictOf(), await bidOf()]
  for (const a of all) for (const b of all) assert.is(evidenceOf(a, b), undefined)
})

test('evidence whose signatures do not hold is worth nothing', async () => {
  const [honest, other] = [await receiptOf(), await receiptOf({ fuelUsed: 1n })]
  const judge = (a: SignedReceipt, b: SignedReceipt) => {
    const evidence = findContradiction(a, b)
    if (evidence === undefined) throw new Error('no contradiction')
    return judgeEvidence(nodeVerifier, evidence)
  }
  const { workerSignature } = other.receipt
  const invented = signedReceipt({ ...other.receipt, fuelUsed: 2n })
  const failed = judge(honest, invented).checks.at(-1)
  assert.not(judge(honest, invented).valid)
  assert.match(failed?.name ?? '', /^(first|second)-signature$/)
  // Signed by somebody else in the worker’s name, on both sides.
  const strange = { ...workerSignature, publicKey: bytes(32, 1) }
  const forged = judge(
    signedReceipt({ ...honest.receipt, workerSignature: strange }),
    signedReceipt({ ...other.receipt, workerSignature: strange })
  )
  assert.equal(
    forged.checks.map(({ name, ok }) => [name, ok]),
    [['one-author', false]]
  )
})

test('the id names what was said, not how it was signed', async () => {
  const other = { fuelUsed: 1n }
  const once = convicts(await receiptOf(), await receiptOf(other), 'once')
  const again = convicts(await receiptOf(), signedReceipt(await inBatch({ ...success, ...other })), 'again')
  assert.is.not(JSON.stringify(once, texts), JSON.stringify(again, texts))
  assert.is(evidenceId(once), evidenceId(again))
  const third = convicts(await receiptOf(), await receiptOf({ fuelUsed: 2n }), 'other')
  assert.is.not(evidenceId(third), evidenceId(once))
})

const texts = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value)
const signature = (await inBatch(receiptBody)).workerSignature

test.run()
