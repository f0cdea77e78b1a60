import { decodeHello, encodeHello } from '@ailee/protocol'
import type { Case } from '../case.js'
import { expect, expectEqual } from '../errors.js'
import { codeOf } from '../raw/raw-peer.js'
import { RawSigner } from '../raw/raw-signature.js'
import { isOf, probeHello } from '../raw/task-stream.js'
import { randomSeed } from '../task/random-seed.js'
import { unknownTaskQuery } from '../task/unknown-task.js'

const DAY_MS = 24 * 3600 * 1000

/** Section 5: HELLO, and speaking for another. */
export const helloCases: readonly Case[] = [
  {
    must: 'MUST-015',
    slow: true,
    async run({ peer, patience }) {
      const silent = await (await peer()).openTask()
      const early = await (await peer()).openTask()
      early.send({ type: 'GET_TASK', payload: unknownTaskQuery(), requestId: 1 })
      expectEqual('the refusal of another first message', await early.refusal(), 'TASK_STREAM_HELLO_MISSING')
      const twice = await (await (await peer()).openTask()).greet()
      twice.send({ type: 'HELLO', payload: encodeHello(probeHello) })
      expectEqual('the refusal of a second HELLO', await twice.refusal(), 'TASK_STREAM_UNEXPECTED')
      const status = await silent.answers.find(
        'the refusal of a silent stream',
        isOf('STATUS'),
        patience.silenceMs
      )
      expectEqual('the refusal of a silent stream', codeOf(status), 'TASK_STREAM_HELLO_MISSING')
      return 'another first message, a second HELLO and silence are refused'
    }
  },
  {
    must: 'MUST-016',
    async run({ peer }) {
      const stream = await (await peer()).openTask()
      stream.send({ type: 'HELLO', payload: encodeHello({ ...probeHello, agent: 'x'.repeat(65) }) })
      const answer = await stream.answers.find('an answer', () => true)
      expect(isOf('STATUS')(answer), `an agent of 65 bytes is answered with ${codeOf(answer)}`)
      const probe = await peer()
      await (await probe.openTask()).greet({ ...probeHello, agent: 'x'.repeat(64) })
      const { worker, coordinator, client, agent } = await probe.hello()
      const roles = Object.entries({ worker, coordinator, client }).flatMap(([role, is]) =>
        is ? [role] : []
      )
      return `it is ${roles.join(' and ') || 'without a role'}, agent ${JSON.stringify(agent)}`
    }
  },
  {
    must: 'MUST-017',
    async run({ peer }) {
      const probe = await peer()
      await (await probe.openTask()).greet()
      await probe.opened.find('a stream of the target', () => true)
      const first = await probe.inbox.find('a message on that stream', () => true)
      expect(isOf('HELLO')(first), `its first message is ${codeOf(first)}`)
      decodeHello(first.payload)
      return 'it opens its own stream and says HELLO'
    }
  },
  {
    must: 'MUST-107',
    async run({ peer, network }) {
      const other = new RawSigner(randomSeed(), network)
      const now = Date.now()
      const steps = [
        ['the delegation of another peer', 'other', now + DAY_MS, 'SIGNATURE_INVALID'],
        ['an expired delegation', 'own', now - 60_000, 'SIGNATURE_EXPIRED'],
        ['a delegation for 8 days', 'own', now + 8 * DAY_MS, 'SIGNATURE_EXPIRED']
      ] as const
      for (const [what, whose, expiresAtMs, code] of steps) {
        const probe = await peer()
        const named = whose === 'own' ? probe.nodeId : (await peer()).nodeId
        const delegation = await other.delegation(named, expiresAtMs)
        const stream = await probe.openTask()
        stream.send({ type: 'HELLO', payload: encodeHello({ ...probeHello, delegation }) })
        const answer = await stream.answers.find('an answer', () => true)
        expect(isOf('STATUS')(answer), `${what} is answered with ${codeOf(answer)}`)
        expectEqual(`the refusal of ${what}`, codeOf(answer), code)
      }
      const probe = await peer()
      const delegation = await other.delegation(probe.nodeId, now + DAY_MS)
      await (await probe.openTask()).greet({ ...probeHello, delegation })
      return `${steps.length} bad ones are refused, a good one is taken`
    }
  }
]
