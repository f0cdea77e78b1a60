import { concatBytes, encodeHello, encodeSubmitTask, TASK_PROTOCOL } from '@ailee/protocol'
import type { Case } from '../case.js'
import { expect, expectEqual } from '../errors.js'
import { unknownField } from '../raw/raw-envelope.js'
import { codeOf } from '../raw/raw-peer.js'
import { isOf, probeHello } from '../raw/task-stream.js'
import { submission } from '../task/submission.js'
import { unknownTaskQuery } from '../task/unknown-task.js'

/** Free for later, section 17. */
const FREE_TYPES = [4, 9, 17, 19, 63, 65_535]
/** Field 7 of a SUBMIT_TASK, its priority, with a number that has no meaning. */
const priorityOf = (number: number): Uint8Array => Uint8Array.from([0x38, number])

/** Sections 2 and 17: what later editions may do. */
export const compatibilityCases: readonly Case[] = [
  {
    must: 'MUST-004',
    part: 'that new fields do not matter, and that ids are compared as a whole',
    async run({ peer }) {
      const probe = await peer()
      const stream = await probe.openTask()
      const payload = concatBytes(encodeHello(probeHello), unknownField(8))
      stream.send({ type: 'HELLO', payload, tail: unknownField(8) })
      const answer = await stream.answers.find('an answer', () => true)
      expect(isOf('CREDIT')(answer), `a HELLO with a new field is answered with ${codeOf(answer)}`)
      for (const protocol of [`${TASK_PROTOCOL}.1`, `${TASK_PROTOCOL}/next`, '/ailee/task/1']) {
        const taken = await probe.open(protocol).then(
          () => true,
          () => false
        )
        expect(!taken, `it takes ${protocol} for ${TASK_PROTOCOL}`)
      }
      return 'a HELLO with new fields is taken, ids that resemble the known one are not'
    }
  },
  {
    must: 'MUST-106',
    part: 'that free message types and enum numbers mean nothing',
    async run({ peer, hello, admitted }) {
      const probe = await peer()
      const stream = await probe.join()
      const asked = FREE_TYPES.map((type) => ({ type, requestId: probe.nextRequestId() }))
      stream.send(...asked.map((request) => ({ ...request, payload: unknownTaskQuery() })))
      await probe.ask('GET_TASK', unknownTaskQuery())
      // That each is answered at all is for another requirement to say.
      let answered = 0
      for (const { type, requestId } of asked) {
        const reply = probe.inbox.items.find((envelope) => envelope.reply && envelope.requestId === requestId)
        if (reply === undefined) continue
        expectEqual(`the answer to type ${type}`, codeOf(reply), 'UNSUPPORTED')
        answered += 1
      }
      if (hello?.coordinator !== true || !admitted)
        return `${answered} of ${FREE_TYPES.length} types are UNSUPPORTED, the others not answered`
      const { payload, submit } = submission()
      const known = encodeSubmitTask({ ...submit, priority: 'LOW' })
      expect(Buffer.from(known).includes(Buffer.from(priorityOf(1))), 'the probe looks at another field')
      const code = await probe.codeOf('SUBMIT_TASK', concatBytes(payload, priorityOf(4)))
      expectEqual('the answer to priority 4', code, 'WIRE_FIELD_INVALID')
      return `${answered} of ${FREE_TYPES.length} types are UNSUPPORTED, priority 4 is WIRE_FIELD_INVALID`
    }
  }
]
