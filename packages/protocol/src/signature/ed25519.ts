import * as ed from '@noble/ed25519'
import { sha512 } from '@noble/hashes/sha2.js'
import { bytesEqual, bytesToHex, concatBytes } from '../bytes.js'
import { PUBLIC_KEY_BYTES, SIGNATURE_BYTES } from '../limits.js'

ed.hashes.sha512 = sha512

/**
 * Verifies Ed25519 signatures (RFC 8032, strict): canonical encodings only, neither key nor R of small order, and the
 * equation without the cofactor. So all verifiers agree on every signature, also on those that no honest signer makes.
 */
export interface Verifier {
  verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean
}

/** Signs with one Ed25519 key. `publicKey` has 32 bytes, a signature 64. */
export interface Signer {
  readonly publicKey: Uint8Array
  sign(message: Uint8Array): Uint8Array
}

/** The portable verifier: runs in Node and browsers. */
export const portableVerifier: Verifier = {
  verify(publicKey, message, signature) {
    if (publicKey.length !== PUBLIC_KEY_BYTES || signature.length !== SIGNATURE_BYTES) return false
    const r = signature.subarray(0, PUBLIC_KEY_BYTES)
    const s = littleEndian(signature.subarray(PUBLIC_KEY_BYTES))
    const key = keyPoint(publicKey)
    if (key === undefined || s >= order) return false
    // The library's own check multiplies by the cofactor, so it takes an R with a point of small order added to it.
    // Here R is computed and its bytes are compared, as OpenSSL does: that settles R's encoding as well.
    const k = littleEndian(sha512(concatBytes(r, publicKey, message))) % order
    const expected = ed.Point.BASE.multiply(s, false).subtract(key.multiply(k, false))
    return bytesEqual(expected.toBytes(), r) && !expected.isSmallOrder()
  }
}

/** Number of points that the base point reaches: 2^252 + 27742317777372353535851937790883648493. */
const order = ed.Point.CURVE().n

/** The point of a key, or undefined where it is none, in another form, or of small order. */
function keyPoint(publicKey: Uint8Array): ed.Point | undefined {
  try {
    const point = ed.Point.fromBytes(publicKey)
    return point.isSmallOrder() ? undefined : point
  } catch {
    // @noble/ed25519 throws on malformed points; for the caller that is one more bad signature.
    return undefined
  }
}

function littleEndian(bytes: Uint8Array): bigint {
  return BigInt(`0x${bytesToHex(bytes.toReversed())}`)
}

/** The portable signer over a secret seed of 32 bytes. */
export function portableSigner(seed: Uint8Array): Signer {
  const publicKey = ed.getPublicKey(seed)
  return { publicKey, sign: (message) => ed.sign(message, seed) }
}
