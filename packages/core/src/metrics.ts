/** Label values of one observation. Values must come from a small closed set: never a peer id or a task id. */
export type Labels = Record<string, string>

export interface Counter {
  inc(labels?: Labels, value?: number): void
}

export interface Gauge {
  set(value: number, labels?: Labels): void
}

export interface Histogram {
  observe(value: number, labels?: Labels): void
}

export interface MetricOptions {
  name: string
  help: string
  labelNames?: readonly string[]
}

export interface GaugeOptions extends MetricOptions {
  /** Called at scrape time; returns the current value. */
  collect?: () => number
}

export interface HistogramOptions extends MetricOptions {
  /** Upper bounds, ascending, in the unit of the name. */
  buckets?: readonly number[]
}

/** Where packages register their metrics; the program binds it to prom-client. */
export interface MetricsRegister {
  counter(options: MetricOptions): Counter
  gauge(options: GaugeOptions): Gauge
  histogram(options: HistogramOptions): Histogram
}

/** A register that records nothing. */
export const noMetrics: MetricsRegister = {
  counter: () => ({ inc() {} }),
  gauge: () => ({ set() {} }),
  histogram: () => ({ observe() {} })
}
