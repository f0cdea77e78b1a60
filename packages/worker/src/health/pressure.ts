import { isSafeMode } from '@ailee/market'
import type { TelemetrySample } from '@ailee/protocol'
import { LAG_FREE_MS, LAG_FULL_MS } from '../constants.js'

/**
 * How much of the machine something else than this worker's executions takes, 0 to 1: what others use of its cores, or
 * how late the event loop is, whichever is worse. All of it in safe mode. `running`: the most executions since the sample
 * before, since they are in its figures.
 */
export function pressureOf(sample: TelemetrySample, running: number, cores: number): number {
  if (isSafeMode(sample)) return 1
  const { cpuUtilization = 0, eventLoopLagMs = 0 } = sample
  const others = cpuUtilization - running / cores
  const lag = (eventLoopLagMs - LAG_FREE_MS) / (LAG_FULL_MS - LAG_FREE_MS)
  return Math.min(1, Math.max(0, others, lag))
}
