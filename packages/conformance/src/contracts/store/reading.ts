import type { Entry, KeyValueStore, RangeOptions } from '@ailee/core'
import { bytes } from '../text.js'

export const put = (key: string, value = key) => ({ put: key, value: bytes(value) })

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const item of items) list.push(item)
  return list
}

export async function keys(
  store: KeyValueStore,
  prefix: string,
  options: RangeOptions = {}
): Promise<string[]> {
  return (await collect(store.range(prefix, options))).map((entry) => entry.key)
}

/** An entry that must be there. */
export async function entryOf(store: KeyValueStore, key: string): Promise<Entry> {
  const entry = await store.get(key)
  if (entry === undefined) throw new Error(`${key} is absent`)
  return entry
}

/** Puts each key, its own text as value, in commits that are not too large. */
export async function putAll(store: KeyValueStore, all: readonly string[]): Promise<void> {
  for (let index = 0; index < all.length; index += 100) {
    await store.commit({ operations: all.slice(index, index + 100).map((key) => put(key)) })
  }
}
