import { AileeError, type TaskId } from '@ailee/core'
import { type AssignTask, isEnded } from '@ailee/protocol'
import { auditLedger } from '@ailee/settlement'
import { LedgerRepository } from '@ailee/store'
import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { activeExecutions, executingExecutions } from '../src/task/transitions.js'
import type { ClientDouble } from './support/client-double.js'
import type { Run, WorkerDouble } from './support/worker-double.js'
import { codeOf, prompt, World } from './support/world.js'

const SLOTS = [1, 2, 3]

/** A world in which things happen to tasks and workers in any order. */
class Play {
  readonly world: World
  readonly client: ClientDouble
  readonly workers: WorkerDouble[] = []
  readonly tasks: TaskId[] = []
  readonly busy = new Set<WorkerDouble>()
  connected = new Set<WorkerDouble>()

  private constructor(world: World) {
    this.world = world
    this.client = world.client()
  }

  static async begin(): Promise<Play> {
    const play = new Play(await World.open({ stake: { sharePermille: 500, pays: 5 } }))
    for (const slots of SLOTS) {
      const worker = play.world.worker({ status: { slots } })
      worker.script.answerAssignment = () => {
        if (play.busy.has(worker)) throw new AileeError('WORKER_BUSY', 'no room')
        return undefined as never
      }
      play.workers.push(worker)
      await play.join(worker)
    }
    return play
  }

  async join(worker: WorkerDouble): Promise<void> {
    this.connected.add(worker)
    await worker.connect()
  }

  worker(index: number): WorkerDouble {
    const worker = this.workers[index % this.workers.length]
    if (worker === undefined) throw new Error('no worker')
    return worker
  }

  /** What must hold whenever nothing is on its way: the books agree with each other. */
  async check(): Promise<void> {
    await this.world.hub.settle()
    const { coordinator } = this.world
    const slotsTaken = new Map<string, number>()
    let leases = 0
    for (const taskId of this.tasks) {
      const task = await this.world.task(taskId)
      leases += activeExecutions(task).length
      for (const { worker } of executingExecutions(task)) {
        slotsTaken.set(worker, (slotsTaken.get(worker) ?? 0) + 1)
      }
    }
    assert.is(coordinator.running, leases)
    for (const { nodeId } of this.workers) {
      const known = coordinator.workers.get(nodeId)
      if (known === undefined) continue
      assert.is(known.leases, slotsTaken.get(nodeId) ?? 0)
      assert.ok(known.leases <= known.status.slots)
    }
  }

  /** Units are conserved, whatever was interrupted; nobody was proven wrong, so nobody lost a stake. */
  async checkMoney(): Promise<void> {
    const audit = await auditLedger(new LedgerRepository({ store: this.world.disk }))
    assert.ok(audit.balanced, audit.problems.join('; '))
    assert.is(audit.totals.slashedUnits, 0n)
    const accounts = await Promise.all(this.workers.map(({ nodeId }) => this.world.ledger().account(nodeId)))
    const owned = accounts.reduce(
      (sum, account) => sum + (account?.balanceUnits ?? 0n) + (account?.stakedUnits ?? 0n),
      0n
    )
    assert.is(owned, audit.totals.paidUnits, 'what was paid is what workers have')
    const open = await Promise.all(this.tasks.map(async (taskId) => this.world.task(taskId)))
    const isAllEnded = open.every(({ state }) => isEnded(state))
    if (isAllEnded) assert.is(audit.totals.heldUnits, audit.stakedUnits, 'nothing is held but stakes')
  }

  /** Everybody comes back and works; then nothing may be left over. */
  async finish(): Promise<void> {
    this.busy.clear()
    for (const worker of this.workers) {
      this.world.hub.thaw(worker.nodeId)
      worker.script.run = () => ({})
      if (!this.connected.has(worker)) await this.join(worker)
      for (const assignment of worker.running.values()) {
        if (!worker.committed.has(assignment.leaseId)) await ends(worker, assignment)
      }
    }
    await this.world.advance(20_000)
    assert.is(this.world.coordinator.running, 0)
    for (const worker of this.workers) assert.is(this.world.leases(worker), 0)
    // Whoever still waits does so for more workers than there are.
    await this.world.advance(120_000)
    for (const taskId of this.tasks) {
      const { state, executions } = await this.world.task(taskId)
      assert.ok(isEnded(state), state)
      assert.ok(executions.every((execution) => execution.endedAtMs > 0))
      assert.is(
        this.client.pushed.filter(({ status, complete }) => complete && status.taskId === taskId).length <= 1,
        true
      )
    }
    assert.equal([this.world.coordinator.running, this.world.coordinator.pending], [0, 0])
    await this.checkMoney()
    // The slots are all there: as many tasks as there are slots run at once.
    for (const worker of this.workers) worker.script.run = () => undefined
    const slots = SLOTS.reduce((sum, count) => sum + count)
    await Promise.all(Array.from({ length: slots }, () => this.client.submit()))
    await this.world.advance(1_000)
    assert.is(this.world.coordinator.running, slots)
    assert.equal(this.world.errors, [])
  }
}

const runs: Record<string, Run> = {
  good: {},
  other: { output: Uint8Array.of(1) },
  trap: { code: 'TRAP', trap: 'unreachable' },
  timeout: { code: 'TIMEOUT' }
}

/** A worker ends a run. Its commitment is refused where the lease is over, and it has not heard of that, or where it has committed before. */
async function ends(worker: WorkerDouble, assignment?: AssignTask, run?: Run): Promise<void> {
  const code = await codeOf(worker.finish(assignment, run))
  if (!['no error', 'LEASE_UNKNOWN', 'COMMITMENT_REFUSED'].includes(code)) throw new Error(code)
}

type Step = (play: Play) => Promise<unknown>

const index = fc.nat({ max: 20 })
const steps: fc.Arbitrary<[name: string, step: Step]> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ replicas: fc.integer({ min: 1, max: 3 }), long: fc.boolean() }).map(submit)
  },
  { weight: 6, arbitrary: fc.tuple(index, index, fc.constantFrom(...Object.keys(runs))).map(result) },
  { weight: 1, arbitrary: fc.tuple(index, index).map(forgedResult) },
  { weight: 1, arbitrary: fc.tuple(index, index, fc.boolean()).map(shown) },
  { weight: 2, arbitrary: fc.integer({ min: 100, max: 4_000 }).map(advance) },
  { weight: 1, arbitrary: index.map(cancel) },
  { weight: 1, arbitrary: index.map(leaveOrJoin) },
  { weight: 1, arbitrary: index.map(freezeOrThaw) },
  { weight: 1, arbitrary: index.map(busyOrNot) },
  { weight: 1, arbitrary: fc.tuple(index, index).map(returnLease) },
  { weight: 1, arbitrary: fc.boolean().map(restart) }
)

function submit({ replicas, long }: { replicas: number; long: boolean }): [string, Step] {
  const deadlineMs = long ? 100_000 : 3_000
  return [
    `submit ${replicas} ${deadlineMs}`,
    async ({ client, tasks }) => tasks.push((await client.submit({ replicas, deadlineMs })).status.taskId)
  ]
}

/** Something that happens to one of the leases a worker runs. */
function onLease(
  [workerIndex, leaseIndex]: readonly [number, number],
  act: (play: Play, worker: WorkerDouble, leaseId: bigint) => Promise<unknown>
): Step {
  return async (play) => {
    const worker = play.worker(workerIndex)
    const leaseIds = [...worker.running.keys()]
    const leaseId = leaseIds[leaseIndex % Math.max(1, leaseIds.length)]
    if (leaseId === undefined || !play.connected.has(worker) || play.world.hub.isFrozen(worker.nodeId)) return
    await act(play, worker, leaseId)
  }
}

function result([worker, lease, how]: [number, number, string]): [string, Step] {
  return [
    `result ${worker} ${lease} ${how}`,
    onLease([worker, lease], async (_, double, leaseId) => {
      if (!double.committed.has(leaseId)) await ends(double, double.running.get(leaseId), runs[how])
    })
  ]
}

/** A worker shows what it committed to, whether it was asked to or not; or something else. */
function shown([worker, lease, whole]: [number, number, boolean]): [string, Step] {
  return [
    `show ${worker} ${lease} ${whole}`,
    onLease([worker, lease], async (_, double, leaseId) => {
      const sealed = double.sealed.get(leaseId)
      if (sealed === undefined) return
      double.sealed.delete(leaseId)
      await double.deliver(whole ? sealed : { ...sealed, salt: new Uint8Array(32) })
    })
  ]
}

function forgedResult([worker, lease]: [number, number]): [string, Step] {
  return [
    `forged result ${worker} ${lease}`,
    onLease([worker, lease], async (_, double, leaseId) => {
      if (double.committed.has(leaseId)) return
      double.script.forgeBody = (body) => ({ ...body, nonce: new Uint8Array(16) })
      await ends(double, double.running.get(leaseId)).finally(() => {
        double.script.forgeBody = (body) => body
      })
    })
  ]
}

function returnLease([worker, lease]: [number, number]): [string, Step] {
  return [
    `return ${worker} ${lease}`,
    onLease([worker, lease], (_, double, leaseId) => double.returnLease(leaseId))
  ]
}

function advance(ms: number): [string, Step] {
  return [`advance ${ms}`, ({ world }) => world.advance(ms)]
}

function cancel(task: number): [string, Step] {
  return [
    `cancel ${task}`,
    async ({ client, tasks }) => {
      const taskId = tasks[task % Math.max(1, tasks.length)]
      if (taskId !== undefined) await client.cancel(taskId)
    }
  ]
}

function leaveOrJoin(number: number): [string, Step] {
  return [
    `leave or join ${number}`,
    async (play) => {
      const worker = play.worker(number)
      if (!play.connected.delete(worker)) return play.join(worker)
      worker.disconnect()
    }
  ]
}

function freezeOrThaw(number: number): [string, Step] {
  return [
    `freeze or thaw ${number}`,
    async (play) => {
      const worker = play.worker(number)
      if (!play.connected.has(worker)) return
      const { hub } = play.world
      if (hub.isFrozen(worker.nodeId)) hub.thaw(worker.nodeId)
      else hub.freeze(worker.nodeId)
    }
  ]
}

function busyOrNot(number: number): [string, Step] {
  return [
    `busy or not ${number}`,
    async (play) => {
      const worker = play.worker(number)
      if (!play.busy.delete(worker)) play.busy.add(worker)
    }
  ]
}

function restart(crash: boolean): [string, Step] {
  return [
    crash ? 'crash' : 'stop',
    async ({ world }) => {
      if (crash) world.crash()
      else await world.shutDown()
      await world.boot()
    }
  ]
}

test('whatever happens, no slot is lost, no unit, none is given twice, and every task ends', async () => {
  const happenings = fc.array(steps, { minLength: 1, maxLength: 30 })
  await fc.assert(
    fc.asyncProperty(happenings, async (happening) => {
      const play = await Play.begin()
      try {
        for (const [, step] of happening) {
          await step(play)
          await play.check()
          await play.checkMoney()
        }
        await play.finish()
      } finally {
        await play.world.close()
      }
    }),
    { numRuns: 60, endOnFailure: false }
  )
})

test('many tasks at once leave nothing behind', async () => {
  const world = await World.open()
  const client = world.client()
  for (const slots of [1, 4, 8]) await world.worker({ ...prompt, status: { slots } }).connect()
  const reports = await Promise.all(
    Array.from({ length: 200 }, (_, number) => client.submit({ replicas: 1 + (number % 3) }))
  )
  for (const { status } of reports) assert.is((await world.end(status.taskId)).state, 'COMPLETED')
  assert.equal([world.coordinator.running, world.coordinator.pending], [0, 0])
  assert.equal(world.errors, [])
  await world.close()
})

test.run()
