import type { RangeOptions } from '@ailee/core'

/** A record and the revision of its last write, which the next save is conditioned on. */
export interface Stored<T> {
  record: T
  revision: bigint
}

export interface ListOptions {
  /** Exclusive: the id to start behind. */
  after?: string
  limit?: number
  reverse?: boolean
  signal?: AbortSignal
}

/** Range options under `prefix` for list options in terms of ids. */
export function rangeOptions(prefix: string, options: ListOptions): RangeOptions {
  return options.after === undefined ? options : { ...options, after: prefix + options.after }
}
