/** The least of what is in it first; O(log n) each way. */
export class MinHeap<T> {
  readonly #items: T[]
  readonly #isLess: (one: T, other: T) => boolean

  constructor(isLess: (one: T, other: T) => boolean, items: Iterable<T> = []) {
    this.#isLess = isLess
    this.#items = []
    for (const item of items) this.push(item)
  }

  get size(): number {
    return this.#items.length
  }

  get first(): T | undefined {
    return this.#items[0]
  }

  push(item: T): void {
    this.#items.push(item)
    let place = this.#items.length - 1
    while (place > 0) {
      const parent = (place - 1) >> 1
      if (!this.#swapIfLess(place, parent)) return
      place = parent
    }
  }

  pop(): T | undefined {
    const [first] = this.#items
    const last = this.#items.pop()
    if (this.#items.length === 0 || last === undefined) return first
    this.#items[0] = last
    for (let place = 0; ; ) {
      const left = 2 * place + 1
      const right = left + 1
      const child = right < this.#items.length && this.#lessAt(right, left) ? right : left
      if (child >= this.#items.length || !this.#swapIfLess(child, place)) return first
      place = child
    }
  }

  *[Symbol.iterator](): Iterator<T> {
    yield* this.#items
  }

  #lessAt(one: number, other: number): boolean {
    return this.#isLess(this.#items[one] as T, this.#items[other] as T)
  }

  #swapIfLess(one: number, other: number): boolean {
    if (!this.#lessAt(one, other)) return false
    const item = this.#items[one] as T
    this.#items[one] = this.#items[other] as T
    this.#items[other] = item
    return true
  }
}
