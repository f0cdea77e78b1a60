import type { ContentHash } from '@ailee/core'
import type { StoredBlob } from '../blob-store.js'

/** Which blobs are there, least recently used first, and which must stay. */
export class BlobIndex {
  /** Sizes in bytes; a map keeps the order of insertion, so the front is the least recently used. */
  readonly #sizes = new Map<ContentHash, number>()
  readonly #pins = new Map<ContentHash, number>()
  #totalBytes = 0

  get totalBytes(): number {
    return this.#totalBytes
  }

  has(hash: ContentHash): boolean {
    return this.#sizes.has(hash)
  }

  add(hash: ContentHash, bytes: number): void {
    this.remove(hash)
    this.#sizes.set(hash, bytes)
    this.#totalBytes += bytes
  }

  remove(hash: ContentHash): void {
    this.#totalBytes -= this.#sizes.get(hash) ?? 0
    this.#sizes.delete(hash)
  }

  /** Makes a blob the most recently used one. */
  touch(hash: ContentHash): void {
    const bytes = this.#sizes.get(hash)
    if (bytes !== undefined) this.add(hash, bytes)
  }

  /** Keeps `hash` from being evicted, whether it is there yet or not, until what it returns is called. */
  pin(hash: ContentHash): () => void {
    this.#pins.set(hash, (this.#pins.get(hash) ?? 0) + 1)
    let released = false
    return () => {
      if (released) return
      released = true
      const count = (this.#pins.get(hash) ?? 1) - 1
      if (count === 0) this.#pins.delete(hash)
      else this.#pins.set(hash, count)
    }
  }

  /** What to evict, least recently used first, so that at most `maxBytes` stay; undefined if the pinned ones are more. */
  toEvict(maxBytes: number): ContentHash[] | undefined {
    let excess = this.#totalBytes - maxBytes
    const evicted: ContentHash[] = []
    for (const [hash, bytes] of this.#sizes) {
      if (excess <= 0) break
      if (this.#pins.has(hash)) continue
      evicted.push(hash)
      excess -= bytes
    }
    return excess <= 0 ? evicted : undefined
  }

  list(): StoredBlob[] {
    return Array.from(this.#sizes, ([hash, bytes]) => ({ hash, bytes }))
  }
}
