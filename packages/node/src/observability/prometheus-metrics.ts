import type { Counter, Gauge, Histogram, MetricsRegister } from '@ailee/core'
import * as prometheus from 'prom-client'

/** The metrics of this process, by prom-client. Asking twice for a name gives the same metric. */
export class PrometheusMetrics implements MetricsRegister {
  readonly registry = new prometheus.Registry()

  constructor() {
    prometheus.collectDefaultMetrics({ register: this.registry, prefix: 'ailee_' })
  }

  counter({ name, help, labelNames = [] }: Parameters<MetricsRegister['counter']>[0]): Counter {
    const existing = this.registry.getSingleMetric(name) as prometheus.Counter | undefined
    const metric = existing ?? new prometheus.Counter({ name, help, labelNames, registers: [this.registry] })
    return { inc: (labels = {}, value = 1) => metric.inc(labels, value) }
  }

  gauge({ name, help, labelNames = [], collect }: Parameters<MetricsRegister['gauge']>[0]): Gauge {
    const existing = this.registry.getSingleMetric(name) as prometheus.Gauge | undefined
    const metric =
      existing ??
      new prometheus.Gauge({
        name,
        help,
        labelNames,
        registers: [this.registry],
        collect() {
          if (collect !== undefined) this.set(collect())
        }
      })
    return { set: (value, labels = {}) => metric.set(labels, value) }
  }

  histogram({
    name,
    help,
    labelNames = [],
    buckets
  }: Parameters<MetricsRegister['histogram']>[0]): Histogram {
    const existing = this.registry.getSingleMetric(name) as prometheus.Histogram | undefined
    const options = { name, help, labelNames, registers: [this.registry] }
    const metric =
      existing ??
      new prometheus.Histogram(buckets === undefined ? options : { ...options, buckets: [...buckets] })
    return { observe: (value, labels = {}) => metric.observe(labels, value) }
  }
}
