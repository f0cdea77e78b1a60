import { encodeHello, TASK_PROTOCOL } from '@ailee/protocol'
import type { Context } from '../case.js'
import { expect } from '../errors.js'
import { codeOf, type RawPeer } from '../raw/raw-peer.js'
import { isOf, probeHello, type TaskStream } from '../raw/task-stream.js'
import { unknownTaskCancel, unknownTaskQuery } from './unknown-task.js'

/** What a peer can do wrong, each on a stream of its own, by the points of section 19. */
export const offences = {
  /** 60 points. */
  badSignature: async (peer: RawPeer): Promise<TaskStream> => {
    const stream = await (await peer.openTask()).greet()
    const payload = unknownTaskCancel()
    const good = await peer.signer.message('CANCEL_TASK', payload)
    const signature = { ...good, signature: new Uint8Array(64).fill(1) }
    stream.send({ type: 'CANCEL_TASK', payload, requestId: peer.nextRequestId(), signature })
    return stream
  },
  /** 30 points. */
  malformed: async (peer: RawPeer): Promise<TaskStream> => {
    const stream = await (await peer.openTask()).greet()
    stream.sendBytes(Uint8Array.from([2, 0xff, 0xff]))
    return stream
  },
  /** 5 points. */
  otherNetwork: async (peer: RawPeer, network: string): Promise<TaskStream> => {
    const stream = await peer.openTask()
    const other = network === 'local' ? 'regtest' : 'local'
    stream.send({ type: 'HELLO', payload: encodeHello(probeHello), network: other })
    return stream
  }
}

/** Throws a Violation unless the peer is still answered. */
export async function stillServed(peer: RawPeer, what: string): Promise<void> {
  const stream = await peer.join().catch((error: unknown) => {
    expect(false, `${what} is served no more: ${error instanceof Error ? error.message : ''}`)
  })
  const requestId = peer.nextRequestId()
  stream.send({ type: 'GET_TASK', payload: unknownTaskQuery(), requestId })
  const reply = await peer.reply(requestId)
  expect(isOf('STATUS')(reply), `${what} is answered with ${codeOf(reply)}`)
}

/** Throws a Violation unless the peer's connection ends. */
export async function shutOut(peer: RawPeer, what: string): Promise<void> {
  await peer.connected.finished(`the end of the connection of ${what}`)
}

/** Connects anew and says HELLO. True if that is answered with credit. */
export async function letIn(peer: RawPeer, { patience }: Pick<Context, 'patience'>): Promise<boolean> {
  const deadline = AbortSignal.timeout(patience.stepMs)
  try {
    const connection = await peer.dial(deadline)
    const stream = peer.taskStream(await connection.newStream(TASK_PROTOCOL, { signal: deadline }))
    await stream.greet()
    return true
  } catch {
    return false
  }
}
