import { concatBytes, encodeHello, messageTypes } from '@ailee/protocol'
import type { Case } from '../case.js'
import { expect, expectEqual } from '../errors.js'
import { rawFrame, unknownField } from '../raw/raw-envelope.js'
import { codeOf } from '../raw/raw-peer.js'
import { isOf, probeHello } from '../raw/task-stream.js'
import { unknownTaskCancel, unknownTaskQuery } from '../task/unknown-task.js'

/** No edition knows this type. */
const UNKNOWN_TYPE = 60_000

/** Section 4. */
export const envelopeCases: readonly Case[] = [
  {
    must: 'MUST-009',
    part: 'type 0, a request id past 2^53 − 1, a nonce of 15 bytes',
    async run({ peer }) {
      const hugeRequestId = Uint8Array.from([0x20, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f])
      const probe = await peer()
      const signature = await probe.signer.message('CANCEL_TASK', unknownTaskCancel())
      const faults = [
        { type: 0 },
        { type: 'GET_TASK' as const, tail: hugeRequestId },
        {
          type: 'CANCEL_TASK' as const,
          signature: { ...signature, nonce: signature.nonce.subarray(1) }
        }
      ]
      for (const envelope of faults) {
        const stream = await (await (await peer()).openTask()).greet()
        stream.send(envelope)
        expectEqual('the refusal', await stream.refusal(), 'WIRE_FIELD_INVALID')
      }
      return `${faults.length} envelopes with one bad field each are refused`
    }
  },
  {
    must: 'MUST-010',
    part: 'unknown fields',
    async run({ peer }) {
      const probe = await peer()
      await probe.join()
      const payload = concatBytes(unknownTaskQuery(), unknownField(3))
      await probe.ask('GET_TASK', payload, { tail: unknownField(5) })
      return 'in the envelope and in its payload they change nothing'
    }
  },
  {
    must: 'MUST-011',
    async run({ peer, network }) {
      const steps = [
        [{ tail: Uint8Array.from([0x08, 2]) }, 'WIRE_VERSION_UNSUPPORTED'],
        [{ network: network === 'local' ? 'regtest' : 'local' }, 'WIRE_NETWORK_MISMATCH']
      ] as const
      for (const [fault, code] of steps) {
        const stream = await (await peer()).openTask()
        stream.send({ type: 'HELLO', payload: encodeHello(probeHello), ...fault })
        const answer = await stream.answers.find('an answer', () => true)
        expect(isOf('STATUS')(answer), `such a HELLO is answered with ${codeOf(answer)}`)
        expectEqual('the refusal', codeOf(answer), code)
      }
      return 'both are refused with their codes'
    }
  },
  {
    must: 'MUST-012',
    part: 'signatures',
    async run({ peer }) {
      const probe = await peer()
      await probe.join()
      // No encoder of today writes these bytes, so whoever encodes again gets others.
      const payload = concatBytes(unknownField(2), unknownTaskCancel())
      const code = await probe.codeOf('CANCEL_TASK', payload)
      expect(!code.startsWith('SIGNATURE_'), `a payload in an unusual encoding is refused with ${code}`)
      return `a signed payload in an unusual encoding passes (${code})`
    }
  },
  {
    must: 'MUST-013',
    async run({ peer }) {
      const probe = await peer()
      const stream = await probe.join()
      stream.send({ type: UNKNOWN_TYPE, payload: Uint8Array.from([1, 2, 3]) })
      const requestId = 2 ** 40
      stream.send({ type: UNKNOWN_TYPE, requestId })
      expectEqual('the answer', codeOf(await probe.reply(requestId)), 'UNSUPPORTED')
      // CREDIT only flows against a stream, so as a reply to nothing nobody can handle TASK_LIST.
      const unhandled = await probe.codeOf('TASK_LIST', new Uint8Array())
      expectEqual('the answer to TASK_LIST', unhandled, 'UNSUPPORTED')
      const strays = probe.inbox.items.filter((envelope) => envelope.reply && envelope.requestId === 0)
      expectEqual('the number of answers to the one-way message', strays.length, 0)
      return `type ${UNKNOWN_TYPE} and ${messageTypes.TASK_LIST} are UNSUPPORTED, and the stream goes on`
    }
  },
  {
    must: 'MUST-014',
    part: 'the network of an envelope',
    async run({ peer, network }) {
      const stream = await (await peer()).openTask()
      const bytes = rawFrame(network, { type: 'HELLO', payload: encodeHello(probeHello) })
      // Field 2 again, the last one counts: two bytes that begin no character of UTF-8.
      const invalid = Uint8Array.from([0x12, 2, 0xff, 0xfe])
      const [length = 0] = bytes
      const joined = concatBytes(Uint8Array.from([length + invalid.length]), bytes.subarray(1), invalid)
      stream.sendBytes(joined)
      const answer = await stream.answers.find('an answer', () => true)
      expect(isOf('STATUS')(answer), `such a HELLO is answered with ${codeOf(answer)}`)
      return `refused with ${codeOf(answer)}`
    }
  }
]
