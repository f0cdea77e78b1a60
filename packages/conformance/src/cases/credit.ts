import {
  CREDIT_WINDOW_BYTES,
  CREDIT_WINDOW_MESSAGES,
  decodeCredit,
  MAX_ENVELOPE_BYTES
} from '@ailee/protocol'
import type { Case } from '../case.js'
import { expect, expectEqual } from '../errors.js'
import { UNKNOWN_FIELD_OVERHEAD, unknownField } from '../raw/raw-envelope.js'
import { isOf } from '../raw/task-stream.js'
import { heldSubmissions } from '../task/held-submissions.js'
import { unknownTaskQuery } from '../task/unknown-task.js'

/** Section 5: credit. */
export const creditCases: readonly Case[] = [
  {
    must: 'MUST-018',
    async run({ peer }) {
      const stream = await (await (await peer()).openTask()).greet()
      const credits = stream.answers.items.filter(isOf('CREDIT')).map(({ payload }) => decodeCredit(payload))
      const { messages, bytes } = stream.granted()
      expect(messages >= 1, 'the first CREDIT grants no message')
      expect(
        credits.every(
          (credit) => credit.messages <= CREDIT_WINDOW_MESSAGES && credit.bytes <= CREDIT_WINDOW_BYTES
        ),
        'a CREDIT grants more than a window'
      )
      return `${messages} messages and ${bytes} bytes`
    }
  },
  {
    must: 'MUST-019',
    role: 'coordinator',
    part: 'bytes',
    async run({ peer }) {
      const probe = await peer()
      const held = await heldSubmissions(probe, CREDIT_WINDOW_BYTES)
      // Free of charge, so it fits where nothing does.
      held.stream.send({ type: 'STATUS', requestId: 2 ** 50, reply: true, payload: held.anyStatus })
      held.release()
      for (const requestId of held.requestIds) await probe.reply(requestId)
      return `${held.requestIds.length} messages that fill the window to the byte, and a STATUS on top, are taken`
    }
  },
  {
    must: 'MUST-020',
    role: 'coordinator',
    part: 'bytes',
    async run({ peer }) {
      const probe = await peer()
      const held = await heldSubmissions(probe, CREDIT_WINDOW_BYTES + 1)
      const code = await held.stream.refusal()
      held.release()
      expectEqual('the refusal of one byte too many', code, 'TASK_STREAM_CREDIT_EXCEEDED')
      return 'one byte more than granted is refused'
    }
  },
  {
    must: 'MUST-021',
    part: 'that it is given back',
    async run({ peer }) {
      const probe = await peer()
      const stream = await probe.join()
      // Half a window at a time, so that there is credit for it whenever the halves before are given back.
      const halves = 3
      for (let half = 0; half < halves; half += 1) {
        const requestIds: number[] = []
        for (let count = 0; count < CREDIT_WINDOW_MESSAGES / 2; count += 1) {
          requestIds.push(await probe.request('GET_TASK', unknownTaskQuery()))
        }
        await probe.inbox.find('the last reply', ({ requestId }) => requestId === requestIds.at(-1))
        const sent = (half + 1) * requestIds.length
        await stream.answers.find(
          'CREDIT for what was handled',
          () => stream.granted().messages >= sent + CREDIT_WINDOW_MESSAGES / 2
        )
      }
      return `${(halves * CREDIT_WINDOW_MESSAGES) / 2} requests on one stream`
    }
  },
  {
    must: 'MUST-022',
    async run({ peer }) {
      const probe = await peer()
      const stream = await probe.join()
      const { bytes } = stream.granted()
      expect(bytes >= MAX_ENVELOPE_BYTES, `a fresh window has only ${bytes} bytes`)
      const query = unknownTaskQuery()
      const rest = { requestId: 2 ** 40, payload: query }
      const size = probe.sizeOf({ type: 'GET_TASK', ...rest })
      const tail = unknownField(MAX_ENVELOPE_BYTES - size - UNKNOWN_FIELD_OVERHEAD)
      expectEqual('the size made', probe.sizeOf({ type: 'GET_TASK', ...rest, tail }), MAX_ENVELOPE_BYTES)
      stream.send({ type: 'GET_TASK', ...rest, tail })
      await probe.reply(rest.requestId)
      return `an envelope of ${tail.length + size} bytes is answered`
    }
  }
]
