import type { NodeId } from '@ailee/core'
import { MAX_OPEN_TASKS } from '../constants.js'
import type { ClientCounts } from './client-counts.js'

/** Keeps the number of tasks that wait or run in bounds, of all clients and of each, those on their way in among them. */
export class OpenTaskBounds {
  readonly #waiting: Pick<ClientCounts, 'size' | 'sizeOf'>
  readonly #maxClientTasks: number
  readonly #arriving = new Map<NodeId, number>()
  #allArriving = 0

  constructor(
    components: { waiting: Pick<ClientCounts, 'size' | 'sizeOf'> },
    init: { maxClientTasks: number }
  ) {
    this.#waiting = components.waiting
    this.#maxClientTasks = init.maxClientTasks
  }

  /**
   * A task of a client is on its way in, or why it may not be. No client may have more open than are left: so one that
   * comes always finds room, and n that want all get 1/(n + 1) each.
   */
  begin(client: NodeId): string | undefined {
    const own = this.#waiting.sizeOf(client) + (this.#arriving.get(client) ?? 0)
    const left = MAX_OPEN_TASKS - this.#waiting.size - this.#allArriving
    if (left <= 0) return `${this.#waiting.size} tasks wait or run; try again later`
    if (own >= Math.min(this.#maxClientTasks, left)) {
      return `${own} of your tasks wait or run, and others need the rest of the queue; try again when some have ended`
    }
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
}
