import type { NodeId } from '@ailee/core'
import { MAX_OPEN_TASKS, MAX_PROVISIONAL_TASKS, PROVISIONAL_SHARE } from '../constants.js'
import type { ClientCounts } from './client-counts.js'

type Counts = Pick<ClientCounts, 'size' | 'sizeOf'>

/**
 * Keeps the number of open tasks in bounds, of all clients and of each: those that wait or run, among them those on their
 * way in, and those whose results wait in lots.
 */
export class OpenTaskBounds {
  readonly #waiting: Counts
  readonly #provisional: Counts
  readonly #maxClientTasks: number
  readonly #arriving = new Map<NodeId, number>()
  #allArriving = 0

  constructor(components: { waiting: Counts; provisional: Counts }, init: { maxClientTasks: number }) {
    this.#waiting = components.waiting
    this.#provisional = components.provisional
    this.#maxClientTasks = init.maxClientTasks
  }

  /**
   * A task of a client is on its way in, or why it may not be. No client may have more open than are left: so one that
   * comes always finds room, and n that want all get 1/(n + 1) each. Of provisional ones it may have three times what is
   * left.
   */
  begin(client: NodeId): string | undefined {
    const full = this.#fullOfWaiting(client) ?? this.#fullOfProvisional(client)
    if (full !== undefined) return full
    this.#arriving.set(client, (this.#arriving.get(client) ?? 0) + 1)
    this.#allArriving += 1
    return undefined
  }

  /** It has arrived, or was refused. */
  end(client: NodeId): void {
    const left = (this.#arriving.get(client) ?? 0) - 1
    if (left > 0) this.#arriving.set(client, left)
    else this.#arriving.delete(client)
    this.#allArriving -= 1
  }

  #fullOfWaiting(client: NodeId): string | undefined {
    const own = this.#waiting.sizeOf(client) + (this.#arriving.get(client) ?? 0)
    const left = MAX_OPEN_TASKS - this.#waiting.size - this.#allArriving
    if (left <= 0) return `${this.#waiting.size} tasks wait or run; try again later`
    if (own < Math.min(this.#maxClientTasks, left)) return undefined
    return `${own} of your tasks wait or run, and others need the rest of the queue; try again when some have ended`
  }

  #fullOfProvisional(client: NodeId): string | undefined {
    const own = this.#provisional.sizeOf(client)
    const left = MAX_PROVISIONAL_TASKS - this.#provisional.size
    if (left <= 0) return `${this.#provisional.size} results are provisional; try again later`
    if (own < PROVISIONAL_SHARE * left) return undefined
    return `${own} of your results are provisional, and others need the rest; try again when their lots have closed`
  }
}
