import { createPrivateKey, createPublicKey, sign } from 'node:crypto'
import type { Signer } from '@ailee/protocol'

/** PKCS #8 before the 32 bytes of an Ed25519 seed (RFC 8410, section 7). */
const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex')
/** SubjectPublicKeyInfo has 12 bytes before the key (RFC 8410, section 4). */
const SPKI_PREFIX_BYTES = 12

/** A signer over a secret seed of 32 bytes, on node:crypto: about ten times as fast as the portable one. */
export function nativeSigner(seed: Uint8Array): Signer {
  const key = createPrivateKey({ key: Buffer.concat([pkcs8Prefix, seed]), format: 'der', type: 'pkcs8' })
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' })
  return {
    publicKey: Uint8Array.from(spki.subarray(SPKI_PREFIX_BYTES)),
    sign: (message) => new Uint8Array(sign(null, message, key))
  }
}
