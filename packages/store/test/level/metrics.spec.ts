import {
  type GaugeOptions,
  type HistogramOptions,
  type MetricsRegister,
  noMetrics,
  silentLogger
} from '@ailee/core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { LevelStore } from '../../src/index.js'
import { bytes, collect } from '../support/assertions.js'
import { withTempFolder } from '../support/temp-folder.js'

test('observes each operation and the size of the folder', () =>
  withTempFolder(async (path) => {
    const observed: string[] = []
    const gauges: GaugeOptions[] = []
    const histograms: HistogramOptions[] = []
    const metrics: MetricsRegister = {
      ...noMetrics,
      gauge(options) {
        gauges.push(options)
        return noMetrics.gauge(options)
      },
      histogram(options) {
        histograms.push(options)
        return {
          observe(seconds, labels) {
            assert.ok(seconds >= 0 && seconds < 10)
            observed.push(labels?.operation ?? '')
          }
        }
      }
    }
    const store = new LevelStore({ log: silentLogger, metrics }, { path })
    await store.start()
    await store.commit({ operations: [{ put: 'tasks/a', value: bytes('a') }] })
    await store.get('tasks/a')
    await collect(store.range('tasks/'))
    assert.equal(observed, ['commit', 'get', 'range'])
    assert.equal(
      gauges.map((options) => options.name),
      ['ailee_storage_size_bytes']
    )
    assert.equal(
      histograms.map((options) => options.name),
      ['ailee_storage_latency_seconds']
    )
    assert.ok((gauges[0]?.collect?.() ?? 0) > 0)
    await store.stop()
  }))

test.run()
