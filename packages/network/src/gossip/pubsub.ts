import { OFFERS_TOPIC, TELEMETRY_TOPIC } from '@ailee/protocol'
import { type GossipSub, type GossipSubComponents, gossipsub } from '@chainsafe/libp2p-gossipsub'
import {
  createTopicScoreParams,
  defaultPeerScoreParams,
  type TopicScoreParams
} from '@chainsafe/libp2p-gossipsub/score'
import { MAX_GOSSIP_RPC_BYTES } from '../constants.js'
import { fastMessageId, messageId } from './message-id.js'

export const topics: readonly string[] = [TELEMETRY_TOPIC, OFFERS_TOPIC]

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

/** `local`: many honest peers share one IP address. */
export function createPubsub(init: { local: boolean }): (components: GossipSubComponents) => GossipSub {
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
      IPColocationFactorWeight: init.local ? 0 : defaultPeerScoreParams.IPColocationFactorWeight,
      topics: Object.fromEntries(topics.map((topic) => [topic, topicScore]))
    }
  })
}
