import { setTimeout as delay } from 'node:timers/promises'
import { codeOf, probeHello, RawSigner, rawEnvelopeBytes, type TaskStream } from '@ailee/conformance/raw'
import { systemRandom } from '@ailee/core'
import {
  bytesToHex,
  CREDIT_WINDOW_MESSAGES,
  encodeCancelTask,
  encodeHello,
  encodeReturnLease,
  encodeRevokeLease,
  frame,
  HASH_BYTES
} from '@ailee/protocol'
import type { AttackName } from './attack.js'
import type { Attacker } from './attacker.js'
import { floodGossip, forgeGossip } from './gossip-attacks.js'

/** More than make a ban of the lightest offence. */
const MANY = 30
/** What libp2p lets one address do. */
const CONNECTIONS_PER_SECOND = 5

/** A signed request that any node answers once its signature has passed, and none holds against the sender. */
const cancel = (): Uint8Array => encodeCancelTask({ taskId: bytesToHex(systemRandom.bytes(HASH_BYTES)) })

const hello = ({ init }: Attacker): Uint8Array =>
  rawEnvelopeBytes(init.network, { type: 'HELLO', payload: encodeHello(probeHello) })

/** Each attack, to its end: a ban, or whatever else the target does about it. */
export const attacks: Record<AttackName, (attacker: Attacker) => Promise<void>> = {
  oversize: (attacker) =>
    attacker.offend((stream) => stream.sendBytes(Uint8Array.of(0x80, 0x80, 0x80, 0x7f))),
  truncated: (attacker) =>
    attacker.offend((stream) => stream.sendBytes(frame(hello(attacker).subarray(0, -3)))),
  'wrong version': (attacker) =>
    attacker.offend((stream) => {
      const newer = Uint8Array.from(hello(attacker))
      // Field 1 comes first: 08 01.
      newer[1] = 2
      stream.sendBytes(frame(newer))
    }),
  'wrong network': (attacker) =>
    attacker.offend((stream) =>
      stream.sendBytes(
        frame(rawEnvelopeBytes('local-elsewhere', { type: 'HELLO', payload: encodeHello(probeHello) }))
      )
    ),
  reordered: (attacker) =>
    attacker.offend((stream) =>
      stream.send({ type: 'GET_TASK', requestId: 1 }, { type: 'HELLO', payload: encodeHello(probeHello) })
    ),
  'bad signature': (attacker) =>
    attacker.offend(async (stream) => {
      await stream.greet()
      const signature = await attacker.peer.signer.message('CANCEL_TASK', cancel())
      stream.send({ type: 'CANCEL_TASK', requestId: 1, payload: cancel(), signature })
    }),
  'forged sender': (attacker) => {
    const stranger = new RawSigner(systemRandom.bytes(32), attacker.init.network)
    return attacker.offend(async (stream) => {
      await stream.greet()
      const payload = cancel()
      const signature = await stranger.message('CANCEL_TASK', payload)
      stream.send({ type: 'CANCEL_TASK', requestId: 1, payload, signature })
    })
  },
  replayed: async (attacker) => {
    const first = await greeted(attacker)
    const payload = cancel()
    const signature = await attacker.peer.signer.message('CANCEL_TASK', payload)
    first.send({ type: 'CANCEL_TASK', requestId: 1, payload, signature })
    await first.stream.close()
    const later = await greeted(attacker)
    for (let copy = 0; copy < MANY && later.answers.ended === undefined; copy += 1) {
      later.send({ type: 'CANCEL_TASK', requestId: 2 + copy, payload, signature })
      await delay(10)
    }
    await attacker.refusal(later)
  },
  duplicated: async (attacker) => {
    const stream = await greeted(attacker)
    for (let pair = 0; pair < MANY; pair += 1) {
      const payload = cancel()
      const signature = await attacker.peer.signer.message('CANCEL_TASK', payload)
      const message = { type: 'CANCEL_TASK', payload, signature } as const
      if (stream.answers.ended !== undefined) break
      stream.send({ ...message, requestId: 2 * pair + 1 }, { ...message, requestId: 2 * pair + 2 })
      await delay(10)
    }
    await attacker.refusal(stream)
  },
  'unknown type': async (attacker) => {
    // Through the stream that is retried, as a busy machine may take several attempts.
    const first = await greeted(attacker)
    await first.stream.close()
    await attacker.peer.join()
    for (let count = 0; count < MANY; count += 1) {
      const requestId = attacker.peer.nextRequestId()
      await attacker.peer.say('GET_TASK', new Uint8Array(), { type: 999, requestId })
      attacker.told(codeOf(await attacker.peer.reply(requestId)))
    }
  },
  'half-open': async (attacker) => {
    // One by one: libp2p resets what comes all at once before a connection is ready.
    const streams: (TaskStream | undefined)[] = []
    while (streams.length < SILENT_STREAMS) streams.push(await attacker.stream())
    // After its own connection, which has to get past the same bounds.
    const sockets = attacker.silentSockets(SILENT_SOCKETS)
    await Promise.all(streams.map((stream) => stream && attacker.once(stream, sendByte)))
    await sockets
  },
  'slow loris': async (attacker) => {
    for (let round = 0; round < (attacker.init.patient ? 2 : 1) && isIn(attacker, round); round += 1) {
      const streams = await Promise.all(Array.from({ length: GREETED_STREAMS }, () => greeted(attacker)))
      await Promise.all(streams.map((stream) => attacker.once(stream, trickle)))
    }
  },
  'credit violation': (attacker) => {
    const answered = { leaseId: 1n, code: 'X' }
    const message =
      attacker.init.role === 'coordinator'
        ? ({ type: 'RETURN_LEASE', payload: encodeReturnLease(answered) } as const)
        : ({ type: 'REVOKE_LEASE', payload: encodeRevokeLease(answered) } as const)
    return attacker.offend(async (stream) => {
      await stream.greet()
      // In one piece: what is handled between two pieces has its credit back.
      stream.send(...Array.from({ length: CREDIT_WINDOW_MESSAGES + 1 }, () => message))
    })
  },
  'flood of streams': async (attacker) => {
    const streams: TaskStream[] = []
    for (let count = 0; count < 20 * MANY; count += 1) {
      const stream = await attacker.stream().catch(() => undefined)
      if (stream === undefined) break
      streams.push(stream)
      await stream.greet().catch(() => {})
    }
    await attacker.shutOut(5000)
    for (const stream of streams) attacker.noteAnswers(stream)
  },
  'flood of connections': async (attacker) => {
    for (let count = 0; count < 5 * MANY; count += 1) {
      await attacker.dialAnew()
      await delay(1000 / CONNECTIONS_PER_SECOND)
      if (count > CONNECTIONS_PER_SECOND && !attacker.connected) return
    }
  },
  'flood of gossip': floodGossip,
  'forged gossip': forgeGossip
}

const SILENT_SOCKETS = 200
/** Times 10 points. */
const SILENT_STREAMS = 12
/** As many as a peer may have. */
const GREETED_STREAMS = 8

async function greeted(attacker: Attacker): Promise<TaskStream> {
  const stream = await attacker.stream()
  if (stream === undefined) throw new Error('shut out before it did anything')
  return stream.greet()
}

/** One byte, so that the target has a stream to wait at. */
function sendByte(stream: TaskStream): void {
  stream.sendBytes(Uint8Array.of(0x80))
}

/** The first round is before any connection. */
const isIn = (attacker: Attacker, round: number): boolean => round === 0 || attacker.connected

/** A message of 100 bytes, one a second. */
async function trickle(stream: TaskStream): Promise<void> {
  stream.sendBytes(Uint8Array.of(100, 1))
  while (stream.answers.ended === undefined) {
    await delay(1000)
    try {
      stream.sendBytes(Uint8Array.of(1))
    } catch {
      return
    }
  }
}
