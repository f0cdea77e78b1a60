import { createHash } from 'node:crypto'
import type { NodeId } from '@ailee/core'
import { concatBytes, nodeIdFromPublicKey } from '@ailee/protocol'
import { RPC } from '@chainsafe/libp2p-gossipsub/message'
import { generateKeyPair } from '@libp2p/crypto/keys'
import type { Ed25519PrivateKey, PrivateKey } from '@libp2p/interface'

/** A message of gossipsub as it is on the wire. */
export type GossipMessage = RPC.Message & { from: Uint8Array; data: Uint8Array; seqno: Uint8Array }

const SIGNATURE_PREFIX = new TextEncoder().encode('libp2p-pubsub:')
/** What comes before an Ed25519 key in a PeerId's multihash bytes. */
const MULTIHASH_HEAD = Uint8Array.from([0x00, 0x24, 0x08, 0x01, 0x12, 0x20])
const MESSAGE_ID_BYTES = 20

/** Signs gossip: the publisher, who need not be the peer that sends it. */
export class GossipAuthor {
  readonly nodeId: NodeId
  readonly #key: PrivateKey
  readonly #from: Uint8Array
  #sequence = BigInt(Date.now()) * 1_000_000n

  constructor(key: PrivateKey) {
    this.#key = key
    this.#from = concatBytes(MULTIHASH_HEAD, key.publicKey.raw)
    this.nodeId = nodeIdFromPublicKey(key.publicKey.raw)
  }

  /** One with a key of its own, which no peer has. */
  static async create(): Promise<GossipAuthor> {
    const key: Ed25519PrivateKey = await generateKeyPair('Ed25519')
    return new GossipAuthor(key)
  }

  async sign(topic: string, data: Uint8Array): Promise<GossipMessage> {
    this.#sequence += 1n
    const seqno = Buffer.alloc(8)
    seqno.writeBigUInt64BE(this.#sequence)
    const message = { from: this.#from, data, seqno: Uint8Array.from(seqno), topic }
    const signature = await this.#key.sign(concatBytes(SIGNATURE_PREFIX, RPC.Message.encode(message)))
    return { ...message, signature }
  }
}

/** MUST-050. */
export function gossipIdOf({ from, seqno }: GossipMessage): Uint8Array {
  return createHash('sha256').update(from).update(seqno).digest().subarray(0, MESSAGE_ID_BYTES)
}

/** True for copies of one message, whatever else they hold. */
export function isCopyOf(message: GossipMessage): (other: RPC.Message) => boolean {
  const same = (a: Uint8Array, b: Uint8Array | undefined): boolean => b !== undefined && !Buffer.compare(a, b)
  return ({ from, seqno, data }) =>
    same(message.from, from) && same(message.seqno, seqno) && same(message.data, data)
}
