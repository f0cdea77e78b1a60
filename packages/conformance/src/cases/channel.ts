import { encodeStatus } from '@ailee/protocol'
import type { Case } from '../case.js'
import { expect, expectEqual } from '../errors.js'
import { codeOf } from '../raw/raw-peer.js'
import { isOf } from '../raw/task-stream.js'
import { submission } from '../task/submission.js'
import { submitted } from '../task/submitted.js'
import { unknownTaskQuery } from '../task/unknown-task.js'

const MAX_UNEXPECTED_REPLIES = 4096
const status = encodeStatus({ code: 'INTERNAL', message: '', retryAfterMs: 0 })

/** Section 5: requests, replies and STATUS. */
export const channelCases: readonly Case[] = [
  {
    must: 'MUST-005',
    part: 'from the other end: a peer that listens nowhere',
    async run({ peer, hello, admitted }) {
      const probe = await peer()
      await probe.join()
      await probe.ask('GET_TASK', unknownTaskQuery())
      if (hello?.coordinator !== true || !admitted) return 'it is answered over the connection it opened'
      await submitted(probe, submission())
      return 'it is answered, and asked for blobs, over the connection it opened'
    }
  },
  {
    must: 'MUST-023',
    async run({ peer }) {
      const probe = await peer()
      const stream = await probe.join()
      const requestIds = [0, 1, 2].map(() => probe.nextRequestId() + 2 ** 40)
      stream.send(
        ...requestIds.map((requestId) => ({
          type: 'GET_TASK' as const,
          payload: unknownTaskQuery(),
          requestId
        }))
      )
      const replies = await Promise.all(requestIds.map((requestId) => probe.reply(requestId)))
      expect(
        replies.every(({ reply }) => reply),
        'a reply is not marked as one'
      )
      expect(!stream.answers.items.some((envelope) => envelope.reply), 'a reply came against the stream')
      return `${replies.length} requests, each answered by its id on the target’s own stream`
    }
  },
  {
    must: 'MUST-025',
    part: 'a payload that cannot be decoded',
    async run({ peer }) {
      const probe = await peer()
      await probe.join()
      const reply = await probe.ask('GET_TASK', Uint8Array.from([0xff]))
      expect(isOf('STATUS')(reply), `it was answered with ${codeOf(reply)}`)
      return `STATUS ${codeOf(reply)}`
    }
  },
  {
    must: 'MUST-027',
    async run({ peer }) {
      const probe = await peer()
      const stream = await probe.join()
      const reply = { type: 'STATUS' as const, payload: status, requestId: 2 ** 50, reply: true }
      stream.send(...Array.from({ length: MAX_UNEXPECTED_REPLIES }, () => reply))
      expect(
        isOf('STATUS')(await probe.ask('GET_TASK', unknownTaskQuery())),
        'a request after 4096 such replies is not answered with STATUS'
      )
      stream.send(...Array.from({ length: MAX_UNEXPECTED_REPLIES + 1 }, () => reply))
      expectEqual('the refusal', await stream.refusal(), 'TASK_STREAM_UNEXPECTED')
      return '4096 are taken, more are not'
    }
  },
  {
    must: 'MUST-028',
    part: 'a STATUS without request id precedes the end of the stream',
    async run({ peer }) {
      const probe = await peer()
      const stream = await probe.openTask()
      await stream.greet()
      stream.sendBytes(Uint8Array.from([2, 0xff, 0xff]))
      const code = await stream.refusal()
      await stream.answers.finished('the end of the stream')
      return `${code}, then the stream ends`
    }
  },
  {
    must: 'MUST-029',
    async run({ peer }) {
      const refusals: string[] = []
      for (const type of ['CREDIT', 'STATUS'] as const) {
        const stream = await (await (await peer()).openTask()).greet()
        stream.send({ type, payload: type === 'STATUS' ? status : new Uint8Array() })
        refusals.push(await stream.refusal())
      }
      expectEqual('the refusal of CREDIT', refusals[0], 'TASK_STREAM_UNEXPECTED')
      expectEqual('the refusal of STATUS', refusals[1], 'TASK_STREAM_UNEXPECTED')
      return 'both are refused with TASK_STREAM_UNEXPECTED'
    }
  },
  {
    must: 'MUST-030',
    part: 'for a while',
    async run({ peer, patience }) {
      const probe = await peer()
      probe.refuseWith = 'WIRE_NETWORK_MISMATCH'
      await (await probe.openTask()).greet()
      const first = await probe.opened.find('a stream of the target', () => true)
      expect(
        !(await probe.opened.sees((stream) => stream !== first, patience.watchMs)),
        'it opened another stream on the same connection'
      )
      return 'it did not open another stream'
    }
  },
  {
    must: 'MUST-031',
    part: 'version, network, place, signature',
    async run({ peer, network }) {
      const otherNetwork = `${network === 'local' ? 'regtest' : 'local'}`
      const version2 = Uint8Array.from([0x08, 2])
      const steps = [
        [{ type: 'GET_TASK', network: otherNetwork, tail: version2 }, 'WIRE_VERSION_UNSUPPORTED'],
        [{ type: 'GET_TASK', network: otherNetwork }, 'WIRE_NETWORK_MISMATCH'],
        [{ type: 'CANCEL_TASK' }, 'TASK_STREAM_HELLO_MISSING']
      ] as const
      for (const [envelope, code] of steps) {
        const stream = await (await peer()).openTask()
        stream.send(envelope)
        expectEqual('the first fault told', await stream.refusal(), code)
      }
      const stream = await (await (await peer()).openTask()).greet()
      stream.send({ type: 'CANCEL_TASK', payload: Uint8Array.from([0xff]), requestId: 1 })
      expectEqual(
        'what is told of an unsigned, malformed payload',
        await stream.refusal(),
        'SIGNATURE_MISSING'
      )
      return 'of several faults the first in order is told'
    }
  }
]
