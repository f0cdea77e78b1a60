import { setImmediate as turn } from 'node:timers/promises'
import { decodeCredit, decodeStatus, encodeTaskOffer, type Status } from '@ailee/protocol'
import type { RawPeer } from '../raw/raw-peer.js'
import { isOf, type TaskStream } from '../raw/task-stream.js'
import { submission } from './submission.js'

const MAX_BATCH = 256
/** How long a flood lasts at most. */
const FLOOD_MS = 5_000

/** An offer that every node can decode, and none takes from a client. */
export function offerPayload(): Uint8Array {
  const { spec, requirements } = submission().submit
  const { moduleHash, moduleBytes, inputBytes, limits } = spec
  const offer = { moduleHash, moduleBytes, inputBytes, limits, requirements, maxCost: 1n }
  return encodeTaskOffer({ ...offer, taskId: '00'.repeat(32), attempt: 1, closesAtMs: Date.now() + 60_000 })
}

/** Offers, sent as fast as credit lets them: of all messages a node takes the fewest of these. */
export class Flood {
  readonly #peer: RawPeer
  readonly #stream: TaskStream
  readonly #payload = offerPayload()
  readonly #most: number
  readonly #limits: Status[] = []
  #sent = 0
  #room = { messages: 0, bytes: 0 }
  #read = 0

  /** `stream`: one on which only HELLO has been said. */
  constructor(peer: RawPeer, { stream, most }: { stream: TaskStream; most: number }) {
    this.#peer = peer
    this.#stream = stream
    this.#most = most
  }

  /** How many were sent. */
  get sent(): number {
    return this.#sent
  }

  /** Refusals for want of room. */
  get limits(): readonly Status[] {
    return this.#limits
  }

  /** Sends until this many were refused with RATE_LIMITED, the peer is cut off, or nothing seems to bound it. */
  async until(refusals: number): Promise<void> {
    const endMs = Date.now() + FLOOD_MS
    while (this.#limits.length < refusals && this.#sent < this.#most && Date.now() < endMs) {
      this.#readAnswers()
      if (this.#stream.answers.ended !== undefined || this.#peer.connected.ended !== undefined) break
      this.#sendBatch()
      await turn()
    }
  }

  /** True if it sent so much that whoever bounds offers must have refused some. */
  get isConclusive(): boolean {
    return this.#sent >= this.#most
  }

  #sendBatch(): void {
    const bytes = this.#peer.sizeOf({ type: 'TASK_OFFER', payload: this.#payload, requestId: 2 ** 50 })
    const count = Math.min(this.#room.messages, Math.floor(this.#room.bytes / bytes), MAX_BATCH)
    if (count === 0) return
    this.#stream.send(
      ...Array.from({ length: count }, () => ({
        type: 'TASK_OFFER' as const,
        payload: this.#payload,
        requestId: this.#peer.nextRequestId()
      }))
    )
    this.#sent += count
    this.#room.messages -= count
    this.#room.bytes -= count * bytes
  }

  #readAnswers(): void {
    const { items } = this.#stream.answers
    for (; this.#read < items.length; this.#read += 1) {
      const envelope = items[this.#read]
      if (envelope === undefined) continue
      if (isOf('CREDIT')(envelope)) {
        const { messages, bytes } = decodeCredit(envelope.payload)
        this.#room.messages += messages
        this.#room.bytes += bytes
      } else if (isOf('STATUS')(envelope) && envelope.requestId !== 0) {
        const status = decodeStatus(envelope.payload)
        if (status.code === 'RATE_LIMITED') this.#limits.push(status)
      }
    }
  }
}
