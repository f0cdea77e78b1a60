import type { NodeId } from '@ailee/core'
import { base58 } from '@scure/base'
import { bytesEqual, concatBytes } from './bytes.js'
import { ProtocolError } from './errors.js'
import { PUBLIC_KEY_BYTES } from './limits.js'

/** Identity multihash (0x00, 36 bytes) of a libp2p PublicKey protobuf: Type = Ed25519, Data = 32 bytes. libp2p peer-ids specification. */
const prefix = Uint8Array.from([0x00, 0x24, 0x08, 0x01, 0x12, 0x20])

/** The PeerId text of an Ed25519 public key of 32 bytes. */
export function nodeIdFromPublicKey(publicKey: Uint8Array): NodeId {
  if (publicKey.length !== PUBLIC_KEY_BYTES) {
    throw new ProtocolError(
      'WIRE_FIELD_INVALID',
      `a public key has ${PUBLIC_KEY_BYTES} bytes, not ${publicKey.length}`
    )
  }
  return base58.encode(concatBytes(prefix, publicKey))
}

/** The Ed25519 public key, 32 bytes, inside a PeerId text. Throws WIRE_FIELD_INVALID for any other kind of id. */
export function publicKeyFromNodeId(nodeId: NodeId): Uint8Array {
  let bytes: Uint8Array
  try {
    bytes = base58.decode(nodeId)
  } catch (cause) {
    throw new ProtocolError('WIRE_FIELD_INVALID', 'not a node id', { cause })
  }
  if (
    bytes.length !== prefix.length + PUBLIC_KEY_BYTES ||
    !bytesEqual(bytes.subarray(0, prefix.length), prefix)
  ) {
    throw new ProtocolError('WIRE_FIELD_INVALID', 'not the node id of an Ed25519 key')
  }
  return bytes.slice(prefix.length)
}
