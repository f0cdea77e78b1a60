import { AileeError, type LogContext, type Logger, ManualClock, silentLogger } from '@ailee/core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { DIAL_COOLDOWN_MS, PARALLEL_DIALS, TARGET_CONNECTIONS } from '../../src/constants.js'
import { BootstrapPeer } from '../../src/discovery/bootstrap-peer.js'
import { Dialler } from '../../src/discovery/dialler.js'

const settled = () => new Promise((resolve) => setImmediate(resolve))

test('bootstrap waits longer after each failure, logs ever more rarely, and leaves no timer when stopped', async () => {
  const clock = new ManualClock()
  const warnings: LogContext[] = []
  const log: Logger = { ...silentLogger, warn: (_message, context) => void warnings.push(context ?? {}) }
  let dials = 0
  const dial = async (): Promise<string> => {
    dials += 1
    throw new AileeError('NETWORK_DIAL_FAILED', 'nobody there')
  }
  const peer = new BootstrapPeer(
    { clock, log, dial, isConnected: () => false },
    { address: '/x', nodeId: undefined }
  )
  peer.seek()
  for (let second = 0; second < 3600; second += 1) {
    await settled()
    clock.advance(1000)
  }
  assert.ok(dials > 60 && dials < 1000, `${dials} attempts in an hour`)
  assert.ok(warnings.length <= 10, `${warnings.length} lines`)
  assert.equal(
    warnings.slice(0, 3).map((context) => context.failures),
    [1, 2, 4]
  )
  await peer.stop()
  const before = dials
  clock.advance(3_600_000)
  await settled()
  assert.is(dials, before)
})

test('the dialler keeps to its bounds, goes beyond them for wanted peers, and leaves failures alone for a while', async () => {
  const clock = new ManualClock()
  const connected = new Set<string>()
  const gates = new Map<string, PromiseWithResolvers<void>>()
  let mostAtOnce = 0
  const dialler = new Dialler({
    clock,
    log: silentLogger,
    targets: {
      nodeId: 'self',
      isConnected: (nodeId) => connected.has(nodeId),
      connectionCount: () => connected.size,
      dial: (nodeId) => {
        const gate = Promise.withResolvers<void>()
        gates.set(nodeId, gate)
        mostAtOnce = Math.max(mostAtOnce, gates.size)
        return gate.promise.finally(() => gates.delete(nodeId))
      }
    }
  })
  const finish = async (): Promise<void> => {
    while (gates.size > 0) {
      for (const [nodeId, gate] of gates) {
        if (nodeId.startsWith('bad')) gate.reject(new Error('unreachable'))
        else {
          connected.add(nodeId)
          gate.resolve()
        }
      }
      await settled()
    }
  }
  dialler.offer('self', [])
  assert.is(gates.size, 0)
  for (let index = 0; index < 100; index += 1) dialler.offer(`peer-${index}`, [])
  await finish()
  assert.is(mostAtOnce, PARALLEL_DIALS)
  assert.ok(connected.size >= TARGET_CONNECTIONS && connected.size < TARGET_CONNECTIONS + PARALLEL_DIALS)
  dialler.offer('one-more', [])
  assert.is(gates.size, 0, 'enough connections')
  dialler.offer('coordinator', [], { wanted: true })
  await finish()
  assert.ok(connected.has('coordinator'))
  dialler.offer('bad-one', [], { wanted: true })
  await finish()
  dialler.offer('bad-one', [], { wanted: true })
  assert.is(gates.size, 0, 'cooling down')
  clock.advance(DIAL_COOLDOWN_MS)
  dialler.offer('bad-one', [], { wanted: true })
  assert.is(gates.size, 1)
  await finish()
  await dialler.stop()
  dialler.offer('late', [], { wanted: true })
  assert.is(gates.size, 0)
})

test.run()
