import { createHash } from 'node:crypto'
import { type Random, seededRandom } from '@ailee/core'
import { Point } from '@noble/ed25519'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { bytesToHex, portableVerifier } from '../../src/index.js'
import { nodeVerifier } from '../support/node-ed25519.js'

const ROUNDS = 300
const order = Point.CURVE().n
const eighth = Point.fromHex('26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05')

function littleEndian(bytes: Uint8Array): bigint {
  return BigInt(`0x${bytesToHex(bytes.toReversed())}`)
}

function scalar(random: Random): bigint {
  return (littleEndian(random.bytes(32)) % (order - 1n)) + 1n
}

/** So many times the point of order 8. */
function small(times: bigint): Point {
  return times === 0n ? Point.ZERO : eighth.multiplyUnsafe(times)
}

/** A signature whose key and R have these small parts, and whose equation holds up to them. */
function signed(random: Random, keyPart: bigint, part: bigint) {
  const [secret, nonce] = [scalar(random), scalar(random)]
  const message = random.bytes(8)
  const publicKey = Point.BASE.multiply(secret).add(small(keyPart)).toBytes()
  const r = Point.BASE.multiply(nonce).add(small(part)).toBytes()
  const hash = createHash('sha512').update(r).update(publicKey).update(message).digest()
  const s = (nonce + (littleEndian(hash) % order) * secret) % order
  const bytes = Uint8Array.from({ length: 32 }, (_, at) => Number((s >> BigInt(8 * at)) & 0xffn))
  return { publicKey, message, signature: Uint8Array.of(...r, ...bytes) }
}

test('keys and R of any mixed order: the portable verifier says what OpenSSL says', () => {
  const random = seededRandom(20_260_102)
  const counts = { good: 0, bad: 0 }
  for (let round = 0; round < ROUNDS; round += 1) {
    // Half of the keys are honest ones, so that both ends are met often.
    const keyPart = round % 2 === 0 ? 0n : BigInt(round % 8)
    const part = round % 3 === 0 ? BigInt(Math.floor(random.float() * 8)) : 0n
    const { publicKey, message, signature } = signed(random, keyPart, part)
    const good = portableVerifier.verify(publicKey, message, signature)
    assert.is(good, nodeVerifier.verify(publicKey, message, signature), `round ${round}`)
    counts[good ? 'good' : 'bad'] += 1
    if (keyPart === 0n) assert.is(good, part === 0n, `round ${round}`)
  }
  assert.ok(counts.good > ROUNDS / 4 && counts.bad > ROUNDS / 4, JSON.stringify(counts))
})

test.run()
