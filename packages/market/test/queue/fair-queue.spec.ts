import type { Priority } from '@ailee/protocol'
import * as fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { FairQueue, type WaitingTask } from '../../src/index.js'

const AGING_MS = 1000
const urgency: readonly Priority[] = ['CRITICAL', 'HIGH', 'NORMAL', 'LOW']
const anyPriority = fc.constantFrom(...urgency)

function taskOf(taskId: string, fields: Partial<WaitingTask> = {}): WaitingTask {
  return { taskId, client: 'a', priority: 'NORMAL', sinceMs: 0, turns: 1, ...fields }
}

function takeAll(queue: FairQueue, nowMs = 0): string[] {
  const taken: string[] = []
  for (let next = queue.take(nowMs); next !== undefined; next = queue.take(nowMs)) taken.push(next)
  return taken
}

test('property: of one client the most urgent first, then who came first', () => {
  fc.assert(
    fc.property(fc.array(anyPriority, { maxLength: 30 }), (priorities) => {
      const queue = new FairQueue({ agingMs: AGING_MS })
      for (const [index, priority] of priorities.entries()) queue.add(taskOf(String(index), { priority }), 0)
      assert.is(queue.size, priorities.length)
      for (const one of urgency) {
        assert.is(queue.waiting(one), priorities.filter((other) => other === one).length)
      }
      const expected = urgency.flatMap((priority) =>
        priorities.flatMap((one, index) => (one === priority ? [String(index)] : []))
      )
      assert.equal(takeAll(queue), expected)
      assert.is(queue.size, 0)
      for (const one of urgency) assert.is(queue.waiting(one), 0)
    })
  )
})

test('a task is in it once, and not after it was removed', () => {
  const queue = new FairQueue({ agingMs: AGING_MS })
  queue.add(taskOf('a'), 0)
  queue.add(taskOf('a'), 0)
  queue.add(taskOf('b', { priority: 'LOW' }), 0)
  assert.is(queue.size, 2)
  queue.remove('a')
  queue.remove('never there')
  assert.equal([queue.waiting('NORMAL'), queue.waiting('LOW')], [0, 1])
  assert.is(queue.take(0), 'b')
  assert.is(queue.take(0), undefined)
})

test('a task moves up a level when the time is over, behind those that are there, and not before', () => {
  const at = (nowMs: number): string[] => {
    const queue = new FairQueue({ agingMs: AGING_MS })
    queue.add(taskOf('low', { priority: 'LOW' }), 0)
    queue.add(taskOf('normal', { sinceMs: 500 }), 500)
    queue.add(taskOf('critical', { priority: 'CRITICAL', sinceMs: 2900 }), 2900)
    return takeAll(queue, nowMs)
  }
  // The normal one is CRITICAL since 2500, the low one HIGH since 2000 and CRITICAL from 3000 on, where it came last.
  for (const nowMs of [2900, 2999, 3000]) assert.equal(at(nowMs), ['normal', 'critical', 'low'])
  const queue = new FairQueue({ agingMs: AGING_MS })
  queue.add(taskOf('low', { priority: 'LOW' }), 0)
  queue.add(taskOf('high', { priority: 'HIGH', sinceMs: 1999 }), 1999)
  assert.is(queue.take(1999), 'high')
  queue.add(taskOf('high', { priority: 'HIGH', sinceMs: 2000 }), 2000)
  assert.is(queue.take(2000), 'low', 'it is HIGH since now, and came first to that level')
})

test('what has waited before it comes back begins where it would be by now', () => {
  const queue = new FairQueue({ agingMs: AGING_MS })
  queue.add(taskOf('high', { priority: 'HIGH', sinceMs: 2500 }), 2500)
  queue.add(taskOf('old', { priority: 'LOW', sinceMs: 0 }), 3000)
  assert.equal(takeAll(queue, 3000), ['old', 'high'])
})

/** Any sequence of comings, goings and takings, of few clients. */
const anyStep = fc.record({
  what: fc.constantFrom('add', 'add', 'add', 'take', 'remove'),
  client: fc.constantFrom('a', 'b', 'c'),
  priority: anyPriority,
  turns: fc.integer({ min: 1, max: 9 }),
  waitMs: fc.nat(700),
  pick: fc.nat(100)
})
type Step = typeof anyStep extends fc.Arbitrary<infer T> ? T : never

/** Plays steps, and tells each task that was taken, in order, with what was there then. */
function play(steps: readonly Step[]): { taken: WaitingTask[]; left: WaitingTask[] } {
  const queue = new FairQueue({ agingMs: AGING_MS })
  const waiting: WaitingTask[] = []
  const taken: WaitingTask[] = []
  let nowMs = 0
  for (const [index, { what, client, priority, turns, waitMs, pick }] of steps.entries()) {
    nowMs += waitMs
    if (what === 'add') {
      const task = { taskId: `t${index}`, client, priority, sinceMs: nowMs, turns }
      waiting.push(task)
      queue.add(task, nowMs)
    } else if (what === 'remove') {
      const [gone] = waiting.splice(pick % Math.max(1, waiting.length), 1)
      if (gone !== undefined) queue.remove(gone.taskId)
    } else {
      const taskId = queue.take(nowMs)
      assert.is(taskId === undefined, waiting.length === 0)
      const place = waiting.findIndex((task) => task.taskId === taskId)
      const [task] = place < 0 ? [] : waiting.splice(place, 1)
      assert.is(task?.taskId, taskId, 'it was waiting')
      if (task !== undefined) taken.push(task)
      const older = waiting.some(
        (other) =>
          other.client === task?.client && other.priority === task.priority && other.sinceMs < task.sinceMs
      )
      assert.not.ok(older, 'first come, first served within client and priority')
      // Somebody of a higher level is never passed over.
      const levelOf = (one: WaitingTask): number =>
        Math.min(3, 3 - urgency.indexOf(one.priority) + Math.floor((nowMs - one.sinceMs) / AGING_MS))
      if (task !== undefined) assert.ok(waiting.every((other) => levelOf(other) <= levelOf(task)))
    }
    assert.is(queue.size, waiting.length)
    for (const one of urgency) {
      assert.is(queue.waiting(one), waiting.filter((task) => task.priority === one).length)
    }
  }
  return { taken, left: waiting }
}

test('property: levels by age, first come first served within client and priority, nothing lost or doubled', () => {
  let takings = 0
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 80, size: 'max' }), (steps) => {
      takings += play(steps).taken.length
      assert.equal(play(steps), play(steps), 'the same calls lead to the same order')
    }),
    { numRuns: 300, seed: 3 }
  )
  assert.ok(takings > 1000, `${takings} takings`)
})

test('property: however much others have waiting, the first task of a client waits for one of each at most', () => {
  const backlog = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(backlog, fc.integer({ min: 1, max: 9 }), fc.nat(60), (counts, turns, takenBefore) => {
      const queue = new FairQueue({ agingMs: AGING_MS })
      for (const [client, count] of counts.entries()) {
        for (let index = 0; index < count; index += 1) {
          queue.add(taskOf(`${client}-${index}`, { client: String(client), turns }), 0)
        }
      }
      for (let count = 0; count < takenBefore; count += 1) queue.take(0)
      queue.add(taskOf('mine', { client: 'new' }), 0)
      const place = takeAll(queue).indexOf('mine')
      assert.ok(place >= 0 && place <= counts.length, `${place} before it, of ${counts.length} others`)
    }),
    { numRuns: 300 }
  )
})

test('property: clients that always have something waiting get as many executions, to within one task', () => {
  const clients = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 5 })
  fc.assert(
    fc.property(clients, fc.integer({ min: 1, max: 200 }), (turnsOf, rounds) => {
      const queue = new FairQueue({ agingMs: AGING_MS })
      const served = turnsOf.map(() => 0)
      let number = 0
      const add = (client: number): void => {
        number += 1
        queue.add(taskOf(`${client}-${number}`, { client: String(client), turns: turnsOf[client] ?? 1 }), 0)
      }
      for (const client of turnsOf.keys()) for (let count = 0; count < 2; count += 1) add(client)
      for (let round = 0; round < rounds; round += 1) {
        const client = Number(queue.take(0)?.split('-')[0])
        served[client] = (served[client] ?? 0) + (turnsOf[client] ?? 1)
        add(client)
        assert.ok(Math.max(...served) - Math.min(...served) <= Math.max(...turnsOf), served.join())
      }
    }),
    { numRuns: 200 }
  )
})

test('who submits one task at a time gets no more executions by it', () => {
  const queue = new FairQueue({ agingMs: AGING_MS })
  for (let index = 0; index < 90; index += 1) queue.add(taskOf(`a-${index}`, { client: 'a' }), 0)
  let wide = 0
  for (let count = 0; count < 60; count += 1) {
    if (count % 3 === 0) queue.add(taskOf(`b-${count}`, { client: 'b', turns: 9 }), 0)
    if (queue.take(0)?.startsWith('b') === true) wide += 1
  }
  assert.ok(wide <= 60 / 9 + 1, `${wide} tasks of nine executions beside some 54 of one`)
})

test('property: nothing starves, whatever urgent tasks keep coming', () => {
  fc.assert(
    fc.property(
      anyPriority,
      fc.integer({ min: 1, max: 8 }),
      fc.integer({ min: 1, max: 3 }),
      (priority, flooders, each) => {
        const queue = new FairQueue({ agingMs: AGING_MS })
        queue.add(taskOf('mine', { client: 'me', priority }), 0)
        const levels = urgency.indexOf(priority)
        let number = 0
        // A taking each 100 ms, and more urgent tasks coming than are taken.
        for (let takings = 0; ; takings += 1) {
          const nowMs = takings * 100
          for (let client = 0; client < flooders; client += 1) {
            for (let count = 0; count < each; count += 1) {
              number += 1
              const fields = { client: `flooder-${client}`, priority: 'CRITICAL' as const, sinceMs: nowMs }
              queue.add(taskOf(`f${number}`, fields), nowMs)
            }
          }
          if (queue.take(nowMs) === 'mine') {
            // On the last level after its time, then a turn of each other client.
            assert.ok(nowMs <= levels * AGING_MS + flooders * 100, `taken after ${nowMs} ms`)
            return
          }
          assert.ok(takings < 1000, 'it starves')
        }
      }
    ),
    { numRuns: 100 }
  )
})

test('tasks that come and go for long leave nothing behind', () => {
  const queue = new FairQueue({ agingMs: 1_000_000 })
  queue.add(taskOf('stays'), 0)
  for (let round = 0; round < 20_000; round += 1) {
    queue.add(taskOf(`t${round}`, { sinceMs: round }), round)
    queue.remove(`t${round}`)
  }
  assert.is(queue.size, 1)
  assert.equal(takeAll(queue, 20_000), ['stays'])
})

test.run()
