interface Link<K, V> {
  readonly key: K
  readonly value: V
  previous: Link<K, V> | undefined
  next: Link<K, V> | undefined
}

/**
 * A map in the order of insertion whose first entry is at hand. A `Map` finds its first only past all that were deleted
 * before, which makes a long queue slow.
 */
export class LinkedMap<K, V> {
  readonly #links = new Map<K, Link<K, V>>()
  #first: Link<K, V> | undefined
  #last: Link<K, V> | undefined

  get size(): number {
    return this.#links.size
  }

  get first(): { readonly key: K; readonly value: V } | undefined {
    return this.#first
  }

  get(key: K): V | undefined {
    return this.#links.get(key)?.value
  }

  /** Adds behind all others. The key must not be there. */
  append(key: K, value: V): void {
    const link = { key, value, previous: this.#last, next: undefined }
    this.#links.set(key, link)
    if (this.#last === undefined) this.#first = link
    else this.#last.next = link
    this.#last = link
  }

  delete(key: K): void {
    const link = this.#links.get(key)
    if (link === undefined) return
    this.#links.delete(key)
    const { previous, next } = link
    if (previous === undefined) this.#first = next
    else previous.next = next
    if (next === undefined) this.#last = previous
    else next.previous = previous
  }
}
