import type { Case } from '../case.js'
import { expect, expectEqual } from '../errors.js'
import { isOf } from '../raw/task-stream.js'
import { letIn, offences, shutOut, stillServed } from '../task/offences.js'
import { isTurnedAway } from '../task/turned-away.js'
import { unknownTaskCancel } from '../task/unknown-task.js'
import { watchedGossip } from '../task/watched-gossip.js'

const HARMLESS_OFFENCES = 30

/** Section 19: points and bans. Each of these peers has a key of its own, so no other case meets what it has done. */
export const banCases: readonly Case[] = [
  {
    must: 'MUST-126',
    part: 'SIGNATURE_INVALID, WIRE_MALFORMED, SIGNATURE_EXPIRED; not that points fade',
    async run({ peer }) {
      const offender = await peer()
      expectEqual(
        'the first refusal',
        await (await offences.badSignature(offender)).refusal(),
        'SIGNATURE_INVALID'
      )
      expectEqual(
        'the second refusal',
        await (await offences.malformed(offender)).refusal(),
        'WIRE_MALFORMED'
      )
      await stillServed(offender, 'a peer of 90 points')
      await offences.malformed(offender)
      await shutOut(offender, 'a peer of 120 points')

      const unlucky = await peer()
      const stream = await unlucky.join()
      for (let count = 0; count < HARMLESS_OFFENCES; count += 1) {
        const payload = unknownTaskCancel()
        const signature = await unlucky.signer.message('CANCEL_TASK', payload, { expiresAtMs: 1 })
        stream.send({ type: 'CANCEL_TASK', payload, requestId: unlucky.nextRequestId(), signature })
      }
      await stream.answers.count('refusals', HARMLESS_OFFENCES, isOf('STATUS'))
      await stillServed(unlucky, `a peer with ${HARMLESS_OFFENCES} offences of no points`)

      const victim = await peer()
      for (const _ of [1, 2]) {
        const liar = await peer()
        const claim = await (await liar.openTask()).greet()
        const payload = unknownTaskCancel()
        const signature = await victim.signer.message('CANCEL_TASK', payload)
        claim.send({ type: 'CANCEL_TASK', payload, requestId: 1, signature })
        expectEqual('the refusal of another’s signature', await claim.refusal(), 'SIGNATURE_INVALID')
      }
      await stillServed(victim, 'a peer whose signature others showed')
      return 'served with 90 points and with those of others, shut out with 120'
    }
  },
  {
    must: 'MUST-127',
    part: 'that it is told and kept out, for a while',
    async run(context) {
      const offender = await context.peer()
      const neighbour = await context.peer()
      await stillServed(neighbour, 'a neighbour')
      await (await offences.badSignature(offender)).refusal()
      const last = await offences.badSignature(offender)
      const code = await last.refusal()
      expect(code === 'SIGNATURE_INVALID' || code === 'PEER_BANNED', `it is told ${code}`)
      await shutOut(offender, 'a banned peer')
      const kept = await isTurnedAway(() => letIn(offender, context), neighbour)
      expect(kept, 'a banned peer is let in again')
      await stillServed(neighbour, 'a neighbour of a banned peer')
      return `told ${code}, its connection is closed, new ones are not taken; its neighbour is served`
    }
  },
  {
    must: 'MUST-128',
    gossips: true,
    part: 'that gossip says nothing of a banned peer, for a while',
    async run(context) {
      const { peer, patience } = context
      const { watcher } = await watchedGossip(context)
      const offender = await peer()
      const key = offender.privateKey.publicKey.raw
      const marks = [
        Buffer.from(offender.nodeId),
        Buffer.from(key),
        Buffer.from(Buffer.from(key).toString('hex'))
      ]
      for (const _ of [1, 2]) await (await offences.badSignature(offender)).refusal()
      await shutOut(offender, 'a banned peer')
      const names = ({ data = new Uint8Array() }: { data?: Uint8Array }): boolean =>
        marks.some((mark) => Buffer.from(data).includes(mark))
      expect(!(await watcher.messages.sees(names, patience.watchMs)), 'gossip names a peer that was banned')
      return `nothing within ${patience.watchMs} ms of the ban`
    }
  }
]
