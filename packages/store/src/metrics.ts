import type { Histogram, MetricsRegister } from '@ailee/core'

export interface StoreMetrics {
  /** Seconds; label `operation`: get, commit or range. */
  latency: Histogram
}

/** `sizeBytes` is asked at scrape time. */
export function createStoreMetrics(register: MetricsRegister, sizeBytes: () => number): StoreMetrics {
  register.gauge({
    name: 'ailee_storage_size_bytes',
    help: 'Size of the store on disk, as of the scrape before',
    collect: sizeBytes
  })
  return {
    latency: register.histogram({
      name: 'ailee_storage_latency_seconds',
      help: 'Duration of store operations; a commit includes its wait for the batch, a range its time on disk',
      labelNames: ['operation'],
      buckets: [0.00005, 0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1]
    })
  }
}
