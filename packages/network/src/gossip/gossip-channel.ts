import type { Clock, Logger, NodeId } from '@ailee/core'
import {
  type CoordinatorAnnouncement,
  decodeCoordinatorAnnouncement,
  decodeTelemetrySample,
  encodeCoordinatorAnnouncement,
  encodeTelemetrySample,
  OFFERS_TOPIC,
  TELEMETRY_TOPIC,
  type TelemetrySample
} from '@ailee/protocol'
import { type GossipSub, type Message, TopicValidatorResult } from '@chainsafe/libp2p-gossipsub'
import { NetworkError } from '../errors.js'
import type { NetworkMetrics } from '../metrics.js'
import type { Gossip } from './gossip.js'
import type { GossipLimits } from './gossip-limits.js'
import { Listeners } from './listeners.js'
import { type Stamped, Topic } from './topic.js'

/** Gossip over gossipsub. Without a pubsub (gossip switched off) publishing does nothing and nothing is heard. */
export class GossipChannel implements Gossip {
  readonly #clock: Clock
  readonly #metrics: NetworkMetrics
  readonly #offended: (peer: NodeId, code: string) => void
  readonly #limits: GossipLimits
  readonly #telemetry: Listeners<TelemetrySample>
  readonly #announcements: Listeners<CoordinatorAnnouncement>
  readonly #init: { network: string; enabled: boolean }
  #pubsub: GossipSub | undefined

  constructor(
    components: {
      clock: Clock
      log: Logger
      metrics: NetworkMetrics
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
  }

  /** Sets the validators and subscribes; the host must be running. */
  attach(pubsub: GossipSub): void {
    this.#pubsub = pubsub
    const { network } = this.#init
    this.#listen(
      pubsub,
      TELEMETRY_TOPIC,
      new Topic({ network, decode: decodeTelemetrySample, sequence: (sample) => sample.sequence }),
      this.#telemetry
    )
    this.#listen(
      pubsub,
      OFFERS_TOPIC,
      new Topic({ network, decode: decodeCoordinatorAnnouncement, sequence: (value) => value.timestampMs }),
      this.#announcements
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

  onTelemetry(listener: (sample: TelemetrySample) => void): () => void {
    return this.#telemetry.add(listener)
  }

  onAnnouncement(listener: (announcement: CoordinatorAnnouncement) => void): () => void {
    return this.#announcements.add(listener)
  }

  /** The validator runs before the message is passed on, and hands over what it decoded. */
  #listen<T extends Stamped>(
    pubsub: GossipSub,
    name: string,
    topic: Topic<T>,
    listeners: Listeners<T>
  ): void {
    pubsub.topicValidators.set(name, (peer, message) =>
      this.#validate(peer.toString(), name, topic, listeners, message)
    )
    pubsub.subscribe(name)
  }

  #validate<T extends Stamped>(
    peer: NodeId,
    name: string,
    topic: Topic<T>,
    listeners: Listeners<T>,
    message: Message
  ): TopicValidatorResult {
    if (!this.#limits.mayPass(peer)) return this.#excessive()
    const judgement = topic.judge(message, this.#clock.now())
    if (judgement.verdict === 'accept') {
      if (!this.#limits.mayPublish(judgement.value.nodeId, peer)) return this.#excessive()
      this.#metrics.messages.inc({ direction: 'in', type: topicLabel(name) })
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
    this.#metrics.messages.inc({ direction: 'out', type: topicLabel(topic) })
  }
}

function topicLabel(topic: string): string {
  return topic === TELEMETRY_TOPIC ? 'GOSSIP_TELEMETRY' : 'GOSSIP_ANNOUNCEMENT'
}
