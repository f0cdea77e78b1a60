import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  type Check,
  checkReceipt,
  isSignedByCoordinator,
  isSignedByWorker,
  portableVerifier,
  type Receipt,
  signReceipt,
  signVerdict
} from '../../src/index.js'
import { nodeVerifier } from '../support/node-ed25519.js'
import {
  coordinator,
  coordinatorSigner,
  judgedReceipt,
  module,
  output,
  receiptBody,
  signedReceipt,
  verdictBody,
  worker,
  workerSigner
} from '../support/receipts.js'

function failed(checks: readonly Check[]): string[] {
  return checks.filter(({ ok }) => !ok).map(({ name }) => name)
}

test('a receipt with its verdict, module and output passes every check, by either verifier', async () => {
  const receipt = await judgedReceipt()
  for (const verifier of [nodeVerifier, portableVerifier]) {
    const checks = checkReceipt(verifier, receipt, { module, output })
    assert.equal(
      checks.map(({ name, ok }) => [name, ok]),
      [
        ['worker-signature', true],
        ['verdict-signature', true],
        ['module-hash', true],
        ['output-root', true]
      ]
    )
    assert.ok(checks.every(({ detail }) => detail !== ''))
  }
})

test('without evidence only signatures are checked', async () => {
  const receipt = await judgedReceipt()
  assert.equal(
    checkReceipt(nodeVerifier, receipt).map(({ name }) => name),
    ['worker-signature', 'verdict-signature']
  )
})

test('a receipt without a verdict fails the check of the verdict', async () => {
  const receipt = await signedReceipt()
  assert.equal(failed(checkReceipt(nodeVerifier, receipt, { module, output })), ['verdict-signature'])
  assert.ok(isSignedByWorker(nodeVerifier, receipt))
  assert.not(isSignedByCoordinator(nodeVerifier, receipt))
})

test('another module or output is found out', async () => {
  const receipt = await judgedReceipt()
  const check = (evidence: { module?: Uint8Array; output?: Uint8Array }): string[] =>
    failed(checkReceipt(nodeVerifier, receipt, evidence))
  assert.equal(check({ module: Uint8Array.of(...module, 0) }), ['module-hash'])
  assert.equal(check({ module: new Uint8Array() }), ['module-hash'])
  assert.equal(check({ output: new Uint8Array() }), ['output-root'])
  assert.equal(check({ output: output.subarray(0, -1) }), ['output-root'])
  assert.equal(check({ output: Uint8Array.of(...output, 0) }), ['output-root'])
  for (const at of [0, 1023, 1024, 2499]) {
    const changed = new Uint8Array(output)
    changed[at] = (changed[at] ?? 0) ^ 1
    assert.equal(check({ output: changed }), ['output-root'], `byte ${at}`)
  }
})

test('an output of no bytes is proven as well', async () => {
  const { outputRoot } = await import('../../src/index.js')
  const receipt = await judgedReceipt({ outputRoot: outputRoot(new Uint8Array()), outputBytes: 0 })
  assert.equal(failed(checkReceipt(nodeVerifier, receipt, { output: new Uint8Array() })), [])
  assert.equal(failed(checkReceipt(nodeVerifier, receipt, { output: Uint8Array.of(0) })), ['output-root'])
})

test('a signature by another key than the worker named fails, however the receipt is put together', async () => {
  const receipt = await judgedReceipt()
  // Signed by the coordinator in the worker's name.
  const foreign = await signReceipt(coordinatorSigner, receiptBody)
  assert.not(isSignedByWorker(nodeVerifier, foreign))
  // The worker's signature in another's name, and another's key in the worker's.
  assert.not(isSignedByWorker(nodeVerifier, { ...receipt, worker: coordinator }))
  const { publicKey } = coordinatorSigner
  assert.not(
    isSignedByWorker(nodeVerifier, { ...receipt, workerSignature: { ...receipt.workerSignature, publicKey } })
  )
  // A self-made receipt that names its real signer is signed; only the name tells who it is.
  const own = await signReceipt(coordinatorSigner, { ...receiptBody, worker: coordinator })
  assert.ok(isSignedByWorker(nodeVerifier, own))
})

test('a verdict by another key than the coordinator named fails', async () => {
  const receipt = await signedReceipt()
  const foreign = await signVerdict(workerSigner, receipt, verdictBody)
  assert.equal(failed(checkReceipt(nodeVerifier, foreign)), ['verdict-signature'])
  const own = await signVerdict(workerSigner, receipt, { ...verdictBody, coordinator: worker })
  assert.ok(isSignedByCoordinator(nodeVerifier, own), 'a worker may judge itself, and is named as the judge')
})

test('a verdict holds for its receipt alone', async () => {
  const receipt = await judgedReceipt()
  const other: Receipt = { ...(await signedReceipt({ exitCode: 1 })), verdict: receipt.verdict }
  assert.equal(failed(checkReceipt(nodeVerifier, other)), ['verdict-signature'])
  // The worker's signature is no verdict, nor the other way round.
  const { verdict } = receipt
  if (verdict === undefined) throw new Error('no verdict')
  const swapped: Receipt = {
    ...receipt,
    workerSignature: verdict.coordinatorSignature,
    verdict: { ...verdict, coordinatorSignature: receipt.workerSignature }
  }
  assert.equal(failed(checkReceipt(nodeVerifier, swapped)), ['worker-signature', 'verdict-signature'])
})

test.run()
