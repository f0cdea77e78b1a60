import type { Context } from '../case.js'
import { expect, NotApplicable, Violation } from '../errors.js'
import { type GossipMessage, isCopyOf } from '../raw/gossip-author.js'
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
  throw silence(context, `no message that is right was passed on within ${context.patience.stepMs} ms`)
}

/** Waits until the target has passed a message on. `what` names it. */
export async function passedOn(
  { watcher }: Pick<WatchedGossip, 'watcher'>,
  message: GossipMessage,
  about: { what: string; context: Context }
): Promise<void> {
  const { what, context } = about
  if (await watcher.messages.sees(isCopyOf(message), context.patience.stepMs)) return
  throw silence(context, `${what} was not passed on`)
}

/** How long a message is watched for that may be passed on later than one that came after it: they are judged side by side. */
const LATE_MS = 300

/** To be called once what was sent behind them has been passed on: none of these is. */
export async function notPassedOn(
  { watcher: { messages } }: Pick<WatchedGossip, 'watcher'>,
  sent: readonly { what: string; message: GossipMessage }[]
): Promise<void> {
  await messages.sees((came) => sent.some(({ message }) => isCopyOf(message)(came)), LATE_MS)
  for (const { what, message } of sent)
    expect(!messages.items.some(isCopyOf(message)), `${what} was passed on`)
}

/**
 * Gossipsub distrusts many peers of one address, also those that have left, and a probe has many. Only on networks
 * where several nodes of one machine are usual it must not.
 */
function silence({ network }: Context, what: string): Error {
  if (network.startsWith('local') || network === 'regtest') return new Violation(what)
  return new NotApplicable(`${what}: it may distrust the address of the probe`)
}
