const COMPACT_AT = 4096

/** Things that come due in the order in which they were added. */
export class DueQueue<T> {
  #items: { item: T; dueAt: number }[] = []
  #head = 0

  get size(): number {
    return this.#items.length - this.#head
  }

  add(item: T, dueAt: number): void {
    this.#items.push({ item, dueAt })
  }

  /** The first one, if it is due. */
  next(clock: number): T | undefined {
    const first = this.#items[this.#head]
    if (first === undefined || first.dueAt > clock) return undefined
    this.#head += 1
    if (this.#head === COMPACT_AT) {
      this.#items = this.#items.slice(COMPACT_AT)
      this.#head = 0
    }
    return first.item
  }
}
