import type { NodeId } from '@ailee/core'

/** How many of something each client has. */
export class ClientCounts {
  readonly #counts = new Map<NodeId, number>()
  #size = 0

  get size(): number {
    return this.#size
  }

  sizeOf(client: NodeId): number {
    return this.#counts.get(client) ?? 0
  }

  clear(): void {
    this.#counts.clear()
    this.#size = 0
  }

  add(client: NodeId): void {
    this.#counts.set(client, this.sizeOf(client) + 1)
    this.#size += 1
  }

  remove(client: NodeId): void {
    const left = this.sizeOf(client) - 1
    if (left === 0) this.#counts.delete(client)
    else this.#counts.set(client, left)
    this.#size -= 1
  }
}
