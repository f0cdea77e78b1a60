import * as fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  type Candidate,
  isTransient,
  type RejectionCode,
  rejectionOf,
  type TaskDemand
} from '../src/index.js'

const MIB = 1024 * 1024

const fit: Candidate = {
  worker: 'worker-a',
  status: {
    slots: 4,
    memoryBytes: 512 * MIB,
    cores: 4,
    region: 'eu',
    deviceClass: 'pc',
    isolation: 'full',
    draining: false
  },
  reputation: 0.5,
  leases: 0,
  suspect: false,
  banned: false
}

const demand: TaskDemand = {
  limits: { memoryBytes: 512 * MIB, fuel: 1n, wallTimeMs: 1000, outputBytes: 1024 },
  requirements: { regions: ['us', 'eu'], minReputationPermille: 500, isolation: 'full' },
  excluded: new Set(['worker-b'])
}

/** What makes a worker unfit, in the order in which it is told. */
const faults: readonly [
  RejectionCode,
  (candidate: Candidate, demand: TaskDemand) => [Candidate, TaskDemand]
][] = [
  ['WORKER_EXCLUDED', (worker, task) => [worker, { ...task, excluded: new Set([worker.worker]) }]],
  ['WORKER_DRAINING', (worker, task) => [{ ...worker, status: { ...worker.status, draining: true } }, task]],
  [
    'WORKER_MEMORY_TOO_SMALL',
    (worker, task) => [{ ...worker, status: { ...worker.status, memoryBytes: 512 * MIB - 1 } }, task]
  ],
  [
    'WORKER_REGION_MISMATCH',
    (worker, task) => [{ ...worker, status: { ...worker.status, region: 'EU' } }, task]
  ],
  ['WORKER_REPUTATION_TOO_LOW', (worker, task) => [{ ...worker, reputation: 0.4999 }, task]],
  [
    'WORKER_ISOLATION_TOO_LOW',
    (worker, task) => [{ ...worker, status: { ...worker.status, isolation: 'reduced' } }, task]
  ],
  ['WORKER_UNRESPONSIVE', (worker, task) => [{ ...worker, suspect: true }, task]],
  ['WORKER_BUSY', (worker, task) => [{ ...worker, leases: 4 }, task]]
]

test('a worker that just fits is not rejected', () => {
  assert.is(rejectionOf(fit, demand), undefined)
  assert.is(rejectionOf({ ...fit, leases: 3 }, demand), undefined)
})

test('each fault has its code, names the worker and says something', () => {
  for (const [code, spoil] of faults) {
    const rejection = rejectionOf(...spoil(fit, demand))
    assert.is(rejection?.code, code)
    assert.is(rejection?.worker, 'worker-a')
    assert.ok((rejection?.message ?? '') !== '')
  }
})

test('property: of several faults the first of the table is told, so lasting ones hide passing ones', () => {
  fc.assert(
    fc.property(fc.subarray([...faults], { minLength: 1 }), (some) => {
      const [candidate, task] = some.reduce<[Candidate, TaskDemand]>(
        ([worker, what], [, spoil]) => spoil(worker, what),
        [fit, demand]
      )
      assert.is(rejectionOf(candidate, task)?.code, some[0]?.[0])
    })
  )
})

test('only a busy or silent worker may fit later', () => {
  for (const [code] of faults) {
    assert.is(isTransient(code), code === 'WORKER_BUSY' || code === 'WORKER_UNRESPONSIVE', code)
  }
  assert.not(isTransient('SOMETHING_ELSE'))
})

test('a task without requirements takes any worker', () => {
  const easy: TaskDemand = {
    limits: { ...demand.limits, memoryBytes: 1 },
    requirements: { regions: [], minReputationPermille: 0, isolation: undefined },
    excluded: new Set()
  }
  const poor = { ...fit, reputation: 0, status: { ...fit.status, region: '', isolation: 'reduced' as const } }
  assert.is(rejectionOf(poor, easy), undefined)
  const reduced = { ...easy, requirements: { ...easy.requirements, isolation: 'reduced' as const } }
  assert.is(rejectionOf(poor, reduced), undefined)
  assert.is(rejectionOf(fit, reduced), undefined, 'full isolation is more than reduced')
  const noSlots = { ...fit, status: { ...fit.status, slots: 0 } }
  assert.is(rejectionOf(noSlots, easy)?.code, 'WORKER_BUSY')
})

test('a score that equals the minimum is enough, at every thousandth', () => {
  for (let permille = 0; permille <= 1000; permille += 1) {
    const task = { ...demand, requirements: { ...demand.requirements, minReputationPermille: permille } }
    assert.is(rejectionOf({ ...fit, reputation: permille / 1000 }, task), undefined, `${permille}`)
    if (permille === 0) continue
    const below = { ...fit, reputation: (permille - 0.001) / 1000 }
    assert.is(rejectionOf(below, task)?.code, 'WORKER_REPUTATION_TOO_LOW', `${permille}`)
  }
})

test.run()
