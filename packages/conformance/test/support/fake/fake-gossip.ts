import { createHash } from 'node:crypto'
import { errorCode, KIB, MIB } from '@ailee/core'
import {
  concatBytes,
  decodeCoordinatorAnnouncement,
  decodeEvidence,
  decodeTelemetrySample,
  EVIDENCE_TOPIC,
  evidenceId,
  FrameDecoder,
  frame,
  judgeEvidence,
  nodeIdFromPublicKey,
  portableVerifier,
  TELEMETRY_TOPIC
} from '@ailee/protocol'
import { RPC } from '@chainsafe/libp2p-gossipsub/message'
import { publicKeyFromRaw } from '@libp2p/crypto/keys'
import type { Connection, Libp2p, PrivateKey, Stream } from '@libp2p/interface'
import { listen } from '../../../src/raw/bytes-of.js'
import { GossipAuthor } from '../../../src/raw/gossip-author.js'
import { sampleOf } from '../../../src/task/sample.js'
import type { Broken } from './rules.js'

const MESHSUB = '/meshsub/1.1.0'
const MAX_SKEW_MS = 30_000
/** A PeerId's multihash begins with this many bytes before its key. */
const KEY_OFFSET = 6
const SIGNATURE_PREFIX = new TextEncoder().encode('libp2p-pubsub:')
const TELEMETRY_MS = 500
/** No machine of this time computes so much. */
const MAX_GFLOPS = 10 ** 7
/** How node ids begin that are written as CIDs. */
const CID_HEAD = 'bafz'

type Verdict = { accept: true } | { accept: false; code: string }

/** Section 9 of the specification, without meshes: what is accepted goes to everybody who listens. */
export class FakeGossip {
  readonly #host: Libp2p
  readonly #init: { network: string; broken: Broken; measures: boolean }
  readonly #author: GossipAuthor
  readonly #offended: (peer: string, code: string) => void
  readonly #listeners = new Map<string, Stream>()
  readonly #seen = new Set<string>()
  readonly #kept = new Map<string, RPC.Message>()
  readonly #latest = new Map<string, number>()
  readonly #convicted = new Set<string>()
  #timer: NodeJS.Timeout | undefined

  constructor(
    components: { host: Libp2p; privateKey: PrivateKey; offended(peer: string, code: string): void },
    init: { network: string; broken: Broken; measures: boolean }
  ) {
    this.#host = components.host
    this.#author = new GossipAuthor(components.privateKey)
    this.#offended = components.offended
    this.#init = init
  }

  async start(): Promise<void> {
    await this.#host.handle(MESHSUB, (stream, connection) => this.#take(stream, connection))
    if (this.#init.measures) this.#timer = setInterval(() => void this.#measure(), TELEMETRY_MS)
  }

  stop(): void {
    clearInterval(this.#timer)
  }

  /** Signs and sends something to everybody who listens. */
  async publish(topic: string, data: Uint8Array): Promise<void> {
    const message = await this.#author.sign(topic, data)
    for (const stream of this.#listeners.values()) write(stream, { messages: [message], subscriptions: [] })
  }

  async #measure(): Promise<void> {
    const powerWatts = this.#init.broken.inventsPower ? 0 : undefined
    await this.publish(TELEMETRY_TOPIC, sampleOf(this.#init.network, this.#author.nodeId, { powerWatts }))
  }

  #take(stream: Stream, connection: Connection): void {
    const peer = connection.remotePeer.toString()
    const decoder = new FrameDecoder(MIB + KIB)
    const back = connection.newStream(MESHSUB)
    // The peer may be gone before it is answered.
    back.catch(() => {})
    listen(
      stream,
      (chunk) => {
        for (const bytes of decoder.push(chunk)) {
          const rpc = RPC.decode(bytes)
          const listens = rpc.subscriptions.some(({ subscribe }) => subscribe)
          const asked = rpc.control?.iwant.flatMap(({ messageIDs }) => messageIDs) ?? []
          back
            .then((out) => {
              if (listens) this.#listeners.set(peer, out)
              for (const id of asked) this.#give(out, id)
            })
            .catch(() => {})
          for (const message of rpc.messages) this.#receive(peer, message).catch(() => {})
        }
      },
      () => void this.#listeners.delete(peer)
    )
  }

  #give(stream: Stream, id: Uint8Array): void {
    const message = this.#kept.get(Buffer.from(id).toString('hex'))
    if (message !== undefined) write(stream, { messages: [message], subscriptions: [] })
  }

  async #receive(peer: string, message: RPC.Message): Promise<void> {
    const { from = new Uint8Array(), seqno = new Uint8Array(), signature = new Uint8Array() } = message
    const covered = this.#init.broken.overlooksSignatures ? [from, seqno] : [from, seqno, signature]
    const key = hexDigest(...covered)
    if (this.#seen.has(key)) return
    this.#seen.add(key)
    const publicKey = publicKeyFromRaw(from.subarray(KEY_OFFSET))
    const { signature: _, key: __, ...unsigned } = message
    const signed = concatBytes(SIGNATURE_PREFIX, RPC.Message.encode(unsigned))
    if (!(await publicKey.verify(signed, signature))) return
    const verdict = this.#judge(nodeIdFromPublicKey(publicKey.raw), message)
    if (!verdict.accept) {
      if (verdict.code === 'EVIDENCE_INVALID' && this.#init.broken.forgivesFalseEvidence) return
      this.#offended(peer, verdict.code)
      return
    }
    const id = hexDigest(from, seqno).slice(0, 40)
    this.#kept.set(this.#init.broken.namesMessagesOtherwise ? hexDigest(seqno) : id, message)
    for (const [listener, stream] of this.#listeners)
      if (listener !== peer) write(stream, { messages: [message], subscriptions: [] })
  }

  #judge(publisher: string, { topic, data = new Uint8Array() }: RPC.Message): Verdict {
    try {
      return topic === EVIDENCE_TOPIC ? this.#judgeEvidence(data) : this.#judgeClaim(publisher, topic, data)
    } catch (error) {
      return { accept: false, code: errorCode(error) }
    }
  }

  /** Section 20: anybody may publish it, at any time. */
  #judgeEvidence(data: Uint8Array): Verdict {
    const { network, broken } = this.#init
    const evidence = decodeEvidence(data)
    if (evidence.network !== network) return { accept: false, code: 'WIRE_NETWORK_MISMATCH' }
    const id = evidenceId(evidence)
    if (this.#convicted.has(id) && !broken.passesEvidenceOnAgain)
      return { accept: false, code: 'GOSSIP_KNOWN' }
    const convicts = judgeEvidence(portableVerifier, evidence).valid
    if (!convicts && !broken.passesOnAnyEvidence) return { accept: false, code: 'EVIDENCE_INVALID' }
    this.#convicted.add(id)
    return { accept: true }
  }

  #judgeClaim(publisher: string, topic: string, data: Uint8Array): Verdict {
    const { network, broken } = this.#init
    const isSample = topic === TELEMETRY_TOPIC
    const value = isSample ? decodeTelemetrySample(data) : decodeCoordinatorAnnouncement(data)
    if (value.network !== network) return { accept: false, code: 'WIRE_NETWORK_MISMATCH' }
    const alias = broken.takesOtherTexts && value.nodeId.startsWith(CID_HEAD)
    if (value.nodeId !== publisher && !alias) return { accept: false, code: 'GOSSIP_PUBLISHER_FORGED' }
    const sequence = 'sequence' in value ? value.sequence : value.timestampMs
    const late = Math.abs(value.timestampMs - Date.now()) > MAX_SKEW_MS
    if (late && !broken.passesLateMessagesOn) return { accept: false, code: 'GOSSIP_CLOCK_SKEW' }
    const key = `${publisher} ${topic}`
    if (sequence <= (this.#latest.get(key) ?? -1)) return { accept: false, code: 'GOSSIP_STALE' }
    this.#latest.set(key, sequence)
    const boasts = 'gflops' in value && (value.gflops ?? 0) > MAX_GFLOPS
    if (boasts && broken.punishesBoasts) return { accept: false, code: 'WIRE_FIELD_INVALID' }
    return { accept: true }
  }
}

function write(stream: Stream, rpc: RPC): void {
  if (stream.status === 'open') stream.send(frame(RPC.encode(rpc)))
}

function hexDigest(...parts: Uint8Array[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}
