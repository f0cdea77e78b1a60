import { encodeHello, MAX_ENVELOPE_BYTES } from '@ailee/protocol'
import type { Case } from '../case.js'
import { expectEqual } from '../errors.js'
import { rawFrame } from '../raw/raw-envelope.js'
import { isOf, probeHello } from '../raw/task-stream.js'
import { unknownTaskQuery } from '../task/unknown-task.js'

/** Section 3. */
export const framingCases: readonly Case[] = [
  {
    must: 'MUST-006',
    part: 'task streams',
    async run({ peer }) {
      const probe = await peer()
      await probe.join()
      await probe.ask('GET_TASK', unknownTaskQuery())
      return 'frames of both sides are read by the other'
    }
  },
  {
    must: 'MUST-007',
    async run({ peer }) {
      // Only the length is sent: a target that waits for the message never answers.
      const tooLong = MAX_ENVELOPE_BYTES + 1
      const prefixes = [
        [[(tooLong & 0x7f) | 0x80, ((tooLong >> 7) & 0x7f) | 0x80, tooLong >> 14], 'WIRE_TOO_LARGE'],
        [[0x80, 0x80, 0x80, 0x80], 'WIRE_MALFORMED']
      ] as const
      for (const [prefix, code] of prefixes) {
        const stream = await (await (await peer()).openTask()).greet()
        stream.sendBytes(Uint8Array.from(prefix))
        expectEqual('the refusal', await stream.refusal(), code)
      }
      return 'both bad prefixes are refused before a byte of the message'
    }
  },
  {
    must: 'MUST-008',
    async run({ peer, network }) {
      const probe = await peer()
      const stream = await probe.openTask()
      const hello = rawFrame(network, { type: 'HELLO', payload: encodeHello(probeHello) })
      for (const piece of [hello.subarray(0, 1), hello.subarray(1, 9), hello.subarray(9)]) {
        stream.sendBytes(piece)
        // Turns of the event loop apart, so that they are not joined on their way out.
        await new Promise((resolve) => setImmediate(resolve))
      }
      await stream.answers.find('CREDIT', isOf('CREDIT'))
      const requestIds = [1, 2, 3].map((id) => 2 ** 40 + id)
      const frames = requestIds.map((requestId) =>
        rawFrame(network, { type: 'GET_TASK', payload: unknownTaskQuery(), requestId })
      )
      const bytes = Buffer.concat(frames)
      const cut = bytes.length - 5
      stream.sendBytes(bytes.subarray(0, cut))
      stream.sendBytes(bytes.subarray(cut))
      for (const requestId of requestIds) {
        await probe.inbox.find(`the reply to ${requestId}`, (envelope) => envelope.requestId === requestId)
      }
      return 'a HELLO in three writes, and three requests in two'
    }
  }
]
