import { errno } from './errno.js'
import type { HostCalls } from './preview1.js'
import { CLOCK_STEP_NS } from './virtual-clock.js'
import type { WasiProcess } from './wasi-process.js'

export const REALTIME = 0
/** Monotonic, process CPU time and thread CPU time show the same clock. */
const LAST_CLOCK = 3

/** The virtual clock. */
export function timeFunctions({ memory, clock }: WasiProcess): HostCalls<'clock_res_get' | 'clock_time_get'> {
  return {
    clock_res_get: (id: number, at: number) => {
      if (id < 0 || id > LAST_CLOCK) return errno.INVAL
      memory.setU64(at, CLOCK_STEP_NS)
      return errno.SUCCESS
    },
    clock_time_get: (id: number, _precision: bigint, at: number) => {
      if (id < 0 || id > LAST_CLOCK) return errno.INVAL
      memory.bytes(at, 8)
      memory.setU64(at, BigInt.asUintN(64, id === REALTIME ? clock.realtimeNs() : clock.monotonicNs()))
      return errno.SUCCESS
    }
  }
}
