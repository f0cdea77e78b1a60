import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import type { Signer, Verifier } from '../../src/index.js'

/** Heads of the DER forms that OpenSSL takes keys in (RFC 8410). */
const seedHead = Buffer.from('302e020100300506032b657004220420', 'hex')
const publicHead = Buffer.from('302a300506032b6570032100', 'hex')

/** Ed25519 by OpenSSL: another implementation than the portable one, and a faster one. */
export const nodeVerifier: Verifier = {
  verify(publicKey, message, signature) {
    const der = Buffer.concat([publicHead, publicKey])
    try {
      return verify(null, message, createPublicKey({ key: der, format: 'der', type: 'spki' }), signature)
    } catch {
      return false
    }
  }
}

export function nodeSigner(seed: Uint8Array): Signer {
  const key = createPrivateKey({ key: Buffer.concat([seedHead, seed]), format: 'der', type: 'pkcs8' })
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' })
  return {
    publicKey: new Uint8Array(spki.subarray(publicHead.length)),
    sign: (message) => new Uint8Array(sign(null, message, key))
  }
}

/** A signer that counts how often it is asked. */
export function countingSigner(signer: Signer): Signer & { count: number } {
  const counting = {
    publicKey: signer.publicKey,
    count: 0,
    sign(message: Uint8Array) {
      counting.count += 1
      return signer.sign(message)
    }
  }
  return counting
}
