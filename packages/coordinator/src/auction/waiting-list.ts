import type { TaskId } from '@ailee/core'
import type { Priority } from '@ailee/protocol'

/** Most urgent first. */
const order: readonly Priority[] = ['CRITICAL', 'HIGH', 'NORMAL', 'LOW']

/** Tasks that wait for an auction: by priority, then first come, first served. A task is in it at most once. */
export class WaitingList {
  readonly #queues = new Map<Priority, Set<TaskId>>(order.map((priority) => [priority, new Set()]))

  get size(): number {
    let size = 0
    for (const queue of this.#queues.values()) size += queue.size
    return size
  }

  add(taskId: TaskId, priority: Priority): void {
    this.#queues.get(priority)?.add(taskId)
  }

  remove(taskId: TaskId): void {
    for (const queue of this.#queues.values()) queue.delete(taskId)
  }

  /** Takes out the next task, or undefined if none waits. */
  take(): TaskId | undefined {
    for (const priority of order) {
      const queue = this.#queues.get(priority)
      for (const taskId of queue ?? []) {
        queue?.delete(taskId)
        return taskId
      }
    }
    return undefined
  }
}
