import { type Clock, errorCode, type NodeId } from '@ailee/core'
import { decodeEvidence, type Evidence, evidenceId, judgeEvidence, type Verifier } from '@ailee/protocol'
import type { Message } from '@chainsafe/libp2p-gossipsub'
import { LruMap } from '../collections/lru-map.js'
import { EVIDENCE_RATE, MAX_LIMITED_ORIGINS, MAX_SEEN_EVIDENCE } from '../constants.js'
import { TokenBucket } from '../defence/token-bucket.js'
import type { Judgement } from './topic.js'

/**
 * Judges evidence: only what convicts is passed on, and each contradiction once. Anybody may publish it, about anybody,
 * at any time, so there is no publisher, time or sequence to look at.
 */
export class EvidenceTopic {
  readonly #clock: Clock
  readonly #verifier: Verifier
  readonly #network: string
  readonly #seen = new LruMap<string, true>(MAX_SEEN_EVIDENCE)
  readonly #buckets = new LruMap<NodeId, TokenBucket>(MAX_LIMITED_ORIGINS)

  constructor(components: { clock: Clock; verifier: Verifier }, init: { network: string }) {
    this.#clock = components.clock
    this.#verifier = components.verifier
    this.#network = init.network
  }

  /** `peer` passed it on. */
  judge(message: Pick<Message, 'data'>, peer: NodeId): Judgement<Evidence> {
    // Keys are free, so there is no end of true evidence. No offence: others may have sent it what it passes on.
    if (!this.#bucketOf(peer).take(1, this.#clock.monotonic()))
      return { verdict: 'ignore', code: 'RATE_LIMITED' }
    let evidence: Evidence
    try {
      evidence = decodeEvidence(message.data)
    } catch (error) {
      return { verdict: 'reject', code: errorCode(error) }
    }
    if (evidence.network !== this.#network) return { verdict: 'reject', code: 'WIRE_NETWORK_MISMATCH' }
    const id = evidenceId(evidence)
    if (this.#seen.get(id) === true) return { verdict: 'ignore', code: 'GOSSIP_KNOWN' }
    if (!judgeEvidence(this.#verifier, evidence).valid) return { verdict: 'reject', code: 'EVIDENCE_INVALID' }
    // Not yet known: refused as one too many it may come again, from somebody else.
    return { verdict: 'accept', value: evidence, taken: () => void this.#seen.set(id, true) }
  }

  /** Takes note of evidence of our own. False: it is worth nothing, or of another network. */
  publishable(evidence: Evidence): boolean {
    const { valid, id } = judgeEvidence(this.#verifier, evidence)
    if (!valid || evidence.network !== this.#network) return false
    this.#seen.set(id, true)
    return true
  }

  #bucketOf(peer: NodeId): TokenBucket {
    const known = this.#buckets.get(peer)
    if (known !== undefined) return known
    const bucket = new TokenBucket(EVIDENCE_RATE, this.#clock.monotonic())
    this.#buckets.set(peer, bucket)
    return bucket
  }
}
