/** Keys and nonces of the vectors: known to everybody, good for nothing else. */
import { seededRandom } from '../../packages/core/dist/src/index.js'
import { BatchSigner, nodeIdFromPublicKey, portableSigner } from '../../packages/protocol/dist/src/index.js'
import { fieldsOf, hex } from './json.mjs'

/** A signer of batches whose seed is one byte, 32 times. */
export function batchSigner(byte) {
  const signer = portableSigner(new Uint8Array(32).fill(byte))
  const batch = new BatchSigner({ signer, random: seededRandom(byte) })
  return { batch, publicKey: signer.publicKey, nodeId: nodeIdFromPublicKey(signer.publicKey) }
}

/** A signature as the fields of its message. */
export const signatureFields = (signature) => fieldsOf('Signature', signature)

export function statementFields({ domain, network, payload }) {
  return { domain, network, payload: hex(payload) }
}
