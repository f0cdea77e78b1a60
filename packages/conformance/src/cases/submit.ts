import {
  concatBytes,
  contentHash,
  decodeCancelTask,
  decodeTaskComplete,
  decodeTaskStatus,
  encodeCancelTask,
  encodeGetTask,
  encodeTaskInput,
  taskIdOf
} from '@ailee/protocol'
import type { Case } from '../case.js'
import { expect, expectEqual } from '../errors.js'
import { unknownField } from '../raw/raw-envelope.js'
import { codeOf } from '../raw/raw-peer.js'
import { RawSigner } from '../raw/raw-signature.js'
import { isOf, probeHello } from '../raw/task-stream.js'
import { randomSeed } from '../task/random-seed.js'
import { submission } from '../task/submission.js'
import { submitted } from '../task/submitted.js'

const noInput = { args: [], env: [], stdin: new Uint8Array(), files: [] }
const role = 'coordinator'

/** Section 11: client and coordinator, up to the auction. No worker fits these tasks. */
export const submitCases: readonly Case[] = [
  {
    must: 'MUST-054',
    role,
    async run({ peer }) {
      const input = concatBytes(encodeTaskInput({ ...noInput, args: ['a'] }), unknownField(4))
      await submitted(await peer(), submission({ input }))
      return `an input in an unusual encoding is known by the hash of its bytes, ${contentHash(input)}`
    }
  },
  {
    must: 'MUST-125',
    role,
    async run({ peer }) {
      const file = (path: string) => ({ path, bytes: new Uint8Array() })
      const faults = [
        [file('../a')],
        [file('a//b')],
        [file('./a')],
        [file('a\0b')],
        [file('a'), file('a')],
        [file('a'), file('a/b')]
      ]
      const probe = await peer()
      await probe.join()
      for (const files of faults) {
        const task = submission({ input: encodeTaskInput({ ...noInput, files }) })
        probe.blobs.put(task.module)
        probe.blobs.put(task.input)
        const code = await probe.codeOf('SUBMIT_TASK', task.payload)
        expectEqual(
          `the answer to ${files.map(({ path }) => path).join(' and ')}`,
          code,
          'WIRE_FIELD_INVALID'
        )
      }
      return `${faults.length} kinds of bad paths are refused`
    }
  },
  {
    must: 'MUST-055',
    role,
    async run({ peer, network }) {
      const probe = await peer()
      const task = submission()
      const { taskId } = await submitted(probe, task)
      expectEqual('the task id', taskId, taskIdOf(network, probe.nodeId, task.submit.clientTaskId))
      return taskId
    }
  },
  {
    must: 'MUST-056',
    role,
    async run({ peer }) {
      const probe = await peer()
      const task = submission()
      const first = await submitted(probe, task)
      const again = await submitted(probe, task)
      expectEqual('the task id of the same submission', again.taskId, first.taskId)
      expectEqual('when it was submitted', again.submittedAtMs, first.submittedAtMs)
      const other = submission({ clientTaskId: task.submit.clientTaskId, reward: 2n })
      const code = await probe.codeOf('SUBMIT_TASK', other.payload)
      expectEqual('the answer to other bytes', code, 'TASK_CONFLICT')
      return 'the same bytes give the same task, others a conflict'
    }
  },
  {
    must: 'MUST-057',
    role,
    part: 'absent blobs, a wrong size, a malformed input',
    async run({ peer }) {
      const probe = await peer()
      await probe.join()
      const absent = await probe.codeOf('SUBMIT_TASK', submission().payload)
      expectEqual('the answer without blobs', absent, 'BLOB_UNAVAILABLE')
      const short = submission({ spec: { moduleBytes: 1_000 } })
      probe.blobs.put(short.module)
      probe.blobs.put(short.input)
      expectEqual(
        'the answer to a wrong size',
        await probe.codeOf('SUBMIT_TASK', short.payload),
        'TASK_INVALID'
      )
      const bad = submission({ input: Uint8Array.from([0xff]) })
      probe.blobs.put(bad.module)
      probe.blobs.put(bad.input)
      const reply = await probe.ask('SUBMIT_TASK', bad.payload)
      expect(isOf('STATUS')(reply), `a malformed input is answered with ${codeOf(reply)}`)
      return `refused: ${absent}, TASK_INVALID, ${codeOf(reply)}`
    }
  },
  {
    must: 'MUST-059',
    role,
    async run({ peer }) {
      const { taskId } = await submitted(await peer(), submission())
      const stranger = await peer()
      await stranger.join()
      const get = await stranger.codeOf('GET_TASK', encodeGetTask({ taskId, follow: false }))
      expectEqual('what GET_TASK tells a stranger', get, 'TASK_NOT_FOUND')
      const cancel = await stranger.codeOf('CANCEL_TASK', encodeCancelTask({ taskId }))
      expectEqual('what CANCEL_TASK tells a stranger', cancel, 'TASK_NOT_FOUND')
      return 'a stranger can neither see nor cancel it'
    }
  },
  {
    must: 'MUST-060',
    role,
    async run({ peer }) {
      const probe = await peer()
      const { taskId } = await submitted(probe, submission())
      const payload = encodeCancelTask({ taskId })
      const ends = []
      for (const _ of [1, 2]) {
        const reply = await probe.ask('CANCEL_TASK', payload)
        expect(isOf('TASK_COMPLETE')(reply), `CANCEL_TASK is answered with ${codeOf(reply)}`)
        ends.push(decodeTaskComplete(reply.payload).status)
      }
      const [first, second] = ends
      expectEqual('the state', first?.state, 'CANCELLED')
      expectEqual('the second end', second?.updatedAtMs, first?.updatedAtMs)
      return `twice ${first?.state} of task ${decodeCancelTask(payload).taskId}`
    }
  },
  {
    must: 'MUST-075',
    role,
    part: 'a cancelled task that is submitted again',
    async run({ peer }) {
      const probe = await peer()
      const task = submission()
      const { taskId } = await submitted(probe, task)
      await probe.ask('CANCEL_TASK', encodeCancelTask({ taskId }))
      const reply = await probe.ask('SUBMIT_TASK', task.payload)
      const { state } = isOf('TASK_COMPLETE')(reply)
        ? decodeTaskComplete(reply.payload).status
        : decodeTaskStatus(reply.payload)
      expectEqual('its state', state, 'CANCELLED')
      return 'it stays CANCELLED'
    }
  },
  {
    must: 'MUST-108',
    role,
    async run({ peer, network }) {
      const identity = new RawSigner(randomSeed(), network)
      const sessions = [await peer(), await peer()]
      for (const session of sessions) {
        const delegation = await identity.delegation(session.nodeId, Date.now() + 3_600_000)
        await session.join({ ...probeHello, delegation })
      }
      const [one, two] = sessions
      if (one === undefined || two === undefined) throw new Error('two sessions were made')
      const { taskId } = await submitted(one, submission())
      const reply = await two.ask('GET_TASK', encodeGetTask({ taskId, follow: false }))
      expect(isOf('TASK_STATUS')(reply), `another session of its identity is told ${codeOf(reply)}`)
      return 'a task is seen by another session of the identity that submitted it'
    }
  }
]
