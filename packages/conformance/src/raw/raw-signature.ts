import { systemRandom } from '@ailee/core'
import {
  BatchSigner,
  type MessageType,
  messageDomain,
  portableSigner,
  type Signature,
  signDelegation
} from '@ailee/protocol'
import { MESSAGE_VALIDITY_MS } from '../constants.js'

/** What a signature is made over, where it should differ from what is right. */
export interface SignatureTwist {
  domain?: string
  network?: string
  expiresAtMs?: number
}

/** Signs as the specification says, or, on request, not quite. */
export class RawSigner {
  readonly batch: BatchSigner
  readonly #network: string

  /** `seed`: 32 bytes. */
  constructor(seed: Uint8Array, network: string) {
    this.batch = new BatchSigner({ signer: portableSigner(seed), random: systemRandom })
    this.#network = network
  }

  message(type: MessageType, payload: Uint8Array, twist: SignatureTwist = {}): Promise<Signature> {
    const { domain = messageDomain(type), network = this.#network } = twist
    const { expiresAtMs = Date.now() + MESSAGE_VALIDITY_MS } = twist
    return this.batch.sign({ domain, network, payload }, expiresAtMs)
  }

  delegation(peer: string, expiresAtMs: number): Promise<Signature> {
    return signDelegation(this.batch, this.#network, peer, expiresAtMs)
  }
}
