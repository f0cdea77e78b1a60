import {
  concatBytes,
  decodeTelemetrySample,
  OFFERS_TOPIC,
  TELEMETRY_TOPIC,
  type TelemetrySample
} from '@ailee/protocol'
import type { Case, Context } from '../case.js'
import { expect, expectEqual } from '../errors.js'
import { GossipAuthor, type GossipMessage, gossipIdOf, isCopyOf } from '../raw/gossip-author.js'
import { unknownField } from '../raw/raw-envelope.js'
import { shutOut, stillServed } from '../task/offences.js'
import { sampleOf, signedSample } from '../task/sample.js'
import { notPassedOn, passedOn, watchedGossip } from '../task/watched-gossip.js'

/** With it a sample has more than 8 KiB. */
const padding = unknownField(8 * 1024)
const garbage = Uint8Array.from([0xff])
const ASKED_AGAIN_MS = 300
const REJECTED = 2
/** Enough to be banned, were each of them an offence of 10 points; few enough that each is judged. */
const BOASTS = 12

const unbelievable: Partial<TelemetrySample> = { gflops: 10 ** 8, bandwidthMbps: 10 ** 8, powerWatts: 1 }

/** Messages that must not be passed on, each as an author signs it. */
type Fault = [what: string, make: (author: GossipAuthor) => Promise<GossipMessage>]

/** By who sends them: two that are rejected, or one and those that are ignored. */
function faultsOf({ network, nodeId }: Context): Fault[][] {
  const sample = (what: string, change: Partial<TelemetrySample>): Fault => [
    what,
    (author) => signedSample(author, network, change)
  ]
  const now = Date.now()
  return [
    [
      [
        'one of more than 8 KiB',
        (author) => author.sign(TELEMETRY_TOPIC, concatBytes(sampleOf(network, author.nodeId), padding))
      ],
      sample('a load of 200 %', { cpuUtilization: 2 })
    ],
    [
      ['one that does not decode', (author) => author.sign(TELEMETRY_TOPIC, garbage)],
      sample('a temperature that is not a number', { temperatureCelsius: Number.NaN })
    ],
    [
      ['a malformed announcement', (author) => author.sign(OFFERS_TOPIC, garbage)],
      sample('one of another network', { network: network === 'local' ? 'regtest' : 'local' })
    ],
    [
      sample('one that names another node', { nodeId }),
      sample('one of a minute ago', { timestampMs: now - 60_000 }),
      sample('one of the next minute', { timestampMs: now + 60_000 }),
      sample('one whose sequence has been', { sequence: 0 })
    ]
  ]
}

/** Section 9. */
export const gossipCases: readonly Case[] = [
  {
    must: 'MUST-050',
    gossips: true,
    async run(context) {
      const { sender } = await watchedGossip(context)
      const message = await signedSample(sender.author, context.network)
      // Subscribed to nothing, so what comes is an answer.
      const asker = await context.gossiper()
      sender.send(message)
      const until = Date.now() + context.patience.stepMs
      do {
        asker.want(gossipIdOf(message))
        if (await asker.messages.sees(isCopyOf(message), ASKED_AGAIN_MS))
          return 'a message is given to who asks for it by this id'
      } while (Date.now() < until)
      expect(false, 'it does not know a message by the id of the specification')
    }
  },
  {
    must: 'MUST-051',
    gossips: true,
    async run(context) {
      const watched = await watchedGossip(context)
      const sent: { what: string; message: GossipMessage }[] = []
      for (const faults of faultsOf(context)) {
        // Few offenders with few faults each: more would cost one its connection, or all peers of this address their trust.
        const offender = await context.gossiper()
        for (const [what, make] of faults) {
          const before = await signedSample(offender.author, context.network)
          const message = await make(offender.author)
          const after = await signedSample(offender.author, context.network)
          offender.send(before)
          await passedOn(watched, before, { what: `what was sent before ${what}`, context })
          offender.send(message, after)
          await passedOn(watched, after, { what: `what was sent after ${what}`, context })
          sent.push({ what, message })
        }
        await offender.peer.stop()
      }
      await notPassedOn(watched, sent)
      await rejectsCount(context)
      return `${sent.length} kinds of bad messages are not passed on, good ones before and after them are`
    }
  },
  {
    must: 'MUST-052',
    gossips: true,
    async run(context) {
      const watched = await watchedGossip(context)
      const author = await GossipAuthor.create()
      const message = await signedSample(author, context.network)
      const forged = { ...message, signature: new Uint8Array(64) }
      const forger = await context.gossiper()
      const mark = await signedSample(forger.author, context.network)
      forger.send(forged, mark)
      await passedOn(watched, mark, { what: 'what was sent after the forged copy', context })
      watched.sender.send(message)
      await passedOn(watched, message, { what: 'the true message after its forged copy', context })
      return 'a message is passed on although a forged copy of it came first'
    }
  },
  {
    must: 'MUST-053',
    gossips: true,
    role: 'worker',
    part: 'that nothing is told as 0 that cannot be 0',
    async run({ gossiper, nodeId, network }) {
      const listener = await gossiper({ listens: true })
      const isItsOwn = ({ topic, data }: { topic: string; data?: Uint8Array }): boolean =>
        topic === TELEMETRY_TOPIC && data !== undefined && decodeTelemetrySample(data).nodeId === nodeId
      const { data = new Uint8Array() } = await listener.messages.find('a sample of its own', isItsOwn)
      const sample = decodeTelemetrySample(data)
      expectEqual('its network', sample.network, network)
      const { totalMemoryBytes, availableMemoryBytes, gflops, bandwidthMbps, powerWatts } = sample
      const measured = { totalMemoryBytes, gflops, bandwidthMbps, powerWatts }
      for (const [what, value] of Object.entries(measured)) expect(value !== 0, `${what} is told as 0`)
      if (totalMemoryBytes !== undefined && availableMemoryBytes !== undefined)
        expect(availableMemoryBytes <= totalMemoryBytes, 'more memory is available than there is')
      expect(sample.slotsFree <= sample.slots, 'more slots are free than there are')
      const told = Object.entries(measured).flatMap(([what, value]) => (value === undefined ? [] : [what]))
      return `it tells ${told.join(', ') || 'none of those'}`
    }
  },
  {
    must: 'MUST-143',
    gossips: true,
    async run(context) {
      const { sender, watcher } = await watchedGossip(context)
      for (let count = 0; count < BOASTS; count += 1) {
        const boast = await signedSample(sender.author, context.network, unbelievable)
        sender.send(boast)
        await passedOn({ watcher }, boast, { what: 'a sample that nobody can believe', context })
      }
      await stillServed(sender.peer, 'a peer whose machine claims what cannot be')
      return `${BOASTS} samples that nobody can believe cost nothing`
    }
  }
]

/** A few messages that are rejected cost the peer that passed them on its connection; those that are ignored do not. */
async function rejectsCount(context: Context): Promise<void> {
  const { network, nodeId } = context
  const late = await context.gossiper()
  const liar = await context.gossiper()
  for (let count = 0; count < REJECTED; count += 1) {
    late.send(await signedSample(late.author, network, { timestampMs: Date.now() - 60_000 }))
    liar.send(await signedSample(liar.author, network, { nodeId }))
  }
  await shutOut(liar.peer, `a peer that passed on ${REJECTED} forged messages`)
  await stillServed(late.peer, `a peer that passed on ${REJECTED} late messages`)
}
