import { bidCost } from '@ailee/market'
import type { Bid, Decline, TaskOffer } from '@ailee/protocol'
import type { Capacity } from './capacity.js'
import { MAX_WALL_TIME_MS } from './constants.js'
import type { WorkerErrorCode } from './errors.js'

/** How much is under way on the worker when an offer comes. */
export interface Load {
  executions: number
  draining: boolean
  moduleCached: boolean
  /** Share of the machine that something else takes, 0 to 1; default: 0. */
  pressure?: number
}

/** The worker's whole bidding policy: a pure function of the offer, what it gives and what it has to do. */
export function answerOffer(offer: TaskOffer, capacity: Capacity, load: Load): Bid | Decline {
  const { taskId, attempt, limits, requirements, maxCost } = offer
  const decline = (code: WorkerErrorCode, message: string): Decline => ({ taskId, attempt, code, message })
  if (load.draining) return decline('WORKER_DRAINING', 'it takes no new work')
  if (load.executions >= capacity.slots) {
    return decline('WORKER_BUSY', `${load.executions} executions on ${capacity.slots} slots`)
  }
  if (limits.memoryBytes > capacity.memoryBytes) {
    return decline(
      'WORKER_LIMITS_TOO_HIGH',
      `it gives an execution ${capacity.memoryBytes} bytes of memory at most`
    )
  }
  if (limits.wallTimeMs > MAX_WALL_TIME_MS) {
    return decline('WORKER_LIMITS_TOO_HIGH', `it runs an execution ${MAX_WALL_TIME_MS} ms at most`)
  }
  if (requirements.isolation === 'full' && capacity.isolation !== 'full') {
    return decline('WORKER_ISOLATION_TOO_LOW', `its sandbox is ${capacity.isolation}`)
  }
  const { slots, pricePerGigafuel, maxPricePerGigafuel } = capacity
  // A machine that others overload has no more room than one that is full of executions.
  const taken = Math.max(load.executions, slots * (load.pressure ?? 0))
  const cost = bidCost(limits.fuel, pricePerGigafuel, taken, slots, maxPricePerGigafuel)
  if (cost > maxCost)
    return decline('WORKER_PRICE_TOO_HIGH', `it asks ${cost} units, the task pays ${maxCost}`)
  return {
    taskId,
    attempt,
    cost,
    load: load.executions,
    slots: capacity.slots,
    moduleCached: load.moduleCached
  }
}
