import { EVIDENCE_TOPIC, OFFERS_TOPIC, TELEMETRY_TOPIC } from '@ailee/protocol'
import { type GossipSub, type GossipSubComponents, gossipsub } from '@chainsafe/libp2p-gossipsub'
import { createTopicScoreParams, type TopicScoreParams } from '@chainsafe/libp2p-gossipsub/score'
import { MAX_GOSSIP_RPC_BYTES } from '../constants.js'
import { fastMessageId, messageId } from './message-id.js'

export const topics: readonly string[] = [TELEMETRY_TOPIC, OFFERS_TOPIC, EVIDENCE_TOPIC]

/** Only invalid messages count against a peer: traffic is too thin and uneven to expect deliveries of anyone. */
const topicScore: TopicScoreParams = createTopicScoreParams({
  topicWeight: 1,
  timeInMeshWeight: 0,
  firstMessageDeliveriesWeight: 0,
  meshMessageDeliveriesWeight: 0,
  meshFailurePenaltyWeight: 0,
  invalidMessageDeliveriesWeight: -10,
  invalidMessageDeliveriesDecay: 0.9
})

export function createPubsub(): (components: GossipSubComponents) => GossipSub {
  return gossipsub({
    globalSignaturePolicy: 'StrictSign',
    allowedTopics: [...topics],
    allowPublishToZeroTopicPeers: true,
    floodPublish: true,
    emitSelf: false,
    fastMsgIdFn: fastMessageId,
    msgIdFn: messageId,
    maxInboundDataLength: MAX_GOSSIP_RPC_BYTES,
    scoreParams: {
      // It counts everybody who was there within the last hour, each command of a user too, and turns a deaf ear to
      // all at an address where that is a dozen. How many may come from one place is bounded in `defence`.
      IPColocationFactorWeight: 0,
      topics: Object.fromEntries(topics.map((topic) => [topic, topicScore]))
    }
  })
}
