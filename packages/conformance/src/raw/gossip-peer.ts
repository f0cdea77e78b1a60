import { KIB, MIB } from '@ailee/core'
import { EVIDENCE_TOPIC, FrameDecoder, frame, OFFERS_TOPIC, TELEMETRY_TOPIC } from '@ailee/protocol'
import { RPC } from '@chainsafe/libp2p-gossipsub/message'
import type { Stream } from '@libp2p/interface'
import { NotApplicable } from '../errors.js'
import { listen } from './bytes-of.js'
import { GossipAuthor, type GossipMessage } from './gossip-author.js'
import { Mailbox } from './mailbox.js'
import type { RawPeer } from './raw-peer.js'

/** Versions of gossipsub, the one of section 9 first. */
const MESHSUB_PROTOCOLS = ['/meshsub/1.1.0', '/meshsub/1.2.0', '/meshsub/1.0.0']
const topics = [TELEMETRY_TOPIC, OFFERS_TOPIC, EVIDENCE_TOPIC]

/** A peer of the probe that speaks gossipsub by hand: nothing is judged, dropped or passed on but by a case. */
export class GossipPeer {
  readonly peer: RawPeer
  /** Signs as this peer. */
  readonly author: GossipAuthor
  readonly messages: Mailbox<RPC.Message>
  readonly #stream: Stream

  private constructor(peer: RawPeer, stream: Stream, messages: Mailbox<RPC.Message>) {
    this.peer = peer
    this.author = new GossipAuthor(peer.privateKey)
    this.#stream = stream
    this.messages = messages
  }

  /** `listens`: subscribes to all topics and asks to be in their meshes. Throws NotApplicable if the target speaks no gossipsub. */
  static async join(peer: RawPeer, { listens = false } = {}): Promise<GossipPeer> {
    const messages = new Mailbox<RPC.Message>({ stepMs: peer.stepMs })
    for (const protocol of MESHSUB_PROTOCOLS) {
      await peer.host.handle(protocol, (stream) => receive(stream, messages))
    }
    const stream = await peer.open(MESHSUB_PROTOCOLS).catch((error: unknown) => {
      if (error instanceof Error && error.name === 'UnsupportedProtocolError') {
        throw new NotApplicable('the node speaks no gossipsub')
      }
      throw error
    })
    const gossiper = new GossipPeer(peer, stream, messages)
    if (listens) gossiper.#subscribe()
    return gossiper
  }

  /** Sends messages as they are, in one RPC each. */
  send(...sent: GossipMessage[]): void {
    for (const message of sent) this.#rpc({ messages: [message] })
  }

  /** Asks for the messages of these ids. */
  want(...messageIDs: Uint8Array[]): void {
    this.#rpc({ control: { iwant: [{ messageIDs }] } })
  }

  #subscribe(): void {
    this.#rpc({
      subscriptions: topics.map((topic) => ({ subscribe: true, topic })),
      control: { graft: topics.map((topicID) => ({ topicID })) }
    })
  }

  #rpc({ subscriptions = [], messages = [], control }: PartialRpc): void {
    const none = { ihave: [], iwant: [], graft: [], prune: [], idontwant: [] }
    const rpc = {
      subscriptions,
      messages,
      ...(control === undefined ? {} : { control: { ...none, ...control } })
    }
    this.#stream.send(frame(RPC.encode(rpc)))
  }
}

interface PartialRpc {
  subscriptions?: RPC.SubOpts[]
  messages?: RPC.Message[]
  control?: Partial<RPC.ControlMessage>
}

function receive(stream: Stream, messages: Mailbox<RPC.Message>): void {
  const decoder = new FrameDecoder(MIB + KIB)
  listen(
    stream,
    (chunk) => {
      for (const bytes of decoder.push(chunk))
        for (const one of RPC.decode(bytes).messages) messages.push(one)
    },
    () => {}
  )
}
