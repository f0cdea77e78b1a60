import { seededRandom } from '@ailee/core'
import { hexToBytes, portableSigner, portableVerifier } from '@ailee/protocol'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { nativeSigner, nativeVerifier } from '../../src/index.js'

/** RFC 8032, section 7.1: secret key, public key, message, signature. */
const vectors = [
  [
    '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    '',
    'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b'
  ],
  [
    '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
    '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    '72',
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00'
  ],
  [
    'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
    'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
    'af82',
    '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a'
  ]
].map((vector) => vector.map(hexToBytes) as [Uint8Array, Uint8Array, Uint8Array, Uint8Array])

/** Both verifiers must say the same; gives what they say. */
function verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  const native = nativeVerifier.verify(publicKey, message, signature)
  assert.is(native, portableVerifier.verify(publicKey, message, signature), 'native and portable differ')
  return native
}

/** L, the size of the group: 2^252 + 27742317777372353535851937790883648493. */
const L = 2n ** 252n + 27742317777372353535851937790883648493n
const PRIME = 2n ** 255n - 19n

function littleEndian(value: bigint): Uint8Array {
  return Uint8Array.from({ length: 32 }, (_, index) => Number((value >> BigInt(8 * index)) & 0xffn))
}

function fromLittleEndian(bytes: Uint8Array): bigint {
  return bytes.reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n)
}

test('RFC 8032 vectors: same keys, same signatures, both verify', () => {
  for (const [secret, publicKey, message, signature] of vectors) {
    for (const signer of [nativeSigner(secret), portableSigner(secret)]) {
      assert.equal([...signer.publicKey], [...publicKey])
      assert.equal([...signer.sign(message)], [...signature])
    }
    assert.ok(verify(publicKey, message, signature))
  }
})

test('random keys and messages: the signers agree; every kind of flipped bit is refused by both', () => {
  const random = seededRandom(42)
  for (let round = 0; round < 10; round += 1) {
    const seed = random.bytes(32)
    const message = random.bytes(round * 7)
    const signer = nativeSigner(seed)
    const signature = signer.sign(message)
    assert.equal([...signature], [...portableSigner(seed).sign(message)])
    assert.ok(verify(signer.publicKey, message, signature))
    for (const position of [0, 5, 31, 32, 40, 63]) {
      const flipped = signature.slice()
      flipped[position] = (flipped[position] ?? 0) ^ (1 << (round % 8))
      assert.not.ok(verify(signer.publicKey, message, flipped))
    }
    const otherKey = signer.publicKey.slice()
    otherKey[round] = (otherKey[round] ?? 0) ^ 1
    assert.not.ok(verify(otherKey, message, signature))
  }
})

test('a signature with S + L, the same number in another form, is refused', () => {
  const signer = nativeSigner(new Uint8Array(32).fill(3))
  const message = Uint8Array.of(1)
  const signature = signer.sign(message)
  const shifted = littleEndian(fromLittleEndian(signature.subarray(32)) + L)
  assert.not.ok(
    verify(signer.publicKey, message, Uint8Array.from([...signature.subarray(0, 32), ...shifted]))
  )
})

test('keys of small order and keys in another form are refused, whatever the signature', () => {
  const eighth = [
    '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
    'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a'
  ].map(hexToBytes)
  const canonical = [littleEndian(0n), littleEndian(1n), littleEndian(PRIME - 1n), ...eighth]
  const shifted = [
    littleEndian(PRIME),
    littleEndian(PRIME + 1n),
    littleEndian(PRIME + 3n),
    littleEndian(PRIME + 18n)
  ]
  const signatures = [
    // R = identity, S = 0: with a key of order 1 it fits every message.
    Uint8Array.from([...littleEndian(1n), ...littleEndian(0n)]),
    ...canonical.map((point) => Uint8Array.from([...point, ...littleEndian(0n)])),
    new Uint8Array(64)
  ]
  for (const y of [...canonical, ...shifted]) {
    for (const sign of [0, 0x80]) {
      const key = y.slice()
      key[31] = (key[31] ?? 0) | sign
      for (const signature of signatures) {
        for (const message of [Uint8Array.of(), Uint8Array.of(1, 2)])
          assert.not.ok(verify(key, message, signature))
      }
    }
  }
})

test('R of small order, R in another form, and wrong lengths are refused', () => {
  const signer = nativeSigner(new Uint8Array(32).fill(5))
  const message = Uint8Array.of(9)
  const signature = signer.sign(message)
  for (const r of [
    littleEndian(0n),
    littleEndian(1n),
    littleEndian(PRIME + 1n),
    new Uint8Array(32).fill(0xff)
  ]) {
    assert.not.ok(verify(signer.publicKey, message, Uint8Array.from([...r, ...signature.subarray(32)])))
  }
  assert.not.ok(verify(signer.publicKey, message, signature.subarray(0, 63)))
  assert.not.ok(verify(signer.publicKey.subarray(0, 31), message, signature))
  assert.not.ok(verify(new Uint8Array(33), message, signature))
})

test.run()
