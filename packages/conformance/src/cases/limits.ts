import { type Envelope, encodeHello, TASK_PROTOCOL } from '@ailee/protocol'
import type { Connection } from '@libp2p/interface'
import type { Case, Context } from '../case.js'
import { OPEN_TIMEOUT_MS } from '../constants.js'
import { expect, expectEqual, NotApplicable } from '../errors.js'
import { patiently } from '../raw/patiently.js'
import { codeOf, type RawPeer } from '../raw/raw-peer.js'
import { isOf, probeHello, type TaskStream } from '../raw/task-stream.js'
import { Flood, offerPayload } from '../task/flood.js'
import { offences, shutOut, stillServed } from '../task/offences.js'
import { isTurnedAway } from '../task/turned-away.js'

const MAX_STREAMS = 8
const MAX_CONNECTIONS = 8
/** Far more than one a second can be counted as offences while they come. */
const MANY_REFUSALS = 200
/** A message trickles in, so that it is not silence that ends the stream. */
const TRICKLES = 6
const EARLY_MS = 1_000
const AGAIN_MS = 50

/** Floods until this many are refused. Throws NotApplicable if it could not flood. */
async function floodOf(
  peer: RawPeer,
  { stream, most, refusals }: { stream: TaskStream; most: number; refusals: number }
): Promise<Flood> {
  const flood = new Flood(peer, { stream, most })
  await flood.until(refusals)
  if (flood.limits.length > 0 || flood.isConclusive) return flood
  throw new NotApplicable(`only ${flood.sent} offers could be sent: too few to meet a bound`)
}

/** Sends one offer after the other until one is not refused for want of room: the bucket fills up again. */
async function takenAgain(peer: RawPeer, stream: TaskStream, { patience }: Context): Promise<void> {
  const until = Date.now() + patience.stepMs
  for (;;) {
    const requestId = await peer.request('TASK_OFFER', offerPayload())
    const isAbout = (envelope: Envelope): boolean => envelope.requestId === requestId
    const answers = [peer.inbox.find('an answer', isAbout), stream.answers.find('an answer', isAbout)]
    const code = codeOf(await Promise.any(answers))
    if (code !== 'RATE_LIMITED') return
    expect(Date.now() < until, 'a peer that waited is still refused with RATE_LIMITED')
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
  }
}

/** Section 19: bounds. */
export const limitCases: readonly Case[] = [
  {
    must: 'MUST-129',
    part: 'TASK_OFFER of one peer',
    async run(context) {
      const probe = await context.peer()
      const stream = await probe.join()
      const flood = await floodOf(probe, { stream, most: context.patience.offers, refusals: 1 })
      const [first] = flood.limits
      expect(first !== undefined, `${flood.sent} offers of one peer were taken without a RATE_LIMITED`)
      expect(first.retryAfterMs > 0, 'RATE_LIMITED comes without retry_after_ms')
      await takenAgain(probe, stream, context)
      await stillServed(probe, 'a peer that went over a bound')
      return `RATE_LIMITED after ${flood.sent} offers, of these alone, and other messages are answered`
    }
  },
  {
    must: 'MUST-130',
    part: 'a bound of one’s own',
    async run(context) {
      const eager = await context.peer()
      const most = context.patience.offers
      const { limits } = await floodOf(eager, { stream: await eager.join(), most, refusals: MANY_REFUSALS })
      if (limits.length === 0) throw new NotApplicable('it has no bound that the probe met')
      await stillServed(eager, 'a peer that went over a bound many times in a moment')
      const offender = await context.peer()
      await (await offences.badSignature(offender)).refusal()
      await (await offences.malformed(offender)).refusal()
      await (await offences.otherNetwork(offender, context.network)).refusal()
      const stream = await offender.join()
      const flood = new Flood(offender, { stream, most })
      await flood.until(MANY_REFUSALS)
      if (flood.limits.length === 0 && stream.answers.ended === undefined)
        throw new NotApplicable(`only ${flood.sent} offers could be sent: too few to meet a bound`)
      await shutOut(offender, 'a peer of 95 points that went over a bound')
      return `${MANY_REFUSALS} refusals in a moment are little, one on top of 95 points is a ban`
    }
  },
  {
    must: 'MUST-131',
    part: 'one peer',
    async run({ peer }) {
      const probe = await peer()
      const streams: TaskStream[] = []
      for (let count = 0; count < MAX_STREAMS; count += 1)
        streams.push(await (await probe.openTask()).greet())
      const ninth = await probe.openTask()
      ninth.send({ type: 'HELLO', payload: encodeHello(probeHello) })
      const answer = await ninth.answers.find('an answer', () => true)
      expect(isOf('STATUS')(answer), `stream ${MAX_STREAMS + 1} is answered with ${codeOf(answer)}`)
      expectEqual('its refusal', codeOf(answer), 'TASK_STREAM_TOO_MANY')
      const crowd = await peer()
      const deadline = AbortSignal.timeout(OPEN_TIMEOUT_MS)
      const connections: Connection[] = [await crowd.connect()]
      while (connections.length < MAX_CONNECTIONS)
        connections.push(await patiently(() => crowd.dial(deadline), deadline))
      expect(
        connections.every(({ status }) => status === 'open'),
        'of 8 connections some were closed'
      )
      const isOneMoreTaken = async (): Promise<boolean> => {
        const extra = await crowd.dial().catch(() => undefined)
        return extra !== undefined && !(await isClosed(extra))
      }
      const kept = await isTurnedAway(isOneMoreTaken, probe)
      expect(kept, `connection ${MAX_CONNECTIONS + 1} was taken`)
      await stillServed(crowd, 'a peer of 8 connections')
      return `stream ${MAX_STREAMS + 1} is TASK_STREAM_TOO_MANY, connection ${MAX_CONNECTIONS + 1} is closed`
    }
  },
  {
    must: 'MUST-132',
    slow: true,
    part: 'a message that comes too slowly',
    async run({ peer, patience }) {
      const stream = await (await (await peer()).openTask()).greet()
      const { frameMs, stepMs } = patience
      const isTooSlow = isOf('STATUS')
      const startedMs = Date.now()
      for (let count = 0; count < TRICKLES; count += 1) {
        stream.sendBytes(Uint8Array.from([0x20]))
        if (await stream.answers.sees(isTooSlow, (frameMs - EARLY_MS) / TRICKLES)) break
      }
      const waitedMs = Date.now() - startedMs
      const isEarly = stream.answers.items.some(isTooSlow) && waitedMs < frameMs - EARLY_MS
      expect(!isEarly, `a message was not waited for: it is refused after ${waitedMs} ms`)
      const status = await stream.answers.find('the refusal of a slow message', isTooSlow, EARLY_MS + stepMs)
      expectEqual('its refusal', codeOf(status), 'TASK_STREAM_TOO_SLOW')
      return `TASK_STREAM_TOO_SLOW after ${Math.round((Date.now() - startedMs) / 1000)} s`
    }
  }
]

/** What a target does with a connection that it does not want is seen when a stream is asked of it. */
async function isClosed(connection: Connection): Promise<boolean> {
  const signal = AbortSignal.timeout(OPEN_TIMEOUT_MS)
  try {
    await connection.newStream(TASK_PROTOCOL, { signal })
    return false
  } catch {
    return connection.status !== 'open'
  }
}
