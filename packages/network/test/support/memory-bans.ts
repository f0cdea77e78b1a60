import type { Ban, BanStore } from '../../src/index.js'

/** Bans in memory: what a restart finds again. */
export class MemoryBans implements BanStore {
  readonly records = new Map<string, Ban>()

  async *list(): AsyncIterable<{ record: Ban }> {
    for (const record of [...this.records.values()]) yield { record }
  }

  async save(ban: Ban): Promise<void> {
    this.records.set(ban.nodeId, ban)
  }

  async remove(nodeId: string): Promise<void> {
    this.records.delete(nodeId)
  }
}
