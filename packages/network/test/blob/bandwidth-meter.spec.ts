import { createHash, randomBytes } from 'node:crypto'
import { ManualClock } from '@ailee/core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { BandwidthMeter } from '../../src/blob/bandwidth-meter.js'
import { join, withNodes } from '../support/nodes.js'
import { rejectionCode } from '../support/until.js'

const MIB = 2 ** 20

test('all bytes over all time: large transfers weigh more', () => {
  const meter = new BandwidthMeter({ clock: new ManualClock() })
  assert.is(meter.mbps(), undefined)
  meter.add(1_000_000, 80)
  assert.is(meter.mbps(), 100)
  meter.add(125_000, 100)
  assert.is(meter.mbps(), 50)
})

test('small blobs and those without a duration tell nothing', () => {
  const meter = new BandwidthMeter({ clock: new ManualClock() })
  meter.add(65_535, 1)
  meter.add(MIB, 0)
  meter.add(MIB, Number.NaN)
  assert.is(meter.mbps(), undefined)
  meter.add(65_536, 1)
  assert.is(meter.mbps(), 524.288)
})

test('only the latest sixteen count, and nothing from over an hour ago', () => {
  const clock = new ManualClock()
  const meter = new BandwidthMeter({ clock })
  meter.add(MIB, 1_000_000)
  for (let number = 0; number < 16; number += 1) meter.add(1_000_000, 80)
  assert.is(meter.mbps(), 100)
  clock.advance(60 * 60_000)
  assert.is(meter.mbps(), 100)
  clock.advance(1)
  assert.is(meter.mbps(), undefined)
})

test('it says no more than a sample may hold', () => {
  const meter = new BandwidthMeter({ clock: new ManualClock() })
  meter.add(16 * MIB, 0.001)
  assert.is(meter.mbps(), 1e6)
})

test(
  'a node measures what it fetches, and only where it came whole',
  withNodes(async (make) => {
    const content = randomBytes(MIB)
    const hash = createHash('sha256').update(content).digest('hex')
    const lie = createHash('sha256').update('another').digest('hex')
    const a = await make({ blobSource: { get: async () => content } })
    const b = await make()
    await join(b, a)
    const fetch = (wanted: string) => b.network.blobs.fetch(a.network.nodeId, wanted, { maxBytes: MIB })
    assert.is(await rejectionCode(fetch(lie)), 'BLOB_HASH_MISMATCH')
    assert.is(b.network.bandwidthMbps(), undefined)
    await fetch(hash)
    assert.ok((b.network.bandwidthMbps() ?? 0) > 0)
    assert.is(a.network.bandwidthMbps(), undefined)
  })
)

test.run()
