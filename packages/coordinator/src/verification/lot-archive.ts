import type { Clock, NodeId } from '@ailee/core'
import { type LotRecord, writeLotFile } from '@ailee/market'
import type { ContentBlobs } from '@ailee/protocol'
import type { ClosedLotRecord, LotRepository } from '@ailee/store'

/** Keeps closed lots, with their secrets, for whoever wants to check that the audits they wanted were made. */
export class LotArchive {
  readonly #lots: LotRepository
  readonly #blobs: ContentBlobs
  readonly #clock: Clock
  readonly #network: string
  readonly #nodeId: NodeId

  constructor(components: {
    lots: LotRepository
    blobs: ContentBlobs
    clock: Clock
    network: string
    nodeId: NodeId
  }) {
    this.#lots = components.lots
    this.#blobs = components.blobs
    this.#clock = components.clock
    this.#network = components.network
    this.#nodeId = components.nodeId
  }

  /** On disk before it resolves. Again for the same lot, it changes nothing. */
  async publish(record: LotRecord, targetErrorPpm: number): Promise<void> {
    const { commitment: lot, catches, draws } = record
    if (draws.length === 0 || (await this.#lots.get(lot)) !== undefined) return
    const file = { network: this.#network, coordinator: this.#nodeId, targetErrorPpm, record }
    const bytes = new TextEncoder().encode(writeLotFile(file))
    const blobHash = await this.#blobs.put(bytes)
    const closed = { lot, closedAtMs: this.#clock.now(), targetErrorPpm, draws: draws.length, catches }
    await this.#lots.save({ ...closed, blobHash, blobBytes: bytes.length })
  }

  find(lot: string): Promise<ClosedLotRecord | undefined> {
    return this.#lots.get(lot)
  }

  async file(lot: string): Promise<Uint8Array | undefined> {
    const closed = await this.find(lot)
    return closed && this.#blobs.get(closed.blobHash)
  }

  async newest(limit: number): Promise<ClosedLotRecord[]> {
    const found: ClosedLotRecord[] = []
    for await (const record of this.#lots.list({ limit })) found.push(record)
    return found
  }
}
