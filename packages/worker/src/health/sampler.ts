import { cpus, freemem, totalmem } from 'node:os'
import type { Clock, NodeId } from '@ailee/core'
import type { TelemetrySample } from '@ailee/protocol'
import type { Capacity } from '../capacity.js'
import { EventLoopMonitor } from './event-loop.js'
import type { SensorReadings } from './sensors.js'

/** What the sampler asks the rest of the node. */
export interface SamplerSources {
  running(): number
  cachedModules(): Promise<number>
  /** Median ping to connected peers, if one has been measured. */
  latencyMs(): number | undefined
  /** How fast blobs came from peers of late, if any did. */
  bandwidthMbps(): number | undefined
  /** What the machine's sensors say. */
  sensors(): Promise<SensorReadings>
  /** Internal errors of late. */
  errors(): number
}

interface CpuTimes {
  busy: number
  total: number
}

/** Measures this machine's health. What it cannot measure is left out, never invented. It owns the event loop's monitor: stop it. */
export class HealthSampler {
  readonly #sources: SamplerSources
  readonly #gflops: number
  readonly #eventLoop = new EventLoopMonitor()
  #sequence: number
  #lastCpu = cpuTimes()

  constructor(components: { sources: SamplerSources; clock: Clock; gflops: number }) {
    this.#sources = components.sources
    this.#gflops = components.gflops
    // Starting at the time lets the sequence grow across restarts without being stored.
    this.#sequence = components.clock.now()
  }

  start(): void {
    this.#eventLoop.start()
  }

  stop(): void {
    this.#eventLoop.stop()
  }

  async sample(
    node: { network: string; nodeId: NodeId; capacity: Capacity },
    nowMs: number
  ): Promise<TelemetrySample> {
    const { capacity } = node
    const { temperatureCelsius, powerWatts } = await this.#sources.sensors()
    const cachedModules = await this.#sources.cachedModules()
    // Counted once nothing is waited for any more, so that samples leave in the order of their sequence.
    this.#sequence += 1
    return {
      network: node.network,
      nodeId: node.nodeId,
      sequence: this.#sequence,
      timestampMs: nowMs,
      region: capacity.region,
      deviceClass: capacity.deviceClass,
      cpuUtilization: this.#cpuUtilization(),
      availableMemoryBytes: freemem(),
      totalMemoryBytes: totalmem(),
      gflops: this.#gflops,
      latencyMs: this.#sources.latencyMs(),
      bandwidthMbps: this.#sources.bandwidthMbps(),
      powerWatts,
      temperatureCelsius,
      slots: capacity.slots,
      slotsFree: Math.max(0, capacity.slots - this.#sources.running()),
      cachedModules,
      errors: this.#sources.errors(),
      eventLoopLagMs: this.#eventLoop.lagMs()
    }
  }

  /** Share of all cores that was busy since the last sample; undefined where the system does not say. */
  #cpuUtilization(): number | undefined {
    const previous = this.#lastCpu
    const current = cpuTimes()
    this.#lastCpu = current
    const total = current.total - previous.total
    return total > 0 ? Math.min(1, Math.max(0, (current.busy - previous.busy) / total)) : undefined
  }
}

function cpuTimes(): CpuTimes {
  let busy = 0
  let total = 0
  for (const { times } of cpus()) {
    const all = times.user + times.nice + times.sys + times.idle + times.irq
    busy += all - times.idle
    total += all
  }
  return { busy, total }
}
