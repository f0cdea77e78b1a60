import type { Hello } from '@ailee/protocol'
import type { Must } from './musts.js'
import type { Patience } from './patience.js'
import type { GossipPeer } from './raw/gossip-peer.js'
import type { RawPeer } from './raw/raw-peer.js'

/** What a case works with. */
export interface Context {
  network: string
  /** Multiaddr of the target, and its node id. */
  target: string
  nodeId: string
  /** What the target says of itself; undefined if it says nothing. */
  hello: Hello | undefined
  /** Key of the private network that the target is on; undefined if it is on none. */
  networkKey: Uint8Array | undefined
  /** False for a coordinator that does not take tasks of the probe. */
  admitted: boolean
  patience: Patience
  /** A fresh peer with a key of its own; stopped when the case ends. */
  peer(): Promise<RawPeer>
  /** A fresh peer that speaks gossipsub with the target. NotApplicable if the target does not. */
  gossiper(init?: { listens?: boolean }): Promise<GossipPeer>
  /** Calls this when the case ends. */
  defer(stop: () => Promise<void>): void
}

/** One check of one requirement. */
export interface Case {
  must: Must
  /** What is checked, where that is less than all of the requirement. */
  part?: string
  /** The case says nothing about targets without this role. */
  role?: 'coordinator' | 'worker'
  /** It is about coordinators that do not take tasks of the probe too. */
  uninvited?: boolean
  /** It brings peers that gossip. Of these one at a time: many peers of one address are not trusted. */
  gossips?: boolean
  /** It mostly waits, so it is started first. */
  slow?: boolean
  /** Gives a detail, or throws a Violation, or NotApplicable. Anything else that is thrown fails it too. */
  run(context: Context): Promise<string>
}
