import type { NodeId } from '@ailee/core'
import { nodeIdFromPublicKey, type Signer } from '@ailee/protocol'
import { generateKeyPair } from '@libp2p/crypto/keys'
import type { Ed25519PrivateKey, PrivateKey } from '@libp2p/interface'
import { nativeSigner } from './native-signer.js'

/** What a node is: its Ed25519 key, the id that follows from it, and a signer. */
export interface Identity {
  nodeId: NodeId
  privateKey: PrivateKey
  signer: Signer
}

/** libp2p's raw Ed25519 key is seed ‖ public key. */
const SEED_BYTES = 32

export function identityFromKey(privateKey: Ed25519PrivateKey): Identity {
  const signer = nativeSigner(privateKey.raw.subarray(0, SEED_BYTES))
  return { nodeId: nodeIdFromPublicKey(signer.publicKey), privateKey, signer }
}

/** A new identity that lives as long as the process. */
export async function createEphemeralIdentity(): Promise<Identity> {
  return identityFromKey(await generateKeyPair('Ed25519'))
}
