import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type AttackName, type Expectation, expectations } from '../support/hostile/attack.js'
import { quantile } from '../support/hostile/honest-load.js'
import { bannedBy, Siege, type SiegeReport } from '../support/hostile/siege.js'
import { addressOf } from '../support/local-net.js'
import { growth } from '../support/metrics.js'

/** Of the attacks nothing may stay; what honest tasks leave in caches meanwhile is far below this. */
const MAX_KEPT_BYTES = 48 * 2 ** 20

interface Context {
  siege: Siege
  report: SiegeReport
  bans: ReadonlySet<string>
}

const test = suite<Context>('hostile peers')

test.before(async (context) => {
  context.siege = await Siege.prepare()
  context.report = await context.siege.run({ tasks: 60, rounds: 1, patient: false, parallel: 2 })
  context.bans = await context.siege.bans()
})

test.after(async ({ siege }) => siege?.close())

test('every honest task completes, of clients that were there and of clients that come meanwhile', ({
  report
}) => {
  const { quiet, besieged, newcomers } = report
  assert.equal(quiet.failures, [])
  assert.equal(besieged.failures, [])
  assert.equal(newcomers.failures, [])
  assert.ok(besieged.latenciesMs.length >= 60 && newcomers.latenciesMs.length > 0)
  // How much slower is for packages/node/bench/hostile.mjs to judge, on a machine with nothing else to do.
  const [before, during] = [quiet, besieged].map(({ latenciesMs }) => quantile(latenciesMs, 0.99))
  console.log(`p99 ${before?.toFixed(0)} ms in quiet, ${during?.toFixed(0)} ms under attack`)
})

for (const [name, due] of Object.entries(expectations) as [AttackName, Expectation][]) {
  test(`${name}: ${due.told ?? 'no word'}, ${due.penalty === undefined ? 'no penalty' : 'a penalty'}, ${due.ban === true ? 'a ban' : 'no ban yet'}`, ({
    report,
    bans
  }) => {
    const attackers = report.attacks.filter(({ attack }) => attack === name)
    assert.is(attackers.length, report.nodes.length)
    for (const { role, nodeId, told, failure } of attackers) {
      assert.is(failure, undefined)
      if (due.told !== undefined) assert.ok((told[due.told] ?? 0) > 0, `${role}: ${JSON.stringify(told)}`)
      const target = report.nodes.find((node) => node.role === role)
      assert.ok(target)
      assert.is(bans.has(`${target.node.name}/${nodeId}`), due.ban === true, `${role}`)
      if (due.penalty === undefined) continue
      // Others may have been counted under the same code, but not fewer than this one was told of.
      const counted = growth(
        target.before,
        target.after,
        `ailee_network_penalties_total{code="${due.penalty}"}`
      )
      assert.ok(counted >= Math.max(1, told[due.penalty] ?? 0), `${role}: ${counted} penalties`)
    }
  })
}

test('connections that say nothing are closed, and counted', ({ report }) => {
  for (const { role, before, after } of report.nodes) {
    const silent = report.attacks.find((one) => one.attack === 'half-open' && one.role === role)
    assert.ok((silent?.refusedConnections ?? 0) >= 200)
    assert.ok(growth(before, after, 'ailee_network_limited_total{what="connections"}') > 0)
  }
})

test('nobody who is honest was banned by anybody', async ({ siege, report }) => {
  const attackers = new Set(report.attacks.map(({ nodeId }) => nodeId))
  for (const ban of await bannedBy([siege.coordinator, ...siege.workers])) {
    assert.ok(attackers.has(ban.split('/')[1] ?? ''), ban)
  }
})

test('memory is back at its level once the attackers have gone', ({ report }) => {
  for (const { role, memory } of report.nodes) {
    const kept = memory.after.liveHeapBytes - memory.before.liveHeapBytes
    assert.ok(kept < MAX_KEPT_BYTES, `${role} kept ${kept} bytes`)
  }
})

test('bans outlive a restart', async ({ siege, bans }) => {
  const { net, coordinator, workers } = siege
  const worker = workers[0]
  assert.ok(worker)
  await Promise.all([coordinator.stop(), worker.stop()])
  const again = await net.start('coordinator', 'coordinator')
  const workerAgain = await net.start('worker-1', 'worker', '--bootstrap', addressOf(again))
  const held = await bannedBy([again, workerAgain])
  assert.ok(bans.size > 0)
  for (const ban of bans) assert.ok(held.has(ban), ban)
})

test.run()
