import type { Change, WatchOptions } from '@ailee/core'
import { MAX_WATCH_BYTES, MAX_WATCH_CHANGES } from '../constants.js'
import { changeBytes, laggedError, Watcher } from './watcher.js'

/** Hands written changes to the watchers of an embedded store and remembers the latest for late ones. */
export class WatchHub {
  readonly #watchers = new Set<Watcher>()
  #history: Change[] = []
  #historyBytes = 0
  /** `#history` is complete from this revision on. */
  #completeFrom: bigint

  /** `revision`: the store's at its start. */
  constructor(revision: bigint) {
    this.#completeFrom = revision + 1n
  }

  publish(changes: readonly Change[]): void {
    for (const change of changes) {
      this.#history.push(change)
      this.#historyBytes += changeBytes(change)
      for (const watcher of this.#watchers) watcher.push(change)
    }
    this.#trim()
  }

  watch(prefix: string, { fromRevision, signal }: WatchOptions): AsyncIterable<Change> {
    const onAbort = (): void => watcher.end()
    const watcher = new Watcher(prefix, () => {
      this.#watchers.delete(watcher)
      signal.removeEventListener('abort', onAbort)
    })
    if (signal.aborted) {
      watcher.end()
    } else if (fromRevision !== undefined && fromRevision < this.#completeFrom) {
      watcher.end(laggedError(prefix))
    } else {
      signal.addEventListener('abort', onAbort, { once: true })
      this.#watchers.add(watcher)
      if (fromRevision !== undefined) {
        for (const change of this.#history) if (change.revision >= fromRevision) watcher.push(change)
      }
    }
    return watcher
  }

  /** Ends every watcher with `error`. */
  close(error: unknown): void {
    for (const watcher of [...this.#watchers]) watcher.end(error)
  }

  #trim(): void {
    let drop = 0
    // Half a watcher's buffer, so that replaying the whole history to a new watcher does not overflow it.
    while (this.#history.length - drop > MAX_WATCH_CHANGES / 2 || this.#historyBytes > MAX_WATCH_BYTES / 2) {
      const change = this.#history[drop]
      if (change === undefined) break
      this.#historyBytes -= changeBytes(change)
      this.#completeFrom = change.revision + 1n
      drop += 1
    }
    if (drop > 0) this.#history = this.#history.slice(drop)
  }
}
