import type { Clock, Logger, NodeId } from '@ailee/core'
import {
  type CoordinatorAnnouncement,
  decodeCoordinatorAnnouncement,
  decodeTelemetrySample,
  EVIDENCE_TOPIC,
  type Evidence,
  encodeCoordinatorAnnouncement,
  encodeEvidence,
  encodeTelemetrySample,
  OFFERS_TOPIC,
  ProtocolError,
  TELEMETRY_TOPIC,
  type TelemetrySample,
  type Verifier
} from '@ailee/protocol'
import { type GossipSub, type Message, TopicValidatorResult } from '@chainsafe/libp2p-gossipsub'
import { NetworkError } from '../errors.js'
import type { NetworkMetrics } from '../metrics.js'
import { EvidenceTopic } from './evidence-topic.js'
import type { Gossip } from './gossip.js'
import type { GossipLimits } from './gossip-limits.js'
import { Listeners } from './listeners.js'
import { type Judgement, Topic } from './topic.js'

/** Judges a message that `peer` passed on. */
type Judge<T> = (message: Message, peer: NodeId) => Judgement<T>

/** What the metrics call messages of a topic. */
const labels: Readonly<Record<string, string>> = {
  [TELEMETRY_TOPIC]: 'GOSSIP_TELEMETRY',
  [OFFERS_TOPIC]: 'GOSSIP_ANNOUNCEMENT',
  [EVIDENCE_TOPIC]: 'GOSSIP_EVIDENCE'
}

/** Gossip over gossipsub. Without a pubsub (gossip switched off) publishing does nothing and nothing is heard. */
export class GossipChannel implements Gossip {
  readonly #clock: Clock
  readonly #metrics: NetworkMetrics
  readonly #offended: (peer: NodeId, code: string) => void
  readonly #limits: GossipLimits
  readonly #telemetry: Listeners<TelemetrySample>
  readonly #announcements: Listeners<CoordinatorAnnouncement>
  readonly #evidence: Listeners<Evidence>
  readonly #evidenceTopic: EvidenceTopic
  readonly #init: { network: string; enabled: boolean }
  #pubsub: GossipSub | undefined

  constructor(
    components: {
      clock: Clock
      log: Logger
      metrics: NetworkMetrics
      verifier: Verifier
      /** A peer did something of this code. */
      offended(peer: NodeId, code: string): void
      limits: GossipLimits
    },
    init: { network: string; enabled: boolean }
  ) {
    this.#clock = components.clock
    this.#metrics = components.metrics
    this.#offended = components.offended
    this.#limits = components.limits
    this.#init = init
    this.#telemetry = new Listeners(components)
    this.#announcements = new Listeners(components)
    this.#evidence = new Listeners(components)
    this.#evidenceTopic = new EvidenceTopic(components, init)
  }

  /** Sets the validators and subscribes; the host must be running. */
  attach(pubsub: GossipSub): void {
    this.#pubsub = pubsub
    const { network } = this.#init
    const samples = new Topic({
      network,
      decode: decodeTelemetrySample,
      sequence: ({ sequence }) => sequence
    })
    const announcements = new Topic({
      network,
      decode: decodeCoordinatorAnnouncement,
      sequence: ({ timestampMs }) => timestampMs
    })
    const now = (): number => this.#clock.now()
    this.#listen(pubsub, TELEMETRY_TOPIC, (message) => samples.judge(message, now()), this.#telemetry)
    this.#listen(pubsub, OFFERS_TOPIC, (message) => announcements.judge(message, now()), this.#announcements)
    this.#listen(
      pubsub,
      EVIDENCE_TOPIC,
      (message, peer) => this.#evidenceTopic.judge(message, peer),
      this.#evidence
    )
  }

  detach(): void {
    this.#pubsub = undefined
  }

  async publishTelemetry(sample: TelemetrySample): Promise<void> {
    await this.#publish(TELEMETRY_TOPIC, encodeTelemetrySample(sample))
  }

  async publishAnnouncement(announcement: CoordinatorAnnouncement): Promise<void> {
    await this.#publish(OFFERS_TOPIC, encodeCoordinatorAnnouncement(announcement))
  }

  async publishEvidence(evidence: Evidence): Promise<void> {
    if (!this.#evidenceTopic.publishable(evidence)) {
      throw new ProtocolError('EVIDENCE_INVALID', 'this evidence convicts nobody on this network')
    }
    await this.#publish(EVIDENCE_TOPIC, encodeEvidence(evidence))
  }

  onTelemetry(listener: (sample: TelemetrySample) => void): () => void {
    return this.#telemetry.add(listener)
  }

  onAnnouncement(listener: (announcement: CoordinatorAnnouncement) => void): () => void {
    return this.#announcements.add(listener)
  }

  onEvidence(listener: (evidence: Evidence) => void): () => void {
    return this.#evidence.add(listener)
  }

  /** The validator runs before the message is passed on, and hands over what it decoded. */
  #listen<T>(pubsub: GossipSub, name: string, judge: Judge<T>, listeners: Listeners<T>): void {
    pubsub.topicValidators.set(name, (peer, message) =>
      this.#validate(peer.toString(), name, judge, listeners, message)
    )
    pubsub.subscribe(name)
  }

  #validate<T>(
    peer: NodeId,
    name: string,
    judge: Judge<T>,
    listeners: Listeners<T>,
    message: Message
  ): TopicValidatorResult {
    if (!this.#limits.mayPass(peer)) return this.#excessive()
    const judgement = judge(message, peer)
    if (judgement.verdict === 'accept') {
      if (!this.#limits.mayPublish(publisherOf(message) ?? peer, peer)) return this.#excessive()
      judgement.taken?.()
      this.#metrics.messages.inc({ direction: 'in', type: labels[name] ?? name })
      listeners.tell(judgement.value)
      return TopicValidatorResult.Accept
    }
    this.#metrics.rejected.inc({ code: judgement.code })
    if (judgement.verdict === 'ignore') return TopicValidatorResult.Ignore
    // Whoever passes such a message on has not judged it, or made it.
    this.#offended(peer, judgement.code)
    return TopicValidatorResult.Reject
  }

  #excessive(): TopicValidatorResult {
    this.#metrics.rejected.inc({ code: 'RATE_LIMITED' })
    return TopicValidatorResult.Ignore
  }

  async #publish(topic: string, data: Uint8Array): Promise<void> {
    if (!this.#init.enabled) return
    if (this.#pubsub === undefined) throw new NetworkError('NETWORK_NOT_STARTED', 'gossip is not running')
    await this.#pubsub.publish(topic, data)
    this.#metrics.messages.inc({ direction: 'out', type: labels[topic] ?? topic })
  }
}

/** Who made a message, whoever passes it on. */
function publisherOf(message: Message): NodeId | undefined {
  return message.type === 'signed' ? message.from.toString() : undefined
}
