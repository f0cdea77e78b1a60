import type { NodeId } from '@ailee/core'
import { LruMap } from '../collections/lru-map.js'
import { MAX_PENALISED_PEERS, PENALTY_HALF_LIFE_MS } from '../constants.js'

interface Account {
  points: number
  atMs: number
}

/** Points of peers, which add up and fade. Bounded: past the bound the peer that was quiet longest is forgotten. */
export class PenaltyBook {
  readonly #accounts = new LruMap<NodeId, Account>(MAX_PENALISED_PEERS)

  /** Adds points and returns the sum. `nowMs` is monotonic. */
  add(peer: NodeId, points: number, nowMs: number): number {
    const sum = this.points(peer, nowMs) + points
    this.#accounts.set(peer, { points: sum, atMs: nowMs })
    return sum
  }

  points(peer: NodeId, nowMs: number): number {
    const account = this.#accounts.get(peer)
    if (account === undefined) return 0
    return account.points * 0.5 ** ((nowMs - account.atMs) / PENALTY_HALF_LIFE_MS)
  }

  clear(peer: NodeId): void {
    this.#accounts.delete(peer)
  }
}
