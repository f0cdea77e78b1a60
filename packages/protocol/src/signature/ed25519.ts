import * as ed from '@noble/ed25519'
import { sha512 } from '@noble/hashes/sha2.js'

ed.hashes.sha512 = sha512

/** Verifies Ed25519 signatures (RFC 8032, strict: canonical encodings, no small-order keys accepted as proof). */
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
    try {
      return ed.verify(signature, message, publicKey, { zip215: false })
    } catch {
      // @noble/ed25519 throws on some malformed points; for the caller that is one more bad signature.
      return false
    }
  }
}

/** The portable signer over a secret seed of 32 bytes. */
export function portableSigner(seed: Uint8Array): Signer {
  const publicKey = ed.getPublicKey(seed)
  return { publicKey, sign: (message) => ed.sign(message, seed) }
}
