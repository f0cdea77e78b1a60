import type { TaskId } from '@ailee/core'
import { ailee } from '#generated'
import { ProtocolError } from '../errors.js'
import { BID_SALT_BYTES, BID_SERIES_BYTES, MAX_BID_BYTES } from '../limits.js'
import { exactBytes, hash, hashBytes, integer, parseMessage, toU64, u64 } from './fields.js'

/** Worker to coordinator, signed: the answer to a TASK_OFFER it wants to win. */
export interface Bid {
  taskId: TaskId
  attempt: number
  /** The most the worker will charge for this execution, in units. */
  cost: bigint
  /** Executions that wait or run on the worker. */
  load: number
  /** Executions it runs at once. */
  slots: number
  moduleCached: boolean
  /** 16 bytes: within a series its worker has one answer to an auction. Absent: it does not bind itself. */
  series?: Uint8Array
  /** 32 random bytes; there in a sealed auction. */
  salt?: Uint8Array
}

export function encodeBid(bid: Bid): Uint8Array {
  return ailee.v1.Bid.encode({ ...bid, taskId: hashBytes(bid.taskId), cost: toU64(bid.cost) }).finish()
}

export function decodeBid(bytes: Uint8Array): Bid {
  // Whoever signs two contradictory bids must not be able to make them too long for evidence.
  if (bytes.length > MAX_BID_BYTES) throw new ProtocolError('WIRE_TOO_LARGE', 'the bid is too long')
  const wire = parseMessage('Bid', (data) => ailee.v1.Bid.decode(data), bytes)
  return {
    taskId: hash(wire.taskId, 'task_id'),
    attempt: wire.attempt,
    cost: u64(wire.cost),
    load: integer(wire.load, 0, 1_000_000, 'load'),
    slots: integer(wire.slots, 1, 65_536, 'slots'),
    moduleCached: wire.moduleCached,
    ...(wire.series.length === 0 ? {} : { series: exactBytes(wire.series, BID_SERIES_BYTES, 'series') }),
    ...(wire.salt.length === 0 ? {} : { salt: exactBytes(wire.salt, BID_SALT_BYTES, 'salt') })
  }
}
