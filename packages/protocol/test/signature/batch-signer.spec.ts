import { type Random, seededRandom } from '@ailee/core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  BatchSigner,
  MAX_PATH_HASHES,
  type Signature,
  type Statement,
  verifyStatement
} from '../../src/index.js'
import { countingSigner, nodeSigner, nodeVerifier } from '../support/node-ed25519.js'

const key = nodeSigner(new Uint8Array(32).fill(9))

function statementOf(number: number): Statement {
  return { domain: 'message/21', network: 'local', payload: new TextEncoder().encode(`bid ${number}`) }
}

function newSigner(random: Random = seededRandom(5)) {
  const signer = countingSigner(key)
  return { signer, batch: new BatchSigner({ signer, random }) }
}

for (const count of [1, 2, 3, 1000]) {
  test(`${count} statements of one turn cost one signature, and each stands alone`, async () => {
    const { signer, batch } = newSigner()
    const statements = Array.from({ length: count }, (_, index) => statementOf(index))
    const signatures = await Promise.all(statements.map((statement, index) => batch.sign(statement, index)))
    assert.is(signer.count, 1)
    assert.is(new Set(signatures.map(({ nonce }) => nonce.join())).size, count, 'nonces differ')
    for (const [index, signature] of signatures.entries()) {
      assert.is(signature.treeSize, count)
      assert.is(signature.leafIndex, index)
      assert.is(signature.expiresAtMs, index)
      assert.equal(signature.publicKey, key.publicKey)
      assert.ok(signature.path.length <= Math.ceil(Math.log2(count)))
      assert.ok(verifyStatement(nodeVerifier, statementOf(index), signature), `${index}`)
      // No signature fits a neighbour's statement.
      if (count > 1) assert.not(verifyStatement(nodeVerifier, statementOf((index + 1) % count), signature))
    }
  })
}

test('each turn is a batch of its own', async () => {
  const { signer, batch } = newSigner()
  const first = await batch.sign(statementOf(1), 0)
  const second = await batch.sign(statementOf(2), 0)
  assert.is(signer.count, 2)
  assert.is(first.treeSize, 1)
  assert.is(second.treeSize, 1)
  assert.equal(first.path, [])
})

test('what waits over several microtasks still shares a signature', async () => {
  const { signer, batch } = newSigner()
  const early = batch.sign(statementOf(1), 0)
  await Promise.resolve()
  const late = batch.sign(statementOf(2), 0)
  assert.is((await early).treeSize, 2)
  assert.is((await late).leafIndex, 1)
  assert.is(signer.count, 1)
})

test('a batch of 65536 is full: what comes after it is signed on its own', async () => {
  const { signer, batch } = newSigner({ ...seededRandom(1), bytes: (length) => new Uint8Array(length) })
  const statement = statementOf(0)
  const all: Promise<Signature>[] = []
  for (let count = 0; count < 65_537; count += 1) all.push(batch.sign(statement, 0))
  const signatures = await Promise.all(all)
  assert.is(signer.count, 2)
  const [last, next] = signatures.slice(-2)
  assert.equal([last?.treeSize, last?.leafIndex, last?.path.length], [65_536, 65_535, MAX_PATH_HASHES])
  assert.equal([next?.treeSize, next?.leafIndex], [1, 0])
  for (const signature of [signatures[0], signatures[40_000], last, next]) {
    assert.ok(signature !== undefined && verifyStatement(nodeVerifier, statement, signature))
  }
})

test('a signer that fails fails every statement of its batch, and the next batch is tried again', async () => {
  const failure = new Error('no key')
  let failing = true
  const signer = {
    publicKey: key.publicKey,
    sign(message: Uint8Array) {
      if (failing) throw failure
      return key.sign(message)
    }
  }
  const batch = new BatchSigner({ signer, random: seededRandom(1) })
  const settled = await Promise.allSettled([batch.sign(statementOf(1), 0), batch.sign(statementOf(2), 0)])
  for (const result of settled) assert.is(result.status === 'rejected' && result.reason, failure)
  failing = false
  assert.ok(verifyStatement(nodeVerifier, statementOf(3), await batch.sign(statementOf(3), 0)))
})

test.run()
