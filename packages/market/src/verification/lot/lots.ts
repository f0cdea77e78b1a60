import type { Random, TaskId } from '@ailee/core'
import { bytesToHex } from '@ailee/protocol'
import { baseRate } from '../base-rate/base-rate.js'
import { LOT_SIZES } from '../base-rate/lot-sizes.js'
import { commitmentOf, SECRET_BYTES } from '../draw.js'
import { Lot } from './lot.js'
import type { LotPolicyHead } from './lot-state.js'

/** Lots that may be open at once, most of them waiting for the referee. Past that, nothing should be assigned. */
const MAX_OPEN_LOTS = 16

/** The largest lot that tasks of this rate and patience fill in time, and at most `largest`. */
export function lotSizeFor(terms: { tasksPerMs: number; delayMs: number; largest: number }): number {
  const { tasksPerMs, delayMs, largest } = terms
  // Before anything is known of the rate, size costs nothing: a lot that would be late is closed early.
  const expected = tasksPerMs > 0 ? tasksPerMs * delayMs : largest
  const fitting = LOT_SIZES.filter((size) => size <= Math.min(expected, largest))
  return fitting.at(-1) ?? Math.min(largest, LOT_SIZES[0] ?? largest)
}

/** The lots that are not closed yet: one that takes tasks in, and those that wait for audits and redone tasks. */
export class Lots {
  readonly #open = new Map<number, Lot>()
  readonly #random: Random
  readonly #epsilon: number
  readonly #largest: number
  #filling: Lot | undefined

  constructor(components: { random: Random }, init: { epsilon: number; lotSize: number }) {
    this.#random = components.random
    this.#epsilon = init.epsilon
    this.#largest = init.lotSize
  }

  get isFull(): boolean {
    return this.#open.size >= MAX_OPEN_LOTS
  }

  get filling(): Lot | undefined {
    return this.#filling?.head.isSealed === false ? this.#filling : undefined
  }

  [Symbol.iterator](): IterableIterator<Lot> {
    return this.#open.values()
  }

  get(lotId: number): Lot | undefined {
    return this.#open.get(lotId)
  }

  /** The lot a task belongs to already. */
  of(taskId: TaskId): Lot | undefined {
    for (const lot of this.#open.values()) {
      if (lot.has(taskId)) return lot
    }
    return undefined
  }

  open(policy: LotPolicyHead, terms: { atMs: number; delayMs: number }): Lot {
    const { tasksPerMs } = policy
    const size = lotSizeFor({ tasksPerMs, delayMs: terms.delayMs, largest: this.#largest })
    const rate = baseRate({ epsilon: this.#epsilon, lotSize: size })
    const secret = policy.nextSecret
    const lot = new Lot({
      lotId: policy.nextLotId,
      size,
      announcedBaseRate: rate,
      baseRate: rate,
      catches: 0,
      secret,
      commitment: commitmentOf(secret),
      tasks: 0,
      isSealed: false,
      openedAtMs: terms.atMs,
      closesAtMs: terms.atMs + terms.delayMs
    })
    policy.nextLotId += 1
    policy.nextSecret = newSecret(this.#random)
    this.restore(lot)
    return lot
  }

  restore(lot: Lot): void {
    this.#open.set(lot.head.lotId, lot)
    if (!lot.head.isSealed) this.#filling = lot
  }

  close(lot: Lot): void {
    this.#open.delete(lot.head.lotId)
  }

  /** When the next lot must begin to close. */
  nextCloseMs(): number | undefined {
    const waiting = [...this.#open.values()].filter(({ head, redo }) => !head.isSealed || redo.size > 0)
    return waiting.length === 0 ? undefined : Math.min(...waiting.map(({ head }) => head.closesAtMs))
  }
}

export function newSecret(random: Random): string {
  return bytesToHex(random.bytes(SECRET_BYTES))
}
