import { ailee } from '#generated'
import { MAX_REGION_BYTES } from '../limits.js'
import { integer, parseMessage, text, toU64 } from './fields.js'
import { type IsolationLevel, isolationLevel } from './requirements.js'

/** Worker to each coordinator it meets, and again when it changes: what it offers. */
export interface WorkerStatus {
  /** Executions it runs at once. */
  slots: number
  /** Memory one execution may use. */
  memoryBytes: number
  cores: number
  region: string
  deviceClass: string
  isolation: IsolationLevel
  /** Takes no new work; finishes what it has. */
  draining: boolean
}

export function encodeWorkerStatus(status: WorkerStatus): Uint8Array {
  return ailee.v1.WorkerStatus.encode({ ...status, memoryBytes: toU64(status.memoryBytes) }).finish()
}

export function decodeWorkerStatus(bytes: Uint8Array): WorkerStatus {
  const wire = parseMessage('WorkerStatus', (data) => ailee.v1.WorkerStatus.decode(data), bytes)
  return {
    slots: integer(wire.slots, 0, 65_536, 'slots'),
    memoryBytes: integer(wire.memoryBytes, 0, Number.MAX_SAFE_INTEGER, 'memory_bytes'),
    cores: integer(wire.cores, 1, 65_536, 'cores'),
    region: text(wire.region, MAX_REGION_BYTES, 'region'),
    deviceClass: text(wire.deviceClass, MAX_REGION_BYTES, 'device_class'),
    isolation: isolationLevel(wire.isolation),
    draining: wire.draining
  }
}
