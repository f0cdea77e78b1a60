import type { IsolationLevel } from '@ailee/protocol'

/** What a worker gives, decided by its operator and what the machine can do. */
export interface Capacity {
  /** Executions at once. */
  slots: number
  /** Memory one execution may use. */
  memoryBytes: number
  cores: number
  region: string
  deviceClass: string
  isolation: IsolationLevel
  /** Units for 10⁹ fuel, where nothing runs. */
  pricePerGigafuel: bigint
  /** The same where it is full, or overloaded; default: half as much again. */
  maxPricePerGigafuel?: bigint
}
