import { decodeRevokeLease, decodeTaskStatus, encodeReturnLease, encodeStatus } from '@ailee/protocol'
import type { Case } from '../case.js'
import { expect, expectEqual } from '../errors.js'
import { isOf } from '../raw/task-stream.js'
import { ending, startRun, workerOf } from '../task/run.js'

const role = 'coordinator'

/** Sections 11 and 12: offers, bids, assignments and leases. */
export const auctionCases: readonly Case[] = [
  {
    must: 'MUST-064',
    role,
    async run(context) {
      const { workers } = await startRun(context, { reward: 1_001n, replicas: 2 })
      const { offer } = await workerOf(workers).offer()
      expectEqual('max_cost of 1001 units for 2 replicas', offer.maxCost, 500n)
      return '500 of 1001 for each of 2 replicas'
    }
  },
  {
    must: 'MUST-065',
    role,
    async run(context) {
      const { workers, client } = await startRun(context, { reward: 10n })
      const worker = workerOf(workers)
      await worker.bid(await worker.offer(), { cost: 11n })
      const second = await worker.offer()
      await worker.bid(second, { attempt: second.offer.attempt + 7 })
      const third = await worker.offer()
      const early = worker.peer.inbox.items.some(isOf('ASSIGN_TASK'))
      expect(!early, 'a bid that does not fit its offer was assigned the task')
      await worker.bid(third, { cost: 10n })
      await worker.assignment()
      const codes = client.inbox.items
        .filter(isOf('TASK_STATUS'))
        .flatMap(({ payload }) => decodeTaskStatus(payload).rejections.map(({ code }) => code))
      return `too high and of another auction: ${[...new Set(codes)].join(', ')}; a good one wins`
    }
  },
  {
    must: 'MUST-066',
    role,
    async run(context) {
      const { workers } = await startRun(context)
      const worker = workerOf(workers)
      await worker.bid(await worker.offer())
      const { envelope } = await worker.assignment()
      const busy = encodeStatus({ code: 'WORKER_BUSY', message: 'no room', retryAfterMs: 0 })
      await worker.peer.say('STATUS', busy, { requestId: envelope.requestId, reply: true })
      await worker.win()
      return 'after WORKER_BUSY the same worker gets the task again'
    }
  },
  {
    must: 'MUST-067',
    role,
    part: 'without a restart',
    async run(context) {
      const { workers } = await startRun(context)
      const worker = workerOf(workers)
      const first = await worker.win()
      const giveBack = encodeReturnLease({ leaseId: first.leaseId, code: 'WORKER_DRAINING' })
      await worker.peer.say('RETURN_LEASE', giveBack)
      const second = await worker.win()
      expect(second.leaseId > first.leaseId, `lease ${second.leaseId} came after ${first.leaseId}`)
      return `lease ${second.leaseId} after ${first.leaseId}`
    }
  },
  {
    must: 'MUST-073',
    role,
    part: 'a returned lease',
    async run(context) {
      const { workers } = await startRun(context)
      const worker = workerOf(workers)
      const { leaseId } = await worker.win()
      await worker.peer.say('RETURN_LEASE', encodeReturnLease({ leaseId, code: 'WORKER_DRAINING' }))
      const again = await worker.offer()
      await worker.heartbeat(leaseId)
      const revoked = await worker.peer.inbox.find('REVOKE_LEASE for it', isOf('REVOKE_LEASE'))
      expectEqual('the lease revoked', decodeRevokeLease(revoked.payload).leaseId, leaseId)
      return `the task is offered again, to the same worker (auction ${again.offer.attempt})`
    }
  },
  {
    must: 'MUST-077',
    role,
    slow: true,
    async run(context) {
      const { workers } = await startRun(context)
      const worker = workerOf(workers)
      const { leaseId, leaseMs } = await worker.win()
      const revoked = isOf('REVOKE_LEASE')
      const until = Date.now() + 2 * leaseMs
      while (Date.now() < until) {
        await worker.heartbeat(leaseId)
        expect(
          !(await worker.peer.inbox.sees(revoked, leaseMs / 5)),
          'a lease was revoked in spite of heartbeats'
        )
      }
      const envelope = await worker.peer.inbox.find('REVOKE_LEASE', revoked, leaseMs + 10_000)
      expectEqual('the lease revoked', decodeRevokeLease(envelope.payload).leaseId, leaseId)
      return `kept by heartbeats for ${2 * leaseMs} ms, revoked without them`
    }
  },
  {
    must: 'MUST-044',
    role,
    part: 'no offer to a silent worker, for a while',
    async run(context) {
      const { workers, client } = await startRun(context, {}, 1, { silent: true })
      const worker = workerOf(workers)
      expect(
        !(await worker.peer.inbox.sees(isOf('TASK_OFFER'), context.patience.watchMs)),
        'a worker that has not sent WORKER_STATUS got an offer'
      )
      await worker.introduce()
      await worker.win()
      expect(client.inbox.items.length > 0, 'the client was told nothing')
      return 'no offer before WORKER_STATUS, one after it'
    }
  },
  {
    must: 'MUST-076',
    role,
    async run(context) {
      const run = await startRun(context)
      const worker = workerOf(run.workers)
      const assign = await worker.win()
      await worker.deliver(assign, { receipt: { nonce: new Uint8Array(16) } })
      const other = await run.addWorker()
      const next = await other.win()
      expectEqual('the task', next.taskId, assign.taskId)
      expect(
        !worker.peer.inbox.items.filter(isOf('TASK_OFFER'))[1],
        'it was offered again to a worker whose result did not hold'
      )
      await other.deliver(next)
      expectEqual('the end', (await ending(run)).status.state, 'COMPLETED')
      return 'after RECEIPT_INVALID another worker is asked, and not the same again'
    }
  }
]
