import type { NodeId } from '@ailee/core'

/** A peer that is not let in for a while. Times are Unix milliseconds. */
export interface Ban {
  nodeId: NodeId
  /** The offence that was one too many. */
  code: string
  /** Which of the peer's bans this is, from 1: each is longer than the last. */
  strikes: number
  bannedAtMs: number
  untilMs: number
}

/** Where bans outlive a restart. */
export interface BanStore {
  list(): AsyncIterable<{ record: Ban }>
  save(ban: Ban): Promise<void>
  remove(nodeId: NodeId): Promise<void>
}
