import { createPublicKey, type KeyObject, verify } from 'node:crypto'
import { SIGNATURE_BYTES, type Verifier } from '@ailee/protocol'
import { LruMap } from '../collections/lru-map.js'
import { MAX_CACHED_KEYS } from '../constants.js'
import { isAcceptablePoint } from './point-check.js'

/** SubjectPublicKeyInfo before the 32 bytes of an Ed25519 key (RFC 8410, section 4). */
const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex')

const keys = new LruMap<string, KeyObject>(MAX_CACHED_KEYS)

function keyObject(publicKey: Uint8Array): KeyObject | undefined {
  const id = Buffer.from(publicKey.buffer, publicKey.byteOffset, publicKey.length).toString('latin1')
  const known = keys.get(id)
  if (known !== undefined) return known
  if (!isAcceptablePoint(publicKey)) return undefined
  const key = createPublicKey({ key: Buffer.concat([spkiPrefix, publicKey]), format: 'der', type: 'spki' })
  keys.set(id, key)
  return key
}

/**
 * The verifier for the hot path, on node:crypto. OpenSSL checks the equation without the cofactor and compares R's
 * bytes, as `portableVerifier` does; what it leaves out about points is checked here. So the two agree on everything.
 */
export const nativeVerifier: Verifier = {
  verify(publicKey, message, signature) {
    if (signature.length !== SIGNATURE_BYTES || !isAcceptablePoint(signature.subarray(0, 32))) return false
    const key = keyObject(publicKey)
    if (key === undefined) return false
    try {
      return verify(null, message, key, signature)
    } catch {
      // OpenSSL reports some malformed points as errors; for the caller that is one more bad signature.
      return false
    }
  }
}
