import { hexToBytes, type Signature } from '../../src/index.js'
import type { SignatureFields } from './plain.js'

export function signatureOf(fields: SignatureFields): Signature {
  return {
    publicKey: hexToBytes(fields.publicKey),
    nonce: hexToBytes(fields.nonce),
    expiresAtMs: Number(fields.expiresAtMs),
    signature: hexToBytes(fields.signature),
    treeSize: fields.treeSize,
    leafIndex: fields.leafIndex,
    path: fields.path.map(hexToBytes)
  }
}
