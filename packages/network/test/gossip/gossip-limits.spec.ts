import { ManualClock, noMetrics, silentLogger } from '@ailee/core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { GOSSIP_TOTAL_RATE, LIMIT_OFFENCE_MS, RATES } from '../../src/constants.js'
import { Defence } from '../../src/defence/defence.js'
import { BAN_POINTS, penaltyOf } from '../../src/defence/penalties.js'
import { GossipLimits } from '../../src/gossip/gossip-limits.js'
import { createNetworkMetrics } from '../../src/metrics.js'

function scene() {
  const clock = new ManualClock()
  const defence = new Defence(
    { clock, log: silentLogger, metrics: createNetworkMetrics(noMetrics), bans: undefined },
    { allowPeers: [], denyPeers: [], allowedOnly: false, rates: {} }
  )
  const seen = { limited: 0 }
  const limits = new GossipLimits({
    clock,
    gauge: (peer, options) => defence.gauge(peer, undefined, options),
    limited: () => void seen.limited++
  })
  return { clock, defence, limits, seen }
}

test('a publisher has its own bound, whoever brings what it says, and pays for it only where it brings it itself', () => {
  const { clock, defence, limits } = scene()
  const offences = Math.ceil(BAN_POINTS / penaltyOf('RATE_LIMITED')) + 1
  for (let count = 0; count < RATES.publications.burst; count += 1)
    assert.ok(limits.mayPublish('loud', `relay-${count % 3}`))
  assert.not.ok(limits.mayPublish('loud', 'relay-1'))
  assert.ok(limits.mayPublish('quiet', 'relay-1'), 'others are not held back')
  for (let second = 0; second < offences; second += 1) {
    clock.advance(LIMIT_OFFENCE_MS)
    while (limits.mayPublish('loud', 'relay-1'));
  }
  assert.equal(defence.bans(), [], 'nobody is to blame for what comes from afar')
  for (let second = 0; second < offences; second += 1) {
    clock.advance(LIMIT_OFFENCE_MS)
    while (limits.mayPublish('loud', 'loud'));
  }
  assert.equal(
    defence.bans().map(({ nodeId, code }) => [nodeId, code]),
    [['loud', 'RATE_LIMITED']]
  )
})

test('what a crowd says is bounded too, below what others take of the one that passes it on', () => {
  const { limits, defence, seen } = scene()
  let passed = 0
  for (let publisher = 0; publisher < GOSSIP_TOTAL_RATE.burst + 100; publisher += 1)
    if (limits.mayPublish(`sybil-${publisher}`, `sybil-${publisher}`)) passed += 1
  assert.is(passed, GOSSIP_TOTAL_RATE.burst)
  assert.is(seen.limited, 100)
  assert.equal(defence.bans(), [])
  // The next node takes all of it from this one.
  const next = scene()
  for (let count = 0; count < passed; count += 1) assert.ok(next.limits.mayPass('relay'))
  assert.ok(GOSSIP_TOTAL_RATE.perSecond < RATES.gossip.perSecond)
})

test.run()
