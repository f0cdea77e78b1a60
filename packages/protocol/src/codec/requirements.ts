import type { ailee } from '#generated'
import { ProtocolError } from '../errors.js'
import { MAX_REGION_BYTES } from '../limits.js'
import { integer, list, nonEmptyText } from './fields.js'

/** How far a sandbox keeps a module from the machine: `full` also drops user and network, see the sandbox package. */
export type IsolationLevel = 'full' | 'reduced'

/** What a worker must be to take part in a task's auction. */
export interface Requirements {
  /** Accepted regions; empty = any. */
  regions: string[]
  /** Thousandths, 0 to 1000. */
  minReputationPermille: number
  /** The least isolation accepted; undefined = any. */
  isolation: IsolationLevel | undefined
}

export function readRequirements(wire: ailee.v1.IRequirements): Requirements {
  return {
    regions: list(wire.regions, 16, 'regions', (region) => nonEmptyText(region, MAX_REGION_BYTES, 'regions')),
    minReputationPermille: integer(wire.minReputationPermille, 0, 1000, 'min_reputation_permille'),
    isolation: wire.isolation ? isolationLevel(wire.isolation) : undefined
  }
}

export function writeRequirements(requirements: Requirements): ailee.v1.IRequirements {
  return { ...requirements, isolation: requirements.isolation ?? '' }
}

export function isolationLevel(value: string): IsolationLevel {
  if (value === 'full' || value === 'reduced') return value
  throw new ProtocolError('WIRE_FIELD_INVALID', 'isolation must be full or reduced')
}
