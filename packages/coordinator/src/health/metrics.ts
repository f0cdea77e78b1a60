import type { MetricsRegister } from '@ailee/core'
import type { WorkerRegistry } from '../worker-registry.js'

/** How the connected workers fare, counted at scrape time. */
export function registerHealthMetrics(metrics: MetricsRegister, workers: WorkerRegistry): void {
  metrics.gauge({
    name: 'ailee_safe_mode_workers',
    help: 'Connected workers that are too hot, too slow or too faulty',
    collect: () => workers.healthCounts().safeMode
  })
  metrics.gauge({
    name: 'ailee_doubted_workers',
    help: 'Connected workers with a health claim that cannot be true',
    collect: () => workers.healthCounts().doubted
  })
}
