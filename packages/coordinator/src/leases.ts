import type { Clock, NodeId, TaskId } from '@ailee/core'

/** A worker's temporary right to run a task. */
export interface Lease {
  readonly leaseId: bigint
  readonly taskId: TaskId
  readonly worker: NodeId
  /** On the monotonic clock: a wall clock that is set must not end leases. */
  expiresAtMs: number
}

/** The leases that are out. Expiry is decided by whoever calls {@link Leases.expired}; this only keeps the times. */
export class Leases {
  readonly #clock: Clock
  readonly #leases = new Map<bigint, Lease>()

  constructor(components: { clock: Clock }) {
    this.#clock = components.clock
  }

  get size(): number {
    return this.#leases.size
  }

  get(leaseId: bigint): Lease | undefined {
    return this.#leases.get(leaseId)
  }

  grant(lease: Omit<Lease, 'expiresAtMs'>, forMs: number): void {
    this.#leases.set(lease.leaseId, { ...lease, expiresAtMs: this.#clock.monotonic() + forMs })
  }

  /** Prolongs a lease of this worker. False if it has none of this id. */
  renew(leaseId: bigint, worker: NodeId, forMs: number): boolean {
    const lease = this.#leases.get(leaseId)
    if (lease === undefined || lease.worker !== worker) return false
    lease.expiresAtMs = this.#clock.monotonic() + forMs
    return true
  }

  end(leaseId: bigint): Lease | undefined {
    const lease = this.#leases.get(leaseId)
    this.#leases.delete(leaseId)
    return lease
  }

  of(worker: NodeId): Lease[] {
    return [...this.#leases.values()].filter((lease) => lease.worker === worker)
  }

  /** Lets the leases of a worker that has gone end sooner. */
  shorten(worker: NodeId, toMs: number): void {
    const latestMs = this.#clock.monotonic() + toMs
    for (const lease of this.of(worker)) lease.expiresAtMs = Math.min(lease.expiresAtMs, latestMs)
  }

  /** Adds time that this process itself slept through: nobody's heartbeat could be heard in it. */
  extendAll(byMs: number): void {
    for (const lease of this.#leases.values()) lease.expiresAtMs += byMs
  }

  expired(): Lease[] {
    const nowMs = this.#clock.monotonic()
    return [...this.#leases.values()].filter(({ expiresAtMs }) => expiresAtMs <= nowMs)
  }
}
