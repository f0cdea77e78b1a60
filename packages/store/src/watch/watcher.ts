import type { Change } from '@ailee/core'
import { MAX_WATCH_BYTES, MAX_WATCH_CHANGES } from '../constants.js'
import { StoreError } from '../errors.js'

type Next = IteratorResult<Change, undefined>

export function laggedError(prefix: string): StoreError {
  return new StoreError('STORE_WATCH_LAGGED', `the watcher of ${prefix} missed changes`, {
    hint: 'list the prefix again, then watch again'
  })
}

export function changeBytes(change: Change): number {
  return change.key.length + (change.value?.length ?? 0)
}

/** Watchers own what they get, and other watchers and the history hold the same change. */
function copyOf(change: Change): Change {
  return { ...change, value: change.value && new Uint8Array(change.value) }
}

/** One watcher: a bounded buffer between the writer, which never waits, and an iteration, which may be slow. */
export class Watcher implements AsyncIterableIterator<Change, undefined> {
  readonly #prefix: string
  readonly #onEnd: (watcher: Watcher) => void
  #unread: Change[] = []
  #unreadBytes = 0
  #ended = false
  #error: unknown
  #waiting: { resolve(next: Next): void; reject(error: unknown): void } | undefined

  constructor(prefix: string, onEnd: (watcher: Watcher) => void) {
    this.#prefix = prefix
    this.#onEnd = onEnd
  }

  push(change: Change): void {
    if (this.#ended || !change.key.startsWith(this.#prefix)) return
    if (this.#waiting !== undefined) {
      this.#waiting.resolve({ done: false, value: copyOf(change) })
      this.#waiting = undefined
      return
    }
    this.#unread.push(change)
    this.#unreadBytes += changeBytes(change)
    if (this.#unread.length > MAX_WATCH_CHANGES || this.#unreadBytes > MAX_WATCH_BYTES) {
      this.end(laggedError(this.#prefix))
    }
  }

  /** Ends the iteration: at once and with `error`, or without one. What is unread is dropped. */
  end(error?: unknown): void {
    if (this.#ended) return
    this.#ended = true
    this.#error = error
    this.#unread = []
    this.#onEnd(this)
    if (this.#waiting === undefined) return
    if (error === undefined) this.#waiting.resolve({ done: true, value: undefined })
    else this.#waiting.reject(this.#takeError())
    this.#waiting = undefined
  }

  async next(): Promise<Next> {
    if (this.#error !== undefined) throw this.#takeError()
    if (this.#ended) return { done: true, value: undefined }
    const change = this.#unread.shift()
    if (change !== undefined) {
      this.#unreadBytes -= changeBytes(change)
      return { done: false, value: copyOf(change) }
    }
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject }
    })
  }

  async return(): Promise<Next> {
    this.end()
    return { done: true, value: undefined }
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  #takeError(): unknown {
    const error = this.#error
    this.#error = undefined
    return error
  }
}
