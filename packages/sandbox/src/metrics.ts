import type { Counter, Histogram, MetricsRegister } from '@ailee/core'

export interface SandboxMetrics {
  runs: Counter
  kills: Counter
  recycles: Counter
  runSeconds: Histogram
  instrumentSeconds: Histogram
  queueWaitSeconds: Histogram
  cacheHits: Counter
  cacheMisses: Counter
}

/** What the gauges read at scrape time. */
export interface SandboxLoad {
  readonly queued: number
  readonly running: number
  readonly processes: number
}

const secondsBuckets = [
  0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60
] as const

export function createSandboxMetrics(register: MetricsRegister, load: SandboxLoad): SandboxMetrics {
  register.gauge({
    name: 'ailee_sandbox_queue_length',
    help: 'Executions waiting for a process',
    collect: () => load.queued
  })
  register.gauge({
    name: 'ailee_sandbox_running',
    help: 'Executions under way',
    collect: () => load.running
  })
  register.gauge({
    name: 'ailee_sandbox_processes',
    help: 'Child processes alive and ready',
    collect: () => load.processes
  })
  return {
    runs: register.counter({
      name: 'ailee_sandbox_runs_total',
      help: 'Executions ended, by result code',
      labelNames: ['code']
    }),
    kills: register.counter({
      name: 'ailee_sandbox_kills_total',
      help: 'Child processes killed, by reason',
      labelNames: ['reason']
    }),
    recycles: register.counter({
      name: 'ailee_sandbox_recycles_total',
      help: 'Child processes replaced, by reason',
      labelNames: ['reason']
    }),
    runSeconds: register.histogram({
      name: 'ailee_sandbox_run_seconds',
      help: 'Time from hand-over to a process until the outcome',
      buckets: secondsBuckets
    }),
    instrumentSeconds: register.histogram({
      name: 'ailee_sandbox_instrument_seconds',
      help: 'Time to check and rewrite a module that was not found prepared',
      buckets: secondsBuckets
    }),
    queueWaitSeconds: register.histogram({
      name: 'ailee_sandbox_queue_wait_seconds',
      help: 'Time an execution waited for a process',
      buckets: secondsBuckets
    }),
    cacheHits: register.counter({
      name: 'ailee_sandbox_cache_hits_total',
      help: 'Instrumented modules found in the cache'
    }),
    cacheMisses: register.counter({
      name: 'ailee_sandbox_cache_misses_total',
      help: 'Modules large enough for the cache that were not in it'
    })
  }
}
