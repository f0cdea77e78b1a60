import type { NodeId, TaskId } from '@ailee/core'
import { LinkedMap } from './linked-map.js'

/** What a client has in a ring, in order, with the turns that each takes. */
interface ClientTurn {
  readonly tasks: LinkedMap<TaskId, number>
  /** Turns it has had in advance: so many are left out. */
  debt: number
}

/**
 * Tasks of several clients, who take turns: deficit round robin with a quantum of one. A task that takes several turns is
 * served on the first and paid for by those that follow, so whoever comes waits for one task of each other client at
 * most. O(1) a task, where a turn counts as one.
 */
export class ClientRing {
  /** Whose turn is next comes first. Clients without a task stay until their debt is paid. */
  readonly #turns = new LinkedMap<NodeId, ClientTurn>()

  /** The task must not be in it. */
  add(client: NodeId, taskId: TaskId, turns: number): void {
    const known = this.#turns.get(client)
    const turn = known ?? { tasks: new LinkedMap<TaskId, number>(), debt: 0 }
    turn.tasks.append(taskId, turns)
    if (known === undefined) this.#turns.append(client, turn)
  }

  remove(client: NodeId, taskId: TaskId): void {
    const turn = this.#turns.get(client)
    if (turn === undefined) return
    turn.tasks.delete(taskId)
    if (turn.tasks.size === 0 && turn.debt === 0) this.#turns.delete(client)
  }

  /** Takes out the next task, or gives undefined where there is none. */
  take(): TaskId | undefined {
    for (;;) {
      const next = this.#turns.first
      if (next === undefined) return undefined
      const { key: client, value: turn } = next
      this.#turns.delete(client)
      const task = turn.debt > 0 ? undefined : turn.tasks.first
      if (task === undefined) turn.debt -= 1
      else {
        turn.tasks.delete(task.key)
        turn.debt = task.value - 1
      }
      // Behind all the others.
      if (turn.tasks.size > 0 || turn.debt > 0) this.#turns.append(client, turn)
      if (task !== undefined) return task.key
    }
  }
}
