import { errorCode } from '@ailee/core'
import {
  checkExpiry,
  decodeHello,
  type Envelope,
  type MessageType,
  messageDomain,
  messageTypeName,
  mustBeSigned,
  nodeIdFromPublicKey,
  portableVerifier,
  principalOf,
  type Verifier,
  verifyStatement
} from '@ailee/protocol'
import { Refusal } from './refusal.js'
import type { Broken } from './rules.js'

/** Sections 6 and 5 of the specification: message signatures, and delegations. */
export class FakeSignatures {
  readonly #network: string
  readonly #broken: Broken
  readonly #seen = new Set<string>()

  constructor(network: string, broken: Broken) {
    this.#network = network
    this.#broken = broken
  }

  /** Throws a Refusal unless the message carries a signature where it must, and a good one. */
  check(from: string, envelope: Envelope, type: MessageType | undefined): void {
    const { signature } = envelope
    const broken = this.#broken
    if (type === undefined || !mustBeSigned(type)) return
    if (signature === undefined) {
      if (broken.acceptsUnsignedBids && type === 'BID') return
      throw new Refusal('SIGNATURE_MISSING')
    }
    if (!broken.acceptsOtherSigners && nodeIdFromPublicKey(signature.publicKey) !== from) {
      throw new Refusal('SIGNATURE_INVALID')
    }
    const key = Buffer.from(signature.nonce).toString('hex')
    const seen = this.#seen.has(key)
    if (broken.remembersRefused) this.#seen.add(key)
    if (!broken.acceptsLongValidity || signature.expiresAtMs < Date.now()) {
      try {
        checkExpiry(signature, Date.now())
      } catch (error) {
        throw new Refusal(errorCode(error), { alone: true })
      }
    }
    const payload = broken.encodesAgain ? envelope.payload.subarray(-34) : envelope.payload
    const domains = broken.ignoresDomain ? [messageDomain(type), 'message/10'] : [messageDomain(type)]
    const good = domains.some((domain) =>
      verifyStatement(portableVerifier, { domain, network: this.#network, payload }, signature)
    )
    if (!good && !this.#tolerated(signature.signature, envelope)) throw new Refusal('SIGNATURE_INVALID')
    if (seen && !broken.acceptsReplays) throw new Refusal('MESSAGE_REPLAYED', { alone: true })
    this.#seen.add(key)
  }

  /** Throws unless the delegation, if there is one, is good for this peer. Gives whom it speaks for. */
  principalOf(peer: string, payload: Uint8Array): string {
    const { agent, delegation } = decodeHelloOf(payload, this.#broken.takesLongAgents)
    if (agent === undefined) return peer
    const now = this.#broken.acceptsOldDelegations ? (delegation?.expiresAtMs ?? 0) : Date.now()
    const principal = principalOf(this.#verifier(), this.#network, peer, delegation, now)
    return this.#broken.ignoresDelegations ? peer : principal
  }

  /** `acceptsAnySignature` looks at the path only, so that nothing else gets through with it. */
  #tolerated(signature: Uint8Array, { signature: whole, ...rest }: Envelope): boolean {
    if (!this.#broken.acceptsAnySignature || whole === undefined || rest.payload.length === 0) return false
    const repaired = Uint8Array.from(signature)
    repaired[0] = (repaired[0] ?? 0) ^ 1
    const type = messageTypeName(rest.type) ?? 'CANCEL_TASK'
    const statement = { domain: messageDomain(type), network: this.#network, payload: rest.payload }
    return verifyStatement(portableVerifier, statement, { ...whole, signature: repaired })
  }

  #verifier(): Verifier {
    if (!this.#broken.acceptsSmallOrderKeys) return portableVerifier
    return {
      verify: (publicKey, message, signature) =>
        portableVerifier.verify(publicKey, message, signature) ||
        publicKey.every((byte, index) => byte === (index === 0 ? 1 : 0))
    }
  }
}

function decodeHelloOf(payload: Uint8Array, anyAgent = false): Partial<ReturnType<typeof decodeHello>> {
  try {
    return decodeHello(payload)
  } catch (error) {
    if (anyAgent && errorCode(error) === 'WIRE_TOO_LARGE') return {}
    throw error
  }
}
