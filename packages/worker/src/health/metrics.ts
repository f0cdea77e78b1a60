import type { MetricsRegister } from '@ailee/core'
import { isSafeMode } from '@ailee/market'
import type { TelemetrySample } from '@ailee/protocol'

type Read = (sample: TelemetrySample) => number | undefined

const gauges: readonly [name: string, help: string, read: Read][] = [
  [
    'ailee_worker_safe_mode_ratio',
    '1 while this worker is too hot, too slow or too faulty, else 0',
    (sample) => (isSafeMode(sample) ? 1 : 0)
  ],
  ['ailee_worker_recent_errors', 'Internal errors of the last 10 minutes', ({ errors }) => errors],
  [
    'ailee_worker_temperature_celsius',
    'Of the hottest processor sensor',
    (sample) => sample.temperatureCelsius
  ],
  ['ailee_worker_power_watts', 'Drawn, as far as the system tells', ({ powerWatts }) => powerWatts],
  ['ailee_worker_bandwidth_mbps', 'How fast blobs came of late', ({ bandwidthMbps }) => bandwidthMbps],
  ['ailee_worker_latency_ms', 'Median ping of connected peers', ({ latencyMs }) => latencyMs],
  ['ailee_worker_gflops', 'Measured at the start', ({ gflops }) => gflops]
]

/** The latest sample as gauges, read at scrape time; NaN for what the machine cannot measure. */
export function registerHealthMetrics(
  metrics: MetricsRegister,
  latest: () => TelemetrySample | undefined
): void {
  for (const [name, help, read] of gauges) {
    const collect = (): number => {
      const sample = latest()
      return (sample && read(sample)) ?? Number.NaN
    }
    metrics.gauge({ name, help: `${help} (NaN = not measured)`, collect })
  }
}
