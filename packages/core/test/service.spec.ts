import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type Service, ServiceGroup } from '../src/index.js'
import { reasonOf } from './support/reason-of.js'
import { RecordingLogger } from './support/recording-logger.js'

const log = new RecordingLogger()

/** A service that writes down its life, and fails where it is told to. */
function recorder(name: string, life: string[], failing: { start?: Error; stop?: Error } = {}): Service {
  return {
    name,
    async start() {
      life.push(`start ${name}`)
      // A turn of the event loop in between shows whether the group awaits.
      await new Promise<void>((resolve) => setImmediate(resolve))
      if (failing.start) throw failing.start
      life.push(`started ${name}`)
    },
    async stop() {
      life.push(`stop ${name}`)
      await new Promise<void>((resolve) => setImmediate(resolve))
      if (failing.stop) throw failing.stop
      life.push(`stopped ${name}`)
    }
  }
}

test('starts in order, stops in reverse, one after the other', async () => {
  const life: string[] = []
  const group = new ServiceGroup(
    'node',
    ['a', 'b', 'c'].map((name) => recorder(name, life)),
    log
  )
  assert.is(group.name, 'node')
  await group.start()
  assert.equal(life, ['start a', 'started a', 'start b', 'started b', 'start c', 'started c'])
  life.length = 0
  await group.stop()
  assert.equal(life, ['stop c', 'stopped c', 'stop b', 'stopped b', 'stop a', 'stopped a'])
})

test('is idempotent both ways, also when called at the same time', async () => {
  const life: string[] = []
  const group = new ServiceGroup('node', [recorder('a', life)], log)
  await group.stop()
  assert.equal(life, [], 'stopping what never started does nothing')
  await Promise.all([group.start(), group.start()])
  await group.start()
  assert.equal(life, ['start a', 'started a'])
  life.length = 0
  await Promise.all([group.stop(), group.stop()])
  await group.stop()
  assert.equal(life, ['stop a', 'stopped a'])
  life.length = 0
  await group.start()
  assert.equal(life, ['start a', 'started a'], 'it starts again after a stop')
})

test('a stop during the start waits for it', async () => {
  const life: string[] = []
  const group = new ServiceGroup('node', [recorder('a', life), recorder('b', life)], log)
  await Promise.all([group.start(), group.stop()])
  assert.equal(life, [
    'start a',
    'started a',
    'start b',
    'started b',
    'stop b',
    'stopped b',
    'stop a',
    'stopped a'
  ])
})

test('a failed start stops what had started, the failed service first, and rethrows', async () => {
  const life: string[] = []
  const failure = new Error('no port')
  const failing = { start: failure }
  const group = new ServiceGroup(
    'node',
    [recorder('a', life), recorder('b', life, failing), recorder('c', life)],
    log
  )
  assert.is(await reasonOf(group.start()), failure)
  assert.equal(life, ['start a', 'started a', 'start b', 'stop b', 'stopped b', 'stop a', 'stopped a'])
  life.length = 0
  await group.stop()
  assert.equal(life, [], 'nothing is left to stop')
})

test('after a failed start the group can be started again', async () => {
  const life: string[] = []
  const failing: { start?: Error } = { start: new Error('not yet') }
  const group = new ServiceGroup('node', [recorder('a', life), recorder('b', life, failing)], log)
  await reasonOf(group.start())
  delete failing.start
  life.length = 0
  await group.start()
  assert.equal(life, ['start a', 'started a', 'start b', 'started b'])
})

test('a failed stop is logged and the others still stop', async () => {
  const life: string[] = []
  const failure = new Error('stuck')
  const errors = new RecordingLogger()
  const services = [recorder('a', life), recorder('b', life, { stop: failure }), recorder('c', life)]
  const group = new ServiceGroup('node', services, errors)
  await group.start()
  life.length = 0
  await group.stop()
  assert.equal(life, ['stop c', 'stopped c', 'stop b', 'stop a', 'stopped a'])
  assert.equal(
    errors.errors.map(({ context }) => context),
    [{ service: 'b', error: failure }]
  )
  life.length = 0
  await group.stop()
  assert.equal(life, [], 'a service that failed to stop is not stopped twice')
})

test('a failed unwind does not hide why the start failed', async () => {
  const life: string[] = []
  const failure = new Error('no port')
  const errors = new RecordingLogger()
  const services = [
    recorder('a', life, { stop: new Error('stuck') }),
    recorder('b', life, { start: failure })
  ]
  assert.is(await reasonOf(new ServiceGroup('node', services, errors).start()), failure)
  assert.is(errors.errors.length, 1)
})

test('groups nest', async () => {
  const life: string[] = []
  const inner = new ServiceGroup('inner', [recorder('b', life), recorder('c', life)], log)
  const outer = new ServiceGroup('outer', [recorder('a', life), inner], log)
  await outer.start()
  life.length = 0
  await outer.stop()
  assert.equal(life, ['stop c', 'stopped c', 'stop b', 'stopped b', 'stop a', 'stopped a'])
})

test.run()
