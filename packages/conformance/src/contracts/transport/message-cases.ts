import type { IncomingMessage } from '@ailee/protocol'
import { numbered, numberOf, patient, patterned } from './payloads.js'
import type { TransportCase } from './transport-contract.js'

/** One-way messages. */
export const messageCases: readonly TransportCase[] = [
  {
    name: 'a message reaches its handler once, and only that of its type',
    async run({ near, far }, check) {
      const status: IncomingMessage[] = []
      const other: IncomingMessage[] = []
      far.handle('WORKER_STATUS', async (message) => void status.push(message))
      far.handle('HEARTBEAT', async (message) => void other.push(message))
      await near.send(far.nodeId, { type: 'WORKER_STATUS', payload: patterned(9) })
      await check.until('the message', () => status.length > 0)
      await near.send(far.nodeId, { type: 'HEARTBEAT', payload: patterned(1) })
      await check.until('the other message', () => other.length > 0)
      check.equal([status.length, other.length], [1, 1])
      check.equal([status[0]?.from, status[0]?.payload], [near.nodeId, patterned(9)])
    }
  },
  {
    name: 'messages of one peer reach their handlers in order',
    async run({ near, far }, check) {
      const numbers: number[] = []
      far.handle('WORKER_STATUS', async ({ payload }) => void numbers.push(numberOf(payload)))
      const count = 300
      await Promise.all(
        Array.from({ length: count }, (_, index) =>
          near.send(far.nodeId, { type: 'WORKER_STATUS', payload: numbered(index) })
        )
      )
      await check.until('all messages', () => numbers.length >= count)
      check.equal(numbers, [...Array(count).keys()])
    }
  },
  {
    name: 'a handler that fails, and one that is not there, are no concern of the sender',
    async run({ near, far }, check) {
      let arrived = 0
      far.handle('WORKER_STATUS', async () => {
        arrived += 1
        throw new Error('the handler failed')
      })
      far.handle('GET_TASK', async ({ payload }) => ({ type: 'TASK_STATUS', payload }))
      await near.send(far.nodeId, { type: 'WORKER_STATUS', payload: numbered(1) })
      await near.send(far.nodeId, { type: 'HEARTBEAT', payload: numbered(2) })
      await near.send(far.nodeId, { type: 'WORKER_STATUS', payload: numbered(3) })
      await check.until('both messages', () => arrived === 2)
      const reply = await near.request(far.nodeId, { type: 'GET_TASK', payload: numbered(4) }, patient)
      check.equal(numberOf(reply.payload), 4)
    }
  },
  {
    name: 'a message whose signal has aborted is not sent',
    async run({ near, far }, check) {
      const numbers: number[] = []
      far.handle('WORKER_STATUS', async ({ payload }) => void numbers.push(numberOf(payload)))
      const reason = new Error('no longer wanted')
      const signal = AbortSignal.abort(reason)
      const aborted = near.send(far.nodeId, { type: 'WORKER_STATUS', payload: numbered(1) }, { signal })
      await check.reason(aborted, reason, 'send')
      await near.send(far.nodeId, { type: 'WORKER_STATUS', payload: numbered(2) })
      await check.until('the next message', () => numbers.length > 0)
      check.equal(numbers, [2])
    }
  },
  {
    name: 'whom nobody has met cannot be reached',
    async run({ near, stranger }, check) {
      const message = { type: 'WORKER_STATUS', payload: numbered(1) } as const
      await check.code(near.send(stranger, message), 'TASK_STREAM_PEER_UNREACHABLE', 'send')
      await check.code(near.request(stranger, message, patient), 'TASK_STREAM_PEER_UNREACHABLE', 'request')
    }
  }
]
