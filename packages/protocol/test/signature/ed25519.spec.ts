import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { bytesToHex, hexToBytes, portableSigner, portableVerifier } from '../../src/index.js'
import { nodeSigner, nodeVerifier } from '../support/node-ed25519.js'

/** RFC 8032, section 7.1: tests 1, 2, 3 and SHA(abc). */
const vectors = [
  {
    seed: '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    publicKey: 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    message: '',
    signature:
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b'
  },
  {
    seed: '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
    publicKey: '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    message: '72',
    signature:
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00'
  },
  {
    seed: 'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
    publicKey: 'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
    message: 'af82',
    signature:
      '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a'
  },
  {
    seed: '833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42',
    publicKey: 'ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf',
    message: createHash('sha512').update('abc').digest('hex'),
    signature:
      'dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704'
  }
]

for (const [index, vector] of vectors.entries()) {
  test(`RFC 8032 vector ${index + 1}`, () => {
    const signer = portableSigner(hexToBytes(vector.seed))
    const message = hexToBytes(vector.message)
    const signature = hexToBytes(vector.signature)
    assert.is(bytesToHex(signer.publicKey), vector.publicKey)
    assert.is(bytesToHex(signer.sign(message)), vector.signature)
    assert.ok(portableVerifier.verify(signer.publicKey, message, signature))
    assert.not(portableVerifier.verify(signer.publicKey, Uint8Array.of(...message, 0), signature))
    for (let byte = 0; byte < 64; byte += 5) {
      const changed = new Uint8Array(signature)
      changed[byte] = (changed[byte] ?? 0) ^ 1
      assert.not(portableVerifier.verify(signer.publicKey, message, changed))
    }
  })
}

test('property: agrees with OpenSSL on keys and signatures, and each verifies the other', () => {
  const seed = fc.uint8Array({ minLength: 32, maxLength: 32 })
  fc.assert(
    fc.property(seed, fc.uint8Array({ maxLength: 100 }), (bytes, message) => {
      const [portable, native] = [portableSigner(bytes), nodeSigner(bytes)]
      assert.equal(portable.publicKey, native.publicKey)
      const signature = portable.sign(message)
      assert.equal(signature, native.sign(message))
      assert.ok(nodeVerifier.verify(portable.publicKey, message, signature))
      assert.ok(portableVerifier.verify(native.publicKey, message, signature))
    }),
    { numRuns: 20 }
  )
})

test('a second signature made from a first one, by adding the group order, is refused', () => {
  const signer = portableSigner(new Uint8Array(32).fill(1))
  const message = new TextEncoder().encode('once')
  const signature = signer.sign(message)
  const order = 2n ** 252n + 27742317777372353535851937790883648493n
  const s = BigInt(`0x${bytesToHex(signature.slice(32).reverse())}`)
  const high = hexToBytes((s + order).toString(16).padStart(64, '0')).reverse()
  const second = new Uint8Array([...signature.slice(0, 32), ...high])
  assert.ok(portableVerifier.verify(signer.publicKey, message, signature))
  assert.not(portableVerifier.verify(signer.publicKey, message, second))
  assert.not(nodeVerifier.verify(signer.publicKey, message, second))
})

test('a key of small order, for which one signature fits many messages, proves nothing', () => {
  // The neutral point as key and as R, with S = 0, satisfies the plain equation for every message.
  const neutral = Uint8Array.of(1, ...new Uint8Array(31))
  const signature = Uint8Array.of(...neutral, ...new Uint8Array(32))
  for (const text of ['a', 'b']) {
    assert.not(portableVerifier.verify(neutral, new TextEncoder().encode(text), signature))
  }
})

test('property: garbage is a bad signature, never an exception', () => {
  const signer = portableSigner(new Uint8Array(32).fill(2))
  const message = Uint8Array.of(1)
  const garbage = fc.uint8Array({ maxLength: 70 })
  fc.assert(
    fc.property(garbage, garbage, (publicKey, signature) => {
      assert.not(portableVerifier.verify(publicKey, message, signer.sign(message)))
      assert.not(portableVerifier.verify(signer.publicKey, message, signature))
    }),
    { numRuns: 50 }
  )
  // y = p, a coordinate that is not reduced.
  const notReduced = hexToBytes(`ed${'ff'.repeat(30)}7f`)
  assert.not(portableVerifier.verify(notReduced, message, signer.sign(message)))
})

test.run()
