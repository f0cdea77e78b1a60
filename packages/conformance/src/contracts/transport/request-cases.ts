import { AileeError, KIB } from '@ailee/core'
import type { IncomingMessage, OutgoingMessage } from '@ailee/protocol'
import { rejectionCode } from '../checks.js'
import { numbered, numberOf, patient, patterned, REQUEST_TIMEOUT_MS } from './payloads.js'
import type { TransportCase } from './transport-contract.js'

const SECRET = 'the file /root/secret is absent'

const echo = async ({ payload }: IncomingMessage): Promise<OutgoingMessage> => {
  return { type: 'TASK_STATUS', payload }
}

const never = (): Promise<undefined> => new Promise(() => {})

/** Requests and what comes back. */
export const requestCases: readonly TransportCase[] = [
  {
    name: 'a request gets the reply of its handler, and each side is told who speaks',
    async run({ near, far }, check) {
      const asked: IncomingMessage[] = []
      far.handle('GET_TASK', async (message) => {
        asked.push(message)
        return { type: 'TASK_STATUS', payload: patterned(7) }
      })
      const reply = await near.request(far.nodeId, { type: 'GET_TASK', payload: patterned(5) }, patient)
      const message = asked[0]
      check.equal([asked.length, message?.type, message?.payload], [1, 'GET_TASK', patterned(5)])
      check.equal([message?.from, message?.principal], [near.nodeId, near.nodeId], 'who asks')
      check.equal([reply.type, reply.payload], ['TASK_STATUS', patterned(7)])
      check.equal([reply.from, reply.principal], [far.nodeId, far.nodeId], 'who answers')
    }
  },
  {
    name: 'every reply goes to its own request, in whatever order they are answered',
    async run({ near, far }, check) {
      const waiting: (() => void)[] = []
      far.handle('GET_TASK', async (message) => {
        await new Promise<void>((resolve) => waiting.push(resolve))
        return echo(message)
      })
      const count = 100
      const replies = Array.from({ length: count }, (_, index) =>
        near.request(far.nodeId, { type: 'GET_TASK', payload: numbered(index) }, patient)
      )
      await check.until('all requests to arrive', () => waiting.length === count)
      for (const answer of waiting.toReversed()) answer()
      const numbers = (await Promise.all(replies)).map((reply) => numberOf(reply.payload))
      check.equal(numbers, [...Array(count).keys()])
    }
  },
  {
    name: 'payloads arrive byte for byte, none as well as half a MiB',
    async run({ near, far }, check) {
      far.handle('GET_TASK', echo)
      for (const length of [0, 1, 127, 128, 16_384, 65_536, 500 * KIB]) {
        const payload = patterned(length)
        const reply = await near.request(far.nodeId, { type: 'GET_TASK', payload }, patient)
        check.equal(reply.payload, payload, `${length} bytes`)
      }
    }
  },
  {
    name: 'large requests pass both ways at once',
    async run({ near, far }, check) {
      near.handle('GET_TASK', echo)
      far.handle('GET_TASK', echo)
      const replies = await Promise.all(
        Array.from({ length: 12 }, (_, index) => {
          const [from, to] = index % 2 === 0 ? [near, far] : [far, near]
          const message = { type: 'GET_TASK', payload: patterned(300 * KIB + index) } as const
          return from.request(to.nodeId, message, patient)
        })
      )
      for (const [index, { payload }] of replies.entries()) check.equal(payload, patterned(300 * KIB + index))
    }
  },
  {
    name: 'messages that must be signed arrive as they were sent, from whoever sent them',
    async run({ near, far }, check) {
      const senders: string[] = []
      far.handle('SUBMIT_TASK', async (message) => {
        senders.push(message.from)
        return echo(message)
      })
      const sent = Array.from({ length: 20 }, (_, index) =>
        near.request(far.nodeId, { type: 'SUBMIT_TASK', payload: patterned(index) }, patient)
      )
      for (const [index, { payload }] of (await Promise.all(sent)).entries()) {
        check.equal(payload, patterned(index))
      }
      check.equal(senders, Array(20).fill(near.nodeId))
    }
  },
  {
    name: 'a second handler of a type replaces the first, and other types stay',
    async run({ near, far }, check) {
      const answering = (number: number) => async (): Promise<OutgoingMessage> => {
        return { type: 'TASK_STATUS', payload: numbered(number) }
      }
      far.handle('GET_TASK', answering(1))
      far.handle('LIST_TASKS', answering(2))
      far.handle('GET_TASK', answering(3))
      const ask = async (type: 'GET_TASK' | 'LIST_TASKS') =>
        numberOf((await near.request(far.nodeId, { type, payload: numbered(0) }, patient)).payload)
      check.equal([await ask('GET_TASK'), await ask('LIST_TASKS')], [3, 2])
    }
  },
  {
    name: 'a coded failure comes back with its code, any other tells nothing',
    async run({ near, far }, check) {
      far.handle('GET_TASK', async () => {
        throw new AileeError('QUEUE_FULL', 'try later')
      })
      far.handle('LIST_TASKS', async () => {
        throw new Error(SECRET)
      })
      const ask = (type: 'GET_TASK' | 'LIST_TASKS' | 'HEARTBEAT') =>
        near.request(far.nodeId, { type, payload: numbered(0) }, patient)
      await check.code(ask('GET_TASK'), 'QUEUE_FULL')
      await check.code(ask('HEARTBEAT'), 'UNSUPPORTED', 'a type without a handler')
      const failure = await ask('LIST_TASKS').catch((error: unknown) => error)
      check.equal(await rejectionCode(Promise.reject(failure)), 'INTERNAL')
      check.ok(!String(failure).includes(SECRET), 'what went wrong inside stays inside')
    }
  },
  {
    name: 'a request without an answer ends by its timeout, and by no other’s',
    async run({ near, far }, check) {
      let arrived = 0
      far.handle('GET_TASK', () => {
        arrived += 1
        return never()
      })
      far.handle('LIST_TASKS', echo)
      const message = { type: 'GET_TASK', payload: numbered(1) } as const
      const controller = new AbortController()
      const options = { ...patient, signal: controller.signal }
      const longer = rejectionCode(near.request(far.nodeId, message, options))
      await check.until('the request to arrive', () => arrived === 1)
      const short = near.request(far.nodeId, message, { timeoutMs: 50 })
      await check.code(short, 'TASK_STREAM_RESPONSE_TIMEOUT')
      const answered = await near.request(far.nodeId, { ...message, type: 'LIST_TASKS' }, patient)
      check.equal(numberOf(answered.payload), 1, 'the next request')
      controller.abort(new AileeError('STILL_OPEN', 'it was still open'))
      check.equal(await longer, 'STILL_OPEN', 'the longer request')
    }
  },
  {
    name: 'an answer after the timeout is dropped and disturbs nobody',
    async run({ near, far }, check) {
      const gate = Promise.withResolvers<void>()
      far.handle('GET_TASK', async (message) => {
        if (numberOf(message.payload) === 1) await gate.promise
        return echo(message)
      })
      const ask = (number: number, timeoutMs: number) =>
        near.request(far.nodeId, { type: 'GET_TASK', payload: numbered(number) }, { timeoutMs })
      await check.code(ask(1, 50), 'TASK_STREAM_RESPONSE_TIMEOUT')
      const next = ask(2, REQUEST_TIMEOUT_MS)
      gate.resolve()
      check.equal(numberOf((await next).payload), 2)
      check.equal(numberOf((await ask(3, REQUEST_TIMEOUT_MS)).payload), 3)
    }
  },
  {
    name: 'a request ends with the reason of its signal, before it is sent or after',
    async run({ near, far }, check) {
      let arrived = 0
      far.handle('GET_TASK', () => {
        arrived += 1
        return never()
      })
      far.handle('LIST_TASKS', echo)
      const message = { type: 'GET_TASK', payload: numbered(1) } as const
      const reason = new Error('no longer wanted')
      const aborted = { ...patient, signal: AbortSignal.abort(reason) }
      await check.reason(near.request(far.nodeId, message, aborted), reason, 'an aborted request')
      const controller = new AbortController()
      const waiting = near.request(far.nodeId, message, { ...patient, signal: controller.signal })
      await check.until('the request to arrive', () => arrived > 0)
      controller.abort(reason)
      await check.reason(waiting, reason, 'a waiting request')
      await near.request(far.nodeId, { ...message, type: 'LIST_TASKS' }, patient)
      check.equal(arrived, 1, 'the request that was aborted before it began did not arrive')
    }
  }
]
