/** `ed25519.json`: RFC 8032, and signatures on which verifiers are known to differ. */
import { createHash } from 'node:crypto'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { portableSigner, portableVerifier } from '../../packages/protocol/dist/src/index.js'
import { root } from '../workspace.mjs'
import { bytes, expect, hex, utf8 } from './json.mjs'

const fromProtocol = createRequire(join(root, 'packages/protocol/package.json'))
const { Point } = await import(pathToFileURL(fromProtocol.resolve('@noble/ed25519')).href)

const L = Point.CURVE().n
const P = Point.CURVE().p

const littleEndian = (number, length = 32) =>
  Uint8Array.from({ length }, (_, at) => Number((number >> BigInt(8 * at)) & 0xffn))
const numberOf = (data) => data.reduceRight((number, byte) => (number << 8n) | BigInt(byte), 0n)
const sha512 = (...parts) => new Uint8Array(createHash('sha512').update(Buffer.concat(parts)).digest())
const challenge = (r, key, message) => numberOf(sha512(r, key, message)) % L
const joined = (r, s) => Uint8Array.of(...r, ...littleEndian(s))
const times = (point, number) => (number === 0n ? Point.ZERO : point.multiplyUnsafe(number))

/** The eight points of small order: multiples of one of order 8. */
const eighth = Point.fromHex('26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05')
const small = Array.from({ length: 8 }, (_, at) => times(eighth, BigInt(at)))

/** A secret scalar and its key, as in RFC 8032, and the scalar of a nonce. */
const scalarOf = (seed) => {
  const clamped = sha512(seed).subarray(0, 32)
  clamped[0] &= 248
  clamped[31] = (clamped[31] & 127) | 64
  return numberOf(clamped) % L
}
const seed = new Uint8Array(32).fill(12)
const a = scalarOf(seed)
const A = Point.BASE.multiply(a)
const nonce = numberOf(sha512(utf8('a nonce'))) % L
const R = Point.BASE.multiply(nonce)
const message = utf8('what is signed')

/** S = nonce + k·a for this R as sent and this key. */
const answer = (r, key, text, of = nonce) => (of + challenge(r, key, text) * a) % L

/** The first text of a row for which `good` holds. */
function search(good) {
  for (let count = 0; count < 10_000; count += 1) {
    const text = utf8(`text ${count}`)
    if (good(text)) return text
  }
  throw new Error('nothing found')
}

function made(name, valid, publicKey, text, signature) {
  expect(portableVerifier.verify(publicKey, text, signature), valid, name)
  const result = valid ? { valid } : { valid, code: 'SIGNATURE_INVALID' }
  return { name, publicKey: hex(publicKey), message: hex(text), signature: hex(signature), ...result }
}

/** RFC 8032, section 7.1: seed, public key, message, signature. */
const published = [
  [
    '1',
    '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    '',
    'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b'
  ],
  [
    '2',
    '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
    '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    '72',
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00'
  ],
  [
    '3',
    'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
    'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
    'af82',
    '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a'
  ],
  [
    'SHA(abc)',
    '833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42',
    'ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf',
    createHash('sha512').update('abc').digest('hex'),
    'dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704'
  ]
].map(([name, secret, publicKey, text, signature]) => {
  expect(hex(portableSigner(bytes(secret)).sign(bytes(text))), signature, name)
  return {
    ...made(`RFC 8032, test ${name}`, true, bytes(publicKey), bytes(text), bytes(signature)),
    seed: secret
  }
})

export const description =
  'Ed25519: whether a signature is good by the strict rules of section 1. seed is the secret of those that must come out of signing.'

export function cases() {
  const key = A.toBytes()
  const r = R.toBytes()
  const s = answer(r, key, message)
  const good = joined(r, s)
  const bad = (name, signature, publicKey = key, text = message) =>
    made(name, false, publicKey, text, signature)
  const withR = (bytesOfR, of) => joined(bytesOfR, answer(bytesOfR, key, message, of))

  const identity = littleEndian(1n)
  const signed = (data) => Uint8Array.of(...data.subarray(0, 31), data[31] | 0x80)
  const mixedR = R.add(eighth).toBytes()

  // A key with a part of small order: the equation holds where k makes that part vanish, or where R makes up for it.
  const mixed = A.add(eighth).toBytes()
  const vanishes = search((text) => challenge(r, mixed, text) % 8n === 0n)
  const remains = search((text) => challenge(r, mixed, text) % 8n !== 0n)
  const madeUp = small.map((point) => R.add(point).toBytes())
  const fits = (bytesOfR, text) => R.subtract(times(eighth, challenge(bytesOfR, mixed, text) % 8n)).toBytes()
  const odd = madeUp[3]
  const madeUpFor = search((text) => hex(fits(odd, text)) === hex(odd))

  return [
    ...published,
    made('as usual', true, key, message, good),
    made(
      'a key of mixed order whose small part vanishes',
      true,
      mixed,
      vanishes,
      joined(r, answer(r, mixed, vanishes))
    ),
    made(
      'a key of mixed order for which R makes up',
      true,
      mixed,
      madeUpFor,
      joined(odd, answer(odd, mixed, madeUpFor))
    ),
    bad(
      'a key of mixed order whose small part remains',
      joined(r, answer(r, mixed, remains)),
      mixed,
      remains
    ),
    bad('another message', good, key, utf8('what is not signed')),
    bad('another key', good, portableSigner(new Uint8Array(32).fill(13)).publicKey),
    bad('S + L', joined(r, s + L)),
    bad('S = L', joined(r, L)),
    bad('S with its highest bit set', joined(r, s + (1n << 255n))),
    bad('R is the neutral point, and the equation holds', withR(identity, 0n)),
    bad('R with a point of order 8 added', joined(mixedR, answer(mixedR, key, message))),
    bad('R with the point of order 2 added', withR(R.add(small[4]).toBytes())),
    ...small
      .slice(1)
      .map((point, at) => bad(`R is ${at + 1} times the point of order 8`, withR(point.toBytes(), 0n))),
    bad('R is the neutral point as y = p + 1', withR(littleEndian(P + 1n), 0n)),
    bad('R is the neutral point with a sign', withR(signed(identity), 0n)),
    bad('R is the neutral point as y = p + 1, with a sign', withR(signed(littleEndian(P + 1n)), 0n)),
    bad('R with the other sign', joined(Uint8Array.of(...r.subarray(0, 31), r[31] ^ 0x80), s)),
    bad('R is on no curve', joined(littleEndian(2n), s)),
    bad('R is all ones', joined(new Uint8Array(32).fill(255), s)),
    ...small.map((point, at) => {
      const own = point.toBytes()
      // R = −k·A with S = 0 satisfies the equation: with such a key it would fit many messages.
      const text = search((one) => challenge(identity, own, one) % 8n === 0n)
      return bad(`the key is ${at} times the point of order 8`, joined(identity, 0n), own, text)
    }),
    bad('the key is the neutral point as y = p + 1', joined(identity, 0n), littleEndian(P + 1n)),
    bad('the key is the neutral point with a sign', joined(identity, 0n), signed(identity)),
    bad('the key is y = p', joined(identity, 0n), littleEndian(P)),
    bad('the key is y = p + 3, not reduced', good, littleEndian(P + 3n)),
    bad('the key is on no curve', good, littleEndian(2n)),
    bad('all zero', new Uint8Array(64), new Uint8Array(32)),
    bad('a signature of 63 bytes', good.subarray(0, 63)),
    bad('a signature of 65 bytes', Uint8Array.of(...good, 0)),
    bad('no signature', new Uint8Array()),
    bad('a key of 31 bytes', good, key.subarray(0, 31)),
    bad('a key of 33 bytes', good, Uint8Array.of(...key, 0))
  ]
}
