import { seededRandom } from '@ailee/core'
import * as fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  BatchSigner,
  checkExpiry,
  MAX_CLOCK_SKEW_MS,
  MAX_MESSAGE_VALIDITY_MS,
  type Signature,
  type Statement,
  verifyStatement
} from '../../src/index.js'
import { signature as anySignature } from '../arbitraries.js'
import { throwsCode } from '../support/assertions.js'
import { nodeSigner, nodeVerifier } from '../support/node-ed25519.js'

const signer = new BatchSigner({ signer: nodeSigner(new Uint8Array(32).fill(3)), random: seededRandom(3) })
const statement: Statement = {
  domain: 'message/21',
  network: 'local',
  payload: new TextEncoder().encode('what was sent')
}
const others = (count: number): Promise<Signature>[] =>
  Array.from({ length: count }, () => signer.sign({ ...statement, payload: new Uint8Array(1) }, 0))

/** The statement's signature as the leaf `leafIndex` of a batch of `treeSize`. */
async function signatureIn(treeSize: number, leafIndex: number): Promise<Signature> {
  const before = others(leafIndex)
  const signature = signer.sign(statement, 1_700_000_000_000)
  await Promise.all([...before, ...others(treeSize - leafIndex - 1)])
  return signature
}

function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  const changed = new Uint8Array(bytes)
  changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
  return changed
}

test('a signature covers its statement and no other', async () => {
  const signature = await signatureIn(5, 2)
  const verifies = (changed: Partial<Statement>): boolean =>
    verifyStatement(nodeVerifier, { ...statement, ...changed }, signature)
  assert.ok(verifies({}))
  assert.not(verifies({ domain: 'message/22' }))
  assert.not(verifies({ domain: 'message/2' }))
  assert.not(verifies({ domain: '' }))
  assert.not(verifies({ network: 'testnet' }))
  assert.not(verifies({ domain: 'message/21local', network: '' }))
  assert.not(verifies({ payload: new Uint8Array() }))
  for (let bit = 0; bit < statement.payload.length * 8; bit += 1) {
    assert.not(verifies({ payload: flipped(statement.payload, bit) }))
  }
})

test('every field of the signature is bound: any flipped bit, another time, place or size fails', async () => {
  for (const [treeSize, leafIndex] of [
    [1, 0],
    [2, 1],
    [5, 2],
    [5, 4],
    [8, 3]
  ] as const) {
    const signature = await signatureIn(treeSize, leafIndex)
    const verifies = (changed: Partial<Signature>): boolean =>
      verifyStatement(nodeVerifier, statement, { ...signature, ...changed })
    assert.ok(verifies({}))
    for (const field of ['publicKey', 'nonce', 'signature'] as const) {
      for (let bit = 0; bit < signature[field].length * 8; bit += 1) {
        assert.not(verifies({ [field]: flipped(signature[field], bit) }), `${field}, bit ${bit}`)
      }
      assert.not(verifies({ [field]: signature[field].subarray(1) }))
      assert.not(verifies({ [field]: new Uint8Array() }))
    }
    for (const expiresAtMs of [0, signature.expiresAtMs + 1, signature.expiresAtMs - 1]) {
      assert.not(verifies({ expiresAtMs }))
    }
    // A path alone may fit trees of several sizes: the size is signed.
    for (let size = 1; size <= 80; size += 1) {
      if (size !== treeSize) assert.not(verifies({ treeSize: size }), `${size} for ${treeSize}`)
    }
    for (let index = 0; index < 80; index += 1) {
      if (index !== leafIndex) assert.not(verifies({ leafIndex: index }), `${index} for ${leafIndex}`)
    }
    for (const position of signature.path.keys()) {
      for (let bit = 0; bit < 256; bit += 7) {
        const path = signature.path.map((hash, at) => (at === position ? flipped(hash, bit) : hash))
        assert.not(verifies({ path }))
      }
      assert.not(verifies({ path: signature.path.filter((_, at) => at !== position) }))
    }
    assert.not(verifies({ path: [...signature.path, new Uint8Array(32)] }))
  }
})

test('a size that the path fits as well is refused all the same', async () => {
  // The path of leaf 0 has three hashes in every tree of 5 to 8 leaves, and leads to the same root.
  const signature = await signatureIn(5, 0)
  for (const treeSize of [6, 7, 8]) {
    assert.not(verifyStatement(nodeVerifier, statement, { ...signature, treeSize }))
  }
  const accepting = { verify: () => true }
  assert.ok(verifyStatement(accepting, statement, { ...signature, treeSize: 8 }), 'the path itself fits')
})

test('property: made-up signatures do not verify', () => {
  fc.assert(
    fc.property(anySignature, (signature) => {
      assert.not(verifyStatement(nodeVerifier, statement, signature))
    })
  )
})

test('expiry: within the clock skew behind, and within validity and skew ahead', async () => {
  const signature = await signatureIn(1, 0)
  const now = 1_700_000_000_000
  const check = (expiresAtMs: number): void => checkExpiry({ ...signature, expiresAtMs }, now)
  const earliest = now - MAX_CLOCK_SKEW_MS
  const latest = now + MAX_MESSAGE_VALIDITY_MS + MAX_CLOCK_SKEW_MS
  for (const expiresAtMs of [earliest, now, now + 1, latest]) check(expiresAtMs)
  for (const expiresAtMs of [0, earliest - 1, latest + 1, Number.MAX_SAFE_INTEGER]) {
    throwsCode(() => check(expiresAtMs), 'SIGNATURE_EXPIRED')
  }
})

test.run()
