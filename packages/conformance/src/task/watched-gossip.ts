import type { Context } from '../case.js'
import { Violation } from '../errors.js'
import { isCopyOf } from '../raw/gossip-author.js'
import type { GossipPeer } from '../raw/gossip-peer.js'
import { signedSample } from './sample.js'

/** Two peers at one target: what the first sends and the target passes on comes to the second. */
export interface WatchedGossip {
  sender: GossipPeer
  watcher: GossipPeer
}

/** How often a message is sent anew while the target has not taken the watcher in. */
const ROUND_MS = 250

/** Brings both, and waits until a message has gone from one to the other. */
export async function watchedGossip(context: Context): Promise<WatchedGossip> {
  const watcher = await context.gossiper({ listens: true })
  const sender = await context.gossiper()
  const until = Date.now() + context.patience.stepMs
  while (Date.now() < until) {
    const message = await signedSample(sender.author, context.network)
    sender.send(message)
    if (await watcher.messages.sees(isCopyOf(message), ROUND_MS)) return { sender, watcher }
  }
  throw new Violation(`no message that is right was passed on within ${context.patience.stepMs} ms`)
}
